import { CLOCK_MARGIN, assertNotAhead, readClock } from '../../../../kit/polling/clock';
import { assertCursor, type Cursor } from '../../../../kit/polling/cursor';
import { idOf, SeenSet } from '../../../../kit/polling/seen';
import { begin, openWindow } from '../../../../kit/polling/window';

const NOW = 1_768_471_200;
const HOW = 'Start over: do this.';

function seen() {
	const set = new SeenSet({});
	set.add(idOf('a'), NOW);
	return set.from(NOW);
}

describe('a stored cursor', () => {
	const whole: Cursor = {
		v: 1,
		rev: 7,
		since: NOW,
		seen: seen(),
		open: { until: NOW + 60, settled: NOW, source: 'order', after: '202601150001' },
	};

	test.each<[string, unknown]>([
		['whole', whole],
		['new', begin(NOW)],
		['through JSON', JSON.parse(JSON.stringify(whole))],
	])('%s is used as it is', (_name, stored) => {
		expect(assertCursor(stored, HOW)).toBe(stored);
	});

	const { since: _since, ...timeless } = whole;
	test.each<[string, unknown]>([
		['null', null],
		['text', '2026-01-15T10:00:00Z'],
		['a list', [whole]],
		['nothing in it', {}],
		['no version', { ...whole, v: undefined }],
		['an older version', { ...whole, v: 0 }],
		['no time', timeless],
		['a time as text', { ...whole, since: String(NOW) }],
		['a time in milliseconds', { ...whole, since: NOW * 1000 }],
		['a fraction', { ...whole, since: NOW + 0.5 }],
		['a negative time', { ...whole, since: -1 }],
		['no revision', { ...whole, rev: null }],
		['no memory', { ...whole, seen: undefined }],
		['a memory as a list', { ...whole, seen: ['a'] }],
		['a memory of numbers', { ...whole, seen: { a: 1 } }],
		['a cut memory', { ...whole, seen: { abc: 'short' } }],
		['a memory under strange names', { ...whole, seen: { 'not a second': idOf('a') } }],
		['a window without a source', { ...whole, open: { until: NOW, settled: NOW } }],
		['a window that ends before it is settled', { ...whole, open: { until: NOW - 1, settled: NOW, source: 'order' } }],
		['a window with an empty key', { ...whole, open: { ...whole.open, after: '' } }],
		['a window as text', { ...whole, open: 'order' }],
	])('%s is refused, with the way to start over', (_name, stored) => {
		expect(() => assertCursor(stored, HOW)).toThrow(
			expect.objectContaining({ category: 'configuration', message: expect.stringMatching(/is damaged/), hint: HOW }),
		);
	});

	test('one of a newer version says so', () => {
		expect(() => assertCursor({ ...whole, v: 2 }, HOW)).toThrow(
			expect.objectContaining({
				message: 'The stored position of this trigger has version 2; this version of the package reads version 1.',
				hint: 'Update the package. Or start over: do this.',
			}),
		);
	});
});

describe('the clock of the server', () => {
	const YEAR = 31_557_600;
	const proven = NOW - 600;
	const never = async () => {
		throw new Error('asked for the newest row');
	};

	test.each([0, 1, CLOCK_MARGIN, -CLOCK_MARGIN, -YEAR, -10 * YEAR])(
		'%d s from this machine is believed',
		async (off) => {
			expect(await readClock({ server: NOW + off, local: NOW, proven }, never)).toEqual({
				server: NOW + off,
				certain: NOW + off,
			});
		},
	);

	test.each([CLOCK_MARGIN + 1, 3600, 5 * YEAR, 10 * YEAR])('%d s ahead is believed as far as rows go', async (off) => {
		const clock = await readClock({ server: NOW + off, local: NOW, proven }, async (notBefore) => {
			expect(notBefore).toBe(proven);
			return { newest: NOW - 20, elapsed: 2 };
		});
		expect(clock).toEqual({ server: NOW + off, certain: NOW - 22, newest: NOW - 20 });
		const { open } = openWindow(begin(NOW - 3600), clock, { lag: 30, overlap: 180 }, ['order']);
		expect(open).toMatchObject({ until: Math.min(NOW - 19, NOW + off - 30), settled: NOW - 22 - 210 });
	});

	test('without a newer row nothing moves', async () => {
		const clock = await readClock({ server: NOW + YEAR, local: NOW, proven }, async () => ({ elapsed: 1 }));
		expect(clock.certain).toBe(proven);
		const cursor = begin(proven);
		expect(openWindow(cursor, clock, { lag: 30, overlap: 180 }, ['order'])).toBe(cursor);
	});

	test('that lies behind the cursor by more than the margin is an error', () => {
		const clock = (server: number) => ({ server, certain: server });
		expect(() => assertNotAhead(begin(NOW), clock(NOW - CLOCK_MARGIN), HOW)).not.toThrow();
		expect(() => assertNotAhead(begin(NOW), clock(NOW - CLOCK_MARGIN - 1), HOW)).toThrow(
			'The next event is expected after 2026-01-15T10:00:00 UTC, but the clock of the server says 2026-01-15T09:58:59 UTC.',
		);
	});
});
