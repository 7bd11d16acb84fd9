import { idOf, SeenSet, type Seen } from './seen';

/**
 * Where the trigger stands. Plain data, replaced as a whole; all times are seconds of Sterling's clock.
 *
 * `since`: everything that happened earlier was told. What happened at or after it may be read again, because
 * rows carry the time they were written and become visible when they are committed; `seen` holds what of it
 * was told. `open`: the window that is being read, where one poll did not reach its end.
 */
export interface Cursor {
	v: 1;
	/** Grows with every change, so that of two polls at the same time only one moves on. */
	rev: number;
	since: number;
	seen: Seen;
	open?: Window;
}

export interface Window {
	/**
	 * What happened before this is told in this window; it ends `lag` before the server's time at its opening.
	 */
	until: number;
	/** What happened before this cannot be joined by late commits any more, so it is never read again. */
	settled: number;
	/** The source that is being read, and the last key of it that was worked on. */
	source: string;
	after?: string;
}

export interface Rules {
	/** Seconds that events are held back, so that long transactions have come to their end. */
	lag: number;
	/** Seconds that a window looks back behind the end of the one before. */
	overlap: number;
}

/** Something that a row tells: `name` is unique for the occurrence, `at` is when it happened. */
export interface Sighting {
	name: string;
	at: number;
}

/** Rows of one source in the order of their keys, with what each of them tells. */
export interface Page<S extends Sighting> {
	rows: ReadonlyArray<{ key: string; sightings: readonly S[] }>;
	/** Rows of this source beyond the page exist. */
	more: boolean;
}

/** A cursor that tells what happens from `since` on. */
export function begin(since: number): Cursor {
	return { v: 1, rev: 0, since, seen: {} };
}

/**
 * Opens the next window at the server's time `now`; the same cursor where a window is open or none is due
 * yet. The bounds never move back, so a clock that does (a cluster node that runs behind) repeats nothing.
 */
export function openWindow(cursor: Cursor, now: number, { lag, overlap }: Rules, sources: readonly string[]): Cursor {
	const until = now - lag;
	if (cursor.open || until <= cursor.since) return cursor;
	const settled = Math.max(cursor.since, until - overlap);
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
 * Works on one page: tells what is new in it and moves on. Pure.
 *
 * Told is what happened within the window and was not told before. What will be read again, because it is not
 * settled yet, is remembered. An event for which there is no room left waits: the next window reads it again,
 * as late as it takes to be settled. At most `limit` events are told, except that one row is never split.
 */
export function step<S extends Sighting>(
	cursor: Cursor,
	page: Page<S>,
	{ sources, limit, most }: { sources: readonly string[]; limit: number; most?: number },
): { emit: S[]; cursor: Cursor } {
	const { since, open } = cursor;
	if (!open) return { emit: [], cursor };
	const seen = new SeenSet(cursor.seen, most);
	const emit: S[] = [];
	const { until, settled } = open;
	let { after } = open;
	let taken = 0;
	for (const { key, sightings } of page.rows) {
		if (emit.length >= limit) break;
		for (const sighting of sightings) {
			const { name, at } = sighting;
			const id = idOf(name);
			if (at < since || at >= until || seen.has(id)) continue;
			if (at < settled || seen.add(id, at)) emit.push(sighting);
		}
		after = key;
		taken++;
	}
	const next: Cursor = { ...cursor, seen: seen.from(since), open: { ...open, after } };
	const isDone = taken === page.rows.length && !page.more;
	return { emit, cursor: isDone ? finishSource(next, sources) : next };
}

/** After the last page of a source: goes on to the next one, or closes the window. */
function finishSource(cursor: Cursor, sources: readonly string[]): Cursor {
	const { open } = cursor;
	if (!open) return cursor;
	const next = inOrder(sources).find((name) => name > open.source);
	if (next === undefined) return closeWindow(cursor, open);
	return { ...cursor, open: { until: open.until, settled: open.settled, source: next } };
}

/** What happened before the settled time was told, so nothing of it is read or remembered any longer. */
function closeWindow({ v, rev, seen }: Cursor, { settled }: Window): Cursor {
	return { v, rev, since: settled, seen: new SeenSet(seen).from(settled) };
}

/** The source that each window begins with. */
export function firstOf(sources: readonly string[]): string {
	return inOrder(sources)[0];
}

/** Sources are read in the order of their names: a fixed one, whatever the user chooses meanwhile. */
function inOrder(sources: readonly string[]): string[] {
	return [...sources].sort();
}
