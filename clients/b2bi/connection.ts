import { ServiceError } from '../../kit/errors';
import type { TlsSettings } from '../../kit/http/tls/settings';

/** Login and password with every request: the only way before 6.2.2. */
interface BasicLogin {
	style: 'basic';
	userId: string;
	password: string;
}

/** OAuth2 client credentials, for installations from 6.2.2 that have `legacyApisAuthType` set to `oauth`. */
export interface OAuth2Login {
	style: 'oauth2';
	/** Endpoint of the identity service; it has a host of its own. */
	tokenUrl: string;
	clientId: string;
	clientSecret: string;
	scope?: string;
	/** Where the client proves itself: in a Basic header, or in the form. */
	clientAuthentication: 'header' | 'body';
}

/** How to reach one B2B Integrator and as whom. Times are in milliseconds, sizes in bytes. */
export interface Connection {
	/** As typed: a host, host:port, or a URL with or without /B2BAPIs. */
	baseUrl: string;
	login: BasicLogin | OAuth2Login;
	tls?: TlsSettings;
	/** Sent with every request, for gateways in front of the server. */
	headers?: Record<string, string>;
	/** IANA zone of the server, for times that it writes without one (workflow monitors). */
	timeZone: string;
	timeoutMs: number;
	maxInFlight: number;
	maxResponseBytes?: number;
}

/** Largest response that is read when the connection sets no bound of its own; a document is a third larger as Base64. */
export const MAX_RESPONSE_BYTES = 256 * 1024 * 1024;
const API = 'B2BAPIs';
/** What the address looks like, for errors about it. */
export const EXAMPLE =
	'Enter it like https://host:10075. The REST APIs listen at the base port of the installation plus 75 (HTTPS) or ' +
	'plus 74 (HTTP), in containers at 35006 or 35005.';

/**
 * The address below which the services are, for example `https://host:10075/B2BAPIs/svc`. Takes a host, host and port,
 * a pasted address of the API reference or of a service, and a path of a gateway before /B2BAPIs.
 * @throws ServiceError `configuration`
 */
export function apiRoot(baseUrl: string): string {
	const typed = baseUrl.trim();
	if (typed === '') throw wrong('The base URL is empty.');
	const url = parse(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw wrong(`The base URL starts with "${url.protocol}//"; only https:// and http:// are possible.`);
	}
	if (url.username || url.password) throw wrong('The base URL must not contain a user name or password.');
	if (url.search || url.hash) throw wrong('The base URL must not contain a query ("?…") or fragment ("#…").');
	const segments = url.pathname.split('/').filter((segment) => segment !== '');
	const api = segments.findIndex((segment) => segment.toLowerCase() === API.toLowerCase());
	const before = api === -1 ? segments : segments.slice(0, api);
	return [url.origin, ...before, API, 'svc'].join('/');
}

function parse(text: string): URL {
	try {
		return new URL(text);
	} catch {
		throw wrong('The base URL is not a valid URL.');
	}
}

function wrong(message: string): ServiceError {
	return new ServiceError('configuration', message, { hint: EXAMPLE, remedy: { field: 'endpoint' }, effect: 'none' });
}
