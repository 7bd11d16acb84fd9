import { errorOf } from './answerErrors';
import type { Document } from '../../kit/xml/document';
import { ServiceError } from '../../kit/errors';
import { fromJson } from '../../kit/xml/json';
import { retryAfterMs } from '../../kit/http/retryAfter';
import { headerOf, type TransportResponse } from '../../kit/http/transport';
import { fromXml } from '../../kit/xml';

/**
 * What an answer holds before list members are normalised; `root` is empty for JSON, which drops it.
 */
export interface Reading {
	root: string;
	document: Document;
	empty: boolean;
	serverDate?: Date;
}

/**
 * Reads a successful answer, or throws what it says instead: a Sterling error (also one under HTTP
 * 200), a redirect, a page of HTML, a gateway's status, or text that is neither JSON nor XML. `now` in
 * epoch milliseconds.
 */
export function readAnswer(response: TransportResponse, now: number): Reading {
	const { status } = response;
	const body = response.body.replace(/^\uFEFF/, '').trim();
	if (status >= 300 && status < 400) throw redirected(response);
	const page = isHtml(response, body);
	const reading = page ? undefined : parse(body, status);
	const error = reading && errorOf(reading.document, reading.root, status);
	if (error) throw error.with({ retryAfterMs: retryAfterMs(headerOf(response, 'retry-after'), now) });
	if (status >= 400) throw refused(response, now);
	if (page) throw htmlPage(status);
	const date = new Date(headerOf(response, 'date') ?? '');
	const serverDate = Number.isNaN(date.getTime()) ? undefined : date;
	if (!reading || reading.root === 'ApiSuccess') return { root: '', document: {}, empty: true, serverDate };
	return { ...reading, empty: false, serverDate };
}

function isHtml(response: TransportResponse, body: string): boolean {
	return /^<(?:!doctype html|html\b)/i.test(body) || /text\/html/i.test(headerOf(response, 'content-type') ?? '');
}

function parse(body: string, status: number): { root: string; document: Document } | undefined {
	if (body === '') return undefined;
	try {
		return body.startsWith('<') ? fromXml(body) : { root: '', document: structured(body) };
	} catch (error) {
		if (status >= 400) return undefined;
		throw new ServiceError('badAnswer', 'The answer is neither complete JSON nor complete XML.', {
			httpStatus: status,
			hint: `It may have been cut off or written by something in between. ${(error as Error).message}`,
			effect: 'unknown',
		});
	}
}

function structured(body: string): Document {
	if (!/^[[{]/.test(body)) throw new ServiceError('badAnswer', 'It starts with neither "{" nor "<".');
	return fromJson(body);
}

const WRONG_PATH = 'Mostly the endpoint has a wrong path. Give only host and context root, such as https://host/smcfs.';

function redirected(response: TransportResponse): ServiceError {
	const target = (headerOf(response, 'location') ?? '').split(/[?#]/)[0];
	const where = target === '' ? 'elsewhere' : `to ${target}`;
	return new ServiceError(
		'configuration',
		`The server redirects ${where} (HTTP ${response.status}) instead of answering.`,
		{
			httpStatus: response.status,
			hint: `${WRONG_PATH} A gateway with its own sign-in page redirects, too.`,
			effect: 'none',
		},
	);
}

function htmlPage(status: number): ServiceError {
	return new ServiceError('configuration', 'The server answered with a web page instead of data.', {
		httpStatus: status,
		hint: `${WRONG_PATH} A sign-in page of a gateway or firewall looks like this, too.`,
		// A gateway may put its page in place of an answer that it lost.
		effect: 'unknown',
	});
}

function refused(response: TransportResponse, now: number): ServiceError {
	const { status } = response;
	const retryAfter = retryAfterMs(headerOf(response, 'retry-after'), now);
	const facts = { httpStatus: status, retryAfterMs: retryAfter, effect: 'none' as const };
	switch (status) {
		case 401:
			return new ServiceError('authentication', 'The server did not accept the credentials (HTTP 401).', {
				...facts,
				hint: 'Check login ID, password and authentication style; servlet.authstyle of the server must fit it.',
			});
		case 403:
			return new ServiceError('permission', 'The server forbids this request (HTTP 403).', {
				...facts,
				hint: 'A gateway may want a key or client certificate of its own; else the user lacks the permission.',
			});
		case 404:
			return new ServiceError('configuration', 'There is no REST service at this path (HTTP 404).', {
				...facts,
				hint: WRONG_PATH,
			});
		case 429:
			return new ServiceError('throttled', 'The server asks for fewer requests (HTTP 429).', {
				...facts,
				hint: 'Lower Requests in Flight in the credential, or run less at the same time.',
			});
		default:
	}
	if (status < 500) {
		return new ServiceError('invalidInput', `The server refused the request (HTTP ${status}) without saying why.`, {
			...facts,
			hint: 'Check the input, the data format and what stands between this machine and Sterling.',
		});
	}
	return new ServiceError('server', `The server or a gateway failed (HTTP ${status}).`, {
		...facts,
		// Only "503, come back later" says that nothing was begun.
		effect: status === 503 && retryAfter !== undefined ? 'none' : 'unknown',
		hint: 'Sterling may be restarting or overloaded. Try again; the server log holds the cause.',
	});
}
