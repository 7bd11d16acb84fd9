import { createPrivateKey } from 'node:crypto';
import { createServer } from 'node:net';

import { startSandbox, type Sandbox } from '../../../sandbox';
import { Bench, FORMATS } from '../../support/bench';
import { testCredential } from '../../support/editor';
import { spareKey } from '../../support/keys';
import { loginAs } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });
type Changes = Record<string, unknown>;

const encrypted = (key: string, passphrase: string) =>
	createPrivateKey(key).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString();
const oneLine = (pem: string) => pem.replace(/\n/g, '\\n');

describe('the connection test is green', () => {
	it.each<[string, (sandbox: Sandbox) => Changes]>([
		['with PEM texts', () => ({})],
		[
			'with PEM texts in one line with \\n',
			({ clientCertificate: { certificate, key }, ca }) => ({
				certificate: oneLine(certificate),
				privateKey: oneLine(key),
				caCertificate: oneLine(ca),
			}),
		],
		[
			'with an encrypted key and its passphrase',
			({ clientCertificate: { key } }) => ({
				privateKey: encrypted(key, 'Open Sesame'),
				passphrase: 'Open Sesame',
			}),
		],
		[
			'with a P12 file',
			({ clientCertificate: { p12Base64, passphrase } }) => ({
				clientIdentity: 'pkcs12',
				pkcs12Secret: p12Base64,
				passphrase,
			}),
		],
		[
			'with a P12 file of an old tool (RC2, triple DES)',
			({ clientCertificate: { oldP12Base64, passphrase } }) => ({
				clientIdentity: 'pkcs12',
				pkcs12Secret: oldP12Base64.replace(/.{76}/g, '$&\n'),
				passphrase,
			}),
		],
		['with the bare host', ({ url }) => ({ endpoint: new URL(url).origin })],
		['with the whole REST path', ({ url }) => ({ endpoint: `${url}/restapi/` })],
	])('%s', async (_what, changes) => {
		for (const dataFormat of FORMATS) {
			const result = await testCredential(bench.sandbox, { ...changes(bench.sandbox), dataFormat });
			expect(result).toEqual({ status: 'OK', message: 'Connection successful.' });
		}
	});
});

