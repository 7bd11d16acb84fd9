import type { Call } from '../../../../clients/oms';
import { client, connection, fakeTransport, NOT_AUTHENTICATED, tokenOf } from './fakeSterling';
import { SterlingClient } from '../../../../clients/oms';
import type { TransportResponse } from '../../../../kit/http/transport';

const read: Call = { api: 'getOrderList', root: 'Order', input: {}, kind: 'read' };
const MINUTE = 60_000;

describe('Standard', () => {
	it('logs in once for many calls at once and sends token, user and cookie', async () => {
		const fake = fakeTransport(() => ({ body: '{"Order":[]}' }));
		const sterling = client(fake.transport);
		await Promise.all(Array.from({ length: 40 }, async () => await sterling.send(read)));
		expect(fake.logins()).toBe(1);
		const last = fake.seen.at(-1)!;
		expect(tokenOf(last)).toBe('token-1-opaque');
		expect(new URL(last.url).searchParams.get('_loginid')).toBe('aurora_api');
		expect(last.headers.Cookie).toBe('POD=1');
	});

	it('shares the login among clients of one connection, not among different passwords', async () => {
		const fake = fakeTransport(() => ({ body: '{"Order":[]}' }));
		const one = connection();
		for (const each of [one, { ...one }, { ...one, password: 'another' }]) {
			await new SterlingClient(each, { transport: fake.transport }).send(read);
		}
		expect(fake.logins()).toBe(2);
	});

	it.each([65, 500])('logs in once for each of %i credentials that are used in turn', async (count) => {
		const fake = fakeTransport(() => ({ body: '{"Order":[]}' }));
		const one = connection();
		for (let turn = 0; turn < 3 * count; turn++) {
			const loginId = `user_${turn % count}`;
			await new SterlingClient({ ...one, loginId }, { transport: fake.transport }).send(read);
		}
		expect(fake.logins()).toBe(count);
	});

	it('renews an expired token once, however many calls fail with it', async () => {
		let valid = 'token-1-opaque';
		const fake = fakeTransport((request) =>
			tokenOf(request) === valid ? { body: '{"Order":[]}' } : NOT_AUTHENTICATED,
		);
		const sterling = client(fake.transport);
		await sterling.send(read);
		valid = 'token-2-opaque';
		await Promise.all(Array.from({ length: 100 }, async () => await sterling.send(read)));
		expect(fake.logins()).toBe(2);
	});

	it('renews once per call, then reports the refusal', async () => {
		const fake = fakeTransport(() => NOT_AUTHENTICATED);
		await expect(client(fake.transport).send(read)).rejects.toMatchObject({
			category: 'authentication',
			code: 'YCP0427',
		});
		expect(fake.paths()).toEqual(['invoke/login', 'invoke/getOrderList', 'invoke/login', 'invoke/getOrderList']);
	});

	it('renews on 401, not on a business error', async () => {
		const answers = [
			{ status: 401 },
			{ body: '{"Order":[]}' },
			{ status: 400, body: '{"errors":[{"ErrorCode":"YFS10003"}]}' },
		];
		const fake = fakeTransport(() => answers.shift()!);
		const sterling = client(fake.transport);
		await sterling.send(read);
		await expect(sterling.send(read)).rejects.toMatchObject({ code: 'YFS10003' });
		expect(fake.logins()).toBe(2);
	});

	it('renews before the idle time-out, counted from the last use', async () => {
		let now = 0;
		const fake = fakeTransport(() => ({ body: '{"Order":[]}' }));
		const sterling = client(fake.transport, {}, { now: () => now });
		for (const minute of [0, 20, 40, 60]) {
			now = minute * MINUTE;
			await sterling.send(read);
		}
		expect(fake.logins()).toBe(1);
		now += 26 * MINUTE;
		await sterling.send(read);
		expect(fake.logins()).toBe(2);
	});

	it('does not try a refused password again at once, but does so later', async () => {
		let now = 0;
		let logins = 0;
		const transport = async () => {
			logins++;
			return {
				status: 400,
				headers: {},
				body: '{"errors":[{"ErrorCode":"YCP0047","ErrorDescription":"Login failed"}]}',
			};
		};
		const sterling = client(transport, {}, { now: () => now });
		for (let item = 0; item < 20; item++)
			await expect(sterling.send(read)).rejects.toMatchObject({ category: 'authentication' });
		expect(logins).toBe(1);
		now += MINUTE;
		await expect(sterling.send(read)).rejects.toMatchObject({ message: 'Login failed' });
		expect(logins).toBe(2);
	});

	it('explains an answer without a token', async () => {
		const transport = async () => ({ status: 200, headers: {}, body: '{"UserName":"x"}' });
		const failure = await client(transport)
			.send(read)
			.catch((error: unknown) => error);
		expect(failure).toMatchObject({
			category: 'configuration',
			hint: expect.stringContaining('STANDARD'),
		});
	});

	it('logs in with XML where the connection says so', async () => {
		const bodies: string[] = [];
		const sterling = client(
			async (request) => {
				bodies.push(String(request.body ?? ''));
				const isLogin = request.url.includes('/login');
				return { status: 200, headers: {}, body: isLogin ? '\uFEFF<Login UserToken="abc-token"/>' : '<OrderList/>' };
			},
			{ dataFormat: 'xml' },
		);
		await sterling.send(read);
		expect(bodies).toEqual(['<Login LoginID="aurora_api" Password="S3cret&amp;Pass word"/>', '<Order/>']);
	});

	it('lets one cancelled call go without harming the login of the others', async () => {
		let answer: () => void = () => undefined;
		const waiting = new Promise<void>((resolve) => (answer = resolve));
		const transport = async (request: { url: string }) => {
			if (!request.url.includes('/login')) return { status: 200, headers: {}, body: '{"Order":[]}' };
			await waiting;
			return { status: 200, headers: {}, body: '{"UserToken":"abc-token"}' };
		};
		const sterling = client(transport);
		const controller = new AbortController();
		const cancelled = sterling.send(read, { signal: controller.signal });
		const kept = sterling.send(read);
		controller.abort();
		await expect(cancelled).rejects.toMatchObject({ category: 'cancelled' });
		answer();
		await expect(kept).resolves.toMatchObject({ empty: false });
	});
});

