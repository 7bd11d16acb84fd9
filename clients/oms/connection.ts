import { ServiceError } from '../../kit/errors';
import type { Destination } from '../../kit/http/pools';
import type { TlsSettings } from '../../kit/http/tls/settings';

/** How to reach one Sterling and as whom. Times are in milliseconds, sizes in bytes. */
export interface Connection {
	/** As typed: https://host, …/smcfs, …/smcfs/restapi/, or another context root. */
	endpoint: string;
	authentication: 'standard' | 'basic' | 'jwt';
	loginId: string;
	password: string;
	tls?: TlsSettings;
	/** Sent with every request, for gateways in front of Sterling. */
	headers?: Record<string, string>;
	dataFormat: 'json' | 'xml';
	timeoutMs: number;
	maxInFlight: number;
	maxResponseBytes?: number;
}

/** Largest answer that is read when the connection sets no bound of its own. */
export const MAX_RESPONSE_BYTES = 64 * 1024 * 1024;
const EXAMPLE = 'Enter it like https://host, https://host/smcfs or https://host/smcfs/restapi.';
const CONTEXT = 'smcfs';

/**
 * The REST root of an endpoint as typed, for example 'https://host/smcfs/restapi'. Accepts trailing
 * slashes, a pasted context root or REST path and a doubled context root (captured: that one answers
 * 302). Throws `configuration`.
 */
export function restRoot(endpoint: string): string {
	if (endpoint !== latest.endpoint) latest = { endpoint, root: readRoot(endpoint) };
	return latest.root;
}

/** Where the connections of a pool lead. @throws ServiceError `configuration` as restRoot does */
export function destinationOf({ endpoint, tls, headers, maxInFlight }: Connection): Destination {
	return { origin: new URL(restRoot(endpoint)).origin, tls, headers, maxInFlight };
}

/** Each request needs it, and mostly they are all for one endpoint. */
let latest: { endpoint?: string; root: string } = { root: '' };

function readRoot(endpoint: string): string {
	const typed = endpoint.trim();
	if (typed === '') throw wrong('The endpoint URL is empty.');
	const url = parse(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw wrong(`The endpoint URL starts with "${url.protocol}//"; only https:// and http:// are possible.`);
	}
	if (url.username || url.password) throw wrong('The endpoint URL must not hold a user name or password.');
	if (url.search || url.hash) throw wrong('The endpoint URL must not hold a query ("?…") or fragment ("#…").');
	return `${url.origin}/${contextPath(url.pathname)}/restapi`;
}

function parse(text: string): URL {
	try {
		return new URL(text);
	} catch {
		throw wrong('The endpoint URL is not a valid URL.');
	}
}

function contextPath(pathname: string): string {
	const segments = pathname.split('/').filter((segment) => segment !== '');
	const rest = segments.indexOf('restapi');
	const path = rest === -1 ? segments : segments.slice(0, rest);
	const context = path.indexOf(CONTEXT);
	// Whatever follows the context root is a page of the user interface that was pasted along.
	const kept = context === -1 ? path : path.slice(0, context + 1);
	const single = kept.filter((segment, index) => segment !== kept[index - 1]);
	return single.length === 0 ? CONTEXT : single.join('/');
}

function wrong(message: string): ServiceError {
	return new ServiceError('configuration', message, { hint: EXAMPLE, remedy: { field: 'endpoint' }, effect: 'none' });
}

const RESERVED = new Set([
	'host',
	'connection',
	'content-length',
	'content-type',
	'accept',
	'accept-encoding',
	'transfer-encoding',
	'cookie',
	'keep-alive',
	'upgrade',
	'te',
	'trailer',
	'expect',
	'proxy-authorization',
	'proxy-connection',
	'x-xapi-tag',
]);

/**
 * The extra headers of a connection, checked. Authorization is possible only with Standard
 * authentication, which leaves it free. Throws `configuration`; values are never part of the message.
 */
export function extraHeaders({ headers = {}, authentication }: Connection): Record<string, string> {
	for (const [name, value] of Object.entries(headers)) {
		const lower = name.toLowerCase();
		if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name)) throw badHeader(name, 'is not a valid header name');
		if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) throw badHeader(name, 'holds characters a header cannot carry');
		if (RESERVED.has(lower)) throw badHeader(name, 'is set by the client and cannot be given');
		if (lower === 'authorization' && authentication !== 'standard') {
			throw badHeader(name, 'is taken by the authentication style');
		}
	}
	return headers;
}

function badHeader(name: string, why: string): ServiceError {
	return new ServiceError('configuration', `The extra header ${JSON.stringify(name.slice(0, 60))} ${why}.`, {
		hint: 'Correct this header or leave it out.',
		remedy: { field: 'headers' },
		effect: 'none',
	});
}
