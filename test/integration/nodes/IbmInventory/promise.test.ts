import { InventoryBench } from '../../../support/inventoryBench';

const bench = InventoryBench.forFile();
const MORNING = Date.parse('2030-06-03T08:00:00.000Z');

const ship = {
	resource: 'promise',
	operation: 'getDeliveryDates',
	itemId: 'MUG-BLUE',
	unitOfMeasure: 'EACH',
	deliveryMethod: 'SHP',
	countryCode: 'US',
	postalCode: '02110',
	shippingGroupId: 'STANDARD',
};

beforeEach(() => bench.sandbox.clock.freeze(MORNING));
afterEach(() => bench.sandbox.clock.run());

it('promise:getDeliveryDates returns one row for each carrier service', async () => {
	expect(await bench.run(ship)).toEqual([
		{
			itemId: 'MUG-BLUE',
			deliveryMethod: 'SHP',
			carrierService: 'EXPRESS',
			node: 'AUR_DC1',
			orderBy: '2030-06-03T15:00:00.000Z',
			shipDate: '2030-06-03T17:00:00.000Z',
			deliveryDate: '2030-06-04T17:00:00.000Z',
		},
		expect.objectContaining({ carrierService: 'GROUND', deliveryDate: '2030-06-06T15:00:00.000Z' }),
	]);
	expect(bench.requests).toEqual({ token: 1, 'promise.edd': 1 });
});

it('asks for a pick-up area', async () => {
	const rows = await bench.run({ ...ship, deliveryMethod: 'PICK', latitude: 42.5, longitude: -71.4, radius: 10 });
	expect(rows).toMatchObject([{ deliveryMethod: 'PICK', carrierService: 'PICKUP' }]);
});

it('passes on constraints, carriers, nodes and further fields', async () => {
	const options = {
		startTs: '2030-06-10T00:00:00Z',
		preferredCarrierServices: 'GROUND',
		overrideNodeList: 'AUR_STORE1',
		additionalFields: '{"customerType": "GOLD"}',
	};
	expect(await bench.run({ ...ship, options })).toMatchObject([
		{ carrierService: 'GROUND', node: 'AUR_STORE1', deliveryDate: '2030-06-13T15:00:00.000Z' },
	]);
});

it('never invents a date: a response without a readable one comes out as it is', async () => {
	const body = JSON.stringify({ something: [{ when: 'tomorrow' }] });
	bench.sandbox.faults.add({ kind: 'status', status: 200, contentType: 'application/json', body, api: 'promise.edd' });
	const finished = await bench.runNode(ship);
	expect(finished.json('Sterling')).toEqual([
		{ itemId: 'MUG-BLUE', deliveryMethod: 'SHP', deliveryDate: null, raw: { something: [{ when: 'tomorrow' }] } },
	]);
	expect(finished.hints('Sterling')).toHaveLength(1);
});

