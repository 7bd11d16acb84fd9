import fc from 'fast-check';
import type { INode } from 'n8n-workflow';

import { Bench, FORMATS, onOrder, orders } from '../../support/bench';
import { locate } from '../../support/workflow';
import { AUTOMATIC, mapping } from './lineColumns';

const bench = Bench.forFile({ withoutOrders: true });

const ADDRESSES = { billTo: { city: '={{ $json.city }}', country: 'US' }, shipTo: { city: '={{ $json.shipCity }}' } };

const COLUMNS = mapping({
	'Item.ItemID': '={{ $json.sku }}',
	OrderedQty: '={{ $json.qty }}',
	'LinePriceInfo.UnitPrice': '={{ $json.price }}',
});

const fromItems = (more: INode['parameters'] = {}): INode['parameters'] =>
	orders('create', {
		orderNo: '={{ $json.order }}',
		inputMode: 'items',
		lineColumns: COLUMNS,
		addresses: ADDRESSES,
		additionalFields: { customerPoNo: '={{ $json.po }}' },
		...more,
	});

const row = (order: unknown, sku: string, qty: unknown, more: object = {}) => ({
	order,
	sku,
	qty,
	city: 'Exampleton',
	...more,
});

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;

	it.each([
		['input items', fromItems(), { input: [row(name('GHOST'), 'NO-SUCH', 1)] }, 'Values of Each Line'],
		[
			'a list',
			orders('create', {
				inputMode: 'list',
				lineList: [{ ItemID: 'NO-SUCH', OrderedQty: '1' }] as never,
				addresses: ADDRESSES,
			}),
			{},
			'List',
		],
	])('what Sterling refuses is named where it comes from: %s', async (_what, parameters, options, label) => {
		const error = await wire.refused(parameters, options);
		expect(error.message).toContain('[YFS10437]');
		expect(error.description).toContain(`check ItemID in "${label}" and UnitOfMeasure in "${label}"`);
	});

	describe('lines from input items', () => {
		it('makes one order of the rows of one number, in one call, with every row paired', async () => {
			const [one, two] = [name('SHEET-1'), name('SHEET-2')];
			wire.sandbox.log.clear();
			const finished = await wire.runNode(fromItems(), {
				input: [
					row(one, 'MUG-BLUE', 2, { price: '9.90' }),
					row(two, 'LAMP-DESK', '1'),
					row(one, 'MUG-RED', 4, { po: 'PO-7' }),
					row(two, 'MUG-BLUE', 1),
					row(one, 'LAMP-DESK', '1'),
				],
			});
			expect(finished.error).toBeUndefined();
			expect(wire.requests.createOrder).toBe(2);
			expect(wire.lines(one)).toMatchObject([
				{ ItemID: 'MUG-BLUE', OrderedQty: '2', UnitPrice: '9.90', UnitOfMeasure: 'EACH' },
				{ ItemID: 'MUG-RED', OrderedQty: '4' },
				{ ItemID: 'LAMP-DESK', OrderedQty: '1' },
			]);
			expect(wire.lines(two)).toMatchObject([{ ItemID: 'LAMP-DESK' }, { ItemID: 'MUG-BLUE' }]);
			// What one row says and the others leave empty holds for the order.
			expect(wire.stored(one)).toMatchObject({ CustomerPONo: 'PO-7' });
			const items = finished.items('Sterling');
			expect(items.map(({ json, pairedItem }) => [json.OrderNo, pairedItem])).toEqual([
				[one, [{ item: 0 }, { item: 2 }, { item: 4 }]],
				[two, [{ item: 1 }, { item: 3 }]],
			]);
		});

		it('takes columns by their names where they are named like the fields', async () => {
			const orderNo = name('AUTO');
			await wire.run(fromItems({ lineColumns: AUTOMATIC }), {
				input: [{ order: orderNo, city: 'Exampleton', 'Item ID': 'MUG-BLUE', quantity: 2, unit_price: '9.50' }],
			});
			expect(wire.lines(orderNo)).toMatchObject([{ ItemID: 'MUG-BLUE', OrderedQty: '2', UnitPrice: '9.50' }]);
		});

		it.each<[string, object[], RegExp]>([
			[
				'rows that contradict each other',
				[row('C', 'MUG-BLUE', 1), row('D', 'MUG-RED', 1), row('C', 'MUG-RED', 1, { city: 'Sampleford' })],
				/^Input Item 1 and Input Item 3 contradict each other: Addresses → Bill To → City is "Exampleton" in one, and "Sampleford" in the other$/,
			],
			[
				'rows that contradict each other in the second address',
				[row('C', 'MUG-BLUE', 1, { shipCity: 'Testbury' }), row('C', 'MUG-RED', 1, { shipCity: 'Sampleford' })],
				/contradict each other: Addresses → Ship To → City is "Testbury" in one, and "Sampleford" in the other$/,
			],
			[
				'a row without a number, before any order is made',
				[row('N', 'MUG-BLUE', 1), row(undefined, 'MUG-RED', 1)],
				/^Input Item 2 → Order Number is empty: its expression returns nothing$/,
			],
			[
				'a quantity that is none',
				[row('Q', 'MUG-BLUE', 1), row('Q', 'MUG-RED', 'two')],
				/^Input Item 2 → Quantity: "two" is not a number$/,
			],
			[
				'a row without a quantity',
				[row('E', 'MUG-BLUE', ''), row('E', 'MUG-RED', 1)],
				/^Input Item 1 → Quantity is empty$/,
			],
		])('refuses %s, and makes nothing of that order', async (_what, input, message) => {
			wire.sandbox.log.clear();
			const error = await wire.refused(fromItems(), { input: input as Array<Record<string, unknown>> });
			expect(error.message).toMatch(message);
			for (const orderNo of ['C', 'N', 'Q', 'E']) expect(wire.stored(orderNo)).toBeUndefined();
		});

		it('goes on with the other orders under Continue On Fail, and pairs the error with all of its rows', async () => {
			const [bad, good] = [name('BAD'), name('GOOD')];
			const finished = await wire.runNode(fromItems(), {
				input: [row(bad, 'MUG-BLUE', 1), row(good, 'MUG-RED', 1), row(bad, 'NONE', 1)],
				node: { onError: 'continueRegularOutput' },
			});
			expect(wire.stored(bad)).toBeUndefined();
			expect(wire.lines(good)).toHaveLength(1);
			const [failed, done] = finished.items('Sterling');
			expect(failed).toMatchObject({ pairedItem: [{ item: 0 }, { item: 2 }], json: { error: expect.any(String) } });
			expect(done).toMatchObject({ pairedItem: { item: 1 }, json: { OrderNo: good } });
		});

		it('cancels and ships lines by item, one call for each order', async () => {
			const [one, two] = [name('BY-ITEM-1'), name('BY-ITEM-2')];
			for (const orderNo of [one, two]) {
				wire.place(orderNo, {
					OrderLines: {
						OrderLine: ['MUG-BLUE', 'MUG-RED', 'LAMP-DESK'].map((ItemID) => ({
							OrderedQty: '3',
							Item: { ItemID, UnitOfMeasure: 'EACH' },
						})),
					},
				});
			}
			const byItem = (operation: string, more: INode['parameters']) => ({
				resource: 'order',
				operation,
				order: locate('number', '={{ $json.order }}'),
				inputMode: 'items',
				...more,
			});
			const input = [row(one, 'MUG-RED', 1), row(two, 'MUG-BLUE', ''), row(one, 'LAMP-DESK', '')];
			const cancel = byItem('cancelLines', {
				lineColumns: mapping({ 'Item.ItemID': '={{ $json.sku }}', OrderedQty: '={{ $json.qty }}' }),
			});
			await wire.run(cancel, { input });
			const kept = (orderNo: string) => wire.lines(orderNo).map(({ OrderedQty }) => Number(OrderedQty));
			expect([kept(one), kept(two)]).toEqual([
				[3, 1, 0],
				[0, 3, 3],
			]);
		});
	});

	it('changes stock by the rows of a sheet, many in one call', async () => {
		const adjust: INode['parameters'] = {
			resource: 'inventory',
			operation: 'adjust',
			inputMode: 'items',
			lineColumns: mapping({ ItemID: '={{ $json.sku }}', ShipNode: 'AUR_DC1', Quantity: '={{ $json.qty }}' }),
		};
		wire.sandbox.log.clear();
		const finished = await wire.runNode(adjust, {
			input: [
				{ sku: 'MUG-BLUE', qty: 5 },
				{ sku: 'MUG-RED', qty: '-2' },
			],
		});
		expect(finished.error).toBeUndefined();
		expect(wire.requests.adjustInventory).toBe(1);
		expect(finished.items('Sterling')).toMatchObject([{ pairedItem: [{ item: 0 }, { item: 1 }] }]);
		const twice = {
			...adjust,
			lineColumns: mapping({ ItemID: 'MUG-BLUE', Quantity: '1', AdjustmentType: 'ABSOLUTE' }),
		};
		const error = await wire.refused(twice, { input: [{}, {}] });
		expect(error.message).toBe('two adjustments set the supply of MUG-BLUE at no node');
	});

	it('makes a return and a shipment of lists', async () => {
		const orderNo = name('SOLD');
		wire.place(orderNo);
		wire.ship(orderNo);
		const [line] = wire.lines(orderNo);
		await wire.run(
			{
				resource: 'return',
				operation: 'create',
				orderNo: name('RET'),
				inputMode: 'list',
				lineList: '={{ $json.lines }}',
				lineNames: mapping({ 'DerivedFrom.OrderLineKey': 'key', OrderedQty: 'qty', ReturnReason: '"DAMAGED"' }),
				addresses: { billTo: { city: 'Exampleton', country: 'US' } },
			},
			{ input: [{ lines: [{ key: line.OrderLineKey, qty: 1 }] }] },
		);
		const back = wire.sandbox.store
			.rows('OrderLine')
			.filter((row) => row.DerivedFromOrderLineKey === line.OrderLineKey);
		expect(back).toMatchObject([{ OrderedQty: '1', ReturnReason: 'DAMAGED' }]);

		wire.place(name('TO-SHIP'));
		wire.release(name('TO-SHIP'));
		const [release] = wire.rows('OrderRelease', name('TO-SHIP'));
		const [open] = wire.lines(name('TO-SHIP'));
		await wire.run(
			{
				resource: 'shipment',
				operation: 'create',
				shipmentNo: name('S'),
				shipNode: locate('code', String(release.ShipNode)),
				inputMode: 'items',
				lineColumns: mapping({
					OrderReleaseKey: '={{ $json.release }}',
					OrderLineKey: '={{ $json.line }}',
					Quantity: '2',
				}),
			},
			{ input: [{ release: release.OrderReleaseKey, line: open.OrderLineKey }] },
		);
		expect(wire.stored(name('TO-SHIP'))).toMatchObject({ MinOrderStatus: '3350' });
	});
});

