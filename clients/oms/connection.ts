import { ServiceError } from '../../kit/errors';
import { checkedHeaders } from '../../kit/http/extraHeaders';
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

/** Largest response that is read when the connection sets no limit. */
export const MAX_RESPONSE_BYTES = 64 * 1024 * 1024;
const EXAMPLE = 'Enter it like https://host, https://host/smcfs or https://host/smcfs/restapi.';
const CONTEXT = 'smcfs';

/**
 * The REST root of an endpoint as typed, for example 'https://host/smcfs/restapi'. Accepts trailing
 * slashes, a pasted context root or REST path and a doubled context root (captured: that one returns
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
	if (url.username || url.password) throw wrong('The endpoint URL must not contain a user name or password.');
	if (url.search || url.hash) throw wrong('The endpoint URL must not contain a query ("?…") or fragment ("#…").');
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

/**
 * The extra headers of a connection, checked. Only Standard authentication leaves Authorization free.
 * @throws ServiceError `configuration`
 */
export function extraHeaders({ headers, authentication }: Connection): Record<string, string> {
	return checkedHeaders(headers, ['x-xapi-tag', ...(authentication === 'standard' ? [] : ['authorization'])]);
}
