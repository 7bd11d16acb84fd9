import { ServiceError, type ErrorCategory, type Setting } from '../../../kit/errors';
import { askedAddress } from '../../../kit/http/askedAddress';
import { headerOf, type TransportResponse } from '../../../kit/http/transport';
import { retryAfterMs } from '../../../kit/http/retryAfter';
import { mqError, reasonCodeOf } from '../errors';
import { EXAMPLE } from './address';

interface Entry {
	messageId?: unknown;
	message?: unknown;
	explanation?: unknown;
	action?: unknown;
	reasonCode?: unknown;
}

type Row = [ErrorCategory, string, Setting?];

/** What mqweb means by a status, where it sends no words of its own. */
const STATUS: Record<number, Row> = {
	400: ['invalidInput', 'The MQ REST server does not accept the request.'],
	401: ['authentication', 'The MQ REST server does not accept user and password.', 'password'],
	403: ['permission', 'The user may not use MQ REST or this queue.', 'user'],
	404: ['notFound', 'There is no such queue or queue manager.', 'queueManager'],
	405: ['inUse', 'Puts to or gets from the queue are inhibited.'],
	415: ['invalidInput', 'The MQ REST server does not accept this type of content.'],
	501: ['badAnswer', 'The message is not text: MQ REST cannot deliver it.'],
	503: ['connection', 'The queue manager or the MQ REST server is not running.'],
};
const ROLE = 'The user needs the role MQWebUser and authority for the queue; roles of administrators do not count.';

/** The same for a response that is not mqweb's, such as that of a gateway before it. */
const FOREIGN: Record<number, Row> = {
	401: ['authentication', 'User and password were not accepted', 'password'],
	403: ['permission', 'Access was denied', 'user'],
	404: ['configuration', 'There is no MQ REST server at this address', 'endpoint'],
	405: ['configuration', 'There is no MQ REST server at this address', 'endpoint'],
	408: ['timeout', 'The request took too long'],
	413: ['invalidInput', 'The message is too long'],
	429: ['throttled', 'There were too many requests'],
	502: ['connection', 'The MQ REST server did not respond'],
	503: ['connection', 'The MQ REST server did not respond'],
	504: ['timeout', 'The MQ REST server did not respond in time'],
};
const GATEWAY =
	'The response does not come from mqweb: a gateway, a proxy or another server sent it. Check what is in front of the ' +
	`MQ REST server, and the address. ${EXAMPLE}`;

/** Statuses of others under which a request may have reached mqweb: 408, all beyond 500, and what claims success. */
const mayHaveArrived = (status: number): boolean => status < 400 || status === 408 || status >= 500;

/**
 * The error for a response that is not the one of a success: by MQ's reason code where it has one, else in the words of
 * mqweb, which puts them into every refusal. Any other response is that of a gateway, which does not know what mqweb has
 * done. @see IBM MQ documentation, "REST API error handling"
 */
export function restError(response: TransportResponse, verb: string, queue: string): ServiceError {
	const { status: httpStatus } = response;
	const entry = entryOf(response);
	if (!entry) return foreign(response, verb, queue);
	const code = Number(entry.reasonCode);
	if (code > 0) return mqError(code, { verb, queue, httpStatus, ...laterOf(response) });
	const [category, text, field] = STATUS[httpStatus] ?? [
		'server',
		`The MQ REST server responded with HTTP ${httpStatus}.`,
	];
	const said = typeof entry.message === 'string' ? entry.message : undefined;
	const isRefusal = httpStatus < 500 || httpStatus === 501 || httpStatus === 503;
	return new ServiceError(category, said ?? text, {
		httpStatus,
		effect: isRefusal ? 'none' : 'unknown',
		api: verb,
		...(typeof entry.messageId === 'string' ? { code: entry.messageId } : {}),
		hint: httpStatus === 403 ? ROLE : said ? text : undefined,
		...laterOf(response),
		...(field ? { remedy: { field } } : {}),
		attributes: { queue },
	});
}

function laterOf(response: TransportResponse): { retryAfterMs?: number } {
	const ms = retryAfterMs(headerOf(response, 'retry-after'), Date.now());
	return ms === undefined ? {} : { retryAfterMs: ms };
}

function foreign(response: TransportResponse, verb: string, queue: string): ServiceError {
	const { status: httpStatus } = response;
	const [category, text, field] = FOREIGN[httpStatus] ?? (httpStatus < 400 ? PAGE : ['server', 'The request failed']);
	return new ServiceError(category, `${text} (HTTP ${httpStatus}).`, {
		httpStatus,
		effect: mayHaveArrived(httpStatus) ? 'unknown' : 'none',
		api: verb,
		hint: GATEWAY,
		...laterOf(response),
		...(field ? { remedy: { field } } : {}),
		attributes: { queue, ...askedAddress(response) },
	});
}

const PAGE: Row = ['badAnswer', 'The response does not come from an MQ REST server', 'endpoint'];

/** The error for a response under the status of a success that lacks what mqweb sends. */
export function incomplete(what: string, response: TransportResponse, verb: string, queue: string): ServiceError {
	return new ServiceError('badAnswer', `The response of the MQ REST server ${what} (HTTP ${response.status}).`, {
		httpStatus: response.status,
		effect: 'unknown',
		api: verb,
		hint: GATEWAY,
		remedy: { field: 'endpoint' },
		attributes: { queue, ...askedAddress(response) },
	});
}

/** Reason codes that say that one message cannot be delivered, whatever the state of the rest. */
const OF_MESSAGE = [2010, 2080, 2110, 2111, 2115, 2119, 2120, 2334];

/** Whether the error is about the one message that was asked for: it is no text, or cannot be converted to one. */
export function isAboutMessage(error: unknown): error is ServiceError {
	if (!(error instanceof ServiceError)) return false;
	const isNoText = error.httpStatus === 501 && error.category === 'badAnswer';
	return isNoText || OF_MESSAGE.includes(Number(error.code));
}

/** Whether the queue manager itself has refused a call, so that the same call would be refused again. */
export function isVerdict(error: ServiceError): boolean {
	return reasonCodeOf(error) !== undefined && !error.passing;
}

/** What mqweb says about a failure; undefined where the response is not of mqweb. */
function entryOf(response: TransportResponse): Entry | undefined {
	if (!/json/.test(headerOf(response, 'content-type') ?? '')) return undefined;
	try {
		const { error } = JSON.parse(response.body) as { error?: Entry[] };
		const [entry] = error ?? [];
		const isOwn = /^MQWB\d+/.test(String(entry?.messageId)) || Number(entry?.reasonCode) > 0;
		return isOwn ? entry : undefined;
	} catch {
		return undefined;
	}
}

/** What MQ REST cannot do. */
export function unsupported(what: string): ServiceError {
	return new ServiceError('configuration', `MQ REST ${what}.`, {
		hint: "Connect with the built-in client or IBM's client instead.",
		remedy: { field: 'transport' },
		effect: 'none',
	});
}