describe('the connection test explains', () => {
	it('a login that may not read orders', async () => {
		const result = await testCredential(bench.sandbox, loginAs(bench.sandbox, 'outsider'));
		expect(result).toEqual({
			status: 'Error',
			message: expect.stringMatching(/may not read orders \(YCP0428\)/),
		});
	});
	it.each<[string, (sandbox: Sandbox) => Changes, RegExp]>([
		['a wrong password', () => ({ password: 'not-the-password' }), /\[YCP0047\].*Check login ID and password/],
		['a login that does not exist', () => ({ loginId: 'nobody' }), /\[YCP0047\].*Check login ID and password/],
		[
			'an unknown host',
			() => ({ endpoint: 'https://oms.invalid' }),
			/host oms\.invalid.*(not found|could not be resolved)/,
		],
		['an endpoint that is none', () => ({ endpoint: 'ftp://host' }), /only https:\/\/ and http:\/\/ are possible/],
		['no endpoint', () => ({ endpoint: ' ' }), /The endpoint URL is empty/],
		[
			'a key of another certificate',
			() => ({ privateKey: spareKey() }),
			/private key does not belong to the client certificate/,
		],
		[
			'an expired certificate, with the date',
			(sandbox) => {
				const { certificate, key } = sandbox.expiredClientCertificate();
				return { certificate, privateKey: key };
			},
			/client certificate \(.*sandbox-client.*\) expired on \d{4}-\d{2}-\d{2}/,
		],
		[
			'a certificate of another authority',
			(sandbox) => {
				const { certificate, key } = sandbox.foreignAuthority().clientCertificate;
				return { certificate, privateKey: key };
			},
			/certificate/,
		],
		['no client certificate', () => ({ clientIdentity: 'none' }), /requires a client certificate/],
		[
			'a wrong passphrase of a P12 file',
			({ clientCertificate }) => ({
				clientIdentity: 'pkcs12',
				pkcs12Secret: clientCertificate.p12Base64,
				passphrase: 'not-the-passphrase',
			}),
			/passphrase does not open the P12 file/,
		],
		[
			'a wrong passphrase of a key',
			({ clientCertificate: { key } }) => ({
				privateKey: encrypted(key, 'Open Sesame'),
				passphrase: 'not-the-passphrase',
			}),
			/passphrase does not open the private key/,
		],
		[
			'an encrypted key without a passphrase',
			({ clientCertificate: { key } }) => ({ privateKey: encrypted(key, 'Open Sesame') }),
			/private key is encrypted, and no passphrase is set/,
		],
		['a P12 file that is none', () => ({ clientIdentity: 'pkcs12', pkcs12Secret: 'AAAA' }), /not a P12 file/],
		[
			'a certificate that is none',
			() => ({ certificate: 'MIIB' }),
			/certificate is damaged.*See Client Certificate in the credential/,
		],
		['a private authority that is not known', () => ({ caCertificate: '' }), /private authority.*CA Certificate/],
		['the CA of another server', (sandbox) => ({ caCertificate: sandbox.foreignAuthority().ca }), /authority/],
		['a wrong path', ({ url }) => ({ endpoint: url.replace('/smcfs', '/oms') }), /Enter only host and context root/],
		[
			'http where TLS is spoken',
			({ url }) => ({ endpoint: url.replace('https', 'http') }),
			/use https:\/\/ instead of http:\/\/.*See Endpoint URL in the credential/,
		],
		[
			'a P12 file that is missing',
			() => ({ clientIdentity: 'pkcs12', pkcs12Secret: ' ' }),
			/P12 File \(Base64\) is empty\. Paste it, or set Client Certificate to None/,
		],
		[
			'PEM texts that are missing',
			() => ({ certificate: '', privateKey: '' }),
			/PEM text of the client certificate is empty\. Paste it/,
		],
		[
			'an enterprise that does not exist',
			() => ({ enterpriseCode: 'NOPE' }),
			/shows this user no enterprise "NOPE".*See Default Enterprise Code in the credential/,
		],
		[
			'JWT where the server does not offer it',
			() => ({ authentication: 'jwt' }),
			/does not offer JWT.*use standard authentication\. See Authentication Style in the credential/,
		],
		[
			'a timeout that is no number',
			() => ({ timeout: 'soon' }),
			/Timeout \(Seconds\).*must be a number greater than 0/,
		],
		[
			'the wrong style',
			() => ({ authentication: 'basic' }),
			/not authenticated.*Use standard authentication\. See Authentication Style in the credential\./,
		],
	])('%s', async (_what, changes, text) => {
		const { status, message } = await testCredential(bench.sandbox, changes(bench.sandbox));
		expect(status).toBe('Error');
		expect(message).toMatch(text);
	});

	it('a redirect to a sign-in page, and a page of HTML', async () => {
		bench.sandbox.faults.add({ kind: 'redirect' });
		const redirect = await testCredential(bench.sandbox, loginAs(bench.sandbox, 'clerk'));
		expect(redirect).toEqual({
			status: 'Error',
			message: expect.stringMatching(/redirects to .*login\.jsp \(HTTP 302\)/),
		});
		bench.sandbox.faults.add({ kind: 'html' });
		const html = await testCredential(bench.sandbox, loginAs(bench.sandbox, 'clerk'));
		expect(html).toEqual({ status: 'Error', message: expect.stringMatching(/web page instead of data/) });
	});

	it('that the server gives no tokens', async () => {
		bench.sandbox.behaviour.issueTokens = false;
		const result = await testCredential(bench.sandbox, loginAs(bench.sandbox, 'reader'));
		bench.sandbox.behaviour.issueTokens = true;
		expect(result).toEqual({
			status: 'Error',
			message: expect.stringMatching(/UserToken.*Token security is off/),
		});
	});

	it('a port where nothing listens, or something else does', async () => {
		const server = createServer((socket) => {
			socket.write('220 mail.example.com\r\n');
			socket.destroySoon();
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as { port: number };
		const other = await testCredential(bench.sandbox, { endpoint: `https://127.0.0.1:${port}` });
		await new Promise((resolve) => server.close(resolve));
		const none = await testCredential(bench.sandbox, { endpoint: `https://127.0.0.1:${port}/smcfs` });
		expect(other).toEqual({
			status: 'Error',
			message: expect.stringMatching(/does not speak TLS on this port/),
		});
		expect(none).toEqual({
			status: 'Error',
			message: expect.stringMatching(/refused the connection.*Check the port/),
		});
	});
});

describe.each(['basic', 'jwt'] as const)('a server with %s authentication', (style) => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ mutualTls: true, authentication: style, withoutOrders: true });
	});
	afterAll(() => sandbox.close());

	it('is green with its own style', async () => {
		expect(await testCredential(sandbox, { authentication: style })).toMatchObject({ status: 'OK' });
	});

	it('explains a wrong password', async () => {
		const wrong = await testCredential(sandbox, { authentication: style, password: 'not-the-password' });
		expect(wrong).toEqual({
			status: 'Error',
			message: expect.stringMatching(/Check login ID(,| and) password/),
		});
	});
});
