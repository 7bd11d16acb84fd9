import { ServiceError, type ErrorCategory, type Setting } from '../../../kit/errors';
import { headerOf, type TransportResponse } from '../../../kit/http/transport';
import { mqError } from '../errors';

interface Entry {
	messageId?: unknown;
	message?: unknown;
	explanation?: unknown;
	action?: unknown;
	reasonCode?: unknown;
}

const STATUS: Record<number, [ErrorCategory, string, Setting?]> = {
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

/**
 * The error for a response of mqweb that is not a success: by MQ's reason code where it has one, else in the server's own
 * words. @see IBM MQ documentation, "REST API error handling"
 */
export function restError(response: TransportResponse, verb: string, queue: string): ServiceError {
	const { status } = response;
	const entry = entryOf(response);
	const isDone = verb === 'MQPUT' || verb === 'MQGET' ? status >= 500 && status !== 501 && status !== 503 : false;
	const code = Number(entry?.reasonCode);
	const facts = { httpStatus: status, effect: isDone && !(code > 0) ? ('unknown' as const) : ('none' as const) };
	if (code > 0) return mqError(code, { verb, queue, ...facts });
	const [category, text, field] = STATUS[status] ?? ['server', `The MQ REST server responded with HTTP ${status}.`];
	const said = typeof entry?.message === 'string' ? entry.message : undefined;
	return new ServiceError(category, said ?? text, {
		...facts,
		api: verb,
		...(typeof entry?.messageId === 'string' ? { code: entry.messageId } : {}),
		hint: status === 403 ? ROLE : said ? text : undefined,
		...(field ? { remedy: { field } } : {}),
		attributes: { queue },
	});
}

/** Reason codes that say that one message cannot be delivered, whatever the state of the rest. */
const OF_MESSAGE = [2010, 2080, 2110, 2111, 2115, 2119, 2120, 2334];

/** Whether the error is about the one message that was asked for: it is no text, or cannot be converted to one. */
export function isAboutMessage(error: unknown): error is ServiceError {
	if (!(error instanceof ServiceError)) return false;
	return error.httpStatus === 501 || OF_MESSAGE.includes(Number(error.code));
}

function entryOf(response: TransportResponse): Entry | undefined {
	if (!/json/.test(headerOf(response, 'content-type') ?? '')) return undefined;
	try {
		const { error } = JSON.parse(response.body) as { error?: unknown };
		return Array.isArray(error) ? (error[0] as Entry) : undefined;
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
