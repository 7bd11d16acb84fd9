import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';

import { cut, ServiceError } from '../errors';

/** n8n's poll back-off reads the cause as plain data, so it may be set on versions that do not know it (2.37 and up do). */
const FAILURES: Partial<Record<ServiceError['category'], string>> = {
	authentication: 'credential-invalid',
	configuration: 'configuration-invalid',
	connection: 'temporarily-unavailable',
	permission: 'configuration-invalid',
	server: 'temporarily-unavailable',
	throttled: 'rate-limited',
	timeout: 'temporarily-unavailable',
	tls: 'configuration-invalid',
};

/** The n8n error for whatever went wrong with an item: Sterling's words as the message, the way out below. */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
	progress = '',
): NodeApiError | NodeOperationError {
	if (!(error instanceof ServiceError)) {
		const message = (error as Error)?.message ?? String(error);
		const userError = new NodeOperationError(node, message, { itemIndex, description: progress || undefined });
		return worded(userError, message);
	}
	const failure = FAILURES[error.category];
	const message = cut(withCode(error), MAX_TITLE);
	const options = {
		message,
		description: cut([error.particulars(), helpOf(error), progress].filter(Boolean).join(' '), MAX_DESCRIPTION),
		httpCode: error.httpStatus === undefined ? undefined : String(error.httpStatus),
		itemIndex,
	};
	const nodeError = worded(new NodeApiError(node, error.details() as JsonObject, options), message);
	if (failure) Object.assign(nodeError, { failure: { cause: failure, retryAfterMs: error.retryAfterMs } });
	return nodeError;
}

/** n8n shows the description as one block; more than this nobody reads. */
const MAX_DESCRIPTION = 1500;
const MAX_TITLE = 600;

/** Settings of a connection by their labels, which all credentials share. */
const REMEDIES: Record<string, string> = {
	authentication: 'See Authentication Style in the credential.',
	endpoint: 'See Endpoint URL in the credential.',
	headers: 'See Extra Headers in the credential.',
	maxInFlight: 'Lower Requests in Flight in the credential, or run less at the same time.',
	timeoutMs: 'Raise Timeout (Seconds) in the credential, or ask for less at once.',
	'tls.ca': "Paste that authority's certificate (PEM) into CA Certificate in the credential.",
	'tls.certificate': 'See Client Certificate in the credential.',
};

/** What to do, in the words of the editor: the hint of the error, and the setting that helps. */
export function helpOf({ hint, remedy }: Pick<ServiceError, 'hint' | 'remedy'>): string {
	return [hint, remedy && REMEDIES[remedy.field]].filter(Boolean).join(' ');
}

/** Sterling's words and their code, once: some errors have a sentence or their own name for a code (captured). */
function withCode({ message, code }: ServiceError): string {
	return code === undefined || message.includes(code) ? message : `${message} [${code}]`;
}

/**
 * The error in our words: n8n puts a stock sentence in place of a message that holds the name of a network fault
 * anywhere, and finds ENOTFOUND in Sterling's NameNotFoundException.
 */
function worded<E extends Error>(error: E, message: string): E {
	error.message = message;
	return error;
}

/** The item of a failed input item under Continue On Fail. */
export function details(error: unknown): { error: string; details: Record<string, unknown> } {
	if (error instanceof ServiceError) return { error: error.message, details: error.details() };
	return { error: (error as Error)?.message ?? String(error), details: { category: 'invalidInput' } };
}
