import { testConnection } from '../../../../clients/mq/diagnose';
import { builtInTransport } from '../../../../clients/mq/builtIn';
import type { ConnectionSettings } from '../../../../clients/mq/connection';
import { Authority } from '../../../../sandbox/kit/certificates';
import { MqBench } from '../../../support/mq/mqBench';

const bench = MqBench.forFile({ tls: true, mutualTls: true });
const client = () => bench.sandbox.clients.at(-1);

test.each<[string, () => Partial<ConnectionSettings>]>([
	['PEM', () => ({})],
	[
		'P12',
		() => ({
			certificate: bench.sandbox.clientCertificate.p12Base64,
			privateKey: undefined,
			passphrase: bench.sandbox.clientCertificate.passphrase,
		}),
	],
])('a client certificate as %s', async (_form, more) => {
	const connection = await bench.connect(more());
	await connection.put('DEV.QUEUE.1', { body: Buffer.from('x') });
	expect(client()?.certificate).toBe('sandbox-client');
});

test.each([
	['ECDHE_RSA_AES_128_GCM_SHA256', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'],
	['ECDHE_RSA_AES_256_GCM_SHA384', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'],
	['TLS_RSA_WITH_AES_128_CBC_SHA256', 'TLS_RSA_WITH_AES_128_CBC_SHA256'],
	['TLS_AES_256_GCM_SHA384', 'TLS_AES_256_GCM_SHA384'],
])('cipher spec %s is the one that is used', async (cipherSpec, cipher) => {
	await bench.connect({ cipherSpec });
	expect(client()?.cipher).toBe(cipher);
});

test.each([
	['channel', 'dev2e-app2e-svrconn.chl.mq.ibm.com'],
	['none', ''],
	[undefined, 'dev2e-app2e-svrconn.chl.mq.ibm.com'],
] as const)('server name: %s', async (serverName, sent) => {
	await bench.connect({ serverName });
	expect(client()?.serverName).toBe(sent);
});

test('server name: the host', async () => {
	await bench.connect({ serverName: 'host', address: `localhost(${bench.sandbox.port})` });
	expect(client()?.serverName).toBe('localhost');
});

test.each<[string, () => Partial<ConnectionSettings>, RegExp, string]>([
	['no certificate', () => ({ certificate: '', privateKey: '' }), /TLS|certificate|broke/, 'tls.certificate'],
	['no authority', () => ({ certificateAuthorities: '' }), /2393.*(self-signed|not known)/, 'tls.ca'],
	[
		'another authority',
		() => ({ certificateAuthorities: new Authority('another authority').certificate }),
		/2393/,
		'tls.ca',
	],
	['no TLS', () => ({ cipherSpec: '' }), /2009|broke|in time/, 'tls.cipherSpec'],
	['a cipher spec that nobody knows', () => ({ cipherSpec: 'TLS_NOPE' }), /TLS_NOPE is unknown/, 'tls.cipherSpec'],
	[
		'a key without its passphrase',
		() => ({ certificate: bench.sandbox.clientCertificate.p12Base64, privateKey: '' }),
		/encrypted|passphrase/,
		'tls.passphrase',
	],
])('the test of a connection with %s says which setting helps', async (_name, more, message, field) => {
	const diagnosis = await testConnection(bench.settings(more()), builtInTransport, { timeoutMs: 3_000 });
	expect(diagnosis).toMatchObject({ ok: false, message: expect.stringMatching(message), remedy: { field } });
});

test('a certificate that nobody vouches for, taken all the same', async () => {
	await bench.connect({ certificateAuthorities: '', allowUnauthorized: true });
	expect(client()?.certificate).toBe('sandbox-client');
});
