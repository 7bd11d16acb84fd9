import fc from 'fast-check';

import type { Answer, Call, SterlingClient } from '../../../../clients/oms';
import { ServiceError } from '../../../../kit/errors';
import type { Cursor } from '../../../../kit/polling/cursor';
import type { Document } from '../../../../kit/xml/document';
import { EVENT_TABLE } from '../../../../nodes/IbmSterlingOms/trigger/eventTable';
import { orderWithLines } from '../../../../nodes/IbmSterlingOms/documents/shapes/order';
import { poll } from '../../../../nodes/IbmSterlingOms/trigger/poll';
import { SOURCES } from '../../../../nodes/IbmSterlingOms/trigger/sources';
import { simplify } from '../../../../nodes/IbmSterlingOms/documents/shape';
import { sterlingTime } from '../../../../nodes/IbmSterlingOms/trigger/time';

const NOW = 1_770_000_000;
const PAGE = 500;
/** When all orders were created. */
const TIME = sterlingTime(NOW - 86_400);

interface Faults {
	/** The list that fails, counted from 0. */
	list?: number;
	/** Whether documents cannot be read. */
	documents?: boolean;
}

/**
 * A Sterling with so many old orders; what it was asked for, in the order in which the requests came.
 * @param secondsPerPage how long the documents of a full page take, on its own clock
 */
function sterling(orders: number, faults: Faults = {}, secondsPerPage = 0) {
	const asked: string[] = [];
	const signals: Array<AbortSignal | undefined> = [];
	let documents = 0;
	let lists = 0;
	const keyOf = (i: number) => String(10_000_000 + i);
	const fault = () => new ServiceError('server', 'Out of order.');
	const send = async ({ input }: Call, { signal }: { signal?: AbortSignal } = {}): Promise<Answer> => {
		const from = input.OrderHeaderKeyQryType === 'GT' ? Number(input.OrderHeaderKey) - 10_000_000 + 1 : 0;
		asked.push(`list ${from}`);
		signals.push(signal);
		const isFailing = lists++ === faults.list;
		await Promise.resolve();
		if (isFailing) throw fault();
		const isTooLate = String(input.Createts) > TIME;
		const size = isTooLate ? 0 : Math.max(0, Math.min(orders - from, Number(input.MaximumRecords)));
		const rows = Array.from({ length: size }, (_, i): Document => ({
			OrderHeaderKey: keyOf(from + i),
			Createts: TIME,
		}));
		return { document: { Order: rows }, root: 'OrderList', empty: false, serverDate: new Date(NOW * 1000) };
	};
	const transactionAnswers = async (calls: Call[]): Promise<Answer[]> => {
		asked.push('documents');
		await Promise.resolve();
		if (faults.documents) throw fault();
		documents += calls.length;
		return calls.map(({ input }) => ({
			document: { Order: [{ OrderHeaderKey: input.OrderHeaderKey }] },
			root: 'OrderList',
			empty: false,
		}));
	};
	const spent = () => (documents / PAGE) * secondsPerPage;
	return { client: { send, transactionAnswers } as unknown as SterlingClient, asked, signals, spent };
}

const READING = {
	source: SOURCES.order,
	events: EVENT_TABLE.filter(({ value }) => value === 'orderCreated'),
	filter: { input: {}, conditions: [] },
	options: {},
	creationGrace: 0,
};
const WITH_DOCUMENTS = {
	order: { request: {}, toRow: (document: Document) => simplify(document, orderWithLines), options: {} },
};
const settingsOf = (eventsPerPoll: number, outputs: object = {}) => ({
	readings: [READING],
	outputs,
	startFrom: NOW - 172_800,
	eventsPerPoll,
	lag: 30,
	overlap: 180,
});
const budget = { isSpent: () => false, now: () => NOW * 1000 };

