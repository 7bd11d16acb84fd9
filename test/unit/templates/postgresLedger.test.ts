import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { fileOf, NAMES } from '../../../templates/postgresLedger';

interface Node {
	name: string;
	type: string;
	parameters: { columns?: { value: object; matchingColumns: string[] }; query?: string; options?: object };
}

const root = resolve(__dirname, '../../..');
const sql = readFileSync(join(root, 'templates', 'postgres', 'ledger.sql'), 'utf8');
const columns = [...sql.matchAll(/^ {2}"(\w+)" text/gm)].map(([, name]) => name);

test.each(NAMES)(
	'%s on PostgreSQL is what its data table twin gives (else: npx tsx templates/postgresLedger.ts)',
	(name) => {
		const { path, text } = fileOf(name);
		expect(readFileSync(path, 'utf8')).toBe(text);
	},
);

test('every template with a ledger has a twin', () => {
	const page = readFileSync(join(root, 'docs', 'syspro-edi.md'), 'utf8');
	const linked = [...page.matchAll(/\.\.\/templates\/postgres\/([\w-]+)\.json/g)].map(([, name]) => name);
	expect([...new Set(linked)].sort()).toEqual([...NAMES].sort());
	for (const name of NAMES) {
		const template = readFileSync(join(root, 'templates', `${name}.json`), 'utf8');
		expect(template).toContain('n8n-nodes-base.dataTable');
		expect(existsSync(fileOf(name).path)).toBe(true);
	}
});

describe.each(NAMES)('%s', (name) => {
	const { text } = fileOf(name);
	const { nodes } = JSON.parse(text) as { nodes: Node[] };
	const own = nodes.filter(({ type }) => type === 'n8n-nodes-base.postgres');

	test('keeps nothing in a data table', () => {
		expect(own.length).toBeGreaterThan(0);
		expect(text).not.toMatch(/dataTable|data table/i);
	});

	test('writes columns that the table has, by the key that is unique, item by item', () => {
		for (const { parameters } of own) {
			const written = Object.keys(parameters.columns?.value ?? {});
			expect(columns).toEqual(expect.arrayContaining(written));
			if (written.length > 0)
				expect([written[0], parameters.columns?.matchingColumns]).toEqual(['documentId', ['documentId']]);
			const named = [...(parameters.query ?? '').matchAll(/"(\w+)"/g)].map(([, column]) => column);
			expect([...columns, 'id']).toEqual(expect.arrayContaining(named));
			expect(parameters.options).toMatchObject({ queryBatching: 'independently' });
		}
	});
});

test('the page names the columns of the data table as the table of PostgreSQL has them', () => {
	const page = readFileSync(join(root, 'docs', 'syspro-edi.md'), 'utf8');
	const [list] = /^`documentId`(?:, `\w+`)+$/m.exec(page) ?? [''];
	expect([...list.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(columns);
});
