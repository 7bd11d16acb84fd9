import { existsSync } from 'node:fs';
import { chromium, type Page, selectors } from 'playwright-core';
import { onCleanup, tempFolder } from './cleanup';
import { run } from './process';

/** Debian's Chromium, and where other systems put a Chromium or Chrome. */
const BINARIES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Finds the browser; installs Debian's package where this process may. */
async function chromiumBinary(say: (text: string) => void): Promise<string> {
	const found = BINARIES.find((path) => existsSync(path));
	if (found) return found;
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
		throw new Error('No Chromium found. Install it (Debian: apt-get install chromium fonts-liberation).');
	}
	say('installing Chromium …');
	const packages = ['chromium', 'fonts-liberation'];
	await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
	return BINARIES[0]!;
}

export interface Browser {
	page: Page;
	close: () => Promise<void>;
}

/** Starts a headless browser with a fresh profile and one page of 1280 x 800. */
export async function openBrowser(say: (text: string) => void): Promise<Browser> {
	const executablePath = await chromiumBinary(say);
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
