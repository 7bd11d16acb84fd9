import { ServiceError } from '../errors';

/** Throws `cancelled` once the signal is aborted. */
export function throwIfCancelled(signal: AbortSignal | undefined, effect: 'none' | 'unknown' = 'none'): void {
	if (!signal?.aborted) return;
	const hint = effect === 'unknown' ? 'The request had been sent. The server may still carry it out.' : undefined;
	throw new ServiceError('cancelled', 'The request was cancelled.', { hint, effect });
}

/** The outcome of `work`, or `cancelled` as soon as the signal is aborted; the work itself continues. */
export async function orCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (!signal) return await work;
	throwIfCancelled(signal);
	let abort: () => void = () => undefined;
	const aborted = new Promise<never>((_resolve, reject) => {
		abort = () => reject(new ServiceError('cancelled', 'The request was cancelled.', { effect: 'none' }));
		signal.addEventListener('abort', abort, { once: true });
	});
	try {
		return await Promise.race([work, aborted]);
	} finally {
		signal.removeEventListener('abort', abort);
	}
}
