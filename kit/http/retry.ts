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

/** That of the machine, where nothing else is given. */
export const clockworkOf = ({ now, random, sleep }: Partial<Clockwork>): Clockwork => ({
	now: now ?? REAL_CLOCKWORK.now,
	random: random ?? REAL_CLOCKWORK.random,
	sleep: sleep ?? REAL_CLOCKWORK.sleep,
});

const MAX_ATTEMPTS = 5;
const MAX_LOOKUPS = 4;
const BASE_MS = 500;
const MAX_BACKOFF_MS = 20_000;
const MAX_RETRY_AFTER_MS = 60_000;

type Decision = 'retry' | 'recover' | 'fail';

/** What a system says of a write that is done already, also where an earlier attempt of the same write did it. */
const MAY_BE_OWN: readonly ErrorCategory[] = ['duplicate', 'notFound', 'notModifiable'];

/**
 * What to do after a failure. Reads are repeated on passing faults. Writes are repeated only where the request provably
 * changed nothing (`effect: 'none'`); where it may have been carried out, and where a refusal of a repeated write may
 * come of its own first attempt (`resent`), it is looked up, never sent again.
 */
export function decide(kind: 'read' | 'write', error: ServiceError, resent = false): Decision {
	if (error.category === 'cancelled') return 'fail';
	if (kind === 'read') return isPassing(error) ? 'retry' : 'fail';
	if (error.effect === 'unknown' || (resent && MAY_BE_OWN.includes(error.category))) return 'recover';
	if (!isPassing(error)) return 'fail';
	return error.effect === 'none' ? 'retry' : 'recover';
}

function isPassing(error: ServiceError): boolean {
	if (error.passing !== undefined) return error.passing || isBusy(error);
	if (isBusy(error)) return true;
	// With a status it is the system's own word (a query time-out, say), and repeating it would not help.
	if (error.category === 'connection' || error.category === 'timeout') return error.httpStatus === undefined;
	return error.category === 'badAnswer' && error.effect === 'unknown';
}

function isBusy({ httpStatus }: ServiceError): boolean {
	return httpStatus !== undefined && [408, 429, 502, 503, 504].includes(httpStatus);
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
	/** How long all attempts together may wait for the server. */
	patience?: Patience;
	/** Looks up what a write whose response was lost has left behind. */
	recover?: Recover<T>;
}

/**
 * Looks up what a write has left behind: its result, what the record shows instead, or undefined where there is none
 * (yet). `elapsed` in ms since the first attempt; `after` is what the attempt before the last one was refused with,
 * where the write was sent again.
 */
export type Recover<T> = (elapsed: () => number, after?: ServiceError) => Promise<T | NotShown | undefined>;

/** What a look-up saw of a record on which the change does not show (yet). */
export class NotShown {
	/**
	 * `seen` continues after "No usable response arrived for a write, and": a clause without a full stop. `isCompared` is
	 * false where no look at the record could show.
	 */
	constructor(
		readonly seen: string,
		readonly isCompared = true,
	) {}
}

/**
 * How long the attempts of one call may wait for responses, all together; pauses that the server asked for do not
 * count. Otherwise a server that hangs would cost as many time-outs as there are attempts.
 */
export class Patience {
	private spentMs = 0;

	/** `totalMs` and the clock `now` in milliseconds. */
	constructor(
		private readonly totalMs: number,
		private readonly now: () => number,
	) {}

	/** True when nothing is left for another attempt. */
	get isSpent(): boolean {
		return this.spentMs >= this.totalMs;
	}

	/** Leaves nothing: what failed has been repeated already. */
	end(): void {
		this.spentMs = this.totalMs;
	}

	/** Runs `work` and counts the time that it takes. */
	async spend<T>(work: () => Promise<T>): Promise<T> {
		const began = this.now();
		try {
			return await work();
		} finally {
			this.spentMs += this.now() - began;
		}
	}
}

/**
 * Runs `attempt` under the rules of {@link decide}: five attempts at most, two where the response arrived whole and was
 * not what was asked for.
 * @throws the last ServiceError, or `uncertain` or `cancelled`
 * @example await withRetry({ ...REAL_CLOCKWORK, kind: 'write', recover: async () => await find(key) }, async () => await post(order))
 */
