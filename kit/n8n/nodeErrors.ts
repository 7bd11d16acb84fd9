import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';

import { cut, ServiceError, type Setting } from '../errors';

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

/** Labels of a credential's fields, by the setting that an error names as its remedy. */
export type Labels = Readonly<Partial<Record<Setting, string>>>;

interface Surroundings {
	itemIndex?: number;
	/** What was done before the failure, as a sentence. */
	progress?: string;
	/** Of the node's credential. */
	labels?: Labels;
}

/** The n8n error for whatever went wrong with an item: the system's words as the message, the way out below. */
export function toNodeError(
	node: INode,
	error: unknown,
	{ itemIndex, progress = '', labels }: Surroundings = {},
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
		description: cut([...aboutOf(error, labels), progress].filter(Boolean).join(' '), MAX_DESCRIPTION),
		httpCode: error.httpStatus === undefined ? undefined : String(error.httpStatus),
		itemIndex,
	};
	const nodeError = worded(new NodeApiError(node, error.details() as JsonObject, options), message);
	if (failure) Object.assign(nodeError, { failure: { cause: failure, retryAfterMs: error.retryAfterMs } });
	return nodeError;
}

/** Where it happened and what to do; of a record that exists already, the particulars are those of a database. */
function aboutOf(error: ServiceError, labels?: Labels): string[] {
	const [where, help] = [error.particulars(), helpOf(error, labels)];
	return error.category === 'duplicate' ? [help, where] : [where, help];
}

/** n8n shows the description as one block; more than this nobody reads. */
const MAX_DESCRIPTION = 1500;
const MAX_TITLE = 600;

/** What to do about a setting, where "See …" says too little. */
const SENTENCES: Partial<Record<Setting, (label: string) => string>> = {
	maxInFlight: (label) => `Lower ${label} in the credential, or run fewer things at the same time.`,
	timeoutMs: (label) => `Raise ${label} in the credential, or request less at once.`,
	'tls.ca': (label) => `Paste the authority's certificate (PEM) into ${label} in the credential.`,
};

/** What to do, in the words of the editor: the hint of the error, and the field of the credential that helps. */
export function helpOf({ hint, remedy }: Pick<ServiceError, 'hint' | 'remedy'>, labels: Labels = {}): string {
	const label = remedy && labels[remedy.field];
	if (!label) return hint ?? '';
	const sentence = SENTENCES[remedy.field]?.(label) ?? `See ${label} in the credential.`;
	return [hint, sentence].filter(Boolean).join(' ');
}

/** The system's words and their code, once: some errors have a sentence or their own name for a code (captured). */
function withCode({ message, code }: ServiceError): string {
	return code === undefined || message.includes(code) ? message : `${message} [${code}]`;
}

/**
 * The error in our words: n8n puts a stock sentence in place of a message that holds the name of a network fault
 * anywhere, and finds ENOTFOUND in Java's NameNotFoundException.
 */
function worded<E extends Error>(error: E, message: string): E {
	error.message = message;
	return error;
}

/** The item of a failed input item under Continue On Fail. */
export function details(error: unknown, labels?: Labels): { error: string; details: Record<string, unknown> } {
	if (error instanceof ServiceError) {
		const hint = helpOf(error, labels);
		return { error: error.message, details: { ...error.details(), ...(hint ? { hint } : {}) } };
	}
	return { error: (error as Error)?.message ?? String(error), details: { category: 'invalidInput' } };
}
