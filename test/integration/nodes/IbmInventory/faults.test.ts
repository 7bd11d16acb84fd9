import { forgetSharedState } from '../../../../kit/http/sharedState';
import { RESOURCES } from '../../../../nodes/IbmInventory/operations';
import type { Fault } from '../../../../sandbox/kit/faults';
import { record } from '../../../../sandbox/inventory';
import { InventoryBench } from '../../../support/inventoryBench';
import { locate } from '../../../support/workflow';

const bench = InventoryBench.forFile();

const item = { itemId: 'MUG-BLUE', unitOfMeasure: 'EACH' };
const dc1 = locate('id', 'AUR_DC1');
const all = locate('id', 'AUR_ALL');

/** One operation: its parameters, the call it stands or falls with, and how that may be repeated. */
interface Case {
	parameters: Record<string, unknown>;
	api: string;
	kind: 'read' | 'keyed' | 'write' | 'found';
}

const shipping = { deliveryMethod: 'SHP', countryCode: 'US', postalCode: '02110', shippingGroupId: 'STANDARD' };
const CASES: Record<string, Case> = {
	'availability:getNode': { parameters: { ...item, shipNodes: ['AUR_DC1'] }, api: 'availability.node', kind: 'read' },
	'availability:getNetwork': {
		parameters: { ...item, distributionGroup: all },
		api: 'availability.network',
		kind: 'read',
	},
	'availability:getProduct': {
		parameters: { ...item, shipNodes: ['AUR_DC1'] },
		api: 'availability.product',
		kind: 'read',
	},
	'supply:getMany': { parameters: { ...item, shipNode: dc1 }, api: 'supplies.get', kind: 'read' },
	'supply:sync': {
		parameters: { ...item, itemId: 'F-1', shipNode: dc1, quantity: 3 },
		api: 'supplies.sync',
		kind: 'keyed',
	},
	'supply:adjust': {
		parameters: { ...item, itemId: 'F-2', shipNode: dc1, quantity: 3 },
		api: 'supplies.adjust',
		kind: 'write',
	},
	'demand:getMany': { parameters: { ...item, shipNode: dc1 }, api: 'demands.get', kind: 'read' },
	'demand:sync': {
		parameters: { ...item, itemId: 'F-3', shipNode: dc1, type: 'OPEN_ORDER', quantity: 1 },
		api: 'demands.sync',
		kind: 'keyed',
	},
	'demand:adjust': {
		parameters: { ...item, itemId: 'F-4', shipNode: dc1, type: 'OPEN_ORDER', quantity: 1 },
		api: 'demands.adjust',
		kind: 'write',
	},
	'reservation:create': {
		parameters: { ...item, shipNode: dc1, quantity: 1, ownId: 'F' },
		api: 'reservations.create',
		kind: 'found',
	},
	'reservation:get': { parameters: { reservationId: 'HELD' }, api: 'reservations.get', kind: 'read' },
	'reservation:getMany': { parameters: { reference: 'CART' }, api: 'reservations.list', kind: 'read' },
	'reservation:increase': {
		parameters: { reservationId: 'HELD', quantity: 3 },
		api: 'reservations.increase',
		kind: 'found',
	},
	'reservation:extend': {
		parameters: { reservationId: 'HELD', timeToExpire: 90 },
		api: 'reservations.create',
		kind: 'found',
	},
	'reservation:release': { parameters: { reservationId: 'HELD' }, api: 'reservations.release', kind: 'keyed' },
	'shipNode:get': { parameters: { shipNode: dc1 }, api: 'shipNodes.get', kind: 'read' },
	'shipNode:getMany': { parameters: {}, api: 'shipNodes.list', kind: 'read' },
	'shipNode:upsert': {
		parameters: { shipNode: locate('id', 'F'), options: { latitude: 1 } },
		api: 'shipNodes.put',
		kind: 'keyed',
	},
	'shipNode:delete': { parameters: { shipNode: locate('id', 'GONE') }, api: 'shipNodes.delete', kind: 'keyed' },
	'shipNode:setFulfillment': {
		parameters: { shipNode: locate('id', 'AUR_DC2'), state: 'off', deliveryMethod: 'PICK' },
		api: 'shipNodes.put',
		kind: 'keyed',
	},
	'distributionGroup:get': { parameters: { distributionGroup: all }, api: 'groups.get', kind: 'read' },
	'distributionGroup:getMany': { parameters: {}, api: 'groups.list', kind: 'read' },
	'distributionGroup:upsert': {
		parameters: { distributionGroup: locate('id', 'F'), shipNodes: ['AUR_DC1'] },
		api: 'groups.put',
		kind: 'keyed',
	},
	'distributionGroup:addNodes': {
		parameters: { distributionGroup: locate('id', 'AUR_WAREHOUSES'), shipNodes: ['AUR_DC1'] },
		api: 'groups.put',
		kind: 'keyed',
	},
	'distributionGroup:removeNodes': {
		parameters: { distributionGroup: locate('id', 'AUR_WAREHOUSES'), shipNodes: ['AUR_STORE1'] },
		api: 'groups.put',
		kind: 'keyed',
	},
	'distributionGroup:delete': {
		parameters: { distributionGroup: locate('id', 'GONE') },
		api: 'groups.delete',
		kind: 'keyed',
	},
	'safetyStock:get': { parameters: item, api: 'safetyStock.get', kind: 'read' },
	'safetyStock:set': { parameters: { ...item, safetyStockQuantity: 1 }, api: 'safetyStock.set', kind: 'keyed' },
	'safetyStock:delete': { parameters: item, api: 'safetyStock.delete', kind: 'keyed' },
	'threshold:get': { parameters: item, api: 'threshold.get', kind: 'read' },
	'threshold:set': { parameters: { ...item, low: 1, medium: 2, high: 3 }, api: 'threshold.set', kind: 'keyed' },
	'threshold:delete': { parameters: item, api: 'threshold.delete', kind: 'keyed' },
	'promise:getDeliveryDates': { parameters: { ...item, ...shipping }, api: 'promise.edd', kind: 'read' },
	'promise:getCheckoutPlan': {
		parameters: {
			...shipping,
			planPath: 'v2/sandbox-checkout-plan',
			lines: JSON.stringify([{ lineId: '1', ...item, quantity: 1 }]),
		},
		api: 'promise.checkout',
		kind: 'read',
	},
	'event:requestSnapshot': { parameters: {}, api: 'events.publishAll', kind: 'keyed' },
	'api:call': {
		parameters: { service: 'catalog', method: 'POST', path: 'v1/items', body: '{"items":[{"itemId":"F"}]}' },
		api: 'catalog.items',
		kind: 'write',
	},
};

