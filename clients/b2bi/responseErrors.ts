import type { ErrorCategory, Remedy } from '../../kit/errors';
import { textOf } from './values';
import { lookup } from '../../kit/lookup';
import { isRecord } from '../../kit/record';

/** The error body of the services: `{"errorCode":400,"errorDescription":"API000175: …"}`, or its XML form. */
export interface ErrorBody {
	/** The stable identifier in the text, `API000175`. */
	code?: string;
	description: string;
}

/** The error in a response's content, or undefined where it is none. */
export function errorBodyOf(content: unknown): ErrorBody | undefined {
	if (!isRecord(content)) return undefined;
	const description = textOf(content, 'errorDescription') || textOf(content, 'errorMessage');
	if (description === '' && textOf(content, 'errorCode') === '') return undefined;
	return errorOf(description);
}

/** An error by its words, with the identifier in them. */
export const errorOf = (description: string): ErrorBody => ({
	code: /\bAPI0\d{5}\b/.exec(description)?.[0],
	description,
});

const API_USER =
	'The account needs the permission "API User" (group or permission APIUser) in B2B Integrator, and rights on the ' +
	'mailbox, partner or channel itself.';

const NOT_FOUND = 'Check the name or key, including capital letters, and whether the account may use it.';

/** What is known of message identifiers; they were all seen in 6.1.0.4. */
const HINTS: Readonly<Record<string, string>> = {
	API000175:
		'Names must not contain any of ! @ # % ^ * ( ) + ? , < > { } [ ] | ; " \' / \\ . and are refused otherwise. ' +
		'Turn on Clean Names, or change the name.',
};

interface Reading {
	category: ErrorCategory;
	hint?: string;
	remedy?: Remedy;
}

/** What a refusal means, by its words: the services use status 400 for nearly all of them. */
const WORDS: ReadonlyArray<[RegExp, ErrorCategory, string?]> = [
	[
		/UnrecoverableKeyException|system passphrase is incorrect/i,
		'server',
		'The administrator has to set security.passphrase in customer_overrides.properties and restart B2B Integrator.',
	],
	[/NullPointerException|java\.lang\./, 'server', 'The server failed. Its log shows the cause.'],
	[/already exists|duplicate/i, 'duplicate'],
	[/permission|not authori[sz]ed|unauthori[sz]ed|not allowed to/i, 'permission', API_USER],
	[/not (be )?found|does not exist|no such|cannot find|could not find/i, 'notFound', NOT_FOUND],
	[/\bin use\b|is used by|referenced by/i, 'inUse', 'Delete what uses it first, such as its routing channels.'],
];

const SILENT = 'Check the input, the format (JSON or XML), and any gateway on the way to the server.';

/** Category and way out of an error, by status, identifier and words. */
export function explain(status: number, { code, description }: ErrorBody, service: string): Reading {
	const hint = code === undefined ? undefined : lookup(HINTS, code);
	const [, category, advice] = WORDS.find(([words]) => words.test(description)) ?? [];
	if (category === 'server' && status < 500) return { category, hint: advice };
	switch (status) {
		case 401:
			return { category: 'authentication', hint: `Check the login. ${API_USER}`, remedy: { field: 'authentication' } };
		case 403:
			return { category: 'permission', hint: API_USER };
		case 404:
			return { category: 'notFound', hint: hint ?? NOT_FOUND };
		case 405:
			return { category: 'invalidInput', hint: `The service ${service} does not support this method in this version.` };
		case 406:
		case 415:
			return {
				category: 'invalidInput',
				hint: `The service ${service} may support only the other format: choose XML instead of JSON, or JSON instead of XML.`,
			};
		case 409:
			return { category: 'conflict', hint };
		case 413:
			return { category: 'invalidInput', hint: 'The document is larger than the server or a gateway allows.' };
		case 429:
			return { category: 'throttled', hint: 'A gateway limits the request rate.', remedy: { field: 'maxInFlight' } };
		default:
			if (status >= 500) return { category: 'server', hint: advice ?? 'Try again. The server log shows the cause.' };
			return {
				category: category ?? 'invalidInput',
				hint: hint ?? advice ?? (description === '' ? SILENT : undefined),
			};
	}
}

/** What to do about a status that a business process may have chosen itself. */
export const ITSELF =
	'If the process itself responds with this status and it means success, add it to the success codes.';

/** The same for a business process: its words are those of its author, and its permissions are not those of the REST APIs. */
export function explainProcess(status: number, said: ErrorBody, service: string): Reading {
	if (status === 401) {
		return { category: 'authentication', hint: `Check the login. ${ITSELF}`, remedy: { field: 'authentication' } };
	}
	if (status === 403) return { category: 'permission', hint: ITSELF };
	if (status === 409) return { category: 'conflict', hint: ITSELF };
	const isOnTheWay = status === 413 || status === 429 || status >= 500;
	return isOnTheWay ? explain(status, said, service) : { category: 'invalidInput', hint: ITSELF };
}

/** The words of the server for an item or a message, with a sentence where it says nothing. */
export function messageOf(status: number, { description }: ErrorBody): string {
	if (description !== '') return description;
	if (status === 401) return 'B2B Integrator refused the login (HTTP 401).';
	if (status === 403) return 'B2B Integrator refused access (HTTP 403).';
	return `B2B Integrator refused the request without saying why (HTTP ${status}).`;
}

/**
 * Whether a refused list only says that it is empty: status 400 or 404 with the error body in place of `[]` [captured].
 * Words that speak of something else are an error all the same, because a list must never be empty by mistake.
 */
export function meansEmpty(status: number, body: ErrorBody | undefined): boolean {
	if (!body || (status !== 400 && status !== 404)) return false;
	const isOther =
		/permission|authori[sz]|invalid|required|missing|exception|not (?:allowed|supported)|syntax|format|illegal|range|passphrase|service/i;
	return !isOther.test(body.description);
}
