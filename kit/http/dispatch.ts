import { decodeBody, tooLarge } from './body';
import { ServiceError } from '../errors';
import type { TransportRequest, TransportResponse } from './transport';
import type { Dispatcher } from './vendor/undici';

/** What to do where no response came in time. */
export const LATE = 'The server may be overloaded, or the request is too large.';

const unsent = new WeakSet<object>();

/** Whether a request failed before any of it was written: no connection could be opened for it in time. */
export const isUnsent = (error: unknown): boolean => typeof error === 'object' && error !== null && unsent.has(error);

/**
 * Sends one request over a pool and reads the response. The time-out and the signal of the request count from here, also
 * while a connection is being opened. Rejects with what undici, Node.js or the signal says, with `timeout`, or with
 * `badAnswer` for a body that is too large; {@link isUnsent} says whether the server can have seen the request. By
 * undici's events and not by its request(): a stream for each body costs more than the rest of a small response.
 */
export async function dispatch(
	dispatcher: Dispatcher,
	origin: string,
	request: TransportRequest,
): Promise<TransportResponse> {
	const { status, headers, bytes } = await answerOf(dispatcher, origin, request);
	return { status, headers, ...(await decodeBody(bytes, headers, request.maxResponseBytes)) };
}

interface RawAnswer {
	status: number;
	headers: TransportResponse['headers'];
	bytes: Buffer;
}

function answerOf(dispatcher: Dispatcher, origin: string, request: TransportRequest): Promise<RawAnswer> {
	const { method, url, body, timeoutMs, signal, maxResponseBytes } = request;
	return new Promise((resolve, reject) => {
		let exchange: Dispatcher.DispatchController | undefined;
		let status = 0;
		let headers: TransportResponse['headers'] = {};
		const chunks: Buffer[] = [];
		let size = 0;

		const settle = () => {
			clearTimeout(timer);
			signal?.removeEventListener('abort', cancel);
		};
		const fail = (error: Error) => {
			settle();
			if (!exchange) unsent.add(error);
			reject(error);
		};
		/** Ends the request from this side. One that waits for its connection is dropped when it comes up. */
		let stopped: Error | undefined;
		const stop = (error: Error) => {
			stopped = error;
			fail(error);
			exchange?.abort(error);
		};
		const cancel = () => stop(new Error('The request was cancelled.'));
		const timer = setTimeout(() => stop(late(timeoutMs, exchange !== undefined)), timeoutMs);
		// The pool may have been opened meanwhile, and a signal reports its end only once.
		if (signal?.aborted) return cancel();
		signal?.addEventListener('abort', cancel, { once: true });

		dispatcher.dispatch(
			{
				origin,
				path: url.slice(origin.length),
				method: method as Dispatcher.HttpMethod,
				headers: { 'Accept-Encoding': 'gzip', ...request.headers },
				body,
			},
			{
				onRequestStart(controller) {
					if (stopped) controller.abort(stopped);
					else exchange = controller;
				},
				onResponseStart(_controller, statusCode, answered) {
					status = statusCode;
					headers = answered;
				},
				onResponseData(_controller, chunk) {
					size += chunk.length;
					if (size > maxResponseBytes) stop(tooLarge(maxResponseBytes));
					else chunks.push(chunk);
				},
				onResponseEnd() {
					settle();
					resolve({ status, headers, bytes: chunks.length === 1 ? chunks[0] : Buffer.concat(chunks) });
				},
				onResponseError(_controller, error) {
					if (!stopped) fail(error);
				},
			},
		);
	});
}

function late(timeoutMs: number, isSent: boolean): ServiceError {
	return new ServiceError('timeout', `The server did not respond within ${timeoutMs / 1000} seconds.`, {
		hint: LATE,
		remedy: { field: 'timeoutMs' },
		effect: isSent ? 'unknown' : 'none',
	});
}
