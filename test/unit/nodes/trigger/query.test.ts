import type { Answer, Call, SterlingClient } from '../../../../clients/oms';
import type { Document } from '../../../../kit/xml/document';
import { EVENT_TABLE } from '../../../../nodes/IbmSterlingOms/trigger/eventTable';
import type { Cursor } from '../../../../kit/polling/cursor';
import { newestRow, readPage, rowsOf, serverTime, type Reading } from '../../../../nodes/IbmSterlingOms/trigger/query';
import { SOURCES } from '../../../../nodes/IbmSterlingOms/trigger/sources';
import type { EventName } from '../../../../nodes/IbmSterlingOms/trigger/names';

const SINCE = 1_770_000_000;
const STAMP = '2026-02-02T02:40:00+00:00';

/** A client that returns one document and remembers the calls. */
function answering(document: Document, serverDate?: Date) {
	const calls: Call[] = [];
	const send = async (call: Call): Promise<Answer> => {
		calls.push(call);
		return { document, empty: false, root: '', serverDate } as unknown as Answer;
	};
	return { client: { send } as unknown as SterlingClient, calls };
}

const readingOf = (...events: EventName[]): Reading => {
	const chosen = EVENT_TABLE.filter(({ value }) => events.includes(value));
	return {
		source: SOURCES[chosen[0].source],
		events: chosen,
		filter: { input: { EnterpriseCode: 'AURORA' }, conditions: [] },
		options: {},
		creationGrace: 0,
	};
};

const cursorAt = (after?: string): Cursor => ({
	v: 1,
	rev: 1,
	since: SINCE,
	seen: {},
	open: { until: SINCE + 60, settled: SINCE, source: 'order', after },
});

const rows = (...keys: string[]) =>
	keys.map((OrderHeaderKey) => ({ OrderHeaderKey, Createts: STAMP, Modifyts: STAMP }));

test('asks by the smallest time stamp that finds all events of the source', async () => {
	const { client, calls } = answering({});
	await readPage(client, readingOf('orderCreated'), cursorAt());
	await readPage(client, readingOf('orderCreated', 'orderUpdated'), cursorAt('20260202'));
	expect(calls[0].input).toMatchObject({ Createts: STAMP, CreatetsQryType: 'GE', EnterpriseCode: 'AURORA' });
	expect(calls[1].input).toMatchObject({
		Modifyts: STAMP,
		ModifytsQryType: 'GE',
		OrderHeaderKey: '20260202',
		OrderHeaderKeyQryType: 'GT',
		OrderBy: { Attribute: [{ Name: 'OrderHeaderKey', Desc: 'N' }] },
	});
	expect(calls[1].input).not.toHaveProperty('Createts');
});

test('narrows the question to statuses only where all events of the source have them', async () => {
	const { client, calls } = answering({});
	await readPage(client, readingOf('orderCancelled'), cursorAt());
	await readPage(client, readingOf('orderCancelled', 'orderUpdated'), cursorAt());
	expect(calls[0].input).toMatchObject({ FromStatus: '9000', ToStatus: '9001', StatusQryType: 'BETWEEN' });
	expect(calls[1].input).not.toHaveProperty('StatusQryType');
	expect(calls[1].template).toMatchObject({
		Order: { Lockid: '', OrderStatuses: { OrderStatus: { Status: '' } } },
	});
});

test('a list that is answered whole needs no order', async () => {
	const { client } = answering({ Order: rows('103', '101', '102') });
	const page = (await readPage(client, readingOf('orderCreated'), cursorAt())).read();
	expect(page.rows.map(({ key }) => key)).toEqual(['101', '102', '103']);
	expect(page.more).toBe(false);
});

test.each([
	['more rows than a page holds', { Order: rows(...Array.from({ length: 501 }, (_, i) => String(999 - i))) }],
	['LastRecordSet', { Order: rows('103', '101'), LastRecordSet: 'N' }],
	['the last key once more', { Order: rows('100') }],
])('a list of several pages that is not in order is refused: %s', async (_name, document) => {
	const { client } = answering(document);
	await expect(readPage(client, readingOf('orderCreated'), cursorAt('100'))).rejects.toThrow(/order of OrderHeaderKey/);
});

