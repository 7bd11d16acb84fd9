import { ServiceError } from '../../kit/errors';
import type { Connection } from './connection';

const RESERVED = new Set([
	'accept',
	'accept-encoding',
	'authorization',
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
]);

/** The extra headers of a connection, checked. Values are never part of a message. @throws ServiceError `configuration` */
export function extraHeaders({ headers = {} }: Pick<Connection, 'headers'>): Record<string, string> {
	for (const [name, value] of Object.entries(headers)) {
		if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name)) throw wrong(name, 'is not a valid header name');
		if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) throw wrong(name, 'has characters that a header cannot carry');
		if (RESERVED.has(name.toLowerCase())) throw wrong(name, 'is set by the client and cannot be given');
	}
	return headers;
}

function wrong(name: string, why: string): ServiceError {
	return new ServiceError('configuration', `The extra header ${JSON.stringify(name.slice(0, 60))} ${why}.`, {
		hint: 'Correct this header or leave it out.',
		remedy: { field: 'headers' },
		effect: 'none',
	});
}
