import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { WorkflowFile } from '../../../engine/workflow';

const FOLDER = resolve(__dirname, '../../../templates');
const files = ['.', 'postgres', '../demo/workflows', '../demo/edi'].flatMap((folder) =>
	readdirSync(join(FOLDER, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.json') && (folder !== '.' || !name.includes('/')))
		.map((name) => join(folder, name)),
);
const nodes = files.flatMap((name) =>
	(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as WorkflowFile).nodes.map((node) => ({ ...node, file: name })),
);
const ofType = (type: string) =>
	nodes
		.filter((node) => node.type === `n8n-nodes-base.${type}`)
		.map((node) => [`${node.file}: ${node.name}`, node] as const);

interface Sql {
	query?: string;
	columns?: { value?: Record<string, unknown>; mappingMode?: string };
	table?: { value: string };
	schema?: { value: string };
	where?: { values: Array<{ column: string }> };
	options?: { queryReplacement?: string; queryBatching?: string };
}

/** What only the author of the workflow writes: its text, and values of Settings. */
const isOwn = (text = '') => !text.includes('{{') || /^=\{\{ \$\('Settings'\)\.first\(\)\.json\.\w+ \}\}$/.test(text);

test.each(ofType('postgres'))('%s: no value of an item becomes a part of the SQL', (_name, node) => {
	const { query, columns, table, schema, where, options } = node.parameters as Sql;
	expect([query, table?.value, schema?.value].filter((text) => !isOwn(text))).toEqual([]);
	expect(
		[...Object.keys(columns?.value ?? {}), ...(where?.values ?? []).map(({ column }) => column)].filter(
			(name) => !isOwn(name),
		),
	).toEqual([]);
	// Whatever is mapped by itself would take the names of columns from the items.
	expect(columns?.mappingMode ?? 'defineBelow').toBe('defineBelow');
	// A list: in a text of several values a comma in one would move all others.
	if (/\$\d/.test(query ?? '')) expect(options?.queryReplacement).toMatch(/^=\{\{ ?\[[^]*\] ?\}\}$/);
});

test('there are such nodes', () => expect(ofType('postgres').length).toBeGreaterThan(20));

const SHEETS = ['googleSheets', 'microsoftExcel', 'convertToFile', 'spreadsheetFile'];

test.each(SHEETS.flatMap(ofType))('%s: no text of an item becomes a formula', (_name, node) => {
	const { operation = 'read', options } = node.parameters as { operation?: string; options?: { cellFormat?: string } };
	if (operation !== 'read') expect(options?.cellFormat).toBe('RAW');
});

test.each(ofType('emailSend'))('%s: a mail is text, or one of which n8n escapes every part', (_name, node) => {
	const { operation = 'send', emailFormat } = node.parameters as { operation?: string; emailFormat?: string };
	expect(operation === 'sendAndWait' || emailFormat === 'text').toBe(true);
});
