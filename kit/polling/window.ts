import type { Clock } from './clock';
import type { Cursor, Window } from './cursor';
import { idOf, SeenSet } from './seen';

export interface Rules {
	/** Seconds that events are held back, so that long transactions have come to their end. */
	lag: number;
	/** Seconds that a window looks back behind the end of the one before. */
	overlap: number;
}

/** Something that happened to a row: `name` is unique for it, `at` is when, in seconds. */
export interface Happened {
	name: string;
	at: number;
}

/** Rows of one source in the order of their keys, with what happened to each of them. */
export interface Page<H extends Happened> {
	rows: ReadonlyArray<{ key: string; happened: readonly H[] }>;
	/** Rows of this source beyond the page exist. */
	more: boolean;
}

/** A cursor that emits what happens from `since` on. */
export function begin(since: number): Cursor {
	return { v: 1, rev: 0, since, seen: {} };
}

/**
 * Opens the next window; the same cursor where a window is open or none is due yet. It ends `lag` before the time that
 * is certain, or right behind the newest row, and never later than `lag` before the server's time. The bounds never
 * move back, so a clock that does (a cluster node that runs behind) repeats nothing.
 */
export function openWindow(cursor: Cursor, clock: Clock, { lag, overlap }: Rules, sources: readonly string[]): Cursor {
	const { server, certain, newest = -Infinity } = clock;
	const until = Math.min(server - lag, Math.max(certain - lag, newest + 1));
	if (cursor.open || until <= cursor.since) return cursor;
	const settled = Math.max(cursor.since, certain - lag - overlap);
	return { ...cursor, open: { until, settled, source: firstOf(sources) } };
}

/**
 * The cursor for the sources that are chosen now: a source that the user has taken out is passed over, one
 * that was added and would have been read earlier starts with the next window.
 */
export function resume(cursor: Cursor, sources: readonly string[]): Cursor {
	const { open } = cursor;
	if (!open || sources.includes(open.source)) return cursor;
	return finishSource(cursor, sources);
}

/**
 * Processes one page: emits what is new in it and moves on. Pure.
 *
 * Emitted is what happened within the window and was not emitted before. What will be read again, because it is not
 * settled yet, is remembered. An event for which there is no room left waits: the next window reads it again,
 * until it is settled. At most `limit` events are emitted, except that one row is never split.
 */
export function step<H extends Happened>(
	cursor: Cursor,
	page: Page<H>,
	{ sources, limit, most }: { sources: readonly string[]; limit: number; most?: number },
): { emit: H[]; cursor: Cursor } {
	const { since, open } = cursor;
	if (!open) return { emit: [], cursor };
	const seen = new SeenSet(cursor.seen, most);
	const emit: H[] = [];
	const { until, settled } = open;
	let { after } = open;
	let taken = 0;
	for (const { key, happened } of page.rows) {
		if (emit.length >= limit) break;
		for (const each of happened) {
			const { name, at } = each;
			if (at < since || at >= until) continue;
			const isSettled = at < settled;
			// The id is a hash, which costs as much as all the rest where there is nothing to remember.
			if (isSettled && seen.isEmpty) {
				emit.push(each);
				continue;
			}
			const id = idOf(name);
			if (!seen.has(id) && (isSettled || seen.add(id, at))) emit.push(each);
		}
		after = key;
		taken++;
	}
	const next: Cursor = { ...cursor, seen: seen.from(since), open: { ...open, after } };
	const isDone = taken === page.rows.length && !page.more;
	return { emit, cursor: isDone ? finishSource(next, sources) : next };
}

/** After the last page of a source: continues to the next one, or closes the window. */
function finishSource(cursor: Cursor, sources: readonly string[]): Cursor {
	const { open } = cursor;
	if (!open) return cursor;
	const next = inOrder(sources).find((name) => name > open.source);
	if (next === undefined) return closeWindow(cursor, open);
	return { ...cursor, open: { until: open.until, settled: open.settled, source: next } };
}

/** What happened before the settled time was emitted, so nothing of it is read or remembered any longer. */
function closeWindow({ v, rev, seen }: Cursor, { settled }: Window): Cursor {
	return { v, rev, since: settled, seen: new SeenSet(seen).from(settled) };
}

/** The source that each window starts with: the first in the order of their names. */
export function firstOf(sources: readonly string[]): string {
	return inOrder(sources)[0];
}

/** Sources are read in the order of their names: a fixed one, whatever the user chooses meanwhile. */
function inOrder(sources: readonly string[]): string[] {
	return [...sources].sort();
}
