/**
 * How fast requests may begin once a server has refused some: plain data, changed only by the functions below. All
 * times in epoch milliseconds.
 */
interface Pace {
	/** Nothing begins before this: the server asked for a pause. */
	closedUntil: number;
	/** Requests a second; undefined as long as no rate is known that was too high. */
	perSecond?: number;
	/** When the next request may begin at that rate. */
	nextAt: number;
	refusedAt: number;
	/** Successes of the second before the last refusal, as long as no rate is known. */
	measured?: number;
	/** When the successes of the last second ended. */
	recent: number[];
}

const SECOND = 1000;
/** A rate is kept for so long after a refusal; then it is found out again. */
const KEPT_MS = 60_000;
/** A longer pause is left to each refused request, so that a caller who wants to hear of it soon does. */
const LONGEST_MS = 5000;
/** Fewer successes in a second say nothing about a rate. */
const LEAST = 5;
/** A second of the server holds some requests more than ours when either side was held up for a moment. */
const MARGIN = 0.96;
/** A rate that is refused again so soon was too high; later on, a hold-up is the likelier reason, and it stays. */
const SOON_MS = 4 * SECOND;
const LOWERED = 0.85;

/** A pace that holds nothing back. */
export function pace(): Pace {
	return { closedUntil: 0, nextAt: 0, refusedAt: 0, recent: [] };
}

/** Takes the next start and returns how long to wait for it (milliseconds). */
export function reserve(state: Pace, now: number): number {
	if (now - state.refusedAt > KEPT_MS) {
		state.perSecond = undefined;
		state.measured = undefined;
	}
	const at = Math.max(now, state.closedUntil, state.nextAt);
	state.nextAt = state.perSecond === undefined ? 0 : at + SECOND / state.perSecond;
	return Math.min(at - now, LONGEST_MS);
}

/** Notes a success: how many there were in the second before a refusal is close to what a rate limit permits. */
export function succeed(state: Pace, now: number): void {
	state.recent.push(now);
	forget(state, now);
}

/**
 * Notes a refusal of a request that began after the last one that counted. The server's wish for a pause
 * (milliseconds) holds for all, five seconds at most. What went well in the second before is close to what a rate limit
 * permits; where that rate is refused soon, too, it is lowered.
 */
export function refuse(state: Pace, now: number, retryAfterMs = 0): void {
	forget(state, now);
	state.closedUntil = Math.max(state.closedUntil, now + Math.min(retryAfterMs, LONGEST_MS));
	state.nextAt = 0;
	const { recent, measured } = state;
	if (state.perSecond !== undefined) {
		if (now - state.refusedAt < SOON_MS) state.perSecond = Math.max(1, state.perSecond * LOWERED);
	} else if (recent.length >= LEAST) {
		state.measured = recent.length;
		// A second of ours may reach into two of a server that counts by its clock: the lesser of two is close.
		if (measured !== undefined) state.perSecond = Math.min(measured, recent.length) * MARGIN;
	}
	state.refusedAt = now;
}

function forget({ recent }: Pace, now: number): void {
	const fresh = recent.findIndex((at) => at > now - SECOND);
	if (fresh !== 0) recent.splice(0, fresh === -1 ? recent.length : fresh);
}
