import { type Browser, openBrowser } from './browser';
import { Editor } from './editor';

/** n8n's editor in a browser that starts, and logs in, when it is first asked for. */
export function openEditor(
	url: string,
	say: (text: string) => void,
): { editor: () => Promise<Editor>; close: () => Promise<void> } {
	let browser: Promise<Browser> | undefined;
	let editor: Promise<Editor> | undefined;
	const open = async () => {
		browser = openBrowser(say);
		const { page } = await browser;
		const opened = new Editor(page, url);
		await opened.logIn();
		return opened;
	};
	return {
		editor: async () => await (editor ??= open()),
		close: async () => await (await browser)?.close(),
	};
}
