import { InventoryBench } from '../../../support/inventoryBench';
import { locate } from '../../../support/workflow';

const bench = InventoryBench.forFile();

const on = (operation: string, more: object = {}) => ({ resource: 'reservation', operation, ...more });
const create = (more: object = {}) =>
	on('create', {
		itemId: 'MUG-BLUE',
		unitOfMeasure: 'EACH',
		quantity: 2,
		shipNode: locate('id', 'AUR_DC1'),
		deliveryMethod: 'SHP',
		reference: 'CART-1',
		...more,
	});

afterEach(() => {
	const { world } = bench.sandbox;
	for (const reservation of world.reservations()) world.release(reservation);
});

it('reservation:create holds stock at a node', async () => {
	const now = bench.sandbox.clock.now();
	bench.sandbox.clock.freeze(now);
	const [row] = await bench.run(create({ ownId: 'CART-1_1', timeToExpire: 30 }));
	bench.sandbox.clock.run();
	expect(row).toMatchObject({
		itemId: 'MUG-BLUE',
		shipNode: 'AUR_DC1',
		reference: 'CART-1',
		asked: 2,
		reserved: 2,
		reservationId: 'CART-1_1',
		expirationTs: new Date(now + 30 * 60_000).toISOString(),
	});
	expect(bench.sandbox.world.reservation('CART-1_1')).toMatchObject({ quantity: 2 });
});

it('two items with one ID are not taken for two reservations; the same item again is the same one', async () => {
	const input = [{}, {}];
	expect((await bench.refused(create({ ownId: 'CART-1_1' }), { input })).message).toMatch(
		/^Reservation ID CART-1_1 is also used by another input item/,
	);
	await bench.run(create({ ownId: 'CART-1_1' }));
	expect(bench.sandbox.world.reservations()).toMatchObject([{ id: 'CART-1_1', quantity: 2 }]);
	await bench.run(create({ ownId: '=CART-2_{{ $itemIndex }}' }), { input });
	expect(bench.sandbox.world.reservations()).toHaveLength(3);
});

it.each([
	['2030-02-30', 'a date that does not exist'],
	['2030-02-30T00:00:00Z', 'a date that does not exist'],
	['2030-13-01T00:00:00Z', 'a date that does not exist'],
	['30.02.2030', 'not a date'],
	['tomorrow', 'not a date'],
])('the time %s is refused by its field', async (time, what) => {
	const { message } = await bench.refused(create({ options: { requestedReservationTs: time } }));
	expect(message).toBe(`Options → Needed From: "${time}" is ${what}`);
});

it.each([
	['2030-01-02T03:04:05.678Z', '2030-01-02T03:04:05.678Z'],
	['2030-01-02T03:04:05.6+02:00', '2030-01-02T01:04:05.600Z'],
	['2030-01-02T03:04', '2030-01-02T08:04:00.000Z'],
	['2030-01-02 03:04:05.25', '2030-01-02T08:04:05.250Z'],
	['2030-07-02', '2030-07-02T04:00:00.000Z'],
	['={{ DateTime.fromISO("2030-01-02T03:04:05.678Z") }}', '2030-01-02T03:04:05.678Z'],
	['={{ new Date(1893553445678) }}', '2030-01-02T03:04:05.678Z'],
])('the time %s is sent as %s', async (time, sent) => {
	const parameters = create({ options: { requestedReservationTs: time, dryRun: true } });
	const [{ body }] = await bench.run(parameters, { timezone: 'America/New_York' });
	expect(body).toMatchObject({ lines: [{ requestedReservationTs: sent }] });
});

it('spreads over the nodes of a group', async () => {
	const [row] = await bench.run(
		create({
			itemId: 'CHAIR-OAK',
			quantity: 5,
			reserveAt: 'network',
			distributionGroup: locate('id', 'AUR_ALL'),
			ownId: 'C',
		}),
	);
	expect(row).toMatchObject({
		reserved: 5,
		distributionGroup: 'AUR_ALL',
		reservations: [
			{ id: 'C', shipNode: 'AUR_DC1', reservedQuantity: 3 },
			{ id: 'C_02', shipNode: 'AUR_DC2', reservedQuantity: 2 },
		],
	});
});

