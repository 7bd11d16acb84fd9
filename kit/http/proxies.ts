import type { Connectors } from './vendor/undici';

/** The proxy settings of the environment, as undici wants them. */
export interface Proxies {
	httpProxy?: string;
	httpsProxy?: string;
	noProxy?: string;
}

/** Reads HTTP_PROXY, HTTPS_PROXY and NO_PROXY (lower case first); undefined where there is no proxy. */
export function proxiesOf(environment: NodeJS.ProcessEnv): Proxies | undefined {
	const pick = (name: string) => environment[name] || environment[name.toUpperCase()] || undefined;
	const httpProxy = pick('http_proxy');
	const httpsProxy = pick('https_proxy');
	if (!httpProxy && !httpsProxy) return undefined;
	return { httpProxy, httpsProxy, noProxy: pick('no_proxy') ?? '' };
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
