import { errorOf } from './answerErrors';
import type { Document } from '../../kit/xml/document';
import { ServiceError, type ErrorCategory, type ServiceErrorFacts, type Setting } from '../../kit/errors';
import { askedAddress } from '../../kit/http/askedAddress';
import { saidBy, type Said } from '../../kit/http/gatewayText';
import { fromJson } from '../../kit/xml/json';
import { retryAfterMs } from '../../kit/http/retryAfter';
import { effectOf } from '../../kit/http/status';
import { shownTarget } from '../../kit/http/redact';
import { headerOf, type TransportResponse } from '../../kit/http/transport';
import { fromXml } from '../../kit/xml';

/**
 * What a response holds before list members are normalised; `root` is empty for JSON, which drops it.
 */
export interface Reading {
	root: string;
	document: Document;
	/** Nothing came: HTTP 204, a blank body or `<ApiSuccess/>`. */
	empty: boolean;
	status: number;
	serverDate?: Date;
}

/**
 * Reads a successful response, or throws what it says instead: a Sterling error (also one under HTTP
 * 200), a redirect, a page of HTML, a gateway's status, or text that is neither JSON nor XML. What the body is decides,
 * not its declared type. `now` in epoch milliseconds.
 * @throws ServiceError
 */
export function readAnswer(response: TransportResponse, now: number): Reading {
	const { status } = response;
	const body = response.body.replace(/^\uFEFF/, '').trim();
	if (status >= 300 && status < 400) throw redirected(response);
	const { read, reason } = parse(body);
	const error = read && errorOf(read.document, read.root, status);
	if (error) throw error.with({ retryAfterMs: retryAfterMs(headerOf(response, 'retry-after'), now) });
	const isPage = PAGE.test(body) || (!read && /text\/html/i.test(headerOf(response, 'content-type') ?? ''));
	if (status >= 400) throw refused(response, saidBy(body, read?.document), now);
	if (isPage) throw htmlPage(response, saidBy(body.startsWith('<') ? body : `<p>${body}`));
	if (reason !== undefined) throw unreadable(status, reason, body);
	const date = new Date(headerOf(response, 'date') ?? '');
	const serverDate = Number.isNaN(date.getTime()) ? undefined : date;
	if (!read || read.root === 'ApiSuccess') return { root: '', document: {}, empty: true, status, serverDate };
	return { ...read, empty: false, status, serverDate };
}

