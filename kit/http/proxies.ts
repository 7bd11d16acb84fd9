import type { Url } from 'node:url';

import { ServiceError } from '../errors';
import { getProxyForUrl } from './vendor/proxyFromEnv';
import type { Connectors } from './vendor/undici';

/**
 * The proxy for an origin (scheme, host and port) by the environment, or undefined for none. By proxy-from-env, whose
 * rules n8n and axios follow: `HTTPS_PROXY` for https, `HTTP_PROXY` for http, else `ALL_PROXY`; `NO_PROXY` exempts; names
 * in lower case count first.
 * @throws ServiceError `configuration` for a proxy that is no HTTP proxy, so that nothing goes out past it
 */
export function proxyFor(origin: string): URL | undefined {
	const { protocol, host, port } = new URL(origin);
	// Not the text: the library would read it with url.parse, of which Node.js 24 warns.
	const proxy = getProxyForUrl({ protocol, host, port } as Url);
	if (!proxy) return undefined;
	const url = URL.canParse(proxy) ? new URL(proxy) : undefined;
	if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
	// Never the text itself: it may hold a password.
	const kind = url ? `is of the kind "${url.protocol.slice(0, 20)}"` : 'has no valid URL';
	throw new ServiceError('configuration', `The proxy in the environment variables ${kind}.`, {
		hint: 'HTTPS_PROXY, HTTP_PROXY and ALL_PROXY must be the URL of an HTTP proxy, such as http://proxy.example.com:3128',
		effect: 'none',
	});
}

/** The authorization for a proxy whose URL names a user. */
export function proxyToken({ username, password }: URL): string | undefined {
	if (!username && !password) return undefined;
	return `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')}`;
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

/**
 * A connector through a proxy, whose failures say so by a code that starts with `PROXY_`. undici would open a connection
 * again and again, without a pause, while the proxy closes each one (UND_ERR_SOCKET).
 */
export function throughProxy(connector: Connectors.connector): Connectors.connector {
	return (options, callback) =>
		connector(options, (error, socket) => (error ? callback(placed(error), null) : callback(null, socket)));
}

/** What TLS says is of the server behind the proxy. */
function placed(error: Error & { code?: string }): Error {
	if (!/^(E[A-Z]+|UND_ERR_[A-Z_]+)$/.test(error.code ?? '') || error.code === 'EPROTO') return error;
	return Object.assign(new Error(error.message, { cause: error }), { code: `PROXY_${error.code}` });
}
