import { InventoryBench } from '../../../support/inventoryBench';
import { Bench } from '../../../support/bench';
import { locate } from '../../../support/workflow';

/** Quantities that cannot be read: never 0, and never a success. */
const bench = InventoryBench.forFile();
const sterling = Bench.forFile({ withoutOrders: true });

/** The sandbox responds with this instead of its own body. */
function responds(api: string, body: unknown, more: object = {}): void {
	const contentType = 'application/json';
	bench.sandbox.faults.add({ kind: 'status', status: 200, api, contentType, body: JSON.stringify(body), ...more });
}

const common = { itemId: '={{ $json.sku }}', unitOfMeasure: 'EACH', shipNodes: ['AUR_DC1'] };
const byNode = { ...common, resource: 'availability', operation: 'getNode' };
const at = (place: object) => [{ shipNode: 'AUR_DC1', ...place }];
const reading = (resource: string, operation: string, more: object) => ({ resource, operation, ...more }) as never;
const FOREIGN_RECORDS = ['text', 7, null, { message: 'not now' }, { error_message: 'x' }];
const UNREADABLE: Array<[string, object, string]> = [
	[
		'V2, a text',
		{ currentAvailability: { availableQuantity: '12 EA' } },
		'currentAvailability.availableQuantity is "12 EA"',
	],
	['V2, nothing', { currentAvailability: { availableQuantity: null } }, 'availableQuantity is null'],
	['V2, no availability', {}, 'it has no quantity'],
	['V1, a text', { onhandAvailableQuantity: 'some' }, 'onhandAvailableQuantity is "some"'],
	['V1, later', { onhandAvailableQuantity: 1, futureAvailableQuantity: '' }, 'futureAvailableQuantity is ""'],
];

it.each(UNREADABLE)('%s: the item fails, and those of the same call do not', async (_what, place, said) => {
	responds('availability.node', {
		lines: [
			{ lineId: '1', shipNodeAvailabilities: at(place) },
			{ lineId: '2', shipNodeAvailabilities: at({ currentAvailability: { availableQuantity: 7 } }) },
		],
	});
	const rows = await bench.run(byNode, {
		input: [{ sku: 'MUG-BLUE' }, { sku: 'MUG-RED' }],
		node: { onError: 'continueRegularOutput' },
	});
	expect(rows).toMatchObject([{ details: { category: 'badAnswer' } }, { itemId: 'MUG-RED', onHand: 7 }]);
	expect(rows[0].error).toContain('The response for item MUG-BLUE at AUR_DC1 cannot be read: ');
	expect(rows[0].error).toContain(said);
});

it.each<[string, unknown, RegExp]>([
	['no lines', { lines: [] }, /nothing about item MUG-BLUE/],
	['a line without places', { lines: [{ lineId: '1', itemId: 'MUG-BLUE-L' }] }, /nothing about item MUG-BLUE-L/],
	['places that are none', { shipNodeAvailabilities: {} }, /nothing about item MUG-BLUE/],
	['an empty list of places', { shipNodeAvailabilities: [] }, /nothing about item MUG-BLUE/],
	['lines that are texts', { lines: ['x'] }, /a variation that is "x"/],
	['nothing', {}, /nothing about item|contains no data/],
	['a list', [], /nothing about item|a variation that is \[\]/],
])('a breakup of a product with %s is an error, and never no rows', async (_what, body, said) => {
	responds('availability.product', body, { times: 0 });
	const { message } = await bench.refused({ ...byNode, operation: 'getProduct', itemId: 'MUG-BLUE' });
	expect(message).toMatch(said);
});

describe('a breakup of a product', () => {
	const places = at({ currentAvailability: { availableQuantity: 7 } });
	const breakup = { ...byNode, operation: 'getProduct', itemId: 'MUG-BLUE' };

	it('with a node that was asked about and is in no variation is an error', async () => {
		responds('availability.product', { lines: [{ itemId: 'L', shipNodeAvailabilities: places }] });
		const { message } = await bench.refused({ ...breakup, shipNodes: ['AUR_DC1', 'AUR_DC2'] });
		expect(message).toMatch(/does not mention node AUR_DC2/);
	});

	it.each([
		['an empty list of places', { shipNodeAvailabilities: [] }],
		['no list of places', {}],
	])('with %s for some variations returns the others, with a hint', async (_what, none) => {
		const lines = [
			{ itemId: 'S', ...none },
			{ itemId: 'L', shipNodeAvailabilities: places },
			{ itemId: 'XL', ...none },
		];
		responds('availability.product', { lines });
		const finished = await bench.runNode(breakup);
		expect(finished.json('Sterling')).toMatchObject([{ itemId: 'L', node: 'AUR_DC1', onHand: 7 }]);
		expect(finished.hints('Sterling')).toEqual(['The response says nothing about S, XL: no item is returned.']);
	});
});

