import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { INodeType } from 'n8n-workflow';

import { NODES } from '../../support/published';

const ROOT = resolve(__dirname, '../../../nodes');

/** What the editor asks of a node: lists, mappings and connection tests, by the names in its description. */
function wanted(description: INodeType['description']): string[] {
	const named = JSON.stringify(description).matchAll(
		/"(?:searchListMethod|loadOptionsMethod|resourceMapperMethod|testedBy)":"(\w+)"/g,
	);
	return [...new Set([...named].map(([, name]) => name))].sort();
}

const offered = ({ methods = {} }: INodeType) => Object.values(methods).flatMap((group) => Object.keys(group ?? {}));

test.each(NODES.map((node) => ({ name: node.description.name, node })))(
	'$name has the methods that its description names',
	({ node }) => {
		const own = offered(node);
		expect(wanted(node.description).filter((name) => !own.includes(name))).toEqual([]);
	},
);

test('every method is named by a description', () => {
	const named = NODES.flatMap(({ description }) => wanted(description));
	expect([...new Set(NODES.flatMap(offered))].filter((name) => !named.includes(name))).toEqual([]);
});

const PRODUCTS = readdirSync(ROOT).filter((product) => existsSync(join(ROOT, product, 'pickers')));

test.each(PRODUCTS)('every picker of %s is in one of its nodes', async (product) => {
	const folder = join(ROOT, product, 'pickers');
	const files = readdirSync(folder).filter((file) => file !== 'index.ts');
	const modules = await Promise.all(files.map(async (file) => (await import(join(folder, file))) as object));
	const exported = modules.flatMap((exports) => Object.keys(exports));
	const pickers = exported.filter((name) => /^(?:search|map|get)[A-Z]|Connection$/.test(name));
	expect(pickers.length).toBeGreaterThan(0);
	const known = new Set(NODES.flatMap(offered));
	expect(pickers.filter((name) => !known.has(name))).toEqual([]);
});
