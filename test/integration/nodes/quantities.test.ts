import type { INodeParameters } from 'n8n-workflow';

import { Bench, line, onOrder, orders } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

beforeAll(() => {
	bench.place('HAS-LINES', { OrderLines: { OrderLine: [line('4'), line('5', 'LAMP-DESK')] } });
	bench.release('HAS-LINES');
});

const MUG = { itemId: locate('id', 'MUG-BLUE'), unitOfMeasure: locate('code', 'EACH') };
const KEY = locate('key', '20260115100001123456');
const DRY = { options: { dryRun: true } };
const lines = (one: INodeParameters) => ({ lines: { line: [one] } });
const on = (resource: string, operation: string, more: INodeParameters): INodeParameters => ({
	resource,
	operation,
	...more,
});
const inDocument = (document: object) => ({ inputMode: 'document', document: JSON.stringify(document) });
const orderLine = (one: object) => inDocument({ OrderLines: { OrderLine: [one] } });
const ITEM = { ItemID: 'MUG-BLUE', UnitOfMeasure: 'EACH' };

type Make = (quantity: string) => INodeParameters;

/** Every quantity that has to be more than 0, on each way into the document. */
const POSITIVE: Array<[string, Make, string]> = [
	['order:create', (q) => orders('create', lines({ ...MUG, orderedQty: q })), 'Order Lines → Line 1 → Quantity'],
	[
		'order:create, a list',
		(q) => orders('create', { inputMode: 'list', lineList: [{ ItemID: 'MUG-BLUE', OrderedQty: q }] as never }),
		'List → Line 1 → Quantity',
	],
	[
		'order:create, input items',
		(q) =>
			orders('create', {
				orderNo: 'BY-ITEM',
				inputMode: 'items',
				lineColumns: {
					mappingMode: 'defineBelow',
					value: { 'Item.ItemID': 'MUG-BLUE', 'Item.UnitOfMeasure': 'EACH', OrderedQty: q },
				},
			}),
		'Input Item 1 → Quantity',
	],
	[
		'order:create, a document',
		(q) => orders('create', orderLine({ OrderedQty: q, Item: ITEM })),
		'Document → OrderLine 1 → OrderedQty',
	],
	[
		'order:create, additional attributes',
		(q) =>
			orders('create', {
				additionalFields: {
					additionalAttributes: JSON.stringify({ OrderLines: { OrderLine: [{ OrderedQty: q, Item: ITEM }] } }),
				},
			}),
		'Additional Fields → Additional Attributes → OrderLine 1 → OrderedQty',
	],
	[
		'order:update, a new line',
		(q) => onOrder('update', 'HAS-LINES', lines({ lineAction: 'CREATE', ...MUG, orderedQty: q })),
		'Order Lines → Line 1 → Quantity',
	],
	[
		'order:update, a new line of a document',
		(q) => onOrder('update', 'HAS-LINES', orderLine({ Action: 'CREATE', OrderedQty: q, Item: ITEM })),
		'Document → OrderLine 1 → OrderedQty',
	],
	[
		'order:changeStatus',
		(q) =>
			onOrder('changeStatus', 'HAS-LINES', {
				transactionId: locate('id', 'T.0001.ex'),
				changeForAllAvailableQty: false,
				...lines({ primeLineNo: '1', quantity: q }),
			}),
		'Order Lines → Line 1 → Quantity',
	],
	[
		'order:ship',
		(q) => onOrder('ship', 'HAS-LINES', lines({ primeLineNo: '1', quantity: q })),
		'Order Lines → Line 1 → Quantity',
	],
	[
		'orderRelease:update',
		(q) => on('orderRelease', 'update', { orderRelease: KEY, ...lines({ primeLineNo: '1', statusQuantity: q }) }),
		'Lines → Line 1 → Quantity',
	],
	[
		'return:create',
		(q) => on('return', 'create', lines({ derivedFromKey: KEY, orderedQty: q })),
		'Return Lines → Line 1 → Quantity',
	],
	[
		'return:receive',
		(q) => on('return', 'receive', { returnOrder: KEY, ...lines({ primeLineNo: '1', quantity: q }) }),
		'Lines → Line 1 → Quantity',
	],
	[
		'shipment:create',
		(q) => on('shipment', 'create', lines({ orderLineKey: KEY, quantity: q })),
		'Shipment Lines → Line 1 → Quantity',
	],
	[
		'shipment:create, a container',
		(q) => on('shipment', 'create', { containers: { container: [{ contents: { content: [{ quantity: q }] } }] } }),
		'Containers → Container 1 → Contents → Content 1 → Quantity',
	],
	[
		'shipment:update, a new line',
		(q) =>
			on('shipment', 'update', { shipment: KEY, ...lines({ lineAction: 'Create', orderLineKey: KEY, quantity: q }) }),
		'Shipment Lines → Line 1 → Quantity',
	],
	[
		'inventory:checkAvailability',
		(q) => on('inventory', 'checkAvailability', promised(q)),
		'Lines → Line 1 → Quantity',
	],
	['inventory:findFulfillment', (q) => on('inventory', 'findFulfillment', promised(q)), 'Lines → Line 1 → Quantity'],
	['inventory:reserve', (q) => on('inventory', 'reserve', promised(q)), 'Lines → Line 1 → Quantity'],
	[
		'inventory:reserve, a document',
		(q) => on('inventory', 'reserve', inDocument({ PromiseLines: { PromiseLine: [{ ...ITEM, RequiredQty: q }] } })),
		'Document → PromiseLine 1 → RequiredQty',
	],
	[
		'inventory:cancelReservation',
		(q) => on('inventory', 'cancelReservation', { reservationId: 'R', ...MUG, quantity: q }),
		'Quantity',
	],
];

