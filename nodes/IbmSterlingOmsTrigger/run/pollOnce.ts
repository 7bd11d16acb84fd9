import type { SterlingClient } from '../../../sterling';
import type { EventItem } from '../../shared/events/item';
import { secondsOf } from '../../shared/events/time';
import { itemsOf, type Outputs } from './documents';
import { begin, openWindow, resume, step, type Cursor, type Rules } from '../poll';
import { readPage, serverTime, type Reading } from './read';

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
	const sources = readings.map(({ source }) => source.value);
	const items: EventItem[] = [];
	const hasRoom = () => items.length < eventsPerPoll && !budget.isSpent();

	const open = async (cursor: Cursor | undefined) => {
		const now = await serverTime(client, readings[0], budget.signal);
		return openWindow(cursor ?? begin(startFrom ?? now), now, settings, sources);
	};
	const read = async (from: Cursor) => {
		let cursor = from;
		try {
			while (cursor.open && hasRoom()) {
				const { source } = cursor.open;
				const reading = readings.find((candidate) => candidate.source.value === source)!;
				const page = await readPage(client, reading, cursor, budget.signal);
				const told = step(cursor, page, { sources, limit: eventsPerPoll - items.length });
				items.push(...(await itemsOf(client, told.emit, settings.outputs, budget.signal)));
				cursor = told.cursor;
			}
		} catch (error) {
			// Out of time: what was read so far is told, the rest is read by the next poll.
			if (!budget.signal?.aborted || cursor === from) throw error;
		}
		return cursor;
	};

	const isResumed = present?.open !== undefined;
	let cursor = isResumed ? resume(present, sources) : await open(present);
	cursor = await read(cursor);
	// What an earlier poll left open has come to its end: on to the window that is due by now.
	if (isResumed && !cursor.open && hasRoom()) cursor = await read(await open(cursor));
	return { cursor: { ...cursor, rev: (present?.rev ?? 0) + 1 }, items: items.sort(byTime) };
}

function byTime(a: EventItem, b: EventItem): number {
	return (secondsOf(a.eventTime) ?? 0) - (secondsOf(b.eventTime) ?? 0);
}
