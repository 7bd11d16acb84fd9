import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { LINE_CHANGES } from '../../../../edi/documents/tables/codes';
import { LINE_STATUSES } from '../../../../edi/documents/statuses';
import { lines } from '../../../../nodes/X12/fields/lines';
import { CREATE, runX12, written } from '../../../support/x12';

const NOTHING = '={{ $json.nothing }}';
const line = { vendorPart: 'MUG-BLUE', quantity: '2', unit: 'EA', price: '9.90' };
const of = (documentType: string, entry: object, more: object = {}) => ({
	...CREATE,
	documentType,
	number: 'N-1',
	date: '2026-11-27',
	lines: { line: [{ ...line, ...entry }] },
	...more,
});

describe('choices of a line take codes of the standard, and names without a choice', () => {
	const KINDS: Array<[column: string, documentType: string, table: Record<string, string>, segment: RegExp]> = [
		['change', 'purchaseOrderChange', LINE_CHANGES, /^POC\*1?\*(\w+)/],
		['status', 'purchaseOrderAcknowledgement', LINE_STATUSES, /^ACK\*(\w+)/],
	];
	test.each(KINDS)('%s', async (column, documentType, table, segment) => {
		const found = async (value: string) => {
			const all = await written(of(documentType, { [column]: `={{ "${value}" }}` }));
			return all.flatMap((one) => segment.exec(one)?.[1] ?? [])[0];
		};
		for (const [code, name] of Object.entries(table)) {
			expect(await found(code)).toBe(code);
			expect(table[await found(name)]).toBe(name);
		}
	});

	test.each(['17', 'QH', '={{ "QH" }}', '={{ "33" }}'])('quantityType %s', async (quantityType) => {
		const all = await written(of('inventoryAdvice', { quantityType }));
		expect(all).toContain(`QTY*${/\w\w/.exec(quantityType)?.[0]}*2*EA`);
	});

	test('the labels of all choices are understood', async () => {
		const [list] = (lines().find(({ property }) => property.name === 'lines')?.property.options ??
			[]) as INodePropertyCollection[];
		const choices = list.values.filter(({ type }) => type === 'options');
		expect(choices.map(({ name }) => name)).toEqual(['change', 'status', 'quantityType']);
		const types = ['purchaseOrderChange', 'purchaseOrderAcknowledgement', 'inventoryAdvice'];
		for (const [at, { name, options }] of choices.entries())
			for (const { name: label, value } of options as INodeProperties['options'] &
				Array<{ name: string; value: string }>)
				expect(await written(of(types[at], { [name]: label }))).toEqual(
					await written(of(types[at], { [name]: value })),
				);
	});
});
