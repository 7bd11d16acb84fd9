import type { INode } from 'n8n-workflow';

import { Bench, FORMATS, orders } from '../../support/bench';
import { AUTOMATIC, mapping } from './lineColumns';

const bench = Bench.forFile({ withoutOrders: true });

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;

	describe('lines from a list', () => {
		const fromList = (orderNo: string, more: INode['parameters']): INode['parameters'] =>
			orders('create', {
				orderNo,
				inputMode: 'list',
				lineList: '={{ $json.lines }}',
				addresses: { billTo: { city: 'Exampleton', country: 'US' } },
				...more,
			});
		const NAMES = mapping({
			'Item.ItemID': 'product.sku',
			OrderedQty: 'qty',
			'Item.UnitOfMeasure': '"EACH"',
			DeliveryMethod: 'how',
		});

		it('reads entries by the names that are mapped', async () => {
			const lines = [
				{ product: { sku: 'MUG-BLUE' }, qty: 2, how: 'SHP' },
				{ product: { sku: 'LAMP-DESK' }, qty: '1' },
			];
			await wire.run(fromList(name('NAMED'), { lineNames: NAMES }), { input: [{ lines }] });
			await wire.run(fromList(name('TEXT'), { lineNames: NAMES }), { input: [{ lines: JSON.stringify(lines) }] });
			for (const orderNo of [name('NAMED'), name('TEXT')]) {
				expect(wire.lines(orderNo)).toMatchObject([
					{ ItemID: 'MUG-BLUE', OrderedQty: '2', DeliveryMethod: 'SHP' },
					{ ItemID: 'LAMP-DESK', OrderedQty: '1' },
				]);
			}
		});

		const ONE = { ItemID: 'MUG-BLUE', OrderedQty: 2 };
		it.each<[string, unknown]>([
			['one entry without a list', ONE],
			['the repeating element around it', { OrderLine: [ONE] }],
			['around one entry', { OrderLine: ONE }],
			['both elements', { OrderLines: { OrderLine: [ONE] } }],
			['both around one entry', { OrderLines: { OrderLine: ONE } }],
			['any member around the list', { rows: [ONE] }],
		])('reads %s, as an object and as text', async (what, lines) => {
			for (const given of [lines, JSON.stringify(lines)]) {
				const orderNo = name(`${what}-${typeof given}`);
				await wire.run(fromList(orderNo, { lineNames: AUTOMATIC }), { input: [{ lines: given }] });
				expect(wire.lines(orderNo)).toMatchObject([{ ItemID: 'MUG-BLUE', OrderedQty: '2' }]);
			}
		});

		it('reads entries that have Sterling’s own names, and those of this node’s reads', async () => {
			const lines = [
				{ OrderedQty: '2', Item: { ItemID: 'MUG-BLUE', UnitOfMeasure: 'EACH' }, GiftFlag: 'Y' },
				{ ItemID: 'MUG-RED', OrderedQty: 3, UnitPrice: '9.90', customFields: { ExtnGiftWrap: 'Y' } },
			];
			await wire.run(fromList(name('OWN'), { lineNames: AUTOMATIC }), { input: [{ lines }] });
			expect(wire.lines(name('OWN'))).toMatchObject([
				{ ItemID: 'MUG-BLUE', OrderedQty: '2', GiftFlag: 'Y' },
				{ ItemID: 'MUG-RED', OrderedQty: '3', UnitPrice: '9.90', Extn_ExtnGiftWrap: 'Y' },
			]);
		});

		it.each<[string, unknown, object, RegExp]>([
			[
				'a value where a name belongs',
				[{ sku: 'A' }],
				mapping({ 'Item.ItemID': 'MUG-BLUE' }),
				/^List: no entry has "MUG-BLUE"/,
			],
			['a name that is nobody’s', [{ sku: 'A' }], AUTOMATIC, /^List → Line 1: there is no line field "sku"$/],
			['a list that is none', 'MUG-BLUE', NAMES, /^List is not valid JSON/],
			['no list', undefined, NAMES, /^List is empty: its expression returns nothing$/],
			['entries that are none', ['MUG-BLUE'], NAMES, /^List → entry 1 must be an object, got "MUG-BLUE"$/],
			[
				'a quantity that is none',
				[{ product: { sku: 'A' }, qty: '9,90' }],
				NAMES,
				/^List → Line 1 → Quantity: "9,90" is not a number$/,
			],
			['a line without an item', [{ qty: 1, product: { sku: '' } }], NAMES, /^List → Line 1 → Item ID is empty$/],
		])('refuses %s, and sends nothing', async (_what, lines, lineNames, message) => {
			wire.sandbox.log.clear();
			const parameters = fromList(name('WRONG'), { lineNames: lineNames as never });
			const error = await wire.refused(parameters, { input: [{ lines }] });
			expect(error.message).toMatch(message);
			expect(wire.requests.createOrder).toBeUndefined();
		});
	});
});