function promised(requiredQty: string) {
	return lines({ ...MUG, requiredQty });
}

const WRITES = /^(?:create|change|confirm|receive|reserve|cancel|schedule)/;

describe.each(POSITIVE)('%s', (_operation, make, label) => {
	it.each(['0', '-2', '0.00', '-0.5'])('refuses %s, and writes nothing', async (quantity) => {
		bench.sandbox.log.clear();
		const error = await bench.refused(make(quantity));
		expect(error.message).toMatch(new RegExp(`^${label} must be more than 0, got -?[\\d.]+$`));
		expect(Object.keys(bench.requests).filter((api) => WRITES.test(api))).toEqual([]);
	});
});

it.each([
	['a new order', { orderNo: 'NOT-YET' }, 'MUG-BLUE'],
	['a new line', { orderNo: 'HAS-LINES' }, 'TENT-2P'],
])('order:upsert refuses 0 of %s', async (_what, order, item) => {
	bench.sandbox.log.clear();
	const mapped = lines({ ...MUG, itemId: locate('id', item), orderedQty: '0' });
	const error = await bench.refused(orders('upsert', { ...order, ...mapped }));
	expect(error.message).toBe('Order Lines → Line 1 → Quantity must be more than 0, got 0');
	expect(Object.keys(bench.requests).filter((api) => WRITES.test(api))).toEqual([]);
});

/** Quantities that may become nothing, and never less. */
const REMAINDERS: Array<[string, Make]> = [
	['order:update', (q) => onOrder('update', 'HAS-LINES', lines({ primeLineNo: '1', orderedQty: q }))],
	['order:update, a document', (q) => onOrder('update', 'HAS-LINES', orderLine({ PrimeLineNo: '1', OrderedQty: q }))],
	['order:cancelLines', (q) => onOrder('cancelLines', 'HAS-LINES', lines({ primeLineNo: '1', orderedQty: q }))],
	['order:upsert', (q) => orders('upsert', { orderNo: 'HAS-LINES', ...lines({ ...MUG, orderedQty: q }) })],
	[
		'shipment:confirm',
		(q) => on('shipment', 'confirm', { shipment: KEY, ...lines({ shipmentLineNo: '1', quantity: q }) }),
	],
	[
		'shipment:update',
		(q) => on('shipment', 'update', { shipment: KEY, ...lines({ shipmentLineKey: KEY, quantity: q }) }),
	],
	[
		'shipment:upsert',
		(q) => on('shipment', 'upsert', { shipmentNo: 'S', ...lines({ orderLineKey: KEY, quantity: q }) }),
	],
];

describe.each(REMAINDERS)('%s', (_operation, make) => {
	it('may have 0', async () => {
		const [{ request }] = (await bench.run({ ...make('0'), ...DRY })) as Array<{ request: { body: string } }>;
		expect(request.body).toMatch(/"(?:OrderedQty|Quantity)":"0"/);
	});

	it('may not have less', async () => {
		expect((await bench.refused({ ...make('-1'), ...DRY })).message).toMatch(
			/(?:Quantity|Quantity to Keep|OrderedQty) must be 0 or more, got -1$/,
		);
	});
});

