import { hash as digest } from 'node:crypto';

/** A connection that was not used for so long is forgotten: its login has ended by then, mostly. */
const IDLE_MS = 60 * 60_000;
/** Whatever their use, no more than these are kept; far more credentials than one process works with in an hour. */
const MAX_KEPT = 5000;
const kept = new Map<string, { state: unknown; usedAt: number }>();

/**
 * What all clients of one connection share in this process, such as a session and a limiter: made once by `make`.
 * `key` must be unique for each connection and reveal nothing ({@link hash}). What was idle for an hour is forgotten, so that
 * many credentials in turn do not log in at every call. `now` in epoch milliseconds.
 */
export function sharedState<S>(key: string, make: () => S, now = Date.now()): S {
	const state = (kept.get(key)?.state as S | undefined) ?? make();
	kept.delete(key);
	kept.set(key, { state, usedAt: now });
	// The longest unused stand first.
	for (const [old, { usedAt }] of kept) {
		if (old === key || (kept.size <= MAX_KEPT && now - usedAt < IDLE_MS)) break;
		kept.delete(old);
	}
	return state;
}

/** Forgets everything that is shared, so that the next call of each client logs in again. */
export function forgetSharedState(): void {
	kept.clear();
}

/** SHA-256 of plain data, as hex. */
export function hash(parts: unknown): string {
	return digest('sha256', JSON.stringify(parts), 'hex');
}
