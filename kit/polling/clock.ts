import { ServiceError } from '../errors';
import type { Cursor } from './cursor';

/**
 * What is known of the time when a window opens, in whole seconds since 1970. A remote clock is believed only as far
 * as this machine's clock or a row that was read bears it out: one wrong `Date` header must not move a cursor past
 * everything that is still to happen.
 */
export interface Clock {
	/** What the server claims. */
	server: number;
	/** The latest time that had certainly come when the first page was asked for. At most `server`. */
	certain: number;
	/** The newest row, where the server's claim was doubted and a row was found. */
	newest?: number;
}

/** Seconds that two clocks may differ without either being doubted. */
export const CLOCK_MARGIN = 60;

/**
 * The clock of a poll. `server` and `local` are seconds since 1970. Where the server is further ahead of this machine
 * than {@link CLOCK_MARGIN}, either may be wrong, and the newest row decides: `findNewest` returns the time of the
 * newest row that is not older than `proven`, a time that has certainly come, and the seconds that have passed since
 * the window's first page was asked for: what was written meanwhile is not in that page.
 */
export async function readClock(
	{ server, local, proven }: { server: number; local: number; proven: number },
	findNewest: (notBefore: number) => Promise<{ newest?: number; elapsed: number }>,
): Promise<Clock> {
	if (server <= local + CLOCK_MARGIN) return { server, certain: server };
	const { newest, elapsed } = await findNewest(proven);
	return { server, certain: Math.min(server, newest === undefined ? proven : newest - elapsed), newest };
}

/**
 * Fails where the cursor lies ahead of the server: what happens now would be older than the cursor, and never read.
 * @throws ServiceError `configuration`, with the way to continue
 */
export function assertNotAhead({ since }: Cursor, { server }: Clock, startOver: string): void {
	if (since <= server + CLOCK_MARGIN) return;
	const [from, now] = [since, server].map((seconds) => new Date(seconds * 1000).toISOString().slice(0, 19));
	const message = `The next event is expected after ${from} UTC, but the clock of the server says ${now} UTC.`;
	throw new ServiceError('configuration', message, {
		hint: `If the server's clock is wrong now, correct it and the trigger continues. If it was ahead before: ${startOver}`,
	});
}
