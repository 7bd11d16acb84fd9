import { createPrivateKey } from 'node:crypto';

import { listSearch } from '../../nodes/IbmSterlingOms/pickers';
import type { Fault } from '../../sandbox';
import { Bench, FORMATS, onOrder, orders } from '../support/bench';
import { editorContext, testCredential } from '../support/editor';
import { Trigger } from './nodes/trigger/active';
import { Secrets, textsOf } from '../support/secrets';
import { assertNoSecrets, secrets, takeConsole, watching } from '../support/watch';

const CANARY = {
	password: 'canary-PASSWORD-&<"ü>\'-7f3a',
	passphrase: 'canary-PASSPHRASE 51c9',
	header: 'canary-HEADER-9d20',
};
const KEY = ['-----BEGIN PRIVATE KEY-----', 'c2VjcmV0'.repeat(8), '-----END PRIVATE KEY-----'].join('\n');
const JWT = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl';

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

/** Everything that runs put out, for one look over all of it at the end. */
const output: unknown[] = [];
const tokens: string[] = [];

describe.each(['standard', 'basic', 'jwt'] as const)('nothing of a credential with %s authentication', (style) => {
	const bench = Bench.forFile({ authentication: style, withoutOrders: true });
	let planted: Record<string, unknown>;

	beforeAll(() => {
		const { sandbox } = bench;
		sandbox.users[0].password = CANARY.password;
		const issue = sandbox.tokens.issue.bind(sandbox.tokens);
		sandbox.tokens.issue = (loginId) => {
			tokens.push(issue(loginId));
			return tokens[tokens.length - 1];
		};
		const { passphrase } = CANARY;
		planted = {
			authentication: style,
			password: CANARY.password,
			passphrase,
			privateKey: createPrivateKey(sandbox.clientCertificate.key)
				.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase })
				.toString(),
			headers: { header: [{ name: 'X-Gateway-Key', value: CANARY.header }] },
		};
		secrets.addKey('private key', sandbox.clientCertificate.key);
		bench.place(`S-${style}`);
	});

	const runWith = async (parameters: Parameters<typeof bench.run>[0], changes = {}, node = {}) => {
		const finished = await bench.runNode(parameters, {
			credential: { ...planted, ...changes },
			node,
		});
		output.push(finished.run);
		return finished;
	};

	const echo = () => {
		const token = style === 'basic' ? '' : tokens.at(-1);
		const all = [CANARY.password, CANARY.header, token, `Bearer ${JWT}`, KEY].join(' ');
		const basic = `Basic ${Buffer.from(`integration:${CANARY.password}`).toString('base64')}`;
		const ErrorDescription = `Refused ${all} ${basic}`;
		return JSON.stringify({
			errors: [{ ErrorCode: 'EXTN1', ErrorDescription, MoreInfo: { Sent: all }, httpcode: 400 }],
		});
	};
	const FAULTS: Array<[string, () => Fault]> = [
		['Sterling refuses', () => ({ kind: 'errorUnder200' })],
		['the answer is lost', () => ({ kind: 'drop', afterWork: true })],
		['the answer is cut off', () => ({ kind: 'malformed' })],
		['a web page answers', () => ({ kind: 'html' })],
		['a gateway redirects', () => ({ kind: 'redirect' })],
		['the token ends', () => ({ kind: 'expireToken' })],
		[
			'the server repeats them all',
			() => ({ kind: 'status', status: 400, body: echo(), contentType: 'application/json' }),
		],
		[
			'the server fails and repeats them',
			() => ({ kind: 'status', status: 500, body: echo(), contentType: 'application/json' }),
		],
		['a gateway repeats them in plain text', () => ({ kind: 'status', status: 403, body: echo() })],
	];

	describe.each(FORMATS)('over %s', (dataFormat) => {
		const run: typeof runWith = (parameters, changes, node) => runWith(parameters, { dataFormat, ...changes }, node);

		it('shows when all goes well', async () => {
			expect((await run(onOrder('get', `S-${style}`, { output: 'everything' }))).error).toBeUndefined();
			expect((await run(onOrder('schedule', `S-${style}`))).error).toBeUndefined();
			expect((await run(orders('create', { options: { dryRun: true } }))).error).toBeUndefined();
		});

		it.each(FAULTS)('shows when %s', async (_what, fault) => {
			const note = onOrder('addNote', `S-${style}`, { noteText: 'x' });
			for (const onError of ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput']) {
				bench.sandbox.faults.add({ ...fault(), api: 'changeOrder' });
				await run(note, {}, { onError });
				bench.sandbox.faults.clear();
			}
		});

		it.each<[string, () => Record<string, unknown>]>([
			['the password is wrong', () => ({ password: `${CANARY.password}-wrong` })],
			['the passphrase is wrong', () => ({ passphrase: `${CANARY.passphrase}-wrong` })],
			['the key is damaged', () => ({ privateKey: KEY, passphrase: '' })],
			['the header is not possible', () => ({ headers: { header: [{ name: 'Host', value: CANARY.header }] } })],
			['the address holds them', () => ({ endpoint: `https://user:${CANARY.header}@127.0.0.1:1` })],
			['the CA is not known', () => ({ caCertificate: '' })],
			['there is no certificate', () => ({ clientIdentity: 'none' })],
			['the P12 file is none', () => ({ clientIdentity: 'pkcs12', pkcs12Secret: CANARY.header.repeat(20) })],
		])('shows when %s', async (_what, changes) => {
			const credential = { ...planted, dataFormat, ...changes() };
			const diagnosis = await testCredential(bench.sandbox, credential);
			expect(diagnosis.status).toBe('Error');
			const search = listSearch.searchOrders.call(editorContext(bench.sandbox, { credential }));
			const failure = await search.catch((error: unknown) => error);
			expect(failure).toBeInstanceOf(Error);
			output.push(diagnosis, failure);
			expect((await run(orders('getMany'), changes())).error).toBeDefined();
		});
	});

	it.each(FORMATS)('shows in what the trigger tells, throws and keeps: %s', async (dataFormat) => {
		const parameters = { events: ['orderCreated'], output: 'lines', options: { lag: 0 } };
		const trigger = new Trigger(bench.sandbox, parameters, { credential: { ...planted, dataFormat } });
		await trigger.activate();
		let failed = 0;
		for (const [i, [, fault]] of FAULTS.entries()) {
			bench.sandbox.clock.advance(60_000);
			bench.place(`T-${style}-${dataFormat}-${i}`);
			bench.sandbox.clock.advance(60_000);
			bench.sandbox.faults.add({ ...fault(), api: ['getOrderList', 'getPage', 'multiApi'], times: 0 });
			const polled = await trigger.poll();
			bench.sandbox.faults.clear();
			if (polled.error) failed++;
			output.push(polled, await trigger.poll(), trigger.workflow.stored);
		}
		// Without a login there is no token to end.
		expect(failed).toBeGreaterThanOrEqual(FAULTS.length - 1);
	});

	it('would be missed neither in items nor in events', async () => {
		const order = { CustomerPONo: CANARY.password };
		bench.place(`L-${style}`, order);
		await expect(bench.runNode(onOrder('get', `L-${style}`), { credential: planted })).rejects.toThrow(
			'The run shows secrets: password',
		);
		const options = { lag: 0, startFrom: '2000-01-01T00:00:00Z' };
		const parameters = { events: ['orderCreated'], output: 'lines', options };
		const trigger = new Trigger(bench.sandbox, parameters, { credential: planted });
		bench.sandbox.clock.advance(60_000);
		await expect(trigger.activate()).rejects.toThrow('The poll shows secrets: password');
	});

	it.each(FORMATS)('shows when the login is called by hand: %s', async (outputFormat) => {
		const document = JSON.stringify({ LoginID: 'integration', Password: CANARY.password });
		const invoke = { resource: 'api', operation: 'invoke', apiName: 'login', document };
		const { error, json } = await runWith({ ...invoke, options: { outputFormat } });
		expect(error).toBeUndefined();
		expect(JSON.stringify(json('Sterling'))).toContain('integration');
	});
});

test('nowhere in all that was put out stands a secret', () => {
	expect(output.length).toBeGreaterThan(150);
	const text = textsOf(output).join('\n');
	expect(text.includes('***')).toBe(true);
	expect(text.includes('EXTN1')).toBe(true);
	expect(tokens.length).toBeGreaterThan(0);
	for (const token of tokens) expect(text.includes(token)).toBe(false);
	assertNoSecrets(output, 'The output of all runs');
	for (const canary of Object.values(CANARY)) expect(text.includes(canary)).toBe(false);
});
