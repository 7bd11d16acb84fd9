import { record } from '../../../../sandbox/inventory';
import { InventoryBench } from '../../../support/inventoryBench';
import { locate } from '../../../support/workflow';

const bench = InventoryBench.forFile();

const supply = (operation: string, more: object = {}) => ({
	resource: 'supply',
	operation,
	itemId: '={{ $json.sku }}',
	unitOfMeasure: 'EACH',
	shipNode: locate('id', 'AUR_DC2'),
	type: 'ONHAND',
	...more,
});
const stock = (itemId: string) =>
	bench.sandbox.world.ledger.of('supply', { itemId, unitOfMeasure: 'EACH', productClass: '' });

it('supply:sync sets whole quantities, one hundred records in a call', async () => {
	const input = Array.from({ length: 150 }, (_, i) => ({ sku: `S-${i}`, count: i }));
	const rows = await bench.run(supply('sync', { quantity: '={{ $json.count }}', options: { batchId: 'B-1' } }), {
		input,
	});
	expect(bench.requests['supplies.sync']).toBe(2);
	expect(rows[7]).toMatchObject({ accepted: true, itemId: 'S-7', shipNode: 'AUR_DC2', quantity: 7, batchId: 'B-1' });
	expect(rows[7].supplySyncTransactionId).toEqual(expect.any(String));
	expect(stock('S-7')).toMatchObject([{ quantity: 7 }]);
	expect(stock('S-0')).toEqual([]);
});

it('supply:sync passes on when the quantity was counted, in the zone of the workflow', async () => {
	const counted = { quantity: 5, options: { sourceTs: '2030-01-01T12:00:00' } };
	await bench.run(supply('sync', { ...counted, itemId: 'TIMED' }), { timezone: 'America/New_York' });
	await bench.run(supply('sync', { itemId: 'TIMED', quantity: 9, options: { sourceTs: '2030-01-01T16:59:59Z' } }));
	expect(stock('TIMED')).toMatchObject([{ quantity: 5 }]);
	await bench.run(supply('sync', { itemId: 'TIMED', quantity: 9, options: { sourceTs: '2030-01-01T17:00:00Z' } }));
	expect(stock('TIMED')).toMatchObject([{ quantity: 9 }]);
});

it('of several quantities of one record only the last one is sent, and the others and a hint say so', async () => {
	const input = Array.from({ length: 300 }, (_, i) => ({ sku: `TWICE-${i % 2}`, count: 10 + i }));
	const finished = await bench.runNode(supply('sync', { quantity: '={{ $json.count }}' }), { input });
	const rows = finished.json('Sterling');
	expect(rows.map(({ quantity }) => quantity)).toEqual(input.map(({ count }) => count));
	expect(rows.map(({ accepted }) => accepted)).toEqual(input.map((_, i) => i >= 298));
	expect(rows[0]).toMatchObject({ superseded: true, supplySyncTransactionId: rows[298].supplySyncTransactionId });
	expect(rows[299]).not.toHaveProperty('superseded');
	expect(finished.hints('Sterling')).toEqual([expect.stringContaining('only the newest one is sent')]);
	expect([...stock('TWICE-0'), ...stock('TWICE-1')]).toMatchObject([{ quantity: 308 }, { quantity: 309 }]);
	expect(bench.requests['supplies.sync']).toBe(1);
});

it.each([
	[['2030-01-01T10:00:00Z', '2030-01-01T12:00:00Z', '2030-01-01T11:00:00Z'], 1],
	[['2020-01-01T10:00:00Z', '', '2020-01-01T12:00:00Z'], 1],
	[['2020-01-01T10:00:00Z', '2020-01-01T10:00:00Z', '2020-01-01T09:00:00Z'], 1],
	[['', '', ''], 2],
])('of one record counted at %j, number %d counts', async (times, counts) => {
	const input = times.map((time, i) => ({ time, count: i }));
	const options = { sourceTs: '={{ $json.time }}', dryRun: false };
	const sku = `COUNTED-${times.join()}`;
	const rows = await bench.run(supply('sync', { itemId: sku, quantity: '={{ $json.count + 1 }}', options }), { input });
	expect(rows.map(({ accepted }) => accepted)).toEqual(times.map((_, i) => i === counts));
	expect(stock(sku)).toMatchObject([{ quantity: counts + 1 }]);
});

