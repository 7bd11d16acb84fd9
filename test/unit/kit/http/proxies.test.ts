import { getProxyForUrl } from 'proxy-from-env';

import { proxyFor, proxyToken } from '../../../../kit/http/proxies';

const before = { ...process.env };
afterEach(() => {
	process.env = { ...before };
});

const HTTPS = 'https://oms.example.com:8443';
const HTTP = 'http://oms.example.com';
const P = 'http://proxy.example.com:3128';
const Q = 'http://other.example.com:3128';

test.each<[string, Record<string, string>, string, string | undefined]>([
	['nothing', {}, HTTPS, undefined],
	['HTTPS_PROXY for https', { HTTPS_PROXY: P }, HTTPS, P],
	['HTTPS_PROXY not for http', { HTTPS_PROXY: P }, HTTP, undefined],
	['HTTP_PROXY for http', { HTTP_PROXY: P }, HTTP, P],
	['HTTP_PROXY not for https', { HTTP_PROXY: P }, HTTPS, undefined],
	['ALL_PROXY for https', { ALL_PROXY: P }, HTTPS, P],
	['ALL_PROXY for http', { all_proxy: P }, HTTP, P],
	['the special one before ALL_PROXY', { ALL_PROXY: P, HTTPS_PROXY: Q }, HTTPS, Q],
	['lower case first', { HTTPS_PROXY: P, https_proxy: Q }, HTTPS, Q],
	['an empty variable', { HTTPS_PROXY: '' }, HTTPS, undefined],
	['no scheme', { HTTP_PROXY: 'proxy.example.com:3128' }, HTTP, P],
	['NO_PROXY by name', { ALL_PROXY: P, NO_PROXY: 'a.com, oms.example.com' }, HTTPS, undefined],
	['NO_PROXY by another port', { ALL_PROXY: P, NO_PROXY: 'oms.example.com:443' }, HTTPS, P],
	['NO_PROXY by port', { ALL_PROXY: P, NO_PROXY: 'oms.example.com:8443' }, HTTPS, undefined],
	['NO_PROXY by domain', { ALL_PROXY: P, no_proxy: '.example.com' }, HTTPS, undefined],
	['NO_PROXY by pattern', { ALL_PROXY: P, no_proxy: '*.example.com' }, HTTPS, undefined],
	['NO_PROXY by the end of a name alone', { ALL_PROXY: P, no_proxy: 'example.com' }, HTTPS, P],
	['NO_PROXY for all', { ALL_PROXY: P, NO_PROXY: '*' }, HTTPS, undefined],
	['NO_PROXY by address', { ALL_PROXY: P, NO_PROXY: '127.0.0.1' }, 'https://127.0.0.1:8443', undefined],
	['NO_PROXY by address of IPv6', { ALL_PROXY: P, NO_PROXY: '[::1]' }, 'https://[::1]:8443', undefined],
])('%s', (_what, variables, origin, expected) => {
	for (const name of Object.keys(process.env)) if (/proxy/i.test(name)) Reflect.deleteProperty(process.env, name);
	Object.assign(process.env, variables);
	expect(proxyFor(origin)?.origin).toBe(expected);
	// The library that n8n asks says the same.
	expect(getProxyForUrl(origin)).toBe(expected ?? '');
});

test.each(['socks5://user:S3cret@proxy:1080', 'socks://proxy', 'ftp://proxy', 'http://', 'https://[', 'file:///etc/x'])(
	'%s is refused, not passed by, and not shown',
	(proxy) => {
		process.env.ALL_PROXY = proxy;
		expect(() => proxyFor(HTTPS)).toThrow(expect.objectContaining({ category: 'configuration', effect: 'none' }));
		expect(() => proxyFor(HTTPS)).not.toThrow(/S3cret/);
	},
);

test.each([
	['http://proxy', undefined],
	['http://user:pa%20ss@proxy', 'user:pa ss'],
	['http://user@proxy', 'user:'],
	['http://user:50%@proxy', 'user:50%'],
])('the authorization of %s', (proxy, expected) => {
	const token = proxyToken(new URL(proxy));
	expect(token && Buffer.from(token.replace('Basic ', ''), 'base64').toString()).toBe(expected);
});