/** What completes the document takes any quantity: people complete a draft, and a service makes what it will of it. */
describe.each<[string, INodeParameters, object]>([
	['a service', { options: { delivery: 'service', serviceName: locate('name', 'DemoEcho'), dryRun: true } }, {}],
	['a draft by the switch', { ...DRY, additionalFields: { draftOrderFlag: true } }, {}],
	['a draft by the document', DRY, { DraftOrderFlag: 'Y' }],
])('%s', (_what, more, header) => {
	const attributes = JSON.stringify(header);
	const additionalFields = { additionalAttributes: attributes, ...(more.additionalFields as object) };
	const document = { ...header, OrderLines: { OrderLine: [{ OrderedQty: '0', Item: ITEM }] } };
	const inWhole = inDocument({ ...document, ...(more.additionalFields ? { DraftOrderFlag: 'Y' } : {}) });

	it.each<[string, INodeParameters]>([
		['the form', { ...lines({ ...MUG, orderedQty: '0' }), ...more, additionalFields }],
		['a list', { inputMode: 'list', lineList: [{ ...ITEM, OrderedQty: '0' }] as never, ...more, additionalFields }],
		[
			'input items',
			{
				orderNo: 'BY-ITEM',
				inputMode: 'items',
				lineColumns: { mappingMode: 'defineBelow', value: { 'Item.ItemID': 'MUG-BLUE', OrderedQty: '0' } },
				...more,
				additionalFields,
			},
		],
		['a document', { ...more, ...inWhole }],
	])('takes 0 of %s', async (_way, parameters) => {
		const [{ request }] = (await bench.run(orders('create', parameters))) as Array<{ request: { body: string } }>;
		expect(request.body).toContain('"OrderedQty":"0"');
	});
});

it.each(['NOT-YET', 'HAS-LINES'])('the upsert of a draft takes 0: %s', async (orderNo) => {
	const draft = { orderNo, additionalFields: { draftOrderFlag: true }, ...DRY };
	const [{ request }] = (await bench.run(
		orders('upsert', { ...draft, ...lines({ ...MUG, itemId: locate('id', 'TENT-2P'), orderedQty: '0' }) }),
	)) as Array<{ request: { body: string } }>;
	expect(request.body).toContain('"OrderedQty":"0"');
});

it('what is the same for all items is checked for each that is no draft', async () => {
	const additionalFields = { draftOrderFlag: '={{ $json.draft }}' };
	const parameters = orders('create', { ...lines({ ...MUG, orderedQty: '0' }), additionalFields, ...DRY });
	const error = await bench.refused(parameters, { input: [{ draft: true }, { draft: false }] });
	expect(error.message).toBe('Order Lines → Line 1 → Quantity must be more than 0, got 0');
});

it('an expression of Draft that returns nothing makes no draft, and is no error', async () => {
	const made = (orderedQty: string) =>
		orders('create', {
			...lines({ ...MUG, orderedQty }),
			additionalFields: { draftOrderFlag: '={{ $json.none }}' },
			...DRY,
		});
	expect((await bench.runNode(made('2'))).error).toBeUndefined();
	expect((await bench.refused(made('0'))).message).toMatch(/must be more than 0/);
});

it.each<[string, (one: object) => INodeParameters]>([
	['a document', (one) => inDocument({ ShipmentLines: { ShipmentLine: [one] } })],
	['a list', (one) => ({ inputMode: 'list', lineList: [one] as never })],
])('nothing of a line that is short may be shipped: %s', async (_way, lineOf) => {
	const ship = (one: object) => on('shipment', 'create', { ...lineOf(one), ...DRY });
	expect((await bench.runNode(ship({ OrderLineKey: 'K', Quantity: '0', ShortageQty: '2' }))).error).toBeUndefined();
	expect((await bench.refused(ship({ OrderLineKey: 'K', Quantity: '0' }))).message).toMatch(/must be more than 0/);
	expect((await bench.refused(ship({ OrderLineKey: 'K', Quantity: '-1', ShortageQty: '2' }))).message).toMatch(
		/must be 0 or more/,
	);
});

it('an adjustment may take stock away', async () => {
	const adjust = on('inventory', 'adjust', { ...MUG, shipNode: locate('code', 'DC1'), quantity: '-2', ...DRY });
	expect(JSON.stringify(await bench.run(adjust))).toContain('-2');
});