export async function withRetry<T>(rules: RetryRules<T>, attempt: () => Promise<T>): Promise<T> {
	const began = rules.now();
	let isRepeatedWhole = false;
	let after: ServiceError | undefined;
	for (let count = 1; ; count++) {
		try {
			return await attempt();
		} catch (error) {
			if (!(error instanceof ServiceError)) throw error;
			const decision = decide(rules.kind, error, count > 1);
			if (decision === 'recover') return await lookUp(rules, error, after, () => rules.now() - began);
			const isWhole = error.category === 'badAnswer';
			const isLast = count >= (rules.attempts ?? MAX_ATTEMPTS) || (isWhole && isRepeatedWhole);
			if (decision === 'fail' || isLast || rules.patience?.isSpent) throw error;
			isRepeatedWhole ||= isWhole;
			after = error;
			await pause(rules, backoff(count, error, rules.random));
		}
	}
}

/** What a look-up says for certain; any other failure of it only means that it failed. */
const VERDICTS: readonly ErrorCategory[] = ['cancelled', 'duplicate', 'uncertain'];

async function lookUp<T>(
	rules: RetryRules<T>,
	error: ServiceError,
	after: ServiceError | undefined,
	elapsed: () => number,
): Promise<T> {
	let failure: ServiceError | undefined;
	let shown: NotShown | undefined;
	for (let count = 1; rules.recover && count <= MAX_LOOKUPS; count++) {
		// The server may still be at work on it, so the first look waits, too.
		await pause(rules, BASE_MS * 2 ** (count - 1) * (0.5 + rules.random() / 2));
		try {
			failure = undefined;
			const found = await rules.recover(elapsed, after);
			shown = found instanceof NotShown ? found : undefined;
			if (found !== undefined && !(found instanceof NotShown)) return found;
		} catch (reason) {
			if (!(reason instanceof ServiceError) || VERDICTS.includes(reason.category)) throw reason;
			failure = reason;
			// It has been repeated as a read already; what is refused now is refused a second later, too.
			if (reason.category === 'timeout' || !isPassing(reason)) break;
		}
		// Every attempt was refused, and the record bears that out.
		if (shown?.isCompared && after && error.effect === 'none') throw refusedAgain(error, after, shown);
		if (shown && !shown.isCompared) break;
	}
	throw uncertain(error, after !== undefined, rules.recover ? (failure ?? shown ?? 'not found') : undefined);
}

const LOOK_FIRST = 'Look for the record by its number or key before you send it again.';

/** `lookedUp`: the result of the look-up; undefined if there was none. */
function uncertain(
	error: ServiceError,
	resent: boolean,
	lookedUp: ServiceError | NotShown | 'not found' | undefined,
): ServiceError {
	const what = whatHappened(error, resent);
	if (lookedUp === undefined) {
		const check = 'It was not sent again. Check in the system whether the change took effect before you repeat it.';
		const hint = [check, error.category === 'configuration' && error.hint].filter(Boolean).join(' ');
		const message = `${what}, so it may or may not have been carried out. ${error.message}`;
		return error.with({ hint }, message, 'uncertain');
	}
	const hint = `${lookedUp instanceof ServiceError ? '' : 'The system may still be processing it. '}${LOOK_FIRST}`;
	return error.with({ hint }, `${what}, and ${outcomeOf(lookedUp)}. ${error.message}`, 'uncertain');
}

function outcomeOf(lookedUp: ServiceError | NotShown | 'not found'): string {
	if (lookedUp === 'not found') return 'the record was not found afterwards';
	if (lookedUp instanceof NotShown) return lookedUp.seen;
	return `looking up the record failed as well (${lookedUp.message})`;
}

function refusedAgain(error: ServiceError, after: ServiceError, { seen }: NotShown): ServiceError {
	const first = `The first attempt was refused as well (${after.message.replace(/\.$/, '')}), and ${seen}.`;
	return error.with({ hint: [error.hint, first, 'Nothing was changed.'].filter(Boolean).join(' ') });
}

function whatHappened({ effect, httpStatus, code }: ServiceError, resent: boolean): string {
	if (resent && effect !== 'unknown') return 'A write was sent again and then refused';
	if (httpStatus !== undefined && httpStatus >= 500 && code !== undefined) return 'The server failed during a write';
	return 'No usable response arrived for a write';
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
