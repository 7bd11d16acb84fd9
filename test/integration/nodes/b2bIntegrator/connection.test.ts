import type { ICredentialDataDecryptedObject, ICredentialTestFunctions } from 'n8n-workflow';

import { closeAllPools } from '../../../../kit/http/pools';
import { IbmB2bIntegrator } from '../../../../nodes/IbmB2bIntegrator/IbmB2bIntegrator.node';
import { startB2bi, type B2biOptions, type B2biSandbox } from '../../../../sandbox/b2bi';
import { b2bi, b2biCredential, b2biRefused } from '../../../support/b2bi/nodes';

const read = { resource: 'mailbox', operation: 'getMany', pathFilter: '/ACME/Inbox', returnAll: true };

const { b2bIntegratorConnection } = new IbmB2bIntegrator().methods.credentialTest;

async function tested(data: ICredentialDataDecryptedObject): Promise<{ status: string; message: string }> {
	const context = { helpers: {} } as unknown as ICredentialTestFunctions;
	return await b2bIntegratorConnection.call(context, { id: '1', name: 'B2B', type: 'ibmB2bIntegratorApi', data });
}

async function withSandbox(options: B2biOptions, work: (sandbox: B2biSandbox) => Promise<void>): Promise<void> {
	const sandbox = await startB2bi(options);
	try {
		await work(sandbox);
	} finally {
		await closeAllPools();
		await sandbox.close();
	}
}

const oauth = ({ tokenUrl, oauthClient }: B2biSandbox, more: object = {}) => ({
	authentication: 'oauth2',
	tokenUrl,
	clientId: oauthClient.id,
	clientSecret: oauthClient.secret,
	scope: oauthClient.scope,
	clientAuthentication: 'header',
	...more,
});

describe('with Basic', () => {
	let sandbox: B2biSandbox;
	beforeAll(async () => {
		sandbox = await startB2bi();
	});
	afterAll(async () => {
		await closeAllPools();
		await sandbox.close();
	});

	it('reads', async () => {
		expect(await b2bi(sandbox, read)).toMatchObject([{ path: '/ACME/Inbox' }]);
	});

	it.each([
		['the host and port alone', (url: string) => url.replace('https://', '')],
		['a slash at the end', (url: string) => `${url}/`],
		['the root of the APIs', (url: string) => `${url}/B2BAPIs`],
		['the API reference', (url: string) => `${url}/B2BAPIs/svc/doc`],
	])('takes %s as Base URL', async (_what, write) => {
		const { status } = await tested(b2biCredential(sandbox, { baseUrl: write(sandbox.url) }));
		expect(status).toBe('OK');
	});

	it.each<[string, (sandbox: B2biSandbox) => Record<string, unknown>, RegExp]>([
		['an unknown host', () => ({ baseUrl: 'https://b2b.invalid:10075' }), /host b2b\.invalid:10075 was not found/],
		['a self-signed certificate', () => ({ caCertificate: '' }), /self-signed certificate unless.*CA Certificate/s],
		['a wrong password', () => ({ password: 'Wrong-Password' }), /HTTP 401.*Check the login.*API User/s],
		['an account without API User', () => ({ userId: 'outsider', password: 'Outsider-1' }), /HTTP 403.*API User/s],
		[
			'a wrong path',
			({ url }) => ({ baseUrl: `${url}/wrong` }),
			/Context Root Not Found.*base port of the installation plus 75/s,
		],
		['no URL', () => ({ baseUrl: ' ' }), /base URL is empty.*plus 75/s],
		['a wrong time zone', () => ({ serverTimeZone: 'Mars' }), /"Mars" is not the name of a time zone/],
		['plain HTTP at a port of TLS', ({ url }) => ({ baseUrl: url.replace('https', 'http') }), /connection|TLS/i],
	])('explains %s', async (_what, changes, words) => {
		const { status, message } = await tested(b2biCredential(sandbox, changes(sandbox)));
		expect(status).toBe('Error');
		expect(message).toMatch(words);
	});

	it('takes an account without any mailbox', async () => {
		sandbox.behaviour.emptyList = 404;
		sandbox.faults.add({ kind: 'status', status: 404, contentType: 'application/json', body: EMPTY });
		expect(await tested(b2biCredential(sandbox))).toMatchObject({ status: 'OK' });
	});
});

