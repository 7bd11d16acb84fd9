import { ServiceError, type ErrorCategory, type Setting } from '../../kit/errors';
import { askedAddress } from '../../kit/http/askedAddress';
import { shownTarget } from '../../kit/http/redact';
import { retryAfterMs } from '../../kit/http/retryAfter';
import { effectOf } from '../../kit/http/status';
import { headerOf, type TransportResponse } from '../../kit/http/transport';
import { decoded } from './entities';
import { CHECK_BASE, unknownAddress, type Asked } from './wrongAddress';

/** A successful response. */
export interface InventoryAnswer {
	status: number;
	/** The body as JSON with HTML entities decoded; undefined where it is empty. */
	body: unknown;
	/** The server's clock (Date header), in epoch milliseconds. */
	serverTime?: number;
	/** What was asked. */
	url?: string;
}

/**
 * Reads a successful response, or throws what it says instead; `now` in epoch milliseconds.
 * @throws ServiceError for an HTTP status from 300, a web page, and a body that is not JSON
 */
export function readAnswer(response: TransportResponse, now: number, asked: Asked = 'any'): InventoryAnswer {
	const { status } = response;
	const text = response.body.replace(/^\uFEFF/, '').trim();
	if (status >= 300 && status < 400) throw redirected(response);
	if (status >= 400) throw refused(response, text, now, asked);
	if (isPage(response, text)) throw page(response);
	const time = Date.parse(headerOf(response, 'date') ?? '');
	const { url } = response;
	return { status, body: parsed(text, status), serverTime: Number.isNaN(time) ? undefined : time, url };
}

/** Nearly no response has an ampersand, whichever way JSON writes it, and to look at each string takes longer. */
const mayHoldEntity = (json: string): boolean => json.includes('&') || json.includes('\\u0026');

function parsed(text: string, status: number): unknown {
	if (text === '') return undefined;
	try {
		const body = JSON.parse(text) as unknown;
		return mayHoldEntity(text) ? decoded(body) : body;
	} catch {
		throw new ServiceError('badAnswer', 'The response is not complete JSON.', {
			httpStatus: status,
			hint: 'It may have been cut off, or returned by a proxy or gateway on the way to IBM.',
			effect: 'unknown',
		});
	}
}

const isPage = (response: TransportResponse, text: string): boolean =>
	/^<(?:!doctype html|html\b)/i.test(text) || /text\/html/i.test(headerOf(response, 'content-type') ?? '');

function redirected(response: TransportResponse): ServiceError {
	const target = shownTarget(headerOf(response, 'location'));
	const where = target === undefined ? 'elsewhere' : `to ${target}`;
	return new ServiceError('configuration', `The server redirects ${where} (HTTP ${response.status}).`, {
		httpStatus: response.status,
		attributes: { ...askedAddress(response) },
		hint: `${CHECK_BASE} A gateway with its own sign-in page redirects, too.`,
		remedy: { field: 'endpoint' },
		effect: effectOf(response.status),
	});
}

function page(response: TransportResponse): ServiceError {
	return new ServiceError('configuration', 'The server returned a web page instead of data.', {
		httpStatus: response.status,
		attributes: { ...askedAddress(response) },
		hint: `${CHECK_BASE} A sign-in page of a gateway or firewall looks like this, too.`,
		remedy: { field: 'endpoint' },
		effect: 'unknown',
	});
}

/** What a status means and what to do (IBM: c_FAQs; 409 and 413 are inferred). */
const STATUSES: Record<number, [category: ErrorCategory, message: string, hint: string, remedy?: Setting]> = {
	400: [
		'invalidInput',
		'Inventory Visibility refused the request',
		'Correct the input. Sending it again does not help.',
	],
	401: [
		'authentication',
		'The token was not accepted',
		'Check client ID and secret, and that they belong to this tenant.',
		'authentication',
	],
	403: [
		'permission',
		'The token does not permit this',
		'Ask IBM support whether the client ID may use this service. A token that is valid for one service only looks like this, too.',
	],
	409: ['conflict', 'The request conflicts with another change', 'Read the record and try again.'],
	413: ['invalidInput', 'The request is too large', 'IBM accepts 500 KB. Send fewer records at once.'],
	429: ['throttled', 'The server requires fewer requests', 'Lower the number of concurrent requests.', 'maxInFlight'],
};

function refused(response: TransportResponse, text: string, now: number, asked: Asked): ServiceError {
	const { status } = response;
	const isOfGateway = isPage(response, text);
	const said = isOfGateway ? undefined : saidBy(text);
	if (status === 404 || status === 405) {
		const words = text === '' ? 'empty' : messageIn(text) !== undefined ? 'json' : 'words';
		return unknownAddress(response, said, isOfGateway ? 'page' : words, asked);
	}
	const retryAfter = retryAfterMs(headerOf(response, 'retry-after'), now);
	const known = STATUSES[status] ?? (status < 500 ? STATUSES[400] : undefined);
	const [category, message, hint, field] = known ?? [
		'server' as const,
		'The server or a gateway failed',
		'Try again later. If it happens again, give IBM support the time of this request.',
	];
	return new ServiceError(category, said ?? `${message} (HTTP ${status}).`, {
		httpStatus: status,
		retryAfterMs: retryAfter,
		hint,
		...(field ? { remedy: { field } } : {}),
		// IBM: 500 may be repeated.
		passing: status >= 500,
		effect: effectOf(status, /^[{[]/.test(text) && said !== undefined),
	});
}

const MAX_MESSAGE = 500;

/** The first text that may be the message, whatever the service calls it; undefined for an empty body. */
export function saidBy(text: string): string | undefined {
	return messageIn(text) ?? (text === '' || text === '{}' ? undefined : text.slice(0, MAX_MESSAGE));
}

/** The message in JSON; undefined for any other text. */
function messageIn(text: string): string | undefined {
	let body: unknown;
	try {
		body = decoded(JSON.parse(text) as unknown);
	} catch {
		return undefined;
	}
	const [first] = Array.isArray((body as { errors?: unknown })?.errors) ? (body as { errors: unknown[] }).errors : [];
	for (const holder of [body, first]) {
		if (typeof holder === 'string' && holder !== '') return holder.slice(0, MAX_MESSAGE);
		if (typeof holder !== 'object' || holder === null) continue;
		for (const name of ['error_message', 'error_description', 'errorMessage', 'message', 'error']) {
			const value = (holder as Record<string, unknown>)[name];
			if (typeof value === 'string' && value.trim() !== '') return value.slice(0, MAX_MESSAGE);
		}
	}
	return undefined;
}