const status = (code: number, more: Partial<Fault> = {}): Fault => ({ kind: 'status', status: code, ...more });
const always = { times: 0 };

/** What each fault must come to. `lost`: the work may be done, and the response is not to be had. */
const FAULTS: Array<[name: string, fault: Fault, outcome: 'passes' | 'fails' | 'lost']> = [
	['HTTP 400', status(400, always), 'fails'],
	['HTTP 401, once', status(401), 'passes'],
	['HTTP 401 again and again', status(401, always), 'fails'],
	['HTTP 403', status(403, always), 'fails'],
	['HTTP 429, once', status(429, { retryAfter: 1 }), 'passes'],
	['HTTP 500 after the work', status(500, { afterWork: true }), 'lost'],
	['HTTP 502 after the work', status(502, { afterWork: true }), 'lost'],
	['HTTP 503 with Retry-After, after the work', status(503, { retryAfter: 1, afterWork: true }), 'lost'],
	['HTTP 503 again and again', status(503, { ...always, retryAfter: 1 }), 'fails'],
	['HTTP 504 after the work', status(504, { afterWork: true }), 'lost'],
	['connection cut after the work', { kind: 'drop', afterWork: true }, 'lost'],
	['body cut off', { kind: 'truncate' }, 'lost'],
	['token expired', { kind: 'expireToken' }, 'passes'],
	['redirect to a sign-in page', { kind: 'redirect', ...always }, 'fails'],
	['web page of a gateway', { kind: 'html', ...always }, 'fails'],
	['byte order mark', { kind: 'bom' }, 'passes'],
];

/** A fresh world: what the cases work on is there. */
function prepare(): void {
	const { world } = bench.sandbox;
	const at = world.clock.now();
	for (const one of world.reservations()) world.release(one);
	world.reserve({
		...item,
		productClass: '',
		id: 'HELD',
		reference: 'CART',
		shipNode: 'AUR_DC1',
		deliveryMethod: 'SHP',
		segment: '',
		segmentType: '',
		quantity: 2,
		at,
		expiresAt: at + 600_000,
	});
	world.nodes.set('GONE', { shipNode: 'GONE' });
	world.nodes.set('AUR_DC2', { shipNode: 'AUR_DC2' });
	world.groups.set('GONE', ['AUR_DC1']);
	world.groups.set('AUR_WAREHOUSES', ['AUR_DC1', 'AUR_DC2']);
	for (const id of ['F-1', 'F-2']) world.ledger.set(record('supply', id, 'AUR_DC1', 0), at);
	for (const id of ['F-3', 'F-4']) world.ledger.set(record('demand', id, 'AUR_DC1', 0), at);
	world.ledger.set(record('demand', 'MUG-BLUE', 'AUR_DC1', 1), at);
	world.safetyStock = [
		{ ...item, productClass: '', shipNode: '', distributionGroup: '', deliveryMethod: '', value: 1 },
	];
	world.catalog.clear();
}

const nothing = { resource: 'shipNode', operation: 'getMany', limit: 1 };

describe.each(FAULTS)('%s', (_name, fault, outcome) => {
	// The pace that another fault has imposed.
	beforeAll(forgetSharedState);

	it.each(Object.entries(CASES))('%s', async (name, { parameters, api, kind }) => {
		const [resource, operation] = name.split(':');
		prepare();
		// Faults of the login find a session, as most calls do.
		if (fault.kind === 'expireToken' || fault.status === 401) await bench.run(nothing);
		bench.sandbox.log.clear();
		bench.sandbox.faults.add({ ...fault, api });
		const { error, json } = await bench.runNode({ resource, operation, ...parameters } as never);
		const calls = bench.requests[api];

		// Cut responses of writes without a body lose nothing; all others are what was lost.
		const emptyBody = fault.kind === 'truncate' && kind !== 'read' && !error;
		const works = outcome === 'passes' || (outcome === 'lost' && kind !== 'write') || emptyBody;
		if (works) {
			if (error) throw error;
			expect(json('Sterling').length).toBeGreaterThan(0);
		} else {
			expect(error).toBeDefined();
			expect(error!.message.length).toBeGreaterThan(5);
		}
		// A write that may have arrived is never sent twice.
		if (kind === 'write' && outcome === 'lost') {
			expect(calls).toBe(1);
			if (error) expect(error.message).toMatch(/may or may not/);
		}
		if (kind === 'found' && outcome === 'lost') expect(calls).toBe(1);
	});
});

test('every operation that calls IV is struck by every fault', () => {
	const named = RESOURCES.flatMap(({ value, operations }) =>
		operations.map((operation) => `${value}:${operation.value}`),
	);
	const untouched = named.filter((name) => !(name in CASES));
	expect(untouched.sort()).toEqual(['event:parse', 'supply:getSyncStatus']);
});
