import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { INode } from 'n8n-workflow';

import { Bench } from '../../support/bench';

const bench = Bench.forFile({ withoutOrders: true });

const file = readFileSync(resolve(__dirname, '../../../templates/orders-from-spreadsheet.json'), 'utf8');
/** The node's parameters with the values of the node Settings in place. */
const parametersOf = (settings: Record<string, unknown>): INode['parameters'] => {
	const filled = file.replace(/"=\{\{ \$\('Settings'\)\.first\(\)\.json\.(\w+) \}\}"/g, (_, name: string) =>
		JSON.stringify(settings[name]),
	);
	const { nodes } = JSON.parse(filled) as { nodes: INode[] };
	return nodes.find(({ name }) => name === 'Create the orders')!.parameters;
};

const ADA = { 'first name': 'Ada', 'last name': 'Example', city: 'Exampleton', country: 'US' };
const BEN = { 'first name': 'Ben', 'last name': 'Sample', city: 'Sampleford', country: 'US' };
const SHEET = [
	{ order: 'XL-1', ...ADA, sku: 'MUG-BLUE', qty: 2, price: 9.9 },
	{ order: 'XL-2', ...BEN, sku: 'LAMP-DESK', qty: 1, price: 39 },
	{ order: 'XL-1', sku: 'MUG-RED', qty: 4, price: 9.9 },
	{ order: 'XL-1', sku: 'LAMP-DESK', qty: 1, price: 39 },
	{ order: 'XL-2', ...BEN, sku: 'MUG-BLUE', qty: 1, price: 9.9 },
];

test('the template makes two orders of a sheet with five rows, and shows them first', async () => {
	const settings = { enterpriseCode: 'AURORA', currency: 'USD' };
	const shown = await bench.run(parametersOf({ ...settings, preview: true }), { input: SHEET });
	expect(shown).toMatchObject([{ dryRun: true }, { dryRun: true }]);
	expect(bench.stored('XL-1')).toBeUndefined();
	const made = await bench.run(parametersOf({ ...settings, preview: false }), { input: SHEET });
	expect(made).toMatchObject([{ OrderNo: 'XL-1' }, { OrderNo: 'XL-2' }]);
	expect(bench.lines('XL-1').map(({ ItemID, OrderedQty }) => [ItemID, OrderedQty])).toEqual([
		['MUG-BLUE', '2'],
		['MUG-RED', '4'],
		['LAMP-DESK', '1'],
	]);
	expect(bench.lines('XL-2')).toHaveLength(2);
});
