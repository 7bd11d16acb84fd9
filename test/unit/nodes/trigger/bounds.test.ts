import type { Cursor } from '../../../../kit/polling/cursor';
import { begin, openWindow, step, type Happened } from '../../../../kit/polling/window';
import { idOf, SeenSet } from '../../../../kit/polling/seen';

const START = 1_768_471_200;
const RULES = { lag: 30, overlap: 180 };
const SOURCES = ['order'];

/** So many events, the first of them `at`, so many of them in each second. */
function burst(count: number, at: number, perSecond: number): Array<{ key: string; happened: Happened[] }> {
	return Array.from({ length: count }, (_, i) => {
		const key = String(i).padStart(8, '0');
		return { key, happened: [{ name: `orderUpdated:${key}`, at: at + Math.floor(i / perSecond) }] };
	});
}

/** Polls once; the whole table is one page. */
function poll(cursor: Cursor, now: number, rows: ReturnType<typeof burst>): { cursor: Cursor; emitted: string[] } {
	const found = rows.filter(({ happened: [{ at }] }) => at >= cursor.since);
	const opened = openWindow(cursor, { server: now, certain: now }, RULES, SOURCES);
	const { emit, cursor: next } = step(opened, { rows: found, more: false }, { sources: SOURCES, limit: Infinity });
	return { cursor: next, emitted: emit.map(({ name }) => name) };
}

test.each([
	['a second', 30_000],
	['ten seconds', 3_000],
	['ten minutes', 50],
])('30,000 changes within %s: all told once, the cursor stays below 64 KB', (_name, perSecond) => {
	const rows = burst(30_000, START, perSecond);
	const emitted: string[] = [];
	let cursor = begin(START);
	let largest = 0;
	for (let now = START + 60; now < START + 1200; now += 60) {
		const visible = rows.filter(({ happened: [{ at }] }) => at < now);
		const polled = poll(cursor, now, visible);
		cursor = polled.cursor;
		emitted.push(...polled.emitted);
		largest = Math.max(largest, JSON.stringify(cursor).length);
	}
	expect(emitted).toHaveLength(30_000);
	expect(new Set(emitted).size).toBe(30_000);
	expect(largest).toBeLessThan(65_536);
});

test('a thousand changes per poll leave room', () => {
	const rows = burst(6_000, START, 17);
	let cursor = begin(START);
	const counts: number[] = [];
	for (let now = START + 60; now <= START + 420; now += 60) {
		const polled = poll(
			cursor,
			now,
			rows.filter(({ happened: [{ at }] }) => at < now),
		);
		cursor = polled.cursor;
		counts.push(polled.emitted.length);
	}
	expect(counts).toEqual([510, 1020, 1020, 1020, 1020, 1020, 390]);
});

test('nothing is told that happened before the start, and nothing twice on the border of windows', () => {
	const rows = [START - 1, START, START + 30, START + 31].map((at, i) => ({
		key: String(i),
		happened: [{ name: `e${i}`, at }],
	}));
	const first = poll(begin(START), START + 61, rows);
	const second = poll(first.cursor, START + 121, rows);
	expect([first.emitted, second.emitted]).toEqual([['e1', 'e2'], ['e3']]);
});

test('a clock that runs back opens no window and moves nothing', () => {
	const { cursor } = poll(begin(START), START + 300, []);
	expect(openWindow(cursor, { server: START + 100, certain: START + 100 }, RULES, SOURCES)).toBe(cursor);
});

test('ids are short, distinct and kept by their second', () => {
	expect(idOf('a')).toHaveLength(10);
	expect(idOf('a')).not.toBe(idOf('b'));
	const seen = new SeenSet({});
	for (const [name, at] of [
		['a', 5],
		['b', 5],
		['c', 6],
	] as const)
		seen.add(idOf(name), at);
	expect(seen.from(6)).toEqual({ '6': idOf('c') });
	expect(new SeenSet(seen.from(5)).has(idOf('b'))).toBe(true);
});
