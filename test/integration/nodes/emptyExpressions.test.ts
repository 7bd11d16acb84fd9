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
		'whether stock is set or added',
		(nothing) => onStock('adjust', { adjustmentType: nothing, shipNode: locate('code', 'DC1'), quantity: '5' }),
		'Adjustment',
		/the quantity would be added to the supply\. Select that choice/,
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

const payment = (more: INodeParameters): INodeParameters => ({
	additionalFields: {
		payments: { payment: [{ paymentType: locate('code', 'OTHER'), chargeType: '={{ $json.none }}', ...more }] },
	},
});
const update = (resource: string, more: INodeParameters): INodeParameters => ({
	resource,
	operation: 'update',
	[resource]: locate('key', '1'),
	...more,
});

describe('a choice of a list’s entry that an expression leaves empty', () => {
	it.each<[string, INodeParameters, object]>([
		[
			'the charge type of a payment',
			orders('create', payment({})),
			{ PaymentMethods: { PaymentMethod: [{ PaymentType: 'OTHER' }] } },
		],
		[
			'the charge type of an amount',
			orders('create', payment({ requestAmount: '9' })),
			{
				PaymentMethods: {
					PaymentMethod: [{ PaymentType: 'OTHER', PaymentDetailsList: { PaymentDetails: { RequestAmount: '9' } } }],
				},
			},
		],
		[
			'the action of an order line',
			onOrder('update', 'FULL', lines({ lineAction: '={{ $json.none }}', primeLineNo: '1', orderedQty: '2' })),
			{ OrderLines: { OrderLine: [{ PrimeLineNo: '1', SubLineNo: '1', OrderedQty: '2' }] } },
		],
		[
			'the action of a shipment line',
			update('shipment', lines({ lineAction: '={{ "" }}', shipmentLineKey: locate('key', '1'), quantity: '2' })),
			{ ShipmentLines: { ShipmentLine: [{ ShipmentLineKey: '1', Quantity: '2' }] } },
		],
		[
			'the action of a container',
			update('shipment', { containers: { container: [{ containerAction: '={{ null }}', containerNo: 'C1' }] } }),
			{ Containers: { Container: [{ ContainerNo: 'C1' }] } },
		],
		[
			'the action of a release line',
			update('orderRelease', lines({ lineAction: '={{ " " }}', primeLineNo: '1', subLineNo: '1' })),
			{ OrderLines: { OrderLine: [{ PrimeLineNo: '1', SubLineNo: '1' }] } },
		],
	])('is left out: %s', async (_what, parameters, expected) => {
		const [{ request }] = (await bench.run({ ...parameters, options: { dryRun: true } })) as Array<{
			request: { json: object };
		}>;
		const name = Object.keys(expected)[0] as keyof typeof request.json;
		expect({ [name]: request.json[name] }).toEqual(expected);
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
