import type { SterlingClient } from '../../../../clients/oms/client';
import type { EventItem } from '../events/item';
import { itemsOf, type Outputs } from './documents';
import { begin, firstOf, openWindow, resume, step, type Cursor, type Rules } from '../../../../kit/polling/window';
import { readFirstPage, readPage, serverTime, type Reading } from './read';

/** Everything that the node's parameters say. */
export interface Settings extends Rules {
	/** One for each source of the chosen events; at least one. */
	readings: readonly Reading[];
	outputs: Outputs;
	/** Where a trigger without a cursor starts, in seconds; undefined is the server's time of the first poll. */
	startFrom?: number;
	eventsPerPoll: number;
}

/** How long a poll may take: the only thing that the machine's own clock decides. */
export interface Budget {
	/** True once no further page may be begun. */
	isSpent: () => boolean;
	/** Aborts what is under way when the time is up. */
	signal?: AbortSignal;
}

/**
 * One poll: reads on where the cursor stands, page by page, until the window is read, enough events are told
 * or the time is spent. What fails on the way fails the whole poll: the cursor that came in stays in force,
 * so nothing is lost.
 */
export async function pollOnce(
	client: SterlingClient,
	settings: Settings,
	present: Cursor | undefined,
	budget: Budget,
): Promise<{ cursor: Cursor; items: EventItem[] }> {
	const { readings, startFrom, eventsPerPoll } = settings;
	const { signal } = budget;
	const sources = readings.map(({ source }) => source.value);
	const readingOf = (name: string) => readings.find(({ source }) => source.value === name)!;
	const rev = (present?.rev ?? 0) + 1;
	if (!present && startFrom === undefined) {
		return { cursor: { ...begin(await serverTime(client, readings[0], signal)), rev }, items: [] };
	}

	const told: Array<{ at: number; item: EventItem }> = [];
	const start = present ? resume(present, sources) : begin(startFrom!);
	let cursor = start;
	let hasOpened = false;
	/** The next page, and the cursor with the window that it belongs to; undefined where there is nothing to read. */
	const next = async () => {
		if (cursor.open) {
			return { page: await readPage(client, readingOf(cursor.open.source), cursor, signal), from: cursor };
		}
		// What an earlier poll left open has come to its end: on to the window that is due by now, and no further.
		if (hasOpened) return undefined;
		hasOpened = true;
		const { page, askedAt } = await readFirstPage(client, readingOf(firstOf(sources)), cursor, signal);
		const from = openWindow(cursor, askedAt, settings, sources);
		return from.open ? { page, from } : undefined;
	};
	try {
		while (told.length < eventsPerPoll && !budget.isSpent()) {
			const found = await next();
			if (!found) break;
			const { emit, cursor: moved } = step(found.from, found.page, { sources, limit: eventsPerPoll - told.length });
			const items = await itemsOf(client, emit, settings.outputs, signal);
			told.push(...items.map((item, i) => ({ at: emit[i].at, item })));
			cursor = moved;
		}
	} catch (error) {
		// Out of time: what was read so far is told, the rest is read by the next poll.
		if (!signal?.aborted || cursor === start) throw error;
	}
	told.sort((a, b) => a.at - b.at);
	return { cursor: { ...cursor, rev }, items: told.map(({ item }) => item) };
}
