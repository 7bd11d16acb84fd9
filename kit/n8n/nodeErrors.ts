import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';

import { ServiceError } from '../errors';

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
	const message = withCode(error);
	const options = {
		message,
		description: [error.hint, progress].filter(Boolean).join(' '),
		httpCode: error.httpStatus === undefined ? undefined : String(error.httpStatus),
		itemIndex,
	};
	const nodeError = worded(new NodeApiError(node, error.details() as JsonObject, options), message);
	if (failure) Object.assign(nodeError, { failure: { cause: failure, retryAfterMs: error.retryAfterMs } });
	return nodeError;
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