describe('Basic', () => {
	it('sends the credentials with every request, never logs in, and does not repeat a 401', async () => {
		const fake = fakeTransport(() => ({ status: 401 }));
		await expect(client(fake.transport, { authentication: 'basic' }).send(read)).rejects.toMatchObject({
			category: 'authentication',
		});
		expect(fake.paths()).toEqual(['invoke/getOrderList']);
		const value = Buffer.from('aurora_api:S3cret&Pass word').toString('base64');
		expect(fake.seen[0].headers.Authorization).toBe(`Basic ${value}`);
		expect(fake.seen[0].url).not.toContain('_loginid');
	});

	it.each([
		['a server', 'POD=1', 'Order 1'],
		['a language', 'LANG=en_US', 'locale en_US'],
		['a session', 'JSESSIONID=0a1b2c3d4e', undefined],
	])('strikes cookies out of messages, but not what names %s', async (_what, cookie, words) => {
		const [, value] = cookie.split('=');
		const body = JSON.stringify({ errors: [{ ErrorCode: 'X1', ErrorDescription: words ?? `It has ${value}` }] });
		const fake = fakeTransport(() => ({ status: 400, headers: { 'set-cookie': [`${cookie}; Path=/`] }, body }));
		await expect(client(fake.transport).send(read)).rejects.toThrow(words ?? 'It has ***');
	});

	it('returns the cookies of the server, so that it need not begin a session for each request', async () => {
		let count = 0;
		const fake = fakeTransport(() => ({
			headers: { 'set-cookie': [`JSESSIONID=session-${++count}; Path=/; HttpOnly`] },
			body: '{"Order":[]}',
		}));
		const sterling = client(fake.transport, { authentication: 'basic' });
		for (let call = 0; call < 3; call++) await sterling.send(read);
		expect(fake.seen.map(({ headers }) => headers.Cookie)).toEqual([
			undefined,
			'JSESSIONID=session-1',
			'JSESSIONID=session-2',
		]);
	});
});

/** What gateways and application servers send in place of a response when a session has expired. */
const SIGN_IN: Array<[string, Partial<TransportResponse>]> = [
	['a redirect to a sign-in page', { status: 302, headers: { location: 'https://sso.example.com/login?back=x' } }],
	['a redirect on the same host', { status: 303, headers: { location: '/smcfs/console/login.jsp' } }],
	['a redirect for a second factor', { status: 307, headers: { location: 'https://id.example.com/adfs/ls/?mfa=1' } }],
	['a page with a password field', { body: '<!DOCTYPE html><form><input name=p type="password"></form>' }],
	['HTTP 401', { status: 401 }],
];

