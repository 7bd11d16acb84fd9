import type { TLSSocket } from 'node:tls';

import type { IHttpRequestOptions } from 'n8n-workflow';

import { connect } from '../../../nodes/IbmSterlingOms/connect';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { SterlingClient, type Call, type Connection } from '../../../clients/oms';
import { closeAllPools } from '../../../kit/http/pools';
import { credentialFor } from '../../support/workflow';
import { issue, type Issued } from '../kit/http/pki';
import { tinyServer, type TinyServer } from '../kit/http/tinyServer';

const read: Call = { api: 'getOrderList', root: 'Order', kind: 'read', input: { MaximumRecords: '1' } };

afterEach(closeAllPools);

describe('two credentials of one server', () => {
	const root = issue({ name: 'Isolation Root', isCa: true });
	const own = issue({ name: 'server', issuer: root });
	const clients = ['one', 'two'].map((name) => issue({ name, issuer: root }));
	const seen: Array<{ subject: string; path: string; cookie?: string }> = [];
	let server: TinyServer;

	beforeAll(async () => {
		const tls = { cert: own.cert, key: own.key, ca: root.cert, requestCert: true, rejectUnauthorized: true };
		server = await tinyServer((request, response) => {
			const { CN } = (request.socket as TLSSocket).getPeerCertificate().subject;
			seen.push({ subject: String(CN), path: request.url ?? '', cookie: request.headers.cookie });
			response.setHeader('Set-Cookie', `pod=${CN}`);
			const isLogin = request.url?.includes('/login');
			response.end(isLogin ? JSON.stringify({ UserToken: `token-of-${CN}` }) : '{"Order":[]}');
		}, tls);
	});
	beforeEach(() => seen.splice(0));
	afterAll(async () => await server.close());

	const connectionWith = ({ cert, key }: Issued): Connection => ({
		endpoint: server.origin,
		authentication: 'standard',
		loginId: 'integration',
		password: 'Integration-1',
		tls: { certificate: cert, key, ca: root.cert },
		dataFormat: 'json',
		timeoutMs: 10_000,
		maxInFlight: 2,
	});

	it('share no connection, no token and no cookie, though only their certificates differ', async () => {
		const [one, two] = clients.map((identity) => new SterlingClient(connectionWith(identity)));
		await Promise.all(Array.from({ length: 10 }, async (_, i) => await (i % 2 ? one : two).send(read)));
		expect(seen.filter(({ path }) => path.includes('/login'))).toHaveLength(2);
		for (const { subject, path, cookie } of seen.filter((request) => !request.path.includes('/login'))) {
			expect(new URL(path, server.origin).searchParams.get('_token')).toBe(`token-of-${subject}`);
			expect(cookie).toBe(`pod=${subject}`);
		}
		expect(new Set(seen.map(({ subject }) => subject))).toEqual(new Set(['one', 'two']));
	});

	it.each<[string, Partial<Connection>]>([
		['login IDs', { loginId: 'admin' }],
		['passwords', { password: 'Other-1' }],
		['headers', { headers: { 'X-Gateway': 'b' } }],
		['ways to authenticate', { authentication: 'jwt' }],
	])('share no token where their %s differ', async (_what, change) => {
		const connection = connectionWith(clients[0]);
		await new SterlingClient(connection).send(read);
		await new SterlingClient({ ...connection, ...change }).send(read).catch(() => undefined);
		expect(seen.filter(({ path }) => path.includes('/login'))).toHaveLength(2);
	});
});

describe('a credential of the sandbox', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ mutualTls: true });
	});
	beforeEach(() => sandbox.log.clear());
	afterAll(async () => await sandbox.close());

	const context = (credential: object, httpRequest: (options: IHttpRequestOptions) => Promise<unknown>) => ({
		getCredentials: async () => credential as never,
		helpers: { httpRequest },
	});
	const unused = async () => await Promise.reject(new Error('The helper of n8n is not to be used here'));

	it('counts with its new password at once, also when the old one is still logged in', async () => {
		const user = sandbox.users.find(({ loginId }) => loginId === 'integration')!;
		const old = user.password;
		const before = await connect(context(credentialFor(sandbox), unused));
		await before.client.send(read);
		try {
			user.password = 'Changed-2';
			const after = await connect(context(credentialFor(sandbox, { password: 'Changed-2' }), unused));
			await after.client.send(read);
			expect(sandbox.log.counters.logins).toBe(2);
			const wrong = await connect(context(credentialFor(sandbox, { password: 'Wrong-3' }), unused));
			await expect(wrong.client.send(read)).rejects.toMatchObject({ category: 'authentication' });
		} finally {
			user.password = old;
		}
	});

	describe('with the SSRF protection of n8n', () => {
		const setting = process.env.N8N_SSRF_PROTECTION_ENABLED;
		beforeEach(() => {
			process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
		});
		afterEach(() => {
			if (setting === undefined) delete process.env.N8N_SSRF_PROTECTION_ENABLED;
			else process.env.N8N_SSRF_PROTECTION_ENABLED = setting;
		});

		it('goes through the helper of n8n and nowhere else, with certificate, without redirects', async () => {
			const asked: IHttpRequestOptions[] = [];
			const { client } = await connect(
				context(credentialFor(sandbox), async (options) => {
					asked.push(options);
					const body = options.url.includes('/login') ? { UserToken: 'abc' } : { Order: [] };
					return { statusCode: 200, headers: {}, body: JSON.stringify(body) };
				}),
			);
			await client.send(read);
			expect(sandbox.log.counters).toMatchObject({ requests: 0, connections: 0 });
			expect(asked.map(({ url }) => new URL(url).pathname)).toEqual([
				'/smcfs/restapi/invoke/login',
				'/smcfs/restapi/invoke/getOrderList',
			]);
			for (const options of asked) {
				expect(options).toMatchObject({ disableFollowRedirect: true, ignoreHttpStatusErrors: true });
				const { cert, key, ca } = options.agentOptions as Record<string, string>;
				expect([cert, key, ca].every((pem) => pem.includes('-----BEGIN'))).toBe(true);
			}
		});

		it('is refused in plain words where the policy forbids the host', async () => {
			const blocked = Object.assign(new Error('The request was blocked'), { name: 'SsrfBlockedIpError' });
			const forbidden = async () => await Promise.reject(blocked);
			const { client } = await connect(context(credentialFor(sandbox), forbidden), { attempts: 1 });
			await expect(client.send(read)).rejects.toMatchObject({
				category: 'configuration',
				message: 'The request was blocked',
			});
			expect(sandbox.log.counters.connections).toBe(0);
		});
	});
});