it('HTTP 200 with less than asked for is an error', async () => {
	const { message, description } = await bench.refused(create({ itemId: 'CHAIR-OAK', quantity: 50 }));
	expect(message).toBe('0 of 50 of item CHAIR-OAK could be reserved at AUR_DC1.');
	expect(description).toMatch(/Accept Partial/);
	expect(bench.sandbox.world.reservations()).toEqual([]);
});

it('keeps a part where that is accepted, and says so', async () => {
	const finished = await bench.runNode(create({ itemId: 'CHAIR-OAK', quantity: 50, options: { acceptPartial: true } }));
	expect(finished.json('Sterling')).toMatchObject([{ asked: 50, reserved: 3 }]);
	expect(finished.hints('Sterling')).toHaveLength(1);
});

it('nothing at all is an error also where a part would be accepted', async () => {
	const { message } = await bench.refused(create({ itemId: 'NO-SUCH', options: { acceptPartial: true } }));
	expect(message).toMatch(/^0 of 2 of item NO-SUCH/);
});

describe('a lost response', () => {
	it('is looked up by the ID of the reservation', async () => {
		bench.sandbox.faults.add({ kind: 'drop', afterWork: true, api: 'reservations.create' });
		expect(await bench.run(create({ ownId: 'CART-2_1' }))).toMatchObject([{ reserved: 2, reservationId: 'CART-2_1' }]);
		expect(bench.requests['reservations.create']).toBe(1);
	});

	it('in a network is looked up at all of its nodes', async () => {
		bench.sandbox.faults.add({ kind: 'drop', afterWork: true, api: 'reservations.create' });
		const group = { reserveAt: 'network', distributionGroup: locate('id', 'AUR_ALL') };
		const [row] = await bench.run(create({ ...group, itemId: 'CHAIR-OAK', quantity: 5, ownId: 'CART-9_1' }));
		expect(row).toMatchObject({ reserved: 5, reservations: [{ id: 'CART-9_1' }, { id: 'CART-9_1_02' }] });
		expect(bench.requests['reservations.create']).toBe(1);
	});

	it('without an ID of its own ends as uncertain', async () => {
		bench.sandbox.faults.add({ kind: 'drop', afterWork: true, api: 'reservations.create' });
		expect((await bench.refused(create())).message).toMatch(/may or may not/);
		expect(bench.sandbox.world.reservations()).toHaveLength(1);
	});

	it('of a release counts as released when it is gone', async () => {
		await bench.run(create({ ownId: 'CART-3_1' }));
		bench.sandbox.faults.add({ kind: 'drop', afterWork: true, api: 'reservations.release' });
		expect(await bench.run(on('release', { reservationId: 'CART-3_1' }))).toEqual([
			{ reservationId: 'CART-3_1', released: true },
		]);
	});

	it.each([
		['increase', { quantity: 5 }, 'reservations.increase'],
		['extend', { timeToExpire: 60 }, 'reservations.create'],
	])('of %s is looked up', async (operation, more, api) => {
		await bench.run(create({ ownId: 'CART-4_1' }));
		bench.sandbox.faults.add({ kind: 'drop', afterWork: true, api });
		await bench.run(on(operation, { reservationId: 'CART-4_1', ...more }));
		expect(bench.sandbox.world.reservation('CART-4_1')).toMatchObject({ quantity: operation === 'increase' ? 5 : 2 });
	});
});

it('reservation:get and reservation:getMany', async () => {
	await bench.run(create({ ownId: 'A' }));
	await bench.run(create({ ownId: 'B', quantity: 1 }));
	expect(await bench.run(on('get', { reservationId: 'A' }))).toMatchObject([{ id: 'A', reservedQuantity: 2 }]);
	expect(await bench.run(on('getMany', { reference: 'CART-1', returnAll: true }))).toMatchObject([
		{ id: 'A' },
		{ id: 'B' },
	]);
	expect((await bench.refused(on('get', { reservationId: 'C' }))).message).toBe('Reservation C does not exist.');
});

