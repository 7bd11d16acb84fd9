import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';

import { n8n, name as PACKAGE, repository } from '../../../package.json';
import { CREDENTIALS, NODES } from '../../support/published';

const ROOT = resolve(__dirname, '../../..');
const PAGES = `${repository.url.replace(/^git\+|\.git$/g, '')}/blob/main/`;

const sourceOf = (file: string) => file.replace(/^dist\//, '').replace(/\.js$/, '.ts');
const named = <T>(files: readonly string[], things: readonly T[]) =>
	files.map((file, i) => ({ file: sourceOf(file), thing: things[i] }));

const nodes = named<INodeType>(n8n.nodes, NODES);
const credentials = named<ICredentialType>(n8n.credentials, CREDENTIALS);

interface Codex {
	node: string;
	alias?: string[];
	categories: string[];
	resources: Record<string, Array<{ url: string }>>;
}

const codexOf = (file: string) => JSON.parse(readFileSync(join(ROOT, file.replace(/\.ts$/, '.json')), 'utf8')) as Codex;

/** Files of a light and a dark icon, as paths from the root. */
function iconsOf(icon: unknown, file: string): string[] {
	const { light, dark } = icon as { light: string; dark: string };
	return [light, dark].map((path) => join(dirname(file), path.replace(/^file:/, '')));
}

/** The pages of the repository behind addresses; an address elsewhere stays what it is. */
const pagesOf = (urls: string[]) => urls.map((url) => url.replace(PAGES, '').replace(/#.*$/, ''));
const missing = (files: string[]) => files.filter((file) => !existsSync(join(ROOT, file)));

describe.each(nodes)('$file', ({ file, thing: { description } }) => {
	test('has a codex file with its own name, in which people find it', () => {
		const { node, categories, alias = [] } = codexOf(file);
		expect(node).toBe(`${PACKAGE}.${description.name}`);
		expect(categories.length).toBeGreaterThan(0);
		expect(alias.length).toBeGreaterThan(0);
	});

	test('leads to pages that exist', () => {
		const { resources } = codexOf(file);
		const urls = Object.values(resources).flatMap((links) => links.map(({ url }) => url));
		expect(urls.length).toBeGreaterThan(0);
		expect(missing(pagesOf(urls))).toEqual([]);
	});

	test('has two icons', () => {
		const icons = iconsOf(description.icon, file);
		expect(new Set(icons).size).toBe(2);
		expect(missing(icons)).toEqual([]);
	});

	test('needs a credential of the package', () => {
		const names = CREDENTIALS.map(({ name }) => name);
		const unknown = (description.credentials ?? []).filter(({ name }) => !names.includes(name));
		expect(unknown).toEqual([]);
	});
});

describe.each(credentials)('$file', ({ file, thing }) => {
	test('leads to a page that exists', () => {
		expect(missing(pagesOf([thing.documentationUrl ?? 'none']))).toEqual([]);
	});

	test('has two icons', () => {
		expect(missing(iconsOf(thing.icon, file))).toEqual([]);
	});

	test('is tested by a node', () => {
		const tests = NODES.flatMap(({ description }) => description.credentials ?? []);
		expect(tests.some(({ name, testedBy }) => name === thing.name && typeof testedBy === 'string')).toBe(true);
	});
});
