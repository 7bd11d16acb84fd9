import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openShop } from './openShop';
import type { TemplateCheck } from './scene';

const SIZES = { wide: { width: 1000, height: 560 }, narrow: { width: 340, height: 900 } };

/** The text of a part of the component, once it is no longer busy. */
async function textOf(page: Page, part: string): Promise<string> {
	const section = page.locator(`sterling-stock section[part=${part}][aria-busy=false]`);
	return (await section.innerText()).replace(/\s+/g, ' ').trim();
}

/** The component in a browser, on the templates in n8n. */
const component: TemplateCheck = {
	name: 'storefront: the component shows stock, stores and date, is used by keyboard, and survives failures and markup',
	async run(scene) {
		const url = await openShop(scene.api, scene.n8n.url, scene.credential);
		const { page: editor } = await scene.editor();
		const page = await editor.context().newPage();
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(error.message));
		page.setDefaultTimeout(20_000);
		try {
			for (const scheme of ['light', 'dark'] as const) {
				await page.emulateMedia({ colorScheme: scheme });
				await page.setViewportSize(SIZES.wide);
				await page.goto(url);
				assert.equal(await textOf(page, 'stock'), 'In stock');
				assert.match(await textOf(page, 'delivery'), /^Delivery by \w+day, \w+ \d+/);
				assert.match(await textOf(page, 'stores'), /Aurora Exampleton.*In stock.*Add for pickup/);
				await page.screenshot({ path: join(scene.images, `storefront-${scheme}.png`) });
			}
			await page.setViewportSize(SIZES.narrow);
			const fits = '[document.documentElement.scrollWidth, innerWidth]';
			const [width, room] = (await page.evaluate(fits)) as number[];
			assert.ok(width! <= room!, `the page is ${width} wide in ${room}`);
			await page.screenshot({ path: join(scene.images, 'storefront-narrow.png') });

			await page.getByRole('button', { name: 'Add for pickup: Aurora Exampleton' }).focus();
			await page.keyboard.press('Enter');
			assert.equal(await page.locator('output').innerText(), 'In the cart: MUG-BLUE, to pick up at Aurora Exampleton.');
			const chosen = page.getByRole('button', { name: 'Added for pickup: Aurora Exampleton' });
			assert.equal(await chosen.getAttribute('aria-pressed'), 'true');
			assert.equal(await page.getByRole('button', { name: /Aurora West/ }).isDisabled(), true);

			await page.goto(`${url}?item=NO-SUCH`);
			assert.equal(await textOf(page, 'stock'), 'Out of stock');
			assert.equal(await textOf(page, 'delivery'), 'Cannot be delivered there.');

			const evil = '<img src=x onerror="document.title=1">';
			const stores = [{ node: 'X', name: evil, street: evil, stock: 'in-stock', quantity: 1 }];
			await page.route(
				'**/sterling-pickup?*',
				async (route) => await route.fulfill({ json: { item: evil, stock: 'in-stock', quantity: 1, stores } }),
			);
			await page.route('**/sterling-delivery?*', async (route) => await route.fulfill({ status: 503, json: {} }));
			await page.goto(url);
			assert.match(await textOf(page, 'stores'), /<img src=x/);
			assert.equal(await page.locator('sterling-stock img').count(), 0);
			assert.equal(await textOf(page, 'delivery'), 'Cannot check the date right now. Try again');
			await page.unroute('**/sterling-delivery?*');
			await page.getByRole('button', { name: 'Try again' }).click();
			await page.getByText(/^Delivery by/).waitFor();
			assert.deepEqual(errors, []);
			return scene.images;
		} finally {
			await page.close();
		}
	},
};

export const storefront = [component];