it('promise:getCheckoutPlan asks at the path that the tenant has', async () => {
	const lines = [
		{ lineId: '1', itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', quantity: 2 },
		{ lineId: '2', itemId: 'CHAIR-OAK', unitOfMeasure: 'EACH', quantity: 3 },
	];
	const rows = await bench.run({
		...ship,
		operation: 'getCheckoutPlan',
		planPath: 'v2/sandbox-checkout-plan',
		lines: JSON.stringify(lines),
	});
	expect(rows).toMatchObject([{ carrierService: 'EXPRESS' }, { carrierService: 'EXPRESS', node: 'AUR_DC1' }]);
});

const plan = (lines: unknown) => ({
	...ship,
	operation: 'getCheckoutPlan',
	planPath: 'v2/sandbox-checkout-plan',
	lines: typeof lines === 'string' ? lines : JSON.stringify(lines),
});
const cartLine = { itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', quantity: 2 };
const pickUp = { ...ship, deliveryMethod: 'PICK', latitude: 42.5, longitude: -71.4, radius: 10 };

it('each row of a checkout plan says which lines it is about', async () => {
	const rows = await bench.run(plan([cartLine, { ...cartLine, itemId: 'CHAIR-OAK' }]));
	expect(rows.map(({ lines }) => lines)).toEqual([
		[{ itemId: 'MUG-BLUE', quantity: 2 }],
		[{ itemId: 'CHAIR-OAK', quantity: 2 }],
	]);
});

test.each<[string, object, string]>([
	['a country by its name', { countryCode: 'Germany' }, 'Country Code must be a two-letter country code'],
	['a country as a number', { countryCode: '={{ 49 }}' }, 'Country Code must be a two-letter country code, got 49'],
	['a duration in words', { options: { lookahead: '21 days' } }, 'Options → Look Ahead must be an ISO 8601 duration'],
	['an empty duration', { options: { lookahead: 'P' } }, 'Options → Look Ahead must be an ISO 8601 duration'],
	[
		'a duration without a time',
		{ options: { lookahead: 'P1DT' } },
		'Options → Look Ahead must be an ISO 8601 duration',
	],
	['a city as a time zone', { options: { timezone: 'Boston' } }, 'Options → Time Zone must be the name of a time zone'],
	[
		'an end before the start',
		{ options: { startTs: '2030-06-10T00:00:00Z', byTs: '2030-06-09T00:00:00Z' } },
		'Options → Latest Delivery is before Options → Earliest Delivery',
	],
	['no nodes of an expression', { options: { overrideNodeList: '={{ $json.none }}' } }, 'Options → Nodes is empty'],
	['an empty list of nodes', { options: { overrideNodeList: '={{ [] }}' } }, 'Options → Nodes is empty'],
	[
		'no carriers of an expression',
		{ options: { preferredCarrierServices: '={{ $json.none }}' } },
		'Options → Preferred Carrier Services is empty',
	],
	['no start of an expression', { options: { startTs: '={{ $json.none }}' } }, 'Options → Earliest Delivery is empty'],
	['no end of an expression', { options: { byTs: '={{ $json.none }}' } }, 'Options → Latest Delivery is empty'],
	['an entry that is a text', plan('["MUG-BLUE"]'), 'Lines (JSON) → entry 1 must be an object, got "MUG-BLUE"'],
	['an entry that is nothing', plan([cartLine, null]), 'Lines (JSON) → entry 2 must be an object, got empty'],
	[
		'a quantity of 0',
		plan([{ ...cartLine, quantity: 0 }]),
		'Lines (JSON) → entry 1: quantity must be a number greater than 0, got 0',
	],
	[
		'a quantity in words',
		plan([{ ...cartLine, quantity: 'two' }]),
		'Lines (JSON) → entry 1: quantity must be a number greater than 0, got "two"',
	],
	[
		'an item on two lines',
		plan([cartLine, { ...cartLine, lineId: '2' }]),
		'Lines (JSON) → entry 2 has the item of entry 1: "MUG-BLUE"',
	],
])('%s is refused before anything is sent', async (_what, parameters, message) => {
	const said = await bench.refused({ ...ship, ...parameters });
	expect(said.message).toContain(message);
	expect(bench.requests).toEqual({});
});

test.each(['P21D', 'p21d', 'PT12H', 'P3DT0H', 'P2W', 'P1M', 'P1.5D', 'P1DT0,5H'])(
	'%s is a duration',
	async (lookahead) => {
		expect(await bench.run({ ...ship, options: { lookahead } })).toHaveLength(2);
	},
);

it('reads without an empty filter where Options say so', async () => {
	const options = { overrideNodeList: '={{ $json.none }}', startTs: '={{ $json.none }}', emptyFilters: 'ignore' };
	expect(await bench.run({ ...ship, options })).toHaveLength(2);
});

test.each<[object, RegExp[]]>([
	[{}, []],
	[{ latitude: 0 }, []],
	[{ latitude: 0, longitude: 0 }, [/^Latitude and Longitude are both 0/]],
	[
		{ options: { preferredCarrierServices: 'GROUND', timezone: 'Europe/Berlin' } },
		[/^Preferred Carrier Services and Time Zone under Options: only used for Shipping/],
	],
])('hints at what is hardly meant of a pick-up: %j', async (more, expected) => {
	const finished = await bench.runNode({ ...pickUp, ...more }, { input: [{}, {}] });
	expect(finished.hints('Sterling')).toEqual(expected.map((text) => expect.stringMatching(text)));
});

describe('api:call', () => {
	const call = (more: object) => ({ resource: 'api', operation: 'call', service: 'inventory', ...more });

	it('reads and writes any path of any service', async () => {
		expect(await bench.run(call({ method: 'GET', path: 'v1/configuration/settings' }))).toEqual([
			{ reservations: { defaultExpirationMinutes: 15 } },
		]);
		const items = '{"items": [{"itemId": "NEW-1", "unitOfMeasure": "EACH"}]}';
		expect(await bench.run(call({ service: 'catalog', method: 'POST', path: 'v1/items', body: items }))).toEqual([
			{ success: true },
		]);
		expect(bench.sandbox.world.catalog.has('NEW-1')).toBe(true);
	});

	it('leaves it to the user what a response of mere words means', async () => {
		const path = { method: 'POST', path: 'v1/own/import', body: '{}' };
		bench.sandbox.faults.add({
			kind: 'status',
			status: 200,
			contentType: 'application/json',
			body: '{"status":"queued"}',
		});
		expect(await bench.run(call(path))).toEqual([{ status: 'queued' }]);
	});

	it('encodes the query and makes one item of each entry of a list', async () => {
		const query = {
			parameter: [
				{ name: 'itemId', value: 'MUG-BLUE' },
				{ name: 'unitOfMeasure', value: 'EACH' },
			],
		};
		expect(await bench.run(call({ method: 'GET', path: 'v1/supplies', query }))).toHaveLength(2);
	});

	it.each(['../../cas/x', 'https://elsewhere.example/v1', 'v1/%2e%2e/x', 'v1/x?y=1'])(
		'refuses the path %s',
		async (path) => {
			expect((await bench.refused(call({ method: 'GET', path }))).message).toMatch(/^Path /);
			expect(bench.requests).toEqual({});
		},
	);
});

it('event:parse makes rows of events', async () => {
	const data = {
		productId: 'A&amp;B',
		shipNode: 'DC1',
		currentAvailability: { availableQuantity: 3 },
		computeTs: '2030-01-01T00:00:00Z',
	};
	const events = JSON.stringify([{ type: 'productAvailability.v2', id: 'e1', data }]);
	expect(await bench.run({ resource: 'event', operation: 'parse', events })).toMatchObject([
		{ event: 'nodeAvailability', itemId: 'A&B', node: 'DC1', onHand: 3, eventId: 'e1', source: 'ivEvent' },
	]);
});