it('the failure of the one that is sent is that of all that it stands for', async () => {
	bench.sandbox.faults.add({ kind: 'status', status: 403, api: 'supplies.sync', times: 0 });
	const input = [{ count: 1 }, { count: 2 }];
	const parameters = supply('sync', { itemId: 'FAILS', quantity: '={{ $json.count }}' });
	const rows = await bench.run(parameters, { input, node: { onError: 'continueRegularOutput' } });
	expect(rows.map(({ error }) => error)).toEqual([expect.any(String), expect.any(String)]);
});

it('records that differ in a member of the key are no duplicates', async () => {
	const input = ['PO-1', 'PO-2', ''].map((reference) => ({ sku: 'KEYS', reference }));
	const options = { reference: '={{ $json.reference }}' };
	const finished = await bench.runNode(supply('sync', { type: 'PO', quantity: 3, options }), { input });
	expect([finished.hints('Sterling'), bench.requests['supplies.sync']]).toEqual([[], 1]);
});

it.each<[unknown, number | RegExp]>([
	['12.5', 12.5],
	[' 7 ', 7],
	['1e2', 100],
	['-3', -3],
	[0, 0],
	['', /^Quantity is empty/],
	['   ', /^Quantity is empty/],
	[null, /^Quantity is empty/],
	['1,5', /^Quantity must be a number, got "1,5"/],
	['0x10', /^Quantity must be a number/],
	['twelve', /^Quantity must be a number/],
	[true, /^Quantity must be a number, got true/],
	[[5], /^Quantity must be one value, got a list/],
])('the quantity %j of an expression', async (count, expected) => {
	const parameters = supply('sync', { itemId: 'QTY', quantity: '={{ $json.count }}', options: { dryRun: true } });
	const input = [{ count }] as never;
	if (expected instanceof RegExp) {
		expect((await bench.refused(parameters, { input })).message).toMatch(expected);
		return;
	}
	expect(await bench.run(parameters, { input })).toMatchObject([{ body: { supplies: [{ quantity: expected }] } }]);
});

it.each(['sync', 'adjust'])(
	'supply:%s sends the switches of the call as its query, and only those that are on',
	async (operation) => {
		const url = async (options: object) => {
			const [row] = await bench.run(
				supply(operation, { itemId: 'Q', quantity: 1, options: { ...options, dryRun: true } }),
			);
			return new URL(String(row.url)).search;
		};
		expect(await url({ forcePublish: true, recordTransaction: true })).toBe(
			'?forcePublish=true&recordTransaction=true',
		);
		expect(await url({ forcePublish: false, recordTransaction: true })).toBe('?recordTransaction=true');
		expect(await url({})).toBe('');
		await bench.run(supply(operation, { itemId: 'Q', quantity: 1, options: { forcePublish: true } }));
		expect(stock('Q')).toHaveLength(1);
	},
);

it('supply:adjust adds and takes away', async () => {
	await bench.run(supply('adjust', { itemId: 'ADJ', quantity: 8 }));
	const rows = await bench.run(
		supply('adjust', { itemId: 'ADJ', quantity: -3, options: { adjustmentReason: 'DAMAGED' } }),
	);
	expect(rows).toMatchObject([{ accepted: true, changedQuantity: -3, adjustmentReason: 'DAMAGED' }]);
	expect(stock('ADJ')).toMatchObject([{ quantity: 5 }]);
});

