import type { SterlingClient } from '../../../clients/oms/client';
import { assertNotAhead, CLOCK_MARGIN, readClock, type Clock } from '../../../kit/polling/clock';
import type { Cursor } from '../../../kit/polling/cursor';
import { begin, firstOf, openWindow, resume, step } from '../../../kit/polling/window';
import { START_OVER } from './cursorStore';
import { itemsOf } from './documents';
import type { EventItem } from './item';
import { newestRow, readPage, serverTime, type ArrivedPage } from './query';
import type { Settings } from './settings';

/** How long a poll may take, and this machine's clock. */
export interface Budget {
	/** True once no further page may be started. */
	isSpent: () => boolean;
	/** Aborts what is in progress when the time is up. */
	signal?: AbortSignal;
	/** Milliseconds since 1970. */
	now: () => number;
}

/**
 * One poll: continues where the cursor is, page by page, until the window is read, enough events are found
 * or the time is spent. What fails on the way fails the whole poll: the cursor that came in stays in force,
 * so nothing is lost. Without a cursor the trigger begins, now or at the time that is set; until then there is none.
 * @throws ServiceError whatever Sterling refuses, a response that is not the list asked for, a clock that lies behind
 */
export async function poll(
	client: SterlingClient,
	settings: Settings,
	present: Cursor | undefined,
	{ isSpent, signal, now }: Budget,
): Promise<{ cursor?: Cursor; items: EventItem[] }> {
	const { readings, startFrom, eventsPerPoll, most } = settings;
	const sources = readings.map(({ source }) => source.value as string);
	const readingOf = (name: string) => readings.find(({ source }) => source.value === name)!;
	const local = Math.floor(now() / 1000);
	const longAgo = local - CLOCK_MARGIN;
	const clockAt = async (server: number, proven: number, asked: number): Promise<Clock> =>
		await readClock({ server, local, proven }, async (notBefore) => {
			const found = await Promise.all(readings.map((reading) => newestRow(client, reading, notBefore, signal)));
			const times = found.filter((time) => time !== undefined);
			const newest = times.length === 0 ? undefined : Math.max(...times);
			return { newest, elapsed: Math.ceil((performance.now() - asked) / 1000) };
		});

	// Begin: a trigger that never ran.
	if (!present && startFrom === undefined) {
		const asked = performance.now();
		const server = await serverTime(client, readings[0], signal);
		const { certain, newest = -Infinity } = await clockAt(server, longAgo, asked);
		return { cursor: { ...begin(Math.max(certain, newest + 1)), rev: 1 }, items: [] };
	}
	const start = present ? resume(present, sources) : begin(startFrom!);

	// Read: the rest of the window that an earlier poll left open, then the one that is due, and no further.
	let cursor = start;
	let isDue = true;
	const found: Array<{ at: number; item: EventItem }> = [];
	let onItsWay: Promise<ArrivedPage> | undefined;
	const isOver = new AbortController();
	const ahead = signal ? AbortSignal.any([isOver.signal, signal]) : isOver.signal;
	try {
		while (found.length < eventsPerPoll && !isSpent()) {
			let from = cursor;
			if (!from.open && !isDue) break;
			const asked = performance.now();
			const reading = readingOf(from.open?.source ?? firstOf(sources));
			const { read, askedAt, rows, after } = await (onItsWay ?? readPage(client, reading, from, signal));
			if (!from.open) {
				const clock = await clockAt(askedAt(), present ? from.since : longAgo, asked);
				if (!present && from.since > clock.certain) return { items: [] };
				assertNotAhead(from, clock, START_OVER);
				isDue = false;
				from = openWindow(from, clock, settings, sources);
				if (!from.open) break;
			}
			const limit = eventsPerPoll - found.length;
			// The next page comes while this one is worked on, if there is room for both whatever this one holds.
			const isNextDue = after !== undefined && rows * reading.events.length < limit && !isSpent();
			const next = { ...from, open: { ...from.open, after } };
			onItsWay = isNextDue ? readPage(client, reading, next, ahead) : undefined;
			onItsWay?.catch(() => undefined);
			const { emit, cursor: moved } = step(from, read(), { sources, limit, most });
			const items = await itemsOf(client, emit, settings.outputs, signal);
			found.push(...items.map((item, i) => ({ at: emit[i].at, item })));
			cursor = moved;
		}
	} catch (error) {
		// Out of time: what was read so far is passed on, the rest is read by the next poll.
		if (!signal?.aborted || cursor === start) throw error;
	} finally {
		// A page that is still on its way when the time is spent is dropped: the cursor is before it.
		isOver.abort();
	}

	// Pass on: in the order of their time, together with the cursor behind them.
	found.sort((a, b) => a.at - b.at);
	return { cursor: { ...cursor, rev: (present?.rev ?? 0) + 1 }, items: found.map(({ item }) => item) };
}
