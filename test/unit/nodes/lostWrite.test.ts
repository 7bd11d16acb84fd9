import { RESOURCES } from '../../../nodes/IbmSterlingOms/operations';
import type { AfterLoss, WriteOperation } from '../../../nodes/IbmSterlingOms/operation';
import { entityOf, recoverOf } from '../../../nodes/IbmSterlingOms/run/writes/lostWrite';

/** What settles each write of the catalogue whose response was lost. */
const OUTCOMES: Readonly<Record<string, AfterLoss>> = {
	'catalogItem:create': 'made',
	'catalogItem:delete': 'gone',
	'catalogItem:update': 'holds',
	'catalogItem:upsert': 'holds',
	'customer:create': 'made',
	'customer:delete': 'gone',
	'customer:update': 'holds',
	'customer:upsert': 'holds',
	'inventory:adjust': 'uncertain',
	'inventory:cancelReservation': 'uncertain',
	'inventory:reserve': 'uncertain',
	'order:addNote': 'uncertain',
	'order:cancelLines': 'cancelled',
	'order:cancel': 'cancelled',
	'order:changeStatus': 'uncertain',
	'order:create': 'made',
	'order:delete': 'gone',
	'order:release': 'uncertain',
	'order:resolveHold': 'holds',
	'order:schedule': 'uncertain',
	'order:update': 'holds',
	'orderRelease:update': 'holds',
	'organization:create': 'made',
	'organization:delete': 'gone',
	'organization:update': 'holds',
	'organization:upsert': 'holds',
	'return:create': 'made',
	'shipment:cancel': 'cancelled',
	'shipment:confirm': 'uncertain',
	'shipment:create': 'made',
	'shipment:delete': 'gone',
	'shipment:update': 'holds',
	'shipment:upsert': 'holds',
};

const WRITES = RESOURCES.flatMap(({ value, operations }) =>
	operations
		.filter((operation): operation is WriteOperation => operation.type === 'write')
		.map((operation) => ({ label: `${value}:${operation.value}`, operation })),
);

test('every write operation states what settles it', () => {
	expect(Object.fromEntries(WRITES.map(({ label, operation }) => [label, operation.afterLoss]))).toEqual(OUTCOMES);
});

describe.each(WRITES)('$label', ({ operation }) => {
	const entity = entityOf(operation);

	/** Looks the record up after a loss; the list holds these rows. */
	const lookUp = async (rows: object[], sent: object = {}) => {
		if (!entity) throw new Error('There is no record');
		const send = jest.fn(async () => await Promise.resolve({ document: { [entity.row]: rows } }));
		const hint = jest.fn();
		const named = Object.fromEntries([entity.key, ...entity.natural].map((name) => [name, 'X']));
		const recover = recoverOf(operation, { ...named, ...sent }, operation.api, { client: { send }, hint } as never);
		return { found: await recover?.(() => 0), send, hint };
	};

	it('looks up what can be named, and nothing else', () => {
		const nameless = recoverOf(operation, {}, operation.api, {} as never);
		expect(nameless).toBeUndefined();
		expect(entity === undefined).toBe(operation.api.includes('nventory') || operation.value === 'cancelReservation');
	});

	if (!entity || operation.afterLoss === 'made') return;

	it('is done only where the record proves it', async () => {
		const names = Object.fromEntries([entity.key, ...entity.natural].map((name) => [name, 'X']));
		const record = {
			...names,
			Status: '9000',
			MinOrderStatus: '9000',
			MaxOrderStatus: '9000',
			ShortName: 'new',
		};
		const there = await lookUp([record], { ShortName: 'new' });
		const other = await lookUp([{ ...record, Status: '1100', MinOrderStatus: '1100', ShortName: 'old' }], {
			ShortName: 'new',
		});
		const none = await lookUp([], { ShortName: 'new' });
		const isDone = ({ hint }: { hint: jest.Mock }) => hint.mock.calls.length === 1;
		const expected: Record<AfterLoss, boolean[]> = {
			made: [],
			gone: [false, false, true],
			cancelled: [true, false, false],
			holds: [true, false, false],
			uncertain: [false, false, false],
		};
		expect([there, other, none].map(isDone)).toEqual(expected[operation.afterLoss]);
		expect(there.send).toHaveBeenCalledWith(expect.objectContaining({ api: entity.listApi, kind: 'read' }));
	});
});