it('supply:getMany reads the records of an item', async () => {
	const rows = await bench.run({
		...supply('getMany'),
		itemId: 'MUG-BLUE',
		shipNode: locate('id', ''),
		returnAll: true,
	});
	expect(rows).toMatchObject([
		{ itemId: 'MUG-BLUE', shipNode: 'AUR_DC1', type: 'ONHAND', quantity: 995 },
		{ itemId: 'MUG-BLUE', shipNode: 'AUR_STORE1', quantity: 20 },
	]);
	const finished = await bench.runNode({
		...supply('getMany'),
		itemId: 'MUG-BLUE',
		shipNode: locate('id', ''),
		limit: 1,
	});
	expect(finished.json('Sterling')).toHaveLength(1);
	expect(finished.hints('Sterling')).toEqual(['There are more than 1 results. Turn on Return All to get all of them.']);
});

it('supply:getSyncStatus tells what became of a sync', async () => {
	bench.sandbox.behaviour.processingMs = 60_000;
	const [{ supplySyncTransactionId }] = await bench.run(supply('sync', { itemId: 'LATER', quantity: 4 }));
	const ask = {
		resource: 'supply',
		operation: 'getSyncStatus',
		supplySyncTransactionId,
		includeRecords: true,
	} as never;
	expect(await bench.run(ask)).toMatchObject([
		{ status: 'IN_PROGRESS', records: [{ itemId: 'LATER', status: 'PENDING' }] },
	]);
	bench.sandbox.clock.advance(61_000);
	expect(await bench.run(ask)).toMatchObject([{ status: 'COMPLETED' }]);
	expect(stock('LATER')).toMatchObject([{ quantity: 4 }]);
});

it('reads all input before anything is sent', async () => {
	const input = [
		{ sku: 'FIRST', count: 1 },
		{ sku: 'SECOND', count: 'many' },
	];
	const { message, context } = await bench.refused(supply('sync', { quantity: '={{ $json.count }}' }), { input });
	expect(message).toBe('Quantity must be a number, got "many"');
	expect(context.itemIndex).toBe(1);
	expect(bench.requests).toEqual({});
});

it('a sync that IV refuses for one record goes through for the others', async () => {
	const input = ['AUR_DC1', 'NOWHERE', 'AUR_DC2'].map((node) => ({ sku: 'PART', node }));
	const rows = await bench.run(supply('sync', { shipNode: locate('id', '={{ $json.node }}'), quantity: 2 }), {
		input,
		node: { onError: 'continueRegularOutput' },
	});
	expect(rows.map(({ accepted, error }) => accepted ?? error)).toEqual([
		true,
		'Ship node NOWHERE does not exist.',
		true,
	]);
	expect(stock('PART')).toHaveLength(2);
});

it('an adjust that is refused is not sent again in parts', async () => {
	const input = ['AUR_DC1', 'NOWHERE'].map((node) => ({ sku: 'WHOLE', node }));
	const rows = await bench.run(supply('adjust', { shipNode: locate('id', '={{ $json.node }}'), quantity: 2 }), {
		input,
		node: { onError: 'continueRegularOutput' },
	});
	expect(rows.every(({ error }) => error === 'Ship node NOWHERE does not exist.')).toBe(true);
	expect(bench.requests['supplies.adjust']).toBe(1);
	expect(stock('WHOLE')).toEqual([]);
});

describe('a lost response', () => {
	const lost = (api: string) => bench.sandbox.faults.add({ kind: 'drop', afterWork: true, api });

	it('of a sync is repeated', async () => {
		lost('supplies.sync');
		await bench.run(supply('sync', { itemId: 'LOST', quantity: 6 }));
		expect(bench.requests['supplies.sync']).toBe(2);
		expect(stock('LOST')).toMatchObject([{ quantity: 6 }]);
	});

	it('of an adjust ends as uncertain and is not sent again', async () => {
		lost('supplies.adjust');
		const { message } = await bench.refused(supply('adjust', { itemId: 'ONCE', quantity: 6 }));
		expect(message).toMatch(/may or may not have been carried out/);
		expect(bench.requests['supplies.adjust']).toBe(1);
		expect(stock('ONCE')).toMatchObject([{ quantity: 6 }]);
	});

	it('of an adjust with a Transaction-Id is repeated without a second effect', async () => {
		lost('supplies.adjust');
		await bench.run(supply('adjust', { itemId: 'TWICE', quantity: 6, options: { transactionId: true } }));
		expect(bench.requests['supplies.adjust']).toBe(2);
		expect(stock('TWICE')).toMatchObject([{ quantity: 6 }]);
	});
});

