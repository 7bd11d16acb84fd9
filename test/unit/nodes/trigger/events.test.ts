import type { Document } from '../../../../kit/xml/document';
import { EVENT_TABLE } from '../../../../nodes/IbmSterlingOms/trigger/eventTable';
import { SOURCES } from '../../../../nodes/IbmSterlingOms/trigger/sources';
import { EVENTS, type EventName } from '../../../../nodes/IbmSterlingOms/trigger/names';
import { secondsOf, sterlingTime } from '../../../../nodes/IbmSterlingOms/trigger/time';

const C = '2026-02-03T09:40:00+00:00';
const M = '2026-02-03T09:45:00+00:00';
const BACK = '2026-02-03T09:43:00+00:00';

const find = (event: EventName, row: Document, creationGrace = 2) =>
	EVENT_TABLE.find(({ value }) => value === event)!.find(row, { creationGrace });

test('every event of the contract is polled', () => {
	expect(EVENT_TABLE.map(({ value }) => value).sort()).toEqual([...EVENTS].sort());
	for (const { source } of EVENT_TABLE) expect(SOURCES[source].value).toBe(source);
});

test.each<EventName>(['orderCreated', 'returnCreated', 'shipmentCreated', 'orderReleased'])(
	'%s is told by its creation',
	(event) => {
		expect(find(event, { Createts: C, Modifyts: M })).toEqual({ time: C });
	},
);

describe('updates', () => {
	test.each<EventName>(['orderUpdated', 'shipmentUpdated'])('%s is told by Modifyts and Lockid', (event) => {
		expect(find(event, { Createts: C, Modifyts: M, Lockid: '4' })).toEqual({ time: M, version: `${M}#4` });
		expect(find(event, { Createts: C, Modifyts: M })).toEqual({ time: M, version: M });
		expect(find(event, { Createts: C, Modifyts: C, Lockid: '1' })).toBeUndefined();
	});

	test('the grace decides what still belongs to the creation', () => {
		const row = { Createts: C, Modifyts: '2026-02-03T09:40:05+00:00' };
		expect(find('orderUpdated', row, 4)).toBeDefined();
		expect(find('orderUpdated', row, 5)).toBeUndefined();
	});

	test('a release counts from its creation on', () => {
		expect(find('orderReleaseCreatedOrUpdated', { Createts: C, Modifyts: C })).toEqual({
			time: C,
			version: C,
		});
	});

	test('the version is the same whatever zone a server prints', () => {
		const [east, west] = ['2026-02-03T10:45:00+01:00', '2026-02-03T04:45:00-05:00'].map((Modifyts) =>
			find('orderUpdated', { Createts: C, Modifyts, Lockid: '4' }),
		);
		expect(east?.version).toBe(west?.version);
	});
});

const withStatuses = (...statuses: Array<[string, string, string?]>): Document => ({
	OrderStatuses: {
		OrderStatus: statuses.map(([Status, StatusDate, StatusQty = '1']) => ({ Status, StatusDate, StatusQty })),
	},
});

describe('cancelled orders', () => {
	test('by the last status date, however often the order changes later', () => {
		const row = { MinOrderStatus: '9000', Modifyts: M, ...withStatuses(['9000', C], ['9000.100', BACK]) };
		expect(find('orderCancelled', row)).toEqual({ time: BACK, version: BACK });
	});

	test('not while a line goes on', () => {
		expect(
			find('orderCancelled', { MinOrderStatus: '1100', Modifyts: M, ...withStatuses(['9000', BACK]) }),
		).toBeUndefined();
		expect(find('orderCancelled', { MinOrderStatus: '90001', Modifyts: M })).toBeUndefined();
	});

	test('without status dates by Modifyts', () => {
		expect(find('orderCancelled', { MinOrderStatus: '9000', Modifyts: M })).toEqual({ time: M });
	});

	test('a status date of the future does not hold the event back', () => {
		const future = '2030-01-01T00:00:00+00:00';
		const row = { MinOrderStatus: '9000', Modifyts: M, ...withStatuses(['9000', future]) };
		expect(find('orderCancelled', row)).toEqual({ time: M, version: future });
	});
});

describe('back orders', () => {
	test.each(['1300', '1400', '1300.50'])('in status %s', (status) => {
		expect(find('orderLineBackordered', { Modifyts: M, ...withStatuses(['1100', C], [status, BACK]) })).toEqual({
			time: BACK,
			version: BACK,
		});
	});

	test('not in another status, nor without a quantity in it', () => {
		expect(find('orderLineBackordered', { Modifyts: M, ...withStatuses(['1310', BACK]) })).toBeUndefined();
		expect(find('orderLineBackordered', { Modifyts: M, ...withStatuses(['1300', BACK, '0.00']) })).toBeUndefined();
	});

	test('by the range of the line where its statuses are not answered', () => {
		expect(find('orderLineBackordered', { Modifyts: M, MinLineStatus: '1300', MaxLineStatus: '3700' })).toEqual({
			time: M,
		});
	});
});

test('times with an offset are read, others are no times', () => {
	expect(secondsOf('2026-02-03T04:40:00-05:00')).toBe(secondsOf(C));
	expect(secondsOf('2026-02-03T09:40:00.900Z')).toBe(secondsOf(C));
	for (const text of ['2026-02-03T09:40:00', '2026-02-03', '', ' ', undefined]) expect(secondsOf(text)).toBeUndefined();
	expect(sterlingTime(secondsOf(C)!)).toBe(C);
});