it('lists by the older version where the newer one has no list', async () => {
	await bench.run(create({ ownId: 'A' }));
	bench.sandbox.behaviour.listsReservationsV2 = false;
	expect(await bench.run(on('getMany', { reference: 'CART-1', returnAll: true }))).toMatchObject([{ id: 'A' }]);
});

it('reservation:increase raises, and refuses to lower', async () => {
	await bench.run(create({ ownId: 'A' }));
	expect(await bench.run(on('increase', { reservationId: 'A', quantity: 7 }))).toMatchObject([
		{ id: 'A', reservedQuantity: 7 },
	]);
	expect((await bench.refused(on('increase', { reservationId: 'A', quantity: 1 }))).message).toMatch(/increased/);
});

it('reservation:extend holds stock for longer', async () => {
	await bench.run(create({ ownId: 'A', timeToExpire: 5 }));
	const before = bench.sandbox.world.reservation('A')!.expiresAt;
	const [row] = await bench.run(on('extend', { reservationId: 'A', timeToExpire: 120 }));
	expect(Date.parse(String(row.expirationTs))).toBeGreaterThan(before);
	expect(bench.sandbox.world.reservations()).toHaveLength(1);
});

it('reserves in a segment, and stays there and at its time when it is extended', async () => {
	const later = new Date(bench.sandbox.clock.now() + 3_600_000).toISOString();
	const options = { segment: 'ONLINE', segmentType: 'Channel', requestedReservationTs: later };
	await bench.run(create({ ownId: 'S', timeToExpire: 5, options }));
	const before = bench.sandbox.world.reservation('S')!;
	expect(before).toMatchObject({ segment: 'ONLINE', segmentType: 'Channel', at: Date.parse(later) });
	await bench.run(on('extend', { reservationId: 'S', timeToExpire: 120 }));
	const { segment, segmentType, at, expiresAt } = bench.sandbox.world.reservation('S')!;
	expect({ segment, segmentType, at }).toEqual({ segment: 'ONLINE', segmentType: 'Channel', at: before.at });
	expect(expiresAt).toBeGreaterThan(before.expiresAt);
});

it('reservation:extend says where the node is missing, and takes it as an option', async () => {
	await bench.run(create({ ownId: 'N', timeToExpire: 5 }));
	const shipNode = bench.sandbox.world.reservation('N')!.shipNode;
	bench.sandbox.behaviour.readsNodeOfReservation = false;
	const wish = on('extend', { reservationId: 'N', timeToExpire: 120 });
	expect((await bench.refused(wish)).message).toMatch(/does not say at which ship node reservation N is/);
	await bench.run({ ...wish, options: { shipNode } });
	expect(bench.sandbox.world.reservations()).toMatchObject([{ id: 'N', shipNode }]);
});

it('reservation:release gives stock back', async () => {
	await bench.run(create({ ownId: 'A' }));
	expect(await bench.run(on('release', { reservationId: 'A' }))).toEqual([{ reservationId: 'A', released: true }]);
	expect(bench.sandbox.world.reservations()).toEqual([]);
	expect((await bench.refused(on('release', { reservationId: 'A' }))).message).toBe('Reservation A does not exist.');
});

it.each([
	['create', create({ options: { dryRun: true } }), 'POST', /v2\/reservations$/],
	['increase', on('increase', { reservationId: 'A', quantity: 3, options: { dryRun: true } }), 'PATCH', /A$/],
	['release', on('release', { reservationId: 'A', options: { dryRun: true } }), 'DELETE', /A$/],
])('%s shows its request in a dry run', async (_name, parameters, method, url) => {
	expect(await bench.run(parameters)).toMatchObject([{ dryRun: true, method, url: expect.stringMatching(url) }]);
	expect(bench.requests).toEqual({});
});
