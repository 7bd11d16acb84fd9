import { createHash } from 'node:crypto';

const MAX_KEPT = 64;
const kept = new Map<string, unknown>();

/**
 * What all clients of one connection share in this process, such as a session and a limiter: made once by `make`.
 * `key` must tell connections apart and reveal nothing ({@link hash}). The longest unused are forgotten beyond a fixed
 * number.
 */
export function sharedState<S>(key: string, make: () => S): S {
	const found = (kept.get(key) as S | undefined) ?? make();
	kept.delete(key);
	kept.set(key, found);
	for (const old of kept.keys()) {
		if (kept.size <= MAX_KEPT) break;
		kept.delete(old);
	}
	return found;
}

/** Forgets everything that is shared, so that the next call of each client logs in again. */
export function forgetSharedState(): void {
	kept.clear();
}

/** SHA-256 of plain data, as hex. */
export function hash(parts: unknown): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
