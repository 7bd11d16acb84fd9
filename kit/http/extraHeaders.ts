import { ServiceError } from '../errors';

/** Headers that a client sets itself, in lower case. */
const RESERVED: readonly string[] = [
	'accept',
	'accept-encoding',
	'connection',
	'content-length',
	'content-type',
	'cookie',
	'expect',
	'host',
	'keep-alive',
	'proxy-authorization',
	'proxy-connection',
	'te',
	'trailer',
	'transfer-encoding',
	'upgrade',
];

/**
 * The extra headers of a connection, checked. `own` names further headers that this client sets, in lower case. Values
 * are never part of a message.
 * @throws ServiceError `configuration` for a name or value that is invalid, and for a header that the client sets
 */
export function checkedHeaders(
	headers: Readonly<Record<string, string>> = {},
	own: readonly string[] = ['authorization'],
): Record<string, string> {
	for (const [name, value] of Object.entries(headers)) {
		const lower = name.toLowerCase();
		if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name)) throw wrong(name, 'is not a valid header name');
		if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) throw wrong(name, 'has characters that a header cannot contain');
		if (RESERVED.includes(lower) || own.includes(lower)) throw wrong(name, 'is set by the client');
	}
	return { ...headers };
}

function wrong(name: string, why: string): ServiceError {
	return new ServiceError('configuration', `The extra header ${JSON.stringify(name.slice(0, 60))} ${why}.`, {
		hint: 'Correct or remove this header.',
		remedy: { field: 'headers' },
		effect: 'none',
	});
}
