import { Bench, FORMATS, onOrder } from '../../support/bench';
import { Secrets, textsOf } from '../../support/secrets';
import { assertNoSecrets, secrets, takeConsole, watching } from '../../support/watch';
import { Trigger } from '../nodes/trigger/active';

const CANARY = {
	password: 'canary-PASSWORD-&<"ü>\'-7f3a',
	passphrase: 'canary-PASSPHRASE 51c9',
	header: 'canary-HEADER-9d20',
};
const KEY = ['-----BEGIN PRIVATE KEY-----', 'c2VjcmV0'.repeat(8), '-----END PRIVATE KEY-----'].join('\n');
const JWT = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl';

const xml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

describe('the scanner', () => {
	const scanner = new Secrets();
	scanner.addCredential({
		loginId: 'canary',
		password: CANARY.password,
		passphrase: CANARY.passphrase,
		privateKey: KEY,
		pkcs12Secret: 'UDEyLWZpbGU'.repeat(30),
		headers: { header: [{ name: 'X-Key', value: CANARY.header }] },
	});
	scanner.add('login token', 'canary-TOKEN-0b6e');
	const failing = (cause: unknown) => new Error('outer', { cause });

	it.each<[string, unknown]>([
		['password', { json: { a: [{ b: `it is ${CANARY.password}!` }] } }],
		['password', `?_loginid=canary&password=${encodeURIComponent(CANARY.password)}`],
		['password', JSON.stringify({ Password: CANARY.password })],
		['password', Buffer.from(`a body with ${CANARY.password} in it`).toString('base64')],
		['password', `<Login Password="${xml(CANARY.password)}"/>`],
		['password', new URLSearchParams({ Password: CANARY.password }).toString()],
		['Basic value', { Authorization: `Basic ${Buffer.from(`canary:${CANARY.password}`).toString('base64')}` }],
		['passphrase', failing(failing(CANARY.passphrase))],
		['extra header', Object.assign(new Error('x'), { stack: `Error: ${CANARY.header}\n at y` })],
		['extra header', new Map([['X-Key', new Set([CANARY.header])]])],
		['login token', Object.defineProperty({}, 'hidden', { value: 'canary-TOKEN-0b6e', enumerable: false })],
		['login token', { 'canary-TOKEN-0b6e': true }],
		['login token', Buffer.from('body canary-TOKEN-0b6e')],
		['private key', KEY.split('\n')[1].slice(0, 64)],
		['private key', KEY.replace(/\n/g, '\\n')],
		['P12 file', 'UDEyLWZpbGU'.repeat(30)],
		['JSON web token', [`Bearer ${JWT}`]],
	])('finds a %s: %#', (what, value) => {
		expect(scanner.in(textsOf(value).join('\n'))).toContain(what);
	});

	it('finds nothing where there is nothing', () => {
		const harmless = {
			message: 'Login failed [YCP0047]',
			headers: { Authorization: '***' },
			at: new Date(0),
		};
		expect(scanner.in(textsOf(harmless).join('\n'))).toEqual([]);
	});

	it('hears the console, and fails on what it hears', async () => {
		secrets.add('password', CANARY.password);
		await watching(async () => {
			console.log('harmless');
			console.error(new Error(`no ${CANARY.password}`));
			process.stdout.write('');
		});
		const heard = takeConsole();
		expect(heard).toContain('harmless');
		expect(() => assertNoSecrets(heard, 'The console')).toThrow('The console shows secrets: password');
		expect(() => assertNoSecrets(['harmless'], 'The console')).not.toThrow();
	});
});

describe('a secret that gets out is noticed', () => {
	const bench = Bench.forFile({ withoutOrders: true });
	const planted = { password: CANARY.password };
	beforeAll(() => {
		bench.sandbox.users[0].password = CANARY.password;
	});

	it('in items and in events', async () => {
		bench.place('LEAK', { CustomerPONo: CANARY.password });
		await expect(bench.runNode(onOrder('get', 'LEAK'), { credential: planted })).rejects.toThrow(
			'The run shows secrets: password',
		);
		const options = { lag: 0, startFrom: '2000-01-01T00:00:00Z' };
		const parameters = { events: ['orderCreated'], output: 'lines', options };
		const trigger = new Trigger(bench.sandbox, parameters, { credential: planted });
		bench.sandbox.clock.advance(60_000);
		await expect(trigger.activate()).rejects.toThrow('The poll shows secrets: password');
	});

	it.each(FORMATS)('and a login that is called by hand puts none out: %s', async (outputFormat) => {
		const document = JSON.stringify({ LoginID: 'integration', Password: CANARY.password });
		const invoke = { resource: 'api', operation: 'invoke', apiName: 'login', document };
		const { error, json } = await bench.runNode({ ...invoke, options: { outputFormat } }, { credential: planted });
		expect(error).toBeUndefined();
		expect(JSON.stringify(json('Sterling'))).toContain('integration');
	});
});