describe('a reservation that holds less than was wanted, under HTTP 200,', () => {
	const held = { id: 'R-7', itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', shipNode: 'AUR_DC1', reservedQuantity: 5 };
	const reservation = (operation: string, more: object) =>
		reading('reservation', operation, { reservationId: 'R-7', ...more });

	it.each([
		[
			'increased',
			'reservations.increase',
			{ ...held, reservedQuantity: 6 },
			reservation('increase', { quantity: 8 }),
			8,
		],
		[
			'extended',
			'reservations.create',
			{ lines: [{ lineId: '1', reservations: [{ id: 'R-7', reservedQuantity: 2 }] }] },
			reservation('extend', { timeToExpire: 60 }),
			5,
		],
	])('is an error when it is %s', async (_what, api, body, parameters, wanted) => {
		responds('reservations.get', held);
		responds(api, body);
		const { message, description } = await bench.refused(parameters);
		expect(message).toMatch(new RegExp(`^Reservation R-7 holds \\d and not ${wanted}\\.`));
		expect(description).toMatch(/keeps what it holds/);
	});

	it('is not to be released where nothing was reserved when it is extended', async () => {
		responds('reservations.get', held);
		responds('reservations.create', { lines: [{ lineId: '1', reservations: [], totalReservedQuantity: 0 }] });
		const { message, description } = await bench.refused(reservation('extend', { timeToExpire: 60 }));
		expect(message).toBe('Reservation R-7 was not extended.');
		expect(description).toMatch(/reserved nothing/);
		expect(description).not.toMatch(/release/);
	});

	it('counts as wanted where the response does not say how much it holds', async () => {
		responds('reservations.increase', { id: 'R-7', reservedQuantity: null });
		expect(await bench.run(reservation('increase', { quantity: 8 }))).toMatchObject([
			{ id: 'R-7', reservedQuantity: 8 },
		]);
	});
});

const RECORDS: Array<[api: string, parameters: never]> = [
	['reservations.get', reading('reservation', 'get', { reservationId: 'R-1' })],
	['shipNodes.get', reading('shipNode', 'get', { shipNode: locate('id', 'AUR_DC1') })],
	['supplies.transaction', reading('supply', 'getSyncStatus', { supplySyncTransactionId: 'T-1' })],
];

it.each(RECORDS.flatMap(([api, parameters]) => FOREIGN_RECORDS.map((body) => ({ api, parameters, body }))))(
	'$api that is answered by $body is an error',
	async ({ api, parameters, body }) => {
		responds(api, body, { times: 0 });
		expect((await bench.refused(parameters)).message).toMatch(/^The response|^The service|is empty/);
	},
);

it.each([{ status: 'IN_PROGRESS' }, { state: 'DONE', message: 'All records' }, { totalCount: 3 }])(
	'a sync status of %j is one',
	async (body) => {
		responds('supplies.transaction', body);
		expect(await bench.run(RECORDS[2][1])).toEqual([body]);
	},
);

const create = (more: object = {}) => ({
	...{ ...common, resource: 'reservation', operation: 'create', quantity: 2, reference: 'CART-1' },
	...{ shipNode: locate('id', 'AUR_DC1'), deliveryMethod: 'SHP', itemId: 'MUG-BLUE', ...more },
});

it.each<[string, object]>([
	['the total', { totalReservedQuantity: 'two', reservations: [{ id: 'R-1' }] }],
	['the total of V1', { reservedQuantity: {}, reservations: [{ id: 'R-1' }] }],
	['one of its parts', { reservations: [{ id: 'R-1', reservedQuantity: true }] }],
])('a reservation of which %s cannot be read is uncertain, with its ID', async (_what, line) => {
	responds('reservations.create', { lines: [{ lineId: '1', ...line }] });
	const [{ error, details }] = await bench.run(create(), { node: { onError: 'continueRegularOutput' } });
	expect(error).toMatch(/^Stock may be reserved\. .* item MUG-BLUE cannot be read: reservedQuantity is /);
	expect(details).toMatchObject({ category: 'uncertain', attributes: { reservationId: 'R-1' } });
});

it('a reservation that is looked up and cannot be read is not taken for the whole of it', async () => {
	bench.sandbox.faults.add({ kind: 'drop', afterWork: true, api: 'reservations.create' });
	responds('reservations.get', { itemId: 'MUG-BLUE', reservedQuantity: 'two' }, { times: 0 });
	const { message } = await bench.refused(create({ ownId: 'CART-9_1' }));
	expect(message).toMatch(/looking up the record failed as well .*reservedQuantity is "two"/);
	bench.sandbox.faults.clear();
	await bench.run({ resource: 'reservation', operation: 'release', reservationId: 'CART-9_1' });
});

it('Order Management: the common form of a quantity that cannot be read is an error', async () => {
	const line = { ItemID: 'MUG-BLUE', UnitOfMeasure: 'EACH' };
	const Inventory = [{ Node: 'DC1', AvailableOnhandQuantity: 'several' }];
	const Availability = { AvailableInventory: { ShipNodeAvailableInventory: { Inventory } } };
	const body = JSON.stringify({ PromiseLines: { PromiseLine: [{ ...line, Availability }] } });
	const fault = { kind: 'status', status: 200, contentType: 'application/json', body } as const;
	sterling.sandbox.faults.add({ ...fault, api: 'getAvailableInventory' });
	const { message } = await sterling.refused({
		resource: 'inventory',
		operation: 'checkAvailability',
		lines: { line: [{ itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', requiredQty: '1', shipNode: 'DC1' }] },
		rowForm: 'common',
	});
	expect(message).toBe('AvailableOnhandQuantity of MUG-BLUE at DC1 is "several" and not a number.');
});
