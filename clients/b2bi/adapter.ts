import { ServiceError } from '../../kit/errors';
import { jsonIn } from '../../kit/json/parse';
import { isRecord } from '../../kit/record';
import { type Row } from './values';

/** A start of a business process through a URI of an HTTP Server adapter. */
export interface ProcessStart {
	/** The whole URL of the URI: the adapter has a port of its own. */
	url: string;
	/** Becomes the name of the message where the process adds one (`MessageName`). */
	messageName?: string;
	/** Further query parameters, which the process finds in its data. */
	query?: Readonly<Record<string, string>>;
	content: Buffer;
	contentType: string;
	/** Whether the login of the connection is sent. Only Basic is possible: the adapter knows no tokens. */
	withLogin: boolean;
	/** Statuses that are a success beside 200 to 299. */
	successCodes?: readonly number[];
}

/** The address with its parameters. @throws ServiceError `invalidInput` */
export function adapterUrl({ url, messageName, query = {} }: ProcessStart): URL {
	const address = parse(url.trim());
	if (!address || !/^https?:$/.test(address.protocol)) {
		throw new ServiceError('invalidInput', 'The adapter URI does not start with https:// or http://.', {
			effect: 'none',
			hint: 'Enter the full URL, such as https://host:5033/drop.',
		});
	}
	if (address.username || address.password) {
		throw new ServiceError('invalidInput', 'The adapter URI must not contain a user name or password.', {
			effect: 'none',
		});
	}
	for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
	if (messageName) address.searchParams.set('MessageName', messageName);
	return address;
}

function parse(url: string): URL | undefined {
	try {
		return new URL(url);
	} catch {
		return undefined;
	}
}

/** Where a response names the instance that was started. */
export type IdSource =
	| { from: 'none' }
	| { from: 'field'; path: string }
	| { from: 'header'; name: string }
	| { from: 'pattern'; pattern: string };

/**
 * The ID of the instance in a response, which is whatever the process makes of it.
 * @throws ServiceError `badAnswer` where it is not there: the process has been started all the same
 */
export function processIdIn(
	source: IdSource,
	{ text, headers }: { text: string; headers: Readonly<Record<string, string | string[] | undefined>> },
): string | undefined {
	if (source.from === 'none') return undefined;
	const found = {
		field: () => valueAt(jsonIn(text), (source as { path: string }).path),
		header: () => [headers[(source as { name: string }).name.toLowerCase()]].flat()[0],
		pattern: () => matched(text, (source as { pattern: string }).pattern),
	}[source.from]();
	if (found !== undefined && found !== '') return found;
	throw new ServiceError(
		'badAnswer',
		'The process was started, but its response does not contain the process ID at the expected place.',
		{
			effect: 'unknown',
			attributes: { response: text.slice(0, 300) },
			hint: 'Do not start it again. Look at the response, and correct Process ID From.',
		},
	);
}

function valueAt(content: unknown, path: string): string | undefined {
	const value = path
		.split('.')
		.reduce<unknown>((inner, name) => (isRecord(inner) ? (inner as Row)[name] : undefined), content);
	return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function matched(text: string, pattern: string): string | undefined {
	try {
		const match = new RegExp(pattern).exec(text);
		return match?.[1] ?? match?.[0];
	} catch {
		throw new ServiceError('invalidInput', `"${pattern}" is not a regular expression.`, { effect: 'none' });
	}
}
