import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox';
import { errorOf, Wire } from './wire';

let sandbox: Sandbox;
let wire: Wire;

async function start(options: SandboxOptions = {}): Promise<void> {
	sandbox = await startSandbox({ withoutOrders: true, ...options });
	wire = new Wire(sandbox);
}

afterEach(async () => {
	await wire.close();
	await sandbox.close();
});

describe('Standard authentication', () => {
	test('login answers UserGroupID, UserName, UserToken, its root dropped [IBM support 561585]', async () => {
		await start();
		const answer = await wire.login();
		expect(answer.status).toBe(200);
		expect(answer.json).toMatchObject({ UserGroupID: 'INTEGRATION', UserName: 'Integration User' });
		expect(answer.json.UserToken).toMatch(/^\S{60,}$/);
	});

	test('login by XML answers a Login element with the token [public client]', async () => {
		await start();
		const answer = await wire.invoke('login', '<Login LoginID="integration" Password="Integration-1"/>', {
			accept: 'application/xml',
		});
		expect(answer.text).toMatch(/<Login [^>]*UserToken="\S+"/);
	});

	test('a wrong password answers YCP0047 [factory error codes; HTTP 400 inferred]', async () => {
		await start();
		const answer = await wire.login('integration', 'wrong');
		expect([answer.status, errorOf(answer).ErrorCode]).toEqual([400, 'YCP0047']);
	});

	test('a login that is changed in one sandbox is as before in the next', async () => {
		await start();
		sandbox.users[0].password = 'changed';
		expect((await wire.login('integration', 'changed')).status).toBe(200);
		await wire.close();
		await sandbox.close();
		await start();
		expect((await wire.login()).status).toBe(200);
	});

	test('a missing token answers HTTP 400 with YCP0427 and no exception id [IBM support 6475311]', async () => {
		await start();
		const answer = await wire.invoke('getOrderList', {});
		expect(answer.status).toBe(400);
		expect(answer.json).toEqual({
			errors: [
				{
					ErrorCode: 'YCP0427',
					ErrorDescription: 'Cannot invoke API because user is not authenticated.',
					ErrorUniqueExceptionId: null,
					httpcode: 400,
				},
			],
		});
	});

	test('the token without _loginid answers YCP0427 [captured by another client]', async () => {
		await start();
		await wire.login();
		wire.query = wire.query.replace('_loginid=integration&', '');
		expect(errorOf(await wire.invoke('getOrderList', {})).ErrorCode).toBe('YCP0427');
	});

	test('an expired token answers HTTP 400 with YCP0427 [IBM support 6475311]', async () => {
		await start({ tokenIdleMs: 60_000 });
		await wire.login();
		sandbox.clock.advance(61_000);
		const answer = await wire.invoke('getOrderList', {});
		expect([answer.status, errorOf(answer).ErrorCode]).toEqual([400, 'YCP0427']);
	});

	test('a token lives as long as it is used within the idle time [IBM support 733363]', async () => {
		await start({ tokenIdleMs: 60_000 });
		await wire.login();
		for (let call = 0; call < 3; call += 1) {
			sandbox.clock.advance(50_000);
			expect((await wire.invoke('getOrderList', {})).status).toBe(200);
		}
	});

	test('with token security off login answers without a UserToken [captured by another client]', async () => {
		await start({ behaviour: { issueTokens: false } });
		const answer = await wire.login();
		expect(answer.status).toBe(200);
		expect(answer.json).not.toHaveProperty('UserToken');
	});

	test('an API outside the user’s permissions answers YCP0428 [captured by another client]', async () => {
		await start();
		await wire.login('outsider', 'Outsider-1');
		const answer = await wire.invoke('getOrderList', {});
		expect([answer.status, errorOf(answer).ErrorCode]).toEqual([400, 'YCP0428']);
	});
});

describe('Basic authentication', () => {
	const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

	test('each call carries login and password, without a token [IBM: xapirest.properties]', async () => {
		await start({ authentication: 'basic' });
		expect((await wire.invoke('getOrderList', {}, basic('integration:Integration-1'))).status).toBe(200);
	});

	test('login returns no user token [IBM: xapirest.properties]', async () => {
		await start({ authentication: 'basic' });
		expect((await wire.login()).json).not.toHaveProperty('UserToken');
	});

	test('wrong or missing credentials answer HTTP 401 [IBM support 560653]', async () => {
		await start({ authentication: 'basic' });
		expect((await wire.invoke('getOrderList', {}, basic('integration:wrong'))).status).toBe(401);
		expect((await wire.invoke('getOrderList', {})).status).toBe(401);
	});
});

describe('JWT', () => {
	async function webToken(): Promise<string> {
		await wire.login();
		const answer = await wire.send('GET', `${sandbox.url}/restapi/jwt${wire.query}`);
		wire.query = '';
		return answer.text;
	}

	test('jwt answers the bare token as text, with an expiry [IBM: OS_call_API_JWT_auth]', async () => {
		await start({ authentication: 'jwt' });
		const token = await webToken();
		const claims = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString()) as { exp: number; iat: number };
		expect(claims.exp - claims.iat).toBe(300);
	});

	test('the bearer token is enough, and lapses after five minutes [IBM support 7172391]', async () => {
		await start({ authentication: 'jwt' });
		const authorization = `Bearer ${await webToken()}`;
		expect((await wire.invoke('getOrderList', {}, { authorization })).status).toBe(200);
		sandbox.clock.advance(301_000);
		expect((await wire.invoke('getOrderList', {}, { authorization })).status).toBe(401);
	});

	test('a forged bearer token is refused', async () => {
		await start({ authentication: 'jwt' });
		const [header, , signature] = (await webToken()).split('.');
		const claims = Buffer.from(JSON.stringify({ sub: 'admin', exp: 9_999_999_999 })).toString('base64url');
		const authorization = `Bearer ${header}.${claims}.${signature}`;
		expect((await wire.invoke('getOrderList', {}, { authorization })).status).toBe(401);
	});

	test('jwt fails when the login token has lapsed [IBM support 7172391]', async () => {
		await start({ authentication: 'jwt', tokenIdleMs: 1000 });
		await wire.login();
		sandbox.clock.advance(2000);
		const answer = await wire.send('GET', `${sandbox.url}/restapi/jwt${wire.query}`);
		expect([answer.status, errorOf(answer).ErrorCode]).toEqual([400, 'YCP0427']);
	});
});

describe('Addresses', () => {
	test('a doubled context root answers 302 [captured by another client]', async () => {
		await start();
		const answer = await wire.send('POST', `${sandbox.url}/smcfs/restapi/invoke/login`, '{}');
		expect([answer.status, answer.headers.location]).toEqual([302, '/smcfs/console/login.jsp']);
	});

	test('an unknown address answers a page of HTML', async () => {
		await start();
		const answer = await wire.send('POST', `${new URL(sandbox.url).origin}/other/restapi/invoke/login`, '{}');
		expect([answer.status, answer.headers['content-type']]).toEqual([404, 'text/html; charset=UTF-8']);
	});

	test('the context root can be another one', async () => {
		await start({ contextRoot: 'oms' });
		expect(sandbox.url).toMatch(/\/oms$/);
		expect((await wire.login()).status).toBe(200);
	});
});