it('shows the request of a write without sending it', async () => {
	const rows = await bench.run(supply('sync', { itemId: 'DRY', quantity: 3, options: { dryRun: true } }));
	expect(rows).toMatchObject([
		{
			dryRun: true,
			method: 'PUT',
			url: `${bench.sandbox.url}/inventory/${bench.sandbox.tenantId}/v1/supplies`,
			headers: { Authorization: 'Bearer ***' },
			body: { supplies: [{ itemId: 'DRY', quantity: 3, shipNode: 'AUR_DC2' }] },
		},
	]);
	expect(bench.requests).toEqual({});
});

describe('demand', () => {
	const demand = (operation: string, more: object = {}) => ({
		...supply(operation, more),
		resource: 'demand',
		type: 'OPEN_ORDER',
		...more,
	});

	it('demand:sync and demand:getMany', async () => {
		await bench.run(demand('sync', { itemId: 'MUG-RED', quantity: 2, options: { shipDate: '2030-05-01T00:00:00Z' } }));
		expect(await bench.run(demand('getMany', { itemId: 'MUG-RED' }))).toMatchObject([
			{ type: 'OPEN_ORDER', quantity: 2, shipDate: '2030-05-01T00:00:00.000Z', shipNode: 'AUR_DC2' },
		]);
	});

	it('demand:adjust turns a reservation into demand in one step', async () => {
		const { world } = bench.sandbox;
		world.ledger.set(record('supply', 'RES', 'AUR_DC2', 10), world.clock.now());
		await bench.run({
			resource: 'reservation',
			operation: 'create',
			itemId: 'RES',
			unitOfMeasure: 'EACH',
			quantity: 4,
			shipNode: locate('id', 'AUR_DC2'),
			ownId: 'CART-9_1',
		});
		await bench.run(demand('adjust', { itemId: 'RES', quantity: 3, reservationId: 'CART-9_1' }));
		expect(world.reservation('CART-9_1')).toMatchObject({ quantity: 1 });
		expect(world.ledger.of('demand', { itemId: 'RES', unitOfMeasure: 'EACH', productClass: '' })).toMatchObject([
			{ quantity: 3 },
		]);
	});

	it.each([0, -2])('a change of %i consumes no reservation unless it says how much', async (quantity) => {
		const wish = demand('adjust', { itemId: 'MUG-RED', quantity, reservationId: 'CART-8_1' });
		const { message } = await bench.refused(wish);
		expect(message).toBe('Quantity of the Reservation must be more than 0, because the change is not');
		expect(bench.requests['demands.adjust']).toBeUndefined();
		const [{ body }] = await bench.run({ ...wish, consumedQuantity: 1, options: { dryRun: true } } as never);
		expect(body).toMatchObject({
			demands: [{ changedQuantity: quantity, reservations: [{ id: 'CART-8_1', quantity: 1 }] }],
		});
	});

	it('counts against the network without a node', async () => {
		await bench.run(demand('sync', { itemId: 'CHAIR-OAK', quantity: 1, shipNode: locate('id', '') }));
		const [row] = await bench.run({
			resource: 'availability',
			operation: 'getNetwork',
			itemId: 'CHAIR-OAK',
			unitOfMeasure: 'EACH',
			deliveryMethod: 'SHP',
			distributionGroup: locate('id', 'AUR_ALL'),
		});
		expect(row).toMatchObject({ onHand: 4 });
	});
});
