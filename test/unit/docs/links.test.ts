import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { scripts } from '../../../package.json';

const root = resolve(__dirname, '../../..');
const pages = [
	'README.md',
	'CHANGELOG.md',
	'CONTRIBUTING.md',
	...readdirSync(join(root, 'docs'))
		.filter((name) => name.endsWith('.md'))
		.map((name) => `docs/${name}`),
];

const read = (page: string) => readFileSync(join(root, page), 'utf8');
const withoutCode = (text: string) => text.replace(/^ *```[\s\S]*?^ *```/gm, '');

/** The names that GitHub gives to headings. */
function anchorsOf(page: string): string[] {
	const text = withoutCode(read(page));
	const named = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
	const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, text]) =>
		text
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replace(/\s/g, '-'),
	);
	return [...named, ...headings];
}

test.each(pages)('the links of %s lead somewhere', (page) => {
	const links = [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);
	const broken = links.filter((target) => {
		if (/^https?:/.test(target)) return false;
		const [path, anchor] = target.split('#');
		const file = path === '' ? page : join(dirname(page), path);
		if (!existsSync(join(root, file))) return true;
		return anchor !== undefined && !anchorsOf(file).includes(anchor);
	});
	expect(broken).toEqual([]);
});

test.each(pages)('the commands of %s exist', (page) => {
	const commands = [...read(page).matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
	expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});

test('the index by task leads to every page, and the README to the index', () => {
	const index = read('docs/README.md');
	const others = pages.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md');
	expect(others.filter((page) => !index.includes(`](${page.slice('docs/'.length)})`))).toEqual([]);
	expect(read('README.md')).toContain('](docs/README.md)');
});