test('the next page is requested before the documents of a page are, and no page twice', async () => {
	const { client, asked } = sterling(1200);
	const { items } = await poll(client, settingsOf(5000, WITH_DOCUMENTS), undefined, budget);
	expect(items).toHaveLength(1200);
	const perPage = (count: number) => Array.from({ length: count }, () => 'documents');
	expect(asked).toEqual(['list 0', 'list 500', ...perPage(10), 'list 1000', ...perPage(10), ...perPage(4)]);
});

test('whatever the limit: each event once, and no page is requested whose rows find no room', async () => {
	const sizes = fc.record({ orders: fc.integer({ min: 0, max: 2500 }), limit: fc.integer({ min: 100, max: 2000 }) });
	await fc.assert(
		fc.asyncProperty(sizes, async ({ orders, limit }) => {
			const { client, asked } = sterling(orders);
			const keys: string[] = [];
			let cursor: Cursor | undefined;
			for (let left = orders; left > 0; left -= Math.min(limit, left)) {
				asked.length = 0;
				// A later poll that reads the window to its end looks whether another one is due.
				const looks = cursor && left < limit ? 1 : 0;
				// Only the page after a full one says that there are no more.
				const ends = left < limit && left % PAGE === 0 ? 1 : 0;
				const polled = await poll(client, settingsOf(limit), cursor, budget);
				keys.push(...polled.items.map(({ eventKey }) => eventKey));
				cursor = polled.cursor;
				expect(polled.items).toHaveLength(Math.min(limit, left));
				expect(asked).toHaveLength(Math.ceil(Math.min(limit, left) / PAGE) + ends + looks);
			}
			expect(new Set(keys).size).toBe(orders);
		}),
		{ numRuns: 25, examples: [[{ orders: 2492, limit: 1992 }], [{ orders: 1000, limit: 1500 }]] },
	);
});

test('once the time is spent none is requested, and one that is on its way is dropped and read by the next poll', async () => {
	const { client, asked, signals } = sterling(2000);
	const answers = [false, false, true];
	const isSpent = () => answers.shift() ?? true;
	const first = await poll(client, settingsOf(5000), undefined, { ...budget, isSpent });
	expect(asked).toEqual(['list 0', 'list 500']);
	expect(first.items).toHaveLength(500);
	expect(first.cursor?.open?.after).toBe('10000499');
	expect(signals.map((signal) => signal?.aborted)).toEqual([undefined, true]);
	const { items } = await poll(client, settingsOf(5000), first.cursor, budget);
	expect(new Set([...first.items, ...items].map(({ eventKey }) => eventKey)).size).toBe(2000);
	expect(items).toHaveLength(1500);
});

test.each([
	[1, 2000],
	[20, 1000],
	[29, 1000],
	[31, 500],
])(
	'documents of a page take %d s: no page is begun after 30 s, so %d events are passed on',
	async (seconds, events) => {
		const { client, spent } = sterling(2000, {}, seconds);
		const isSpent = () => spent() >= 30;
		const { items } = await poll(client, settingsOf(5000, WITH_DOCUMENTS), undefined, { ...budget, isSpent });
		expect(items).toHaveLength(events);
		expect(spent()).toBeLessThan(30 + seconds);
	},
);

test.each<[string, Faults]>([
	['the next page', { list: 1 }],
	['documents of this page', { documents: true }],
	['both', { list: 1, documents: true }],
])('a poll fails as a whole where one of the two fails: %s', async (_name, faults) => {
	const { client } = sterling(2000, faults);
	await expect(poll(client, settingsOf(5000, WITH_DOCUMENTS), undefined, budget)).rejects.toThrow('Out of order.');
});

test('a start in the past takes no request more than its pages, and one in the future begins nothing', async () => {
	const past = sterling(10);
	expect((await poll(past.client, settingsOf(1000), undefined, budget)).items).toHaveLength(10);
	expect(past.asked).toHaveLength(1);
	const future = sterling(0);
	const later = { ...settingsOf(1000), startFrom: NOW + 3600 };
	expect(await poll(future.client, later, undefined, budget)).toEqual({ items: [] });
});
