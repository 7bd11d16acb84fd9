import { setTimeout as delay } from 'node:timers/promises';

import { throwIfCancelled } from './cancel';
import { ServiceError, type ErrorCategory } from '../errors';

/** Clock, chance and waiting; replaceable in tests. Times in milliseconds. */
export interface Clockwork {
	now: () => number;
	random: () => number;
	sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** The clock, chance and waiting of the machine. */
export const REAL_CLOCKWORK: Clockwork = {
	now: Date.now,
	random: Math.random,
	sleep: (ms, signal) => delay(ms, undefined, { signal }),
};

const MAX_ATTEMPTS = 5;
const MAX_LOOKUPS = 4;
const BASE_MS = 500;
const MAX_BACKOFF_MS = 20_000;
const MAX_RETRY_AFTER_MS = 60_000;

export type Decision = 'retry' | 'recover' | 'fail';

/**
 * What to do after a failure. Reads are repeated on passing faults. Writes are repeated only where the
 * request provably changed nothing; where it may have been carried out it is looked up, never sent
 * again.
 */
export function decide(kind: 'read' | 'write', error: ServiceError, resent = false): Decision {
	if (error.category === 'cancelled') return 'fail';
	const mayHaveWorked = error.effect === 'unknown' || (error.category === 'duplicate' && resent);
	if (kind === 'write' && mayHaveWorked) return 'recover';
	return isPassing(error) ? 'retry' : 'fail';
}

function isPassing(error: ServiceError): boolean {
	if (error.passing) return true;
	if (error.httpStatus !== undefined && [429, 502, 503, 504].includes(error.httpStatus)) return true;
	// With a status it is Sterling's own word (a query time-out, say), and repeating it would not help.
	if (error.category === 'connection' || error.category === 'timeout') return error.httpStatus === undefined;
	return error.category === 'badAnswer' && error.effect === 'unknown';
}

/**
 * The wait before the next attempt (1 = after the first), in milliseconds: full jitter, or the server's
 * own wish.
 */
export function backoff(attempt: number, error: ServiceError | undefined, random: () => number): number {
	const jitter = random() * Math.min(MAX_BACKOFF_MS, BASE_MS * 2 ** (attempt - 1));
	if (error?.retryAfterMs === undefined) return jitter;
	return Math.min(error.retryAfterMs, MAX_RETRY_AFTER_MS) + Math.min(jitter, BASE_MS);
}

export interface RetryRules<T> extends Clockwork {
	kind: 'read' | 'write';
	signal?: AbortSignal;
	attempts?: number;
	/** Looks up what a write whose answer was lost has left behind; `elapsed` in ms since its first attempt. */
	recover?: (elapsed: () => number) => Promise<T | undefined>;
}

/**
 * Runs `attempt` under the rules of {@link decide}; throws the last ServiceError, or `uncertain` or
 * `cancelled`.
 */
export async function withRetry<T>(rules: RetryRules<T>, attempt: () => Promise<T>): Promise<T> {
	const began = rules.now();
	let resent = false;
	for (let count = 1; ; count++) {
		try {
			return await attempt();
		} catch (error) {
			if (!(error instanceof ServiceError)) throw error;
			const decision = decide(rules.kind, error, resent);
			if (decision === 'recover') return await lookUp(rules, error, () => rules.now() - began);
			if (decision === 'fail' || count >= (rules.attempts ?? MAX_ATTEMPTS)) throw error;
			// A gateway that says "later" (503) is believed, but a duplicate after it may be the first
			// request's work.
			resent ||= error.httpStatus === 503;
			await pause(rules, backoff(count, error, rules.random));
		}
	}
}

/** What a look-up says for certain; any other failure of it only means to look again. */
const VERDICTS: readonly ErrorCategory[] = ['cancelled', 'duplicate', 'uncertain'];

async function lookUp<T>(rules: RetryRules<T>, error: ServiceError, elapsed: () => number): Promise<T> {
	for (let count = 1; rules.recover && count <= MAX_LOOKUPS; count++) {
		// The server may still be at work on it, so the first look waits, too.
		await pause(rules, BASE_MS * 2 ** (count - 1) * (0.5 + rules.random() / 2));
		const found = await rules.recover(elapsed).catch((reason: unknown) => {
			if (reason instanceof ServiceError && VERDICTS.includes(reason.category)) throw reason;
			return undefined;
		});
		if (found !== undefined) return found;
	}
	if (error.category === 'duplicate') throw error;
	throw uncertain(error, rules.recover !== undefined);
}

function uncertain(error: ServiceError, lookedUp: boolean): ServiceError {
	const outcome = lookedUp ? 'and the record was not found afterwards' : 'so it may or may not have been carried out';
	const hint = lookedUp
		? 'Sterling may still be at work on it. Look for the record by its number or key before you send it again.'
		: 'It was not sent again. See in Sterling whether the change took effect before you repeat it.';
	return error.with({ hint }, `The answer to a change was lost, ${outcome}. ${error.message}`, 'uncertain');
}

/** Waits; throws `cancelled` as soon as the signal is aborted. */
export async function pause(
	{ sleep, signal }: Pick<Clockwork, 'sleep'> & { signal?: AbortSignal },
	ms: number,
): Promise<void> {
	throwIfCancelled(signal);
	try {
		await sleep(ms, signal);
	} catch (error) {
		throwIfCancelled(signal);
		throw error;
	}
	throwIfCancelled(signal);
}
