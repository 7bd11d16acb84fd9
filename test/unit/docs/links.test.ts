import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { scripts } from '../../../package.json';

const root = resolve(__dirname, '../../..');
const pages = [
	'README.md',
	'CHANGELOG.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	'bench/results.md',
	'bench/soak.md',
	'e2e/README.md',
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

const entries = new Set(readdirSync(root));
const files = [...entries]
	.filter((name) => !/^\.|^(?:node_modules|dist|coverage)$/.test(name))
	.flatMap((name) => filesIn(name));

/** The files below a path, without what is installed or made. */
function filesIn(path: string): string[] {
	if (!statSync(join(root, path)).isDirectory()) return [path];
	return readdirSync(join(root, path))
		.filter((name) => name !== 'node_modules' && name !== '.cache')
		.flatMap((name) => filesIn(`${path}/${name}`));
}

/** Files that a page asks the reader to write. */
const TO_WRITE = ['test/integration/nodes/orderConfirmDraft.test.ts'];
/** What only exists once something was installed or made. */
const IS_MADE = /(?:^|\/)(?:node_modules|dist|\.cache)(?:\/|$)/;

/** What a text names as a file or folder of this repository and does not exist. */
function missingFrom(text: string): string[] {
	const inline = [...withoutCode(text).matchAll(/`([\w./*-]+)`/g)].map(([, name]) => name);
	const inCommands = [...text.matchAll(/^ *```sh$([\s\S]*?)^ *```/gm)].flatMap(([, code]) =>
		code.split(/\s+/).filter((word) => /^[\w.-]+\/[\w./-]+$/.test(word)),
	);
	const isMissing = (name: string) => {
		if (TO_WRITE.includes(name) || IS_MADE.test(name) || name.includes('*')) return false;
		const [first, ...rest] = name.split('/');
		if (rest.length === 0)
			return /\.(?:c?ts|[cm]?js|md|sh)$/.test(name) && !files.some((file) => basename(file) === name);
		if (!entries.has(first)) return false;
		return !existsSync(join(root, name)) && !files.some((file) => file.startsWith(name));
	};
	return [...inline, ...inCommands].filter(isMissing);
}

test.each(pages)('the files that %s names exist', (page) => {
	expect(missingFrom(read(page))).toEqual([]);
});

test.each([
	['`kit/nothing.ts`', ['kit/nothing.ts']],
	['`nodes/Nothing/`', ['nodes/Nothing/']],
	['`nothing.ts`', ['nothing.ts']],
	['```sh\nnpx jest test/unit/nothing\n```', ['test/unit/nothing']],
	['`kit/errors.ts`, `errors.ts`, `kit/http/`, `/B2BAPIs/svc`, `a/b`', []],
	['```sh\nnpx jest test/unit/docs/lin\n```', []],
])('in %j, what does not exist is seen', (text, missing) => {
	expect(missingFrom(text)).toEqual(missing);
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