/** Words in the address of a sign-in page, whoever runs it. */
const SIGN_IN = /log-?[io]n\b|sign-?(?:in|on)\b|\bsso\b|saml|oauth|openid|authori[sz]e|adfs|\bmfa\b|j_security_check/i;
const PASSWORD_FIELD = /<input\b[^>]{0,500}\btype\s*=\s*["']?password/i;

/**
 * Whether a response is a page to sign in at, or leads to one: what a gateway or application server does with a session
 * that has expired. Inferred; see docs/fidelity.md.
 */
export function asksToSignIn(response: TransportResponse): boolean {
	const { status, body } = response;
	if (status >= 300 && status < 400) return SIGN_IN.test(headerOf(response, 'location') ?? '');
	return PAGE.test(body.trimStart()) && PASSWORD_FIELD.test(body.slice(0, 100_000));
}

/**
 * The start of a web page, with or without an XML declaration, comments and a document type. A comment can end in one
 * place only: otherwise thirty of them in a row would take minutes.
 */
const PAGE =
	/^(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*<(?:!doctype\s+html|(?:html|head|body|h[1-6]|p|div|center|title|table|pre|script|meta)(?=[\s>/]))/i;

interface Parsed {
	read?: { root: string; document: Document };
	/** Why it is neither JSON nor XML. */
	reason?: string;
}

/** Nothing for a blank body and for a page. */
function parse(body: string): Parsed {
	if (body === '' || PAGE.test(body)) return {};
	try {
		if (body.startsWith('<')) return { read: fromXml(body) };
		if (/^[[{]/.test(body)) return { read: { root: '', document: fromJson(body) } };
		return { reason: 'It starts with neither "{" nor "<".' };
	} catch (error) {
		return { reason: (error as Error).message };
	}
}

function unreadable(status: number, reason: string, body: string): ServiceError {
	const { text } = /^[[{<]/.test(body) ? { text: undefined } : saidBy(body);
	const said = text ? ` It says: ${text}` : '';
	return new ServiceError('badAnswer', `The response is neither complete JSON nor complete XML.${said}`, {
		httpStatus: status,
		hint: `It may have been cut off, or returned by a proxy or gateway on the way. ${reason}`,
		effect: 'unknown',
	});
}

const WRONG_PATH =
	'Usually the endpoint has a wrong path. Enter only host and context root, such as https://host/smcfs.';

function redirected(response: TransportResponse): ServiceError {
	const target = shownTarget(headerOf(response, 'location'));
	const where = target === undefined ? 'elsewhere' : `to ${target}`;
	return new ServiceError(
		'configuration',
		`The server redirects ${where} (HTTP ${response.status}) instead of responding.`,
		{
			httpStatus: response.status,
			attributes: { ...askedAddress(response) },
			hint: `${WRONG_PATH} A gateway with its own sign-in page redirects, too.`,
			remedy: { field: 'endpoint' },
			effect: effectOf(response.status),
		},
	);
}

function htmlPage(response: TransportResponse, said: Said): ServiceError {
	const { text, ids } = said;
	const words = text ? ` It says: ${text}` : '';
	return new ServiceError('configuration', `The server returned a web page instead of data.${words}`, {
		httpStatus: response.status,
		attributes: { ...askedAddress(response), ...ids },
		hint: `${WRONG_PATH} A sign-in page of a gateway or firewall looks like this, too.`,
		remedy: { field: 'endpoint' },
		// A gateway may put its page in place of a response that it lost.
		effect: 'unknown',
	});
}

type Refusal = [category: ErrorCategory, message: string, hint: string, field?: Setting];

/** Refusals that need words of their own. */
const REFUSALS: Record<number, Refusal> = {
	401: [
		'authentication',
		'The server did not accept the credentials (HTTP 401).',
		'Check login ID, password and authentication style; it must match servlet.authstyle of the server.',
		'authentication',
	],
	403: [
		'permission',
		'The server forbids this request (HTTP 403).',
		'A gateway may require a key or client certificate of its own; otherwise the user lacks the permission.',
	],
	404: ['configuration', 'There is no REST service at this path (HTTP 404).', WRONG_PATH, 'endpoint'],
	405: ['configuration', 'There is no REST service at this path (HTTP 405).', WRONG_PATH, 'endpoint'],
	408: ['timeout', 'The server or a gateway gave up waiting (HTTP 408).', 'Try again. The server may be overloaded.'],
	429: [
		'throttled',
		'The server requires fewer requests (HTTP 429).',
		'Lower the number of concurrent requests.',
		'maxInFlight',
	],
};

function refused(response: TransportResponse, said: Said, now: number): ServiceError {
	const { status } = response;
	const [category, message, hint, field] = REFUSALS[status] ?? refusalOf(status, said.text === undefined);
	return new ServiceError(category, said.text ? `${message} ${said.text}` : message, {
		...(said.code && said.code !== String(status) ? { code: said.code } : {}),
		httpStatus: status,
		attributes: { ...(field === 'endpoint' ? askedAddress(response) : {}), ...said.ids, ...idsOf(response) },
		retryAfterMs: retryAfterMs(headerOf(response, 'retry-after'), now),
		effect: effectOf(status),
		hint,
		...(field ? { remedy: { field } } : {}),
	} satisfies ServiceErrorFacts);
}

function refusalOf(status: number, isSilent: boolean): Refusal {
	if (status < 500) {
		const why = isSilent ? ' without saying why' : '';
		return [
			'invalidInput',
			`The server refused the request (HTTP ${status})${why}.`,
			'Check the input, the data format, and any proxy or gateway on the way to Sterling.',
		];
	}
	return [
		'server',
		`The server or a gateway failed (HTTP ${status}).`,
		'Sterling may be restarting or overloaded. Try again. The server log shows the cause.',
	];
}

/** Identifiers in headers that the operators of a gateway ask for. */
function idsOf(response: TransportResponse): Record<string, string> {
	const names = ['x-request-id', 'x-correlation-id', 'x-global-transaction-id', 'x-amzn-requestid', 'cf-ray'];
	const pairs = names.map((name) => [name, headerOf(response, name)] as const);
	return Object.fromEntries(pairs.filter((pair): pair is [string, string] => Boolean(pair[1])));
}
