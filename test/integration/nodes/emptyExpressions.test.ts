import type { INodeParameters } from 'n8n-workflow';

import { Bench, line, onOrder, orders } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

beforeAll(() => {
	bench.place('FULL', { OrderLines: { OrderLine: [line('4'), line('5', 'LAMP-DESK')] } });
	bench.release('FULL');
});

const NOTHING = ['={{ $json.none }}', '={{ null }}', '={{ "" }}', '={{ " " }}'];
const onShipment = (more: INodeParameters): INodeParameters => ({
	resource: 'shipment',
	operation: 'confirm',
	shipment: locate('key', '1'),
	...more,
});
const onReturn = (more: INodeParameters): INodeParameters => ({
	resource: 'return',
	operation: 'receive',
	returnOrder: locate('key', '1'),
	...more,
});
const onStock = (operation: string, more: INodeParameters): INodeParameters => ({
	resource: 'inventory',
	operation,
	itemId: locate('id', 'MUG-BLUE'),
	reservationId: 'R-1',
	...more,
});
const lines = (one: INodeParameters) => ({ lines: { line: [one] } });

/** What would be done to more than is meant if the expression counted as an empty field. */
const WIDENING: Array<[string, (nothing: string) => INodeParameters, string, RegExp]> = [
	[
		'the quantity that a cancelled line keeps',
		(nothing) => onOrder('cancelLines', 'FULL', lines({ primeLineNo: '1', orderedQty: nothing })),
		'Order Lines → Line 1 → Quantity to Keep',
		/the whole line would be cancelled/,
	],
	[
		'the quantity to ship',
		(nothing) => onOrder('ship', 'FULL', lines({ primeLineNo: '1', quantity: nothing })),
		'Order Lines → Line 1 → Quantity',
		/the whole released quantity/,
	],
	[
		'the node to ship from',
		(nothing) => onOrder('ship', 'FULL', { additionalFields: { shipNode: locate('code', nothing) } }),
		'Additional Fields → Ship Node',
		/from all nodes/,
	],
	[
		'the quantity of a shipment line',
		(nothing) => onShipment(lines({ shipmentLineNo: '1', quantity: nothing })),
		'Shipment Lines → Line 1 → Quantity',
		/planned/,
	],
	[
		'the quantity that came back',
		(nothing) => onReturn(lines({ primeLineNo: '1', quantity: nothing })),
		'Lines → Line 1 → Quantity',
		/whole line/,
	],
	[
		'the quantity of a reservation',
		(nothing) => onStock('cancelReservation', { quantity: nothing }),
		'Quantity',
		/whole reservation/,
	],
	[
		'the node of a reservation',
		(nothing) => onStock('cancelReservation', { shipNode: locate('code', nothing) }),
		'Ship Node',
		/all nodes/,
	],
	[
		'the quantity of a line',
		(nothing) =>
			orders(
				'create',
				lines({ itemId: locate('id', 'MUG-BLUE'), unitOfMeasure: locate('code', 'EACH'), orderedQty: nothing }),
			),
		'Order Lines → Line 1 → Quantity',
		/Check the expression/,
	],
	[
		'the item of a line',
		(nothing) =>
			orders(
				'create',
				lines({ itemId: locate('id', nothing), unitOfMeasure: locate('code', 'EACH'), orderedQty: '1' }),
			),
		'Order Lines → Line 1 → Item ID',
		/Check the expression/,
	],
	[
		'what to do with a line',
		(nothing) => onOrder('update', 'FULL', lines({ lineAction: nothing, primeLineNo: '1' })),
		'Order Lines → Line 1 → Action',
		/Check the expression/,
	],
];

describe.each(WIDENING)('%s', (_what, parameters, label, hint) => {
	it.each(NOTHING)('left empty by %s is refused by name, and nothing is sent', async (nothing) => {
		bench.sandbox.log.clear();
		const error = await bench.refused(parameters(nothing));
		expect(error.message).toContain(`${label} is empty: its expression returns nothing`);
		expect(error.description).toMatch(hint);
		expect(bench.sandbox.log.list()).toEqual([]);
	});
});

describe('an optional choice behind Add Field that an expression leaves empty', () => {
	it.each(NOTHING)('is left out of a change: %s', async (nothing) => {
		const parameters = {
			resource: 'customer',
			operation: 'update',
			customer: locate('key', '1'),
			additionalFields: { status: nothing },
			options: { dryRun: true },
		};
		const [{ request }] = (await bench.run(parameters)) as Array<{ request: { json: object } }>;
		expect(request.json).not.toHaveProperty('Status');
	});

	it.each([
		['customer', { status: '={{ $json.none }}' }],
		['customer', { customerType: '={{ "" }}' }],
		['organization', { roleKey: '={{ null }}' }],
	])('is a filter of %s that Options decide about: %j', async (resource, filters) => {
		const many = { resource, operation: 'getMany', limit: 1, filters };
		expect((await bench.refused(many)).message).toMatch(/^Filters → .+ is empty: its expression returns nothing$/);
		expect((await bench.runNode({ ...many, options: { emptyFilters: 'ignore' } })).error).toBeUndefined();
	});
});

test.each([
	['ship', onOrder('ship', 'FULL'), /everything that is released would be shipped/],
	['confirm', onShipment({}), /the planned quantities/],
])('a list of no lines does not mean all lines: %s', async (_what, parameters, hint) => {
	const error = await bench.refused({ ...parameters, inputMode: 'list', lineList: '={{ [] }}' });
	expect(error.message).toBe('List has no entries');
	expect(error.description).toMatch(hint);
});

test('a new document whose number an expression leaves empty gets one from Sterling, and says so', async () => {
	const create = (orderNo: string) => orders('create', { orderNo, options: { dryRun: true } });
	const hint = expect.stringMatching(/^The expression of Order Number returned nothing, so Sterling assigns a number/);
	for (const nothing of NOTHING) {
		const finished = await bench.runNode(create(nothing));
		expect(finished.hints('Sterling')).toContainEqual(hint);
		expect(JSON.stringify(finished.json('Sterling'))).not.toContain('OrderNo');
	}
	for (const orderNo of ['', '={{ "A" }}']) {
		const finished = await bench.runNode(create(orderNo));
		expect(finished.hints('Sterling')).not.toContainEqual(hint);
	}
});

test('blanks around a value are no part of it', async () => {
	const [{ request }] = (await bench.run(
		orders('create', { orderNo: '  A-1 ', additionalFields: { customerPoNo: ' ' }, options: { dryRun: true } }),
	)) as Array<{ request: { json: object } }>;
	expect(request.json).toMatchObject({ OrderNo: 'A-1' });
	expect(request.json).not.toHaveProperty('CustomerPONo');
});