test('whatever the order of the rows: each order gets each of its rows once', async () => {
	let run = 0;
	const quantities = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 99 })), {
		minLength: 1,
		maxLength: 12,
	});
	await fc.assert(
		fc.asyncProperty(quantities, async (rows) => {
			run++;
			const numberOf = (order: number) => `P-${run}-${order}`;
			const input = rows.map(([order, qty]) => row(numberOf(order), 'MUG-BLUE', qty));
			const made = await bench.run(fromItems(), { input });
			const numbers = [...new Set(rows.map(([order]) => numberOf(order)))];
			expect(made.map(({ OrderNo }) => OrderNo)).toEqual(numbers);
			for (const orderNo of numbers) {
				const own = rows.filter(([order]) => numberOf(order) === orderNo).map(([, qty]) => qty);
				expect(bench.lines(orderNo).map(({ OrderedQty }) => Number(OrderedQty))).toEqual(own);
			}
		}),
		{ numRuns: 15 },
	);
});

test('a change by rows leaves the lines that no row names', async () => {
	bench.place('ROWS');
	const change = onOrder('update', 'ROWS', {
		inputMode: 'items',
		lineColumns: mapping({ PrimeLineNo: '={{ $json.line }}', OrderedQty: '={{ $json.qty }}' }),
	});
	await bench.run(change, { input: [{ line: 1, qty: 5 }] });
	expect(bench.lines('ROWS')).toMatchObject([{ OrderedQty: '5' }]);
});
