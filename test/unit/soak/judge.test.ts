import { judgeLedger, judgeVitals } from '../../../bench/soak/judge';
import { Ledger, type Truth } from '../../../bench/soak/ledger';
import type { Vitals } from '../../../bench/soak/vitals';

const REPORTED = { trigger: ['orderCreated', 'orderUpdated', 'shipmentCreated'] };
const CREATED = '2031-01-01T00:00:00+00:00';
const CHANGED = '2031-01-01T00:01:00+00:00';

const truth = (): Truth => ({
	orders: [{ key: '1', orderNo: 'A', reference: 'R-1', name: 'new', lock: 4, created: CREATED, modified: CHANGED }],
	notes: ['text'],
	releases: [{ key: '7', shipped: true }],
	shipments: [{ key: '9', shipmentNo: 'S-7' }],
	wire: { requests: 0, handshakes: 0, logins: 0, struck: {} },
});

/** Everything that was wanted, and the events of it. */
function wanted(): Ledger {
	const ledger = new Ledger();
	ledger.take({ kind: 'order', reference: 'R-1' });
	ledger.take({ kind: 'name', orderNo: 'A', name: 'old' });
	ledger.take({ kind: 'name', orderNo: 'A', name: 'new' });
	ledger.take({ kind: 'text', text: 'text' });
	ledger.take({ kind: 'shipment', shipmentNo: 'S-7' });
	emit(ledger, 'orderCreated', '1', 'orderCreated:1');
	emit(ledger, 'shipmentCreated', '9', 'shipmentCreated:9');
	return ledger;
}

function emit(ledger: Ledger, event: string, key: string, eventKey: string): void {
	ledger.take({ kind: 'reported', trigger: 'trigger', events: [{ event, key, eventKey }] });
}

const update = (lock: number) => `orderUpdated:1:${CHANGED}#${lock}`;

/** What is wrong, by the ledger. */
function wrong(ledger: Ledger, found: Truth = truth(), left: Record<string, number> = {}): string[] {
	const lines = judgeLedger(ledger, found, REPORTED, left).filter(({ ok }) => !ok);
	return lines.map(({ work, seen }) => `${work} ${seen}`);
}

const whole = () => {
	const ledger = wanted();
	emit(ledger, 'orderUpdated', '1', update(4));
	return ledger;
};

test('tells what has happened so far', () => {
	const ledger = whole();
	ledger.take({ kind: 'ended', of: 'create', as: 'done' });
	ledger.take({ kind: 'ended', of: 'create', as: 'uncertain' });
	ledger.take({ kind: 'ended', of: 'polls', as: 'failed' });
	expect(ledger.soFar).toBe('1 orders, 3 events, 2 failed items and polls, which are tried again');
});

test('finds nothing where all is well', () => {
	expect(wrong(whole())).toEqual([]);
});

test.each<[string, Partial<Truth>, string]>([
	['a lost order', { orders: [] }, 'orders created 1: 1 lost, 0 twice (R-1)'],
	[
		'an order that is there twice',
		{ orders: [truth().orders[0], { ...truth().orders[0], orderNo: 'B' }] },
		'orders created 1: 0 lost, 1 twice (R-1)',
	],
	['a lost change', { orders: [{ ...truth().orders[0], name: 'old' }] }, 'orders changed 1: 1 lost, 0 twice (A)'],
	['a lost note', { notes: [] }, 'notes added 1: 1 lost, 0 twice (text)'],
	['a note that is there twice', { notes: ['text', 'text'] }, 'notes added 1: 0 lost, 1 twice (text)'],
	[
		'a release that was not shipped',
		{ releases: [{ key: '7', shipped: false }] },
		'releases shipped 1: 1 lost, 0 twice (7)',
	],
	['a lost shipment', { shipments: [] }, 'shipments created 1: 1 lost, 0 twice (S-7)'],
])('finds %s', (_what, changes, expected) => {
	expect(wrong(whole(), { ...truth(), ...changes })).toContain(expected);
});

test('finds an event that was not told, one of an older state, and one that was reported twice', () => {
	const silent = wanted();
	expect(wrong(silent)).toEqual(['events of trigger 3: 1 lost, 0 twice (A updated)']);
	emit(silent, 'orderUpdated', '1', update(3));
	expect(wrong(silent)).toEqual(['events of trigger 3: 1 lost, 0 twice (A updated)']);
	const talkative = whole();
	emit(talkative, 'orderCreated', '1', 'orderCreated:1');
	expect(wrong(talkative)).toEqual(['events of trigger 3: 0 lost, 1 twice (orderCreated:1)']);
});

test('finds broken words and what was never done', () => {
	const ledger = whole();
	ledger.take({ kind: 'broken', what: 'something' });
	expect(wrong(ledger, truth(), { notes: 2 })).toEqual([
		'failed operations changed nothing 1 exceptions (something)',
		'everything is completed at the end notes: 2',
	]);
});

describe('what grows', () => {
	const still: Vitals = { at: 0, heap: 50e6, resident: 150e6, sockets: 8, handles: 12, files: 30, tokens: 1 };
	const over = (minutes: number, change: (at: number) => Partial<Vitals>) =>
		Array.from({ length: minutes * 12 }, (_, i) => ({ ...still, at: i * 5, ...change(i * 5) }));
	const grown = (samples: Vitals[]) =>
		judgeVitals(samples)
			.filter(({ ok }) => ok === false)
			.map(({ work }) => work);

	it('is nothing where figures waver, or grow in the first third alone', () => {
		expect(grown(over(20, (at) => ({ heap: 50e6 + 5e6 * Math.sin(at) })))).toEqual([]);
		expect(grown(over(20, (at) => ({ heap: Math.min(90e6, 50e6 + at * 2e5) })))).toEqual([]);
	});

	it('is found: ten kilobytes a second, a socket or a file each two minutes', () => {
		expect(grown(over(20, (at) => ({ heap: 50e6 + at * 10_000 })))).toEqual([
			'heap after garbage collection, without compiled code',
		]);
		expect(grown(over(20, (at) => ({ sockets: 8 + at / 120, files: 30 + at / 120 })))).toEqual([
			'sockets',
			'open files',
		]);
	});

	it('is not judged in a short run', () => {
		expect(grown(over(2, (at) => ({ heap: 50e6 + at * 1e6 })))).toEqual([]);
	});
});
