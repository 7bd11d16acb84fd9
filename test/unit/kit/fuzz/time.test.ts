import { readAnswer } from '../../../../clients/oms/answer';
import { ServiceError } from '../../../../kit/errors';
import { decodeBody } from '../../../../kit/http/body';
import { gather } from '../../../../kit/http/tls/material';
import { fromXml } from '../../../../kit/xml';
import { fromJson } from '../../../../kit/xml/json';
import { fromPush } from '../../../../nodes/IbmSterlingOms/trigger/events/fromPush';
import { JSON_SHAPES, PEM_SHAPES, XML_SHAPES, type Shape } from './shapes';

const isLong = process.env.FUZZ_RUNS !== undefined;
/** Characters of the larger text; the smaller one has a quarter. */
const SIZE = isLong ? 1_000_000 : 100_000;
/** Work that grows with the size takes 4 times as long for 4 times the size, work that grows with its square 16 times. */
const MOST_GROWTH = 12;
/** What is read sooner grows by chance, by compiling and by collecting garbage. */
const NOTHING_MS = 6;
/** The slowest text of this size against orders of the same size; docs/limits.md states it. */
const MOST_AGAINST_ORDERS = 60;

const answered = (status: number) => (body: string) => readAnswer({ status, headers: {}, body }, 0);
const ALL = { ...XML_SHAPES, ...JSON_SHAPES };
const READERS: Array<[string, Record<string, Shape>, (text: string) => unknown]> = [
	['XML', XML_SHAPES, fromXml],
	['JSON', JSON_SHAPES, fromJson],
	['certificates', PEM_SHAPES, gather],
	['responses', ALL, answered(200)],
	['errors', ALL, answered(400)],
	['push', JSON_SHAPES, (body) => fromPush({ body, query: { event: 'orderCreated' } })],
];

/**
 * Milliseconds of the processor that reading takes, at best: other processes do not count, and chance little. It is
 * measured again, twice at most, while it takes more than `enough`.
 */
function cost(read: (text: string) => unknown, text: string, enough = NOTHING_MS): number {
	let best = Infinity;
	for (let attempt = 0; attempt < 3 && best > enough; attempt++) {
		const before = process.cpuUsage();
		try {
			read(text);
		} catch (error) {
			if (!(error instanceof Error) || error instanceof RangeError) throw error;
		}
		const { user, system } = process.cpuUsage(before);
		best = Math.min(best, (user + system) / 1000);
	}
	return best;
}

const cases = READERS.flatMap(([reader, shapes, read]) =>
	Object.entries(shapes).map(([shape, make]) => [reader, shape, read, make] as const),
);
const orders = `<OrderList>${Array.from({ length: SIZE / 170 }, (_, index) => `<Order OrderNo="AUR-${index}" OrderHeaderKey="20260101120000001${index}" DocumentType="0001" Status="Created"><PriceInfo Currency="USD" TotalAmount="249.00"/></Order>`).join('')}</OrderList>`;
const ordersMs = Math.max(NOTHING_MS, cost(fromXml, orders));

test.each(cases)('the time for %s of the shape "%s" grows with the size alone', (_reader, _shape, read, make) => {
	cost(read, make(2_000));
	const text = make(SIZE);
	const most = ordersMs * MOST_AGAINST_ORDERS;
	const large = cost(read, text, most * 0.99);
	expect(large).toBeLessThan(most);
	if (large <= NOTHING_MS || growth(read, text, make(SIZE / 4)) < MOST_GROWTH) return;
	// Between the two sizes a quicker reader may have given way to another, once. What grows with the square grows again.
	expect(growth(read, make(SIZE * 4), text)).toBeLessThan(MOST_GROWTH);
});

/** How many times as long four times the size takes: a pause of the process spoils one measurement, the square all. */
function growth(read: (text: string) => unknown, large: string, small: string): number {
	let least = Infinity;
	for (let attempt = 0; attempt < 5 && least >= MOST_GROWTH; attempt++) {
		const quarter = Math.max(NOTHING_MS, cost(read, small));
		least = Math.min(least, cost(read, large, quarter * MOST_GROWTH * 0.99) / quarter);
	}
	return least;
}

const TOO_MUCH = expect.objectContaining({ category: 'badAnswer', passing: false });

test('lists and objects of a long text are counted and their depth is bounded before JSON is parsed', () => {
	const parse = jest.spyOn(JSON, 'parse');
	try {
		for (const text of ['['.repeat(5_000_000), '{"a":'.repeat(100_000), `[${'0,'.repeat(4_000_001)}0]`]) {
			expect(() => fromJson(text)).toThrow(TOO_MUCH);
			// Jest reads source maps by it as well.
			expect(parse.mock.calls.some(([parsed]) => parsed === text)).toBe(false);
		}
	} finally {
		parse.mockRestore();
	}
});

test.each([101, 102])('a short text may be nested as deep as a long one: %i levels', (levels) => {
	const shapes = [(inner: string) => `[${inner}]`, (inner: string) => `{"a":${inner}}`];
	for (const around of shapes) {
		for (const padding of ['', ' '.repeat(300_000)]) {
			let text = '"x"';
			for (let i = 0; i < levels; i++) text = around(text);
			const read = () => fromJson(text + padding);
			if (levels > 101) expect(read).toThrow(TOO_MUCH);
			else expect(read).not.toThrow();
		}
	}
});

test('the charset of a body is found in its first bytes', async () => {
	const body = Buffer.from(`<?xml ${'encoding="x" '.repeat(SIZE / 13)}`);
	const before = process.cpuUsage();
	await decodeBody(body, { 'content-type': `a; ${'charset='.repeat(SIZE / 8)}` }, SIZE * 2);
	expect(process.cpuUsage(before).user / 1000).toBeLessThan(ordersMs * MOST_AGAINST_ORDERS);
});

test('what ends a reader is an error of its own, never an overflow', () => {
	for (const [, shapes, read] of READERS.slice(0, 3)) {
		for (const make of Object.values(shapes)) {
			try {
				read(make(50_000));
			} catch (error) {
				expect(error).toBeInstanceOf(ServiceError);
			}
		}
	}
});
