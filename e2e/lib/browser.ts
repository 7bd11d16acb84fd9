import { chromium, type Page, selectors } from 'playwright-core';
import { onCleanup, tempFolder } from './cleanup';
import { pathOf, requirePrograms } from './programs';

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export interface Browser {
	page: Page;
	close: () => Promise<void>;
}

/** Starts a headless browser with a fresh profile and one page of 1280 x 800. */
export async function openBrowser(say: (text: string) => void): Promise<Browser> {
	await requirePrograms(['chromium'], say);
	const executablePath = pathOf('chromium');
	const profile = tempFolder('n8n-e2e-browser');
	// n8n marks its elements with this attribute.
	selectors.setTestIdAttribute('data-test-id');
	const context = await chromium.launchPersistentContext(profile.path, {
		executablePath,
		args: FLAGS,
		headless: true,
		viewport: { width: 1280, height: 800 },
		// Ctrl-C is handled for all programs alike, in cleanup.ts.
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
	});
	const close = onCleanup(async () => {
		await context.close();
		await profile.remove();
	});
	const page = context.pages()[0] ?? (await context.newPage());
	page.setDefaultTimeout(60_000);
	return { page, close };
}