test('one row more than the page holds proves that there are more', async () => {
	const keys = Array.from({ length: 501 }, (_, i) => String(100_000 + i));
	const { client, calls } = answering({ Order: rows(...keys) });
	const { read, rows: count, after } = await readPage(client, readingOf('orderCreated'), cursorAt());
	expect(calls[0].input.MaximumRecords).toBe('501');
	expect([read().rows.length, read().more, count, after]).toEqual([500, true, 500, '100499']);
});

test.each(['', '2026-02-02T02:40:00', '2026-13-02T02:40:00+00:00'])(
	'a row without a time that can be relied on is refused: "%s"',
	async (Createts) => {
		const { client } = answering({ Order: [{ OrderHeaderKey: '1', Createts }] });
		const { read } = await readPage(client, readingOf('orderCreated'), cursorAt());
		expect(read).toThrow(/needs the Createts of a row/);
	},
);

test('the clock is the Date of an answer without rows', async () => {
	const { client, calls } = answering({}, new Date((SINCE + 0.9) * 1000));
	expect(await serverTime(client, readingOf('shipmentCreated'))).toBe(SINCE);
	expect(calls[0]).toMatchObject({
		api: 'getShipmentList',
		input: { ShipmentKey: '0', MaximumRecords: '1' },
	});
	await expect(serverTime(answering({}).client, readingOf('shipmentCreated'))).rejects.toThrow(/have no Date header/);
});

test('the first page brings the clock of the moment it was asked, so what was committed later is not passed over', async () => {
	const date = new Date((SINCE + 90) * 1000);
	const { client, calls } = answering({ Order: rows('101') }, date);
	const now = jest.spyOn(performance, 'now').mockReturnValueOnce(5_000).mockReturnValueOnce(7_500);
	const { open: _none, ...cursor } = cursorAt();
	const { read, askedAt } = await readPage(client, readingOf('orderCreated'), cursor);
	now.mockRestore();
	expect(askedAt()).toBe(SINCE + 87);
	expect(read().rows.map(({ key }) => key)).toEqual(['101']);
	expect(calls).toHaveLength(1);
	const timeless = await readPage(answering({}).client, readingOf('orderCreated'), cursor);
	expect(timeless.askedAt).toThrow(/have no Date header/);
});

test('the newest row is asked for by the time stamp of the events', async () => {
	const { client, calls } = answering({ Order: rows('101') });
	expect(await newestRow(client, readingOf('orderUpdated'), SINCE)).toBe(Date.parse(STAMP) / 1000);
	expect(calls[0].input).toMatchObject({
		ModifytsQryType: 'GE',
		OrderBy: { Attribute: [{ Name: 'Modifyts', Desc: 'Y' }] },
		MaximumRecords: '1',
	});
	expect(await newestRow(answering({}).client, readingOf('orderUpdated'), SINCE)).toBeUndefined();
});

describe('what is not the list that was asked for is an error, never no rows', () => {
	const { source } = readingOf('orderCreated');
	const response = (document: Document, root = 'OrderList', empty = false): Answer => ({ document, root, empty });

	test.each<[string, Answer]>([
		['a blank response', response({}, '', true)],
		['another root', response({ Order: rows('1') }, 'Page')],
		['the same list in other case', response({ order: rows('1') })],
		['the same list with a prefix', response({ 'oms:Order': rows('1') })],
		['a list around the list', response({ OrderList: { Order: rows('1') } })],
		['text in place of rows', response({ Order: ['1'] })],
		['a bare list', response({ '#rows': [] })],
	])('%s', (_name, given) => {
		expect(() => rowsOf(given, source)).toThrow(
			'Sterling responded to getOrderList with something other than OrderList.',
		);
	});

	test.each<[string, Document]>([
		['no key', { Createts: STAMP }],
		['an empty key', { OrderHeaderKey: '' }],
	])('a row with %s', (_name, row) => {
		expect(() => rowsOf(response({ Order: [row] }), source)).toThrow('has no OrderHeaderKey');
	});

	test.each<[string, Document, number]>([
		['nothing', {}, 0],
		['attributes only', { TotalOrderList: '0', LastRecordSet: 'Y' }, 0],
		['an empty list', { Order: [] }, 0],
		['null', { Order: '' }, 0],
		['one row as an object', { Order: rows('1')[0] }, 1],
		['rows and other elements', { Order: rows('1', '2'), Totals: {} }, 2],
	])('a list of %s is one', (_name, document, count) => {
		expect(rowsOf(response(document), source)).toHaveLength(count);
	});
});