describe.each(['standard', 'basic', 'jwt'] as const)('an expired session with %s', (authentication) => {
	const COOKIE = 'JSESSIONID=session-of-the-server';
	const bearer = `eyJhbGciOiJub25lIn0.${Buffer.from('{}').toString('base64url')}.c2ln`;

	/** A server whose session ends after the first call; `sent` are the calls of this API. */
	const server = (signIn: Partial<TransportResponse>, isForGood = false) => {
		let calls = 0;
		const expired = new Set<string>();
		const fake = fakeTransport(({ url, headers }, path) => {
			if (path.startsWith('jwt')) return { body: bearer };
			const proof = [new URL(url).search, headers.Cookie ?? ''].join();
			if (++calls === 2) expired.add(proof);
			const headersOfSession = { 'set-cookie': [`${COOKIE}; Path=/`] };
			if (calls > 1 && (isForGood || expired.has(proof))) return signIn;
			return { headers: headersOfSession, body: '{"Order":[],"LastRecordSet":"Y"}' };
		});
		return { fake, sterling: client(fake.transport, { authentication }) };
	};

	it.each(SIGN_IN)('is renewed once for a read: %s', async (_what, signIn) => {
		const { fake, sterling } = server(signIn);
		await sterling.send(read);
		await sterling.send(read);
		expect(fake.paths().filter((path) => path === 'invoke/getOrderList')).toHaveLength(3);
		expect(fake.logins()).toBe(authentication === 'basic' ? 0 : 2);
	});

	it.each(SIGN_IN)('that cannot be renewed is an error: %s', async (_what, signIn) => {
		const { fake, sterling } = server(signIn, true);
		await sterling.send(read);
		await expect(sterling.send(read)).rejects.toMatchObject({
			category: expect.stringMatching(/^(?:configuration|authentication)$/),
		});
		expect(fake.paths().filter((path) => path === 'invoke/getOrderList')).toHaveLength(3);
	});

	it.each(SIGN_IN)(
		'never sends a write again that may have arrived, and is renewed for the next: %s',
		async (_what, signIn) => {
			const { fake, sterling } = server(signIn);
			const write: Call = { api: 'changeOrder', root: 'Order', input: { OrderHeaderKey: '1' }, kind: 'write' };
			await sterling.send(read);
			const isRefusal = signIn.status === 401 || signIn.status === 307;
			const result = await sterling.send(write).catch(({ category }: { category: string }) => category);
			expect(result).toEqual(isRefusal ? expect.objectContaining({ empty: false }) : 'uncertain');
			expect(fake.paths().filter((path) => path === 'invoke/changeOrder')).toHaveLength(isRefusal ? 2 : 1);
			await sterling.send(write);
			expect(fake.logins()).toBe(authentication === 'basic' ? 0 : 2);
		},
	);
});

describe('JWT', () => {
	const jwt = (exp: number, id: number) =>
		`eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify({ exp, id })).toString('base64url')}.c2ln`;

	it.each(SIGN_IN)(
		'logs in again where the session behind an expired token has expired as well: %s',
		async (_what, signIn) => {
			let now = 0;
			let isOver = false;
			const fake = fakeTransport(({ url }, path) => {
				if (!path.startsWith('jwt')) return { body: '{"Order":[],"LastRecordSet":"Y"}' };
				if (isOver && url.includes('token-1-opaque')) return signIn;
				return { body: jwt((now + 300_000) / 1000, 1) };
			});
			const sterling = client(fake.transport, { authentication: 'jwt' }, { now: () => now });
			await sterling.send(read);
			isOver = true;
			now += 290_000;
			await sterling.send(read);
			expect(fake.logins()).toBe(2);
		},
	);

	it('fetches a bearer token, renews it in time without a login, and logs in when that lapsed', async () => {
		let now = 0;
		let issued = 0;
		let lapsed = false;
		const fake = fakeTransport((_request, path) => {
			if (!path.startsWith('jwt')) return { body: '{"Order":[]}' };
			if (lapsed) {
				lapsed = false;
				return NOT_AUTHENTICATED;
			}
			return { body: jwt(now / 1000 + 300, ++issued) };
		});
		const sterling = client(fake.transport, { authentication: 'jwt' }, { now: () => now });
		await sterling.send(read);
		expect(fake.seen.at(-1)!.headers.Authorization).toMatch(/^Bearer eyJ/);
		expect(fake.seen.at(-1)!.url).not.toContain('_token');
		now = 4.6 * MINUTE;
		await Promise.all([sterling.send(read), sterling.send(read)]);
		expect([fake.logins(), issued]).toEqual([1, 2]);
		now = 9.5 * MINUTE;
		lapsed = true;
		await sterling.send(read);
		expect([fake.logins(), issued]).toEqual([2, 3]);
	});

	it.each([
		['disabled', /returned something that is not a token instead of a JSON web token/],
		['', /returned an empty response instead/],
		['opaque-token-of-another-kind', /something that is not a token/],
		['{"token":"x"}', /something that is not a token/],
		['<html><title>Sign in</title></html>', /web page instead of data. It says: Sign in/],
	])('explains a server that gives none: %s', async (body, message) => {
		const fake = fakeTransport(() => ({ body }));
		await expect(client(fake.transport, { authentication: 'jwt' }).send(read)).rejects.toMatchObject({
			category: 'configuration',
			message: expect.stringMatching(message),
			remedy: { field: expect.stringMatching(/authentication|endpoint/) },
		});
	});
});
