import { throwIfCancelled } from './cancel';
import { pace, refuse, reserve, succeed } from './pace';
import { pause, type Clockwork } from './retry';
import { retryAfterMs } from './retryAfter';
import { headerOf, type Transport, type TransportResponse } from './transport';

/** "Fewer requests": with the pause that the server asks for, in milliseconds. */
interface Refusal {
	retryAfterMs?: number;
}

/** State of the bound on requests in flight: plain data, changed only by the functions below. */
interface Bound {
	readonly max: number;
	limit: number;
	inFlight: number;
	/** Numbers the requests, so that a burst of refusals of one generation lowers the bound once. */
	issued: number;
	loweredAt: number;
	successes: number;
}

/** A bound that starts at its maximum (at least one request). */
export function bound(max: number): Bound {
	const limit = Math.max(1, Math.floor(max) || 1);
	return { max: limit, limit, inFlight: 0, issued: 0, loweredAt: 0, successes: 0 };
}

/** Takes a place and returns its ticket, or undefined where none is free. */
export function enter(state: Bound): number | undefined {
	if (state.inFlight >= state.limit) return undefined;
	state.inFlight++;
	return state.issued++;
}

/**
 * Gives the place back. A refusal (429, 503) halves the bound; a full round of successes raises it by
 * one. True where it was the first refusal of a burst.
 */
export function leave(state: Bound, ticket: number, outcome: 'success' | 'refused' | 'other'): boolean {
	state.inFlight--;
	if (outcome === 'refused') {
		state.successes = 0;
		if (ticket < state.loweredAt) return false;
		state.limit = Math.max(1, Math.floor(state.limit / 2));
		state.loweredAt = state.issued;
		return true;
	}
	if (outcome === 'success' && state.limit < state.max && ++state.successes >= state.limit * 4) {
		state.limit++;
		state.successes = 0;
	}
	return false;
}

/**
 * Lets a bounded number of requests through at a time, first come first served, and not faster than a
 * server that refuses some lets on.
 */
export class Limiter {
	private readonly waiting: Array<() => void> = [];
	private readonly pace = pace();
	readonly state: Bound;

	constructor(max: number) {
		this.state = bound(max);
	}

	/** Runs `work` as soon as a place is free; `refusalOf` finds the failures and results that lower bound and pace. */
	async run<T>(
		work: () => Promise<T>,
		refusalOf: (outcome: unknown) => Refusal | undefined,
		clockwork: Pick<Clockwork, 'now' | 'sleep'>,
		signal?: AbortSignal,
	): Promise<T> {
		throwIfCancelled(signal);
		const isNext = this.waiting.length === 0;
		const ticket = (isNext ? enter(this.state) : undefined) ?? (await this.place(signal));
		const { now, sleep } = clockwork;
		let outcome: 'success' | 'refused' | 'other' = 'other';
		let refusal: Refusal | undefined;
		try {
			const wait = reserve(this.pace, now());
			if (wait > 0) await pause({ sleep, signal }, wait);
			const result = await work();
			refusal = refusalOf(result);
			outcome = refusal ? 'refused' : 'success';
			if (!refusal) succeed(this.pace, now());
			return result;
		} catch (error) {
			refusal = refusalOf(error);
			if (refusal) outcome = 'refused';
			throw error;
		} finally {
			const isFirst = leave(this.state, ticket, outcome);
			if (isFirst) {
				refuse(this.pace, now(), refusal?.retryAfterMs);
				// A known rate does the work of a low bound, which would only waste slow responses.
				if (this.pace.perSecond !== undefined) this.state.limit = this.state.max;
			}
			this.admit();
		}
	}

	/** A place, once one is free. */
	private place(signal?: AbortSignal): Promise<number> {
		return new Promise<number>((resolve, reject) => {
			const abort = () => {
				this.waiting.splice(this.waiting.indexOf(admitted), 1);
				try {
					throwIfCancelled(signal);
				} catch (error) {
					reject(error as Error);
				}
			};
			const admitted = () => {
				signal?.removeEventListener('abort', abort);
				resolve(enter(this.state) as number);
			};
			this.waiting.push(admitted);
			signal?.addEventListener('abort', abort, { once: true });
		});
	}

	private admit(): void {
		while (this.waiting.length > 0 && this.state.inFlight < this.state.limit) this.waiting.shift()?.();
	}
}

/**
 * The transport with a bounded number of requests in progress, at the pace that the server permits: HTTP 429 and 503
 * lower both.
 */
export function limited(
	transport: Transport,
	limiter: Limiter,
	clockwork: Pick<Clockwork, 'now' | 'sleep'>,
): Transport {
	const refusalOf = (outcome: unknown): Refusal | undefined => {
		const response = outcome as Partial<TransportResponse> | undefined;
		if (response?.status !== 429 && response?.status !== 503) return undefined;
		return { retryAfterMs: retryAfterMs(headerOf(response as TransportResponse, 'retry-after'), clockwork.now()) };
	};
	return (request) => limiter.run(() => transport(request), refusalOf, clockwork, request.signal);
}
