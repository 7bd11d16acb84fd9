import { InventoryBench } from '../../../support/inventoryBench';
import { locate } from '../../../support/workflow';

const bench = InventoryBench.forFile();
const NOTHING = '={{ $json.nothing }}';
const item = { itemId: 'MUG-BLUE', unitOfMeasure: 'EACH' };
const demand = { resource: 'demand', ...item, recordType: 'OPEN_ORDER', quantity: 1 };

/** Without a place, each of these reads or changes more than the place would have. */
test.each<[string, object, string]>([
	[
		'safetyStock:delete',
		{ resource: 'safetyStock', operation: 'delete', ...item },
		'all safety stock of the item would be removed',
	],
	[
		'safetyStock:set',
		{ resource: 'safetyStock', operation: 'set', ...item, safetyStockQuantity: 5 },
		'no specific node',
	],
	['safetyStock:get', { resource: 'safetyStock', operation: 'get', ...item }, 'of all nodes would be returned'],
	['supply:getMany', { resource: 'supply', operation: 'getMany', ...item }, 'more may be returned'],
	['demand:getMany', { resource: 'demand', operation: 'getMany', ...item }, 'more may be returned'],
])('%s is refused where the expression of the node returns nothing', async (_what, parameters, means) => {
	const { message, description } = await bench.refused({ ...parameters, shipNode: locate('id', NOTHING) });
	expect(message).toBe('Ship Node is empty: its expression returns nothing');
	expect(description).toContain(means);
	expect(bench.requests).toEqual({});
});

test.each(['adjust', 'sync'])(
	'demand:%s counts against the network where there is no node, and a hint says so',
	async (operation) => {
		const input = [{ node: 'AUR_DC1' }, { node: '' }];
		const one = { ...demand, operation, shipNode: locate('id', '={{ $json.node }}') };
		const { error, hints, json } = await bench.runNode(one as never, { input });
		expect(error).toBeUndefined();
		expect(json('Sterling')).toHaveLength(2);
		expect(hints('Sterling')).toEqual(['Demands whose Ship Node is empty count against the whole network.']);
	},
);

describe.each(['get', 'set', 'delete'])('threshold:%s', (operation) => {
	const on = (more: object) => ({
		...{ resource: 'threshold', operation, ...item, low: 1, medium: 2, high: 3 },
		options: operation === 'get' ? {} : { dryRun: true },
		...more,
	});

	test.each([
		[{ shipNode: locate('id', NOTHING) }, 'Ship Node'],
		[{ distributionGroup: locate('id', NOTHING) }, 'Distribution Group'],
		[{ shipNode: locate('id', NOTHING), distributionGroup: locate('id', NOTHING) }, 'Ship Node'],
	])('is refused where no place comes of %j', async (places, label) => {
		const { message, description } = await bench.refused(on(places));
		expect(message).toBe(`${label} is empty: its expression returns nothing`);
		expect(description).toContain('no specific place');
		expect(bench.requests).toEqual({});
	});

	test('needs one of two expressions, or none at all', async () => {
		const group = { shipNode: locate('id', NOTHING), distributionGroup: locate('id', 'AUR_ALL') };
		for (const places of [group, {}]) expect((await bench.runNode(on(places))).error).toBeUndefined();
	});
});

test('a switch-off does not last longer because the expression of its end returns nothing', async () => {
	const off = { resource: 'shipNode', operation: 'setFulfillment', shipNode: locate('id', 'AUR_STORE1'), state: 'off' };
	const { message } = await bench.refused({ ...off, until: NOTHING });
	expect(message).toBe('Until is empty: its expression returns nothing');
	expect(bench.requests).toEqual({});
});

test('the records of all nodes are read where Options say so', async () => {
	const read = { resource: 'supply', operation: 'getMany', ...item, returnAll: true };
	const all = await bench.run(read);
	const options = { emptyFilters: 'ignore' };
	expect(await bench.run({ ...read, shipNode: locate('id', NOTHING), options })).toEqual(all);
});

describe('a class or segment whose expression returns nothing', () => {
	const reserve = { resource: 'reservation', operation: 'create', ...item, shipNode: locate('id', 'AUR_DC1') };
	const supply = { resource: 'supply', ...item, quantity: 1, type: 'ONHAND', shipNode: locate('id', 'AUR_DC1') };

	test.each<[string, object, string, string]>([
		['supply:sync', { ...supply, operation: 'sync' }, 'segment', 'Segment'],
		['supply:adjust', { ...supply, operation: 'adjust' }, 'segmentType', 'Segment Type'],
		['demand:sync', { ...supply, ...demand, operation: 'sync', type: 'OPEN_ORDER' }, 'productClass', 'Product Class'],
		['reservation:create', reserve, 'segmentType', 'Segment Type'],
		[
			'availability:getNetwork',
			{
				...{ resource: 'availability', operation: 'getNetwork', ...item },
				distributionGroup: locate('id', 'AUR_ALL'),
			},
			'segment',
			'Segment',
		],
	])('of %s is a hint, since some stock has none', async (_what, parameters, name, label) => {
		const run = async (value: string, input: object[]) =>
			await bench.runNode({ ...parameters, options: { [name]: value } }, { input } as never);
		const { error, hints } = await run('={{ $json.key }}', [{ key: 'ONLINE' }, {}]);
		expect(error).toBeUndefined();
		expect(hints('Sterling')).toEqual([
			`Where the expression of Options → ${label} returns nothing, stock without it is meant.`,
		]);
		expect((await run('', [{}])).hints('Sterling')).toEqual([]);
	});

	test.each(['segment', 'segmentType', 'productClass'])('%s of a list is refused: it is a filter', async (name) => {
		const read = { resource: 'supply', operation: 'getMany', ...item, returnAll: true };
		const { message } = await bench.refused({ ...read, options: { [name]: NOTHING } });
		expect(message).toMatch(/is empty: its expression returns nothing$/);
		expect(bench.requests).toEqual({});
		const ignored = await bench.runNode({ ...read, options: { [name]: NOTHING, emptyFilters: 'ignore' } });
		expect([ignored.error, ignored.hints('Sterling')]).toEqual([undefined, []]);
	});
});

test.each(['GET', 'DELETE'])(
	'%s of any call is not about all nodes because a query parameter is empty',
	async (method) => {
		const parameter = [
			{ name: 'unitOfMeasure', value: 'EACH' },
			{ name: 'shipNode', value: NOTHING },
		];
		const call = {
			...{ resource: 'api', operation: 'call', service: 'inventory', method },
			...{ path: 'v1/items/MUG-BLUE/safety_stock', query: { parameter } },
		};
		const { message, description } = await bench.refused(call);
		expect(message).toBe('Query Parameters → Parameter 2 → Value is empty: its expression returns nothing');
		expect(description).toBe(
			'Without it, the parameter would be left out, which often means all. Check the expression, or set When a Filter Is Empty under Options.',
		);
		expect(bench.requests).toEqual({});
		const options = { emptyFilters: 'ignore', dryRun: true };
		expect(JSON.stringify(await bench.run({ ...call, options }))).toMatch(/safety_stock\?unitOfMeasure=EACH"/);
	},
);
