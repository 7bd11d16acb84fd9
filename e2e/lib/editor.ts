import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { OWNER } from './apiTypes';

/** Keeps passing messages out of pictures. */
const STILL = '.el-notification, [data-test-id="banner-stack"] { display: none !important; }';

/** What the credential dialog says after its connection test. */
interface DialogAnswer {
	ok: boolean;
	text: string;
}

/**
 * n8n's editor, as a person uses it. The marks it is found by (`data-test-id`) were read in the editor
 * of n8n 2.41.1 and are the same in 1.123.81 unless said otherwise.
 */
export class Editor {
	constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	async logIn(): Promise<void> {
		await this.page.goto(`${this.url}/signin`);
		await this.page.locator('input[name=emailOrLdapLoginId]').fill(OWNER.email);
		await this.page.locator('input[name=password]').fill(OWNER.password);
		await this.page.getByTestId('form-submit-button').click();
		await this.page.waitForURL((url) => !url.pathname.includes('signin'));
	}

	/** Takes a picture of the window and returns the path of the file. */
	async picture(folder: string, name: string): Promise<string> {
		const path = join(folder, `${name}.png`);
		await this.page.mouse.move(640, 5);
		await this.page.waitForFunction('[...document.images].every((image) => image.complete)');
		await this.requireImages();
		// A button that was at work shows its label again only after a while, and nothing shows when.
		await this.page.waitForTimeout(1000);
		await this.page.screenshot({ path, style: STILL, animations: 'disabled' });
		return path;
	}

	/** An icon that does not load is a fault of the package, seen nowhere else. */
	private async requireImages(): Promise<void> {
		const broken = await this.page
			.locator('img')
			.evaluateAll((images) =>
				(images as unknown as Array<{ complete: boolean; naturalWidth: number; src: string }>)
					.filter((image) => image.complete && image.naturalWidth === 0)
					.map((image) => image.src),
			);
		if (broken.length) throw new Error(`images that do not load: ${[...new Set(broken)].join(', ')}`);
	}

	private get dialog(): Locator {
		return this.page.getByTestId('credential-edit-dialog');
	}

	/** Opens the dialog for a new credential of the type that this text finds. */
	async openNewCredential(search: string): Promise<void> {
		await this.page.goto(`${this.url}/home/credentials/create`);
		await this.page.getByTestId('new-credential-type-select').locator('input').fill(search);
		await this.page.getByTestId('new-credential-type-select-option').filter({ hasText: search }).first().click();
		await this.page.getByTestId('new-credential-type-button').click();
		await this.dialog.waitFor();
	}

	/** Types a value into a text field of the credential dialog. */
	async fillField(name: string, value: string): Promise<void> {
		await this.dialog.getByTestId(`parameter-input-${name}`).locator('input, textarea').first().fill(value);
	}

	/** Picks an entry of a drop-down in the credential dialog. */
	async chooseField(name: string, label: string): Promise<void> {
		await this.dialog.getByTestId(`parameter-input-${name}`).click();
		await this.page.getByRole('option', { name: label }).first().click();
	}

	/** Scrolls a field of the credential dialog to the top, so that those below it are seen. */
	async showField(name: string): Promise<void> {
		const field = this.dialog.getByTestId(`parameter-input-${name}`);
		await field.evaluate((element) => (element as unknown as { scrollIntoView: () => void }).scrollIntoView());
	}

	/** Scrolls to the field of the open panel that holds this value. */
	async showValue(value: string): Promise<void> {
		const find = `[...document.querySelectorAll('input, textarea')].find(({ value }) => value === ${JSON.stringify(value)})`;
		await this.page.waitForFunction(`Boolean(${find})`);
		await this.page.evaluate(`${find}.scrollIntoView({ block: 'center' })`);
	}

	/** Saves the credential, which tests it as well, and returns what the dialog says. */
	async saveCredential(): Promise<DialogAnswer> {
		await this.page.getByTestId('credential-save-button').click();
		const good = this.dialog.getByTestId('credentials-config-container-test-success');
		const bad = this.dialog.getByText('Couldn’t connect with these settings');
		await good.or(bad).filter({ visible: true }).first().waitFor();
		const ok = await good.isVisible();
		if (ok) return { ok, text: (await good.innerText()).trim() };
		const more = this.dialog.getByText('More details');
		if (await more.isVisible()) await more.click();
		return { ok, text: (await this.dialog.innerText()).split('Endpoint URL')[0]!.trim() };
	}

	async closeCredential(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.dialog.waitFor({ state: 'hidden' });
	}

	/** Opens a stored workflow on the canvas. */
	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
		await this.page.getByTestId('zoom-to-fit').click();
	}

	/** Presses the button that runs the workflow and waits until the canvas shows that it ran well. */
	async executeWorkflow(): Promise<void> {
		await this.page.getByTestId('execute-workflow-button').first().click();
		await this.page.getByTestId('canvas-node-status-success').last().waitFor();
	}

	/** Opens the panel of a node. */
	async openNode(name: string): Promise<void> {
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await this.page.getByTestId('ndv').waitFor();
	}

	async closeNode(): Promise<void> {
		// The second is the mark in n8n 1.x.
		const close = this.page.getByTestId('ndv-close-button').or(this.page.getByTestId('back-to-canvas'));
		await close.filter({ visible: true }).first().click();
		await this.page.getByTestId('ndv').waitFor({ state: 'hidden' });
	}

	/** Height of the form in the open panel, with what is scrolled out of sight; it has this parameter. */
	async formHeight(parameter = 'operation'): Promise<number> {
		const form = this.page.getByTestId('node-parameters').or(this.page.locator('.node-parameters-wrapper')).first();
		await form.waitFor();
		await this.page.getByTestId(`parameter-input-${parameter}`).first().waitFor();
		return await form.evaluate((element) => Math.round((element as unknown as { scrollHeight: number }).scrollHeight));
	}

	/** Takes a picture of the open panel in a window that is high enough for the whole form. */
	async formPicture(folder: string, name: string, parameter?: string): Promise<string> {
		const before = this.page.viewportSize();
		await this.page.setViewportSize({ width: 1280, height: Math.max(800, (await this.formHeight(parameter)) + 220) });
		const path = await this.picture(folder, name);
		if (before) await this.page.setViewportSize(before);
		return path;
	}

	/** What a drop-down of the open panel offers. */
	async optionsOf(parameter: string): Promise<string[]> {
		await this.page.getByTestId(`parameter-input-${parameter}`).click();
		const options = this.page.getByRole('option').filter({ visible: true });
		await options.first().waitFor();
		const names = await options.allInnerTexts();
		await this.page.keyboard.press('Escape');
		return names.map((name) => name.split('\n')[0]!.trim());
	}

	/** What the list of a resource locator offers in the open panel; the list stays open. */
	async locatorEntries(parameter: string): Promise<string[]> {
		await this.page.getByTestId(`resource-locator-${parameter}`).getByTestId('rlc-input').click();
		const entries = this.page.getByTestId('rlc-item').filter({ visible: true });
		await entries.first().waitFor();
		return (await entries.allInnerTexts()).map((name) => name.trim());
	}

	/** Opens the list of all nodes, searches it and returns the names that it finds. */
	async searchNode(text: string): Promise<string[]> {
		await this.page.getByTestId('node-creator-plus-button').click();
		await this.page.getByTestId('node-creator-search-bar').fill(text);
		const names = this.page.getByTestId('node-creator-item-name');
		await names
			.filter({ hasText: new RegExp(text, 'i') })
			.first()
			.waitFor();
		return (await names.allInnerTexts()).map((name) => name.trim());
	}
}
