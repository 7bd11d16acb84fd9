import type { ICredentialTestFunctions } from 'n8n-workflow';

import { mqConnection } from '../../../../nodes/IbmMq/pickers/credentialTest';
import { mq, mqCredential, mqForFile, mqRefused, textsIn } from '../../../support/mq/nodes';

const bench = mqForFile();
const test = async (changes: Record<string, unknown> = {}) =>
	await mqConnection.call({ helpers: {} } as ICredentialTestFunctions, {
		id: '1',
		name: 'MQ',
		type: 'ibmMqApi',
		data: mqCredential(bench.sandbox, changes),
	});

describe('the connection test', () => {
	it.each<[string, () => Record<string, unknown>]>([
		['with PEM texts', () => ({})],
		[
			'with a P12 file',
			() => {
				const { p12Base64, passphrase } = bench.sandbox.clientCertificate;
				return { clientIdentity: 'pkcs12', pkcs12Secret: p12Base64, passphrase };
			},
		],
		['without a password', () => ({ user: '', password: '' })],
		['over MQ REST', () => ({ connectWith: 'rest' })],
		['with the host as the server name', () => ({ serverName: 'host' })],
	])('is green %s', async (_what, changes) => {
		expect(await test(changes())).toEqual({ status: 'OK', message: 'Connection successful.' });
	});

	it.each<[string, Record<string, unknown>]>([
		['Queue Manager', { queueManager: 'OTHER' }],
		['Channel', { channel: 'NO.SUCH' }],
		['User', { password: 'wrong' }],
		['Host and Port', { hostAndPort: '127.0.0.1(1)' }],
		['Base URL', { connectWith: 'rest', baseUrl: 'nonsense' }],
		['CA Certificate', { caCertificate: '' }],
		['Cipher Spec', { cipherSpec: 'NO_SUCH_SPEC' }],
		['Client Certificate', { certificate: 'nothing' }],
		['Passphrase', { clientIdentity: 'pkcs12', passphrase: 'wrong' }],
	])('names %s', async (label, changes) => {
		const more = changes.passphrase ? { pkcs12Secret: bench.sandbox.clientCertificate.p12Base64 } : {};
		const { status, message } = await test({ ...changes, ...more });
		expect(status).toBe('Error');
		expect(message).toContain(label);
	});

	it('takes no notice of fields that the chosen way does not show', async () => {
		expect((await test({ connectWith: 'rest', channel: 'NO.SUCH', cipherSpec: 'NONE' })).status).toBe('OK');
	});
});

describe('with n8n’s SSRF protection', () => {
	const before = { ...process.env };
	beforeEach(() => {
		process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
	});
	afterEach(() => {
		process.env = { ...before };
	});

	it('a connection that is not HTTP is refused unless the operator allows it', async () => {
		const { message } = await test();
		expect(message).toMatch(/SSRF protection is on.*N8N_SSRF_ALLOWED_IP_RANGES/);
		process.env.N8N_SSRF_ALLOWED_IP_RANGES = '127.0.0.0/8';
		expect((await test()).status).toBe('OK');
	});
});

describe('over MQ REST', () => {
	const credential = { connectWith: 'rest' };
	const on = (operation: string, more: object = {}) => ({
		resource: 'message',
		operation,
		queue: 'DEV.QUEUE.1',
		...more,
	});

	it('puts, browses, counts, gets one and many', async () => {
		const options = { credential };
		for (const text of ['one', 'two', 'three']) {
			await mq(bench.sandbox, on('put', { contentSource: 'text', text }), options);
		}
		expect(textsIn(bench.sandbox, 'DEV.QUEUE.1')).toEqual(['one', 'two', 'three']);
		expect(await mq(bench.sandbox, on('browse', { limit: 2 }), options)).toMatchObject([
			{ text: 'one' },
			{ text: 'two' },
		]);
		expect(await mq(bench.sandbox, on('count'), options)).toMatchObject([{ count: 3 }]);
		expect(await mq(bench.sandbox, on('get'), options)).toMatchObject([{ text: 'one' }]);
		expect(await mq(bench.sandbox, on('getMany', { limit: 9 }), options)).toMatchObject([
			{ text: 'two' },
			{ text: 'three' },
		]);
	});

	it('moves nothing, and says why', async () => {
		const error = await mqRefused(bench.sandbox, on('move', { targetQueue: 'DEV.QUEUE.2' }), { credential });
		expect(error.message).toMatch(/no units of work/);
	});
});