const EMPTY = '{"errorCode":404,"errorDescription":"API000103: No records were found."}';

describe('with OAuth2', () => {
	it.each(['header', 'body'])('sends the client in the %s, and asks for one token', async (clientAuthentication) => {
		await withSandbox({ authentication: 'oauth' }, async (sandbox) => {
			const credential = oauth(sandbox, { clientAuthentication });
			const input = Array.from({ length: 5 }, () => ({ json: {} }));
			expect(await b2bi(sandbox, read, { credential, input })).toHaveLength(5);
			expect(sandbox.login.issued).toBe(1);
		});
	});

	it('renews a token that ended, also before a write', async () => {
		await withSandbox({ authentication: 'oauth' }, async (sandbox) => {
			const credential = oauth(sandbox);
			await b2bi(sandbox, read, { credential });
			sandbox.login.expire();
			const send = {
				resource: 'message',
				operation: 'send',
				mailbox: { __rl: true, mode: 'path', value: '/ACME' },
				name: 'a',
				contentSource: 'text',
				text: 'x',
			};
			expect(await b2bi(sandbox, send, { credential })).toMatchObject([{ name: 'a' }]);
			expect(sandbox.login.issued).toBe(2);
		});
	});

	it.each<[string, object, RegExp]>([
		['a wrong secret', { clientSecret: 'Wrong-Secret' }, /refused the client \(invalid_client: Client auth/],
		['a wrong scope', { scope: 'nothing' }, /invalid_scope/],
		['a token URL below the REST APIs', { tokenUrl: 'here' }, /refused the client \(HTTP 401\)/],
	])('explains %s', async (_what, more, words) => {
		await withSandbox({ authentication: 'oauth' }, async (sandbox) => {
			const wrongUrl = 'tokenUrl' in more ? { tokenUrl: `${sandbox.url}/B2BAPIs/svc/oauth/token` } : {};
			const { message } = await b2biRefused(sandbox, read, { credential: oauth(sandbox, { ...more, ...wrongUrl }) });
			expect(message).toMatch(words);
		});
	});
});

describe('with a client certificate', () => {
	it.each(['pem', 'pkcs12'])('proves itself by %s', async (clientIdentity) => {
		await withSandbox({ mutualTls: true }, async (sandbox) => {
			const { certificate, key, p12Base64, passphrase } = sandbox.clientCertificate;
			const identity =
				clientIdentity === 'pem' ? { certificate, privateKey: key } : { pkcs12Secret: p12Base64, passphrase };
			expect(await b2bi(sandbox, read, { credential: { clientIdentity, ...identity } })).toHaveLength(1);
		});
	});

	it('explains that one is missing', async () => {
		await withSandbox({ mutualTls: true }, async (sandbox) => {
			const { status, message } = await tested(b2biCredential(sandbox));
			expect(status).toBe('Error');
			expect(message).toMatch(/client certificate/i);
		});
	});
});

it('sends extra headers with every request, and shows none of their values', async () => {
	await withSandbox({}, async (sandbox) => {
		const credential = { headers: { header: [{ name: 'X-Gateway', value: 'Gateway-Key-1' }] } };
		const dry = { resource: 'mailbox', operation: 'create', path: '/X', options: { dryRun: true } };
		const [row] = await b2bi(sandbox, dry, { credential });
		expect(row.request).toMatchObject({ headers: { 'X-Gateway': '***', Authorization: '***' } });
		expect(JSON.stringify(row)).not.toContain('Gateway-Key-1');
	});
});
