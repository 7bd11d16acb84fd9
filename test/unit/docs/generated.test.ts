import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { RESOURCES } from '../../../nodes/IbmSterlingOms/operations';
import { regions, update } from '../../../scripts/docs';
import { MEANINGS } from '../../../scripts/docs/errors';
import { place, table } from '../../../scripts/docs/markdown';
import { explain } from '../../../clients/oms/errorTable';

const root = resolve(__dirname, '../../..');

test.each(regions())('$file: $name is up to date (else: npm run docs)', (region) => {
	const { before, after } = update(region);
	expect(before).toBe(after);
});

test('every operation of the catalogue has its row', () => {
	const reference = readFileSync(join(root, 'docs/operations.md'), 'utf8');
	for (const { name, operations } of RESOURCES) {
		const section = reference.split(`## ${name}\n`)[1].split('\n## ')[0];
		for (const each of operations) expect(section).toContain(`| ${each.name} | ${each.description} |`);
	}
});

describe('error codes', () => {
	const documented = MEANINGS.flatMap(([codes]) => codes.split(' '));
	const unknown = explain('NO_SUCH_CODE', 400);

	test('are those that the client has advice for', () => {
		const source = readFileSync(join(root, 'clients/oms/errorTable.ts'), 'utf8');
		const known = [...source.matchAll(/'([A-Z]{3}(?:\d{4,}|\d+_\d+))'/g)].map(([, code]) => code);
		expect([...documented].sort()).toEqual([...new Set(known)].sort());
	});

	test.each(MEANINGS)('%s get the same advice', (codes) => {
		const [first, ...others] = codes.split(' ').map((code) => explain(code, 400));
		expect(first).not.toEqual(unknown);
		for (const other of others) expect(other).toEqual(first);
	});
});

test('a table keeps bars and line breaks of its cells inside', () => {
	expect(table(['A', 'B'], [['x|y', 'one\n two']])).toBe('| A | B |\n| --- | --- |\n| x\\|y | one two |');
});

test('a region replaces what stood between its marks, and only that', () => {
	const region = { file: 'a.md', name: 'n', text: 'new' };
	const content = 'top\n<!-- generated: n -->\nold\n<!-- /generated: n -->\nend';
	expect(place(content, region)).toBe('top\n<!-- generated: n -->\nnew\n<!-- /generated: n -->\nend');
	expect(() => place('no marks', region)).toThrow('a.md lacks the marks');
});
