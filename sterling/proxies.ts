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
