import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import type { ICredentialTestFunctions } from 'n8n-workflow';

import { sterlingConnection } from '../../../../nodes/IbmSterlingOms/pickers/credentialTest';
import { connect } from '../../../../nodes/IbmSterlingOms/connect';

const NAME = 'N8N_SSRF_PROTECTION_ENABLED';
const before = { ...process.env };
beforeEach(() => {
	Reflect.deleteProperty(process.env, NAME);
});
afterEach(() => {
	process.env = { ...before };
});

const data = {
	endpoint: 'https://sterling.invalid',
	authentication: 'basic',
	loginId: 'me',
	password: 'secret-1',
	caCertificate: '',
};
const order = { api: 'getOrderList', root: 'Order', kind: 'read' as const, input: {} };

/** n8n's helper as a node sees it, with the response or fault of each request. */
async function nodeWith(httpRequest: jest.Mock) {
	const context = { getCredentials: async () => data, helpers: { httpRequest } };
	return (await connect(context, { attempts: 1 })).client;
}

test.each(['true', 'TRUE', '1', 'yes', 'on', ' true'])(
	'with n8n’s protection on (%s) a node sends through n8n’s helper',
	async (value) => {
		process.env[NAME] = value;
		const body = Readable.from([Buffer.from('{"Order":[{"OrderNo":"1"}]}')]);
		const httpRequest = jest.fn().mockResolvedValue({ statusCode: 200, headers: {}, body });
		const client = await nodeWith(httpRequest);
		expect((await client.send(order)).document).toEqual({ Order: [{ OrderNo: '1' }] });
		const [options] = httpRequest.mock.calls[0];
		expect(options).toMatchObject({
			method: 'POST',
			url: 'https://sterling.invalid/smcfs/restapi/invoke/getOrderList',
			body: '{}',
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
		});
	},
);

test('an answer without a body is one that is empty', async () => {
	process.env[NAME] = 'true';
	const client = await nodeWith(jest.fn().mockResolvedValue({ statusCode: 204, headers: {} }));
	expect(await client.send({ ...order, api: 'deleteOrder', kind: 'write' })).toMatchObject({ empty: true });
});

test('the connection test goes the same way, and reports what n8n blocked in its words', async () => {
	process.env[NAME] = 'true';
	const blocked = Object.assign(new Error('The request was blocked because it resolves to a restricted IP address'), {
		name: 'SsrfBlockedIpError',
		description: 'Ask your n8n administrator.',
	});
	const request = jest.fn().mockRejectedValue(blocked);
	const context = { helpers: { request } } as unknown as ICredentialTestFunctions;
	const result = await sterlingConnection.call(context, { id: '1', name: 'S', type: 't', data });
	expect(result).toEqual({ status: 'Error', message: `${blocked.message}. Ask your n8n administrator.` });
	expect(request).toHaveBeenCalledTimes(1);
	expect(request.mock.calls[0][0]).toMatchObject({ method: 'POST', followRedirect: false, simple: false });
});

test.each([
	['a stream', () => Readable.from([Buffer.from('{"Order":[]}')]), 200, 'OK'],
	[
		'text, as n8n hands it out with an error status',
		() => '{"errors":[{"ErrorCode":"YFC0003","httpcode":400}]}',
		400,
		'Error',
	],
])('the connection test reads %s', async (_what, body, statusCode, status) => {
	process.env[NAME] = 'true';
	const request = jest.fn().mockResolvedValue({ statusCode, headers: {}, body: body() });
	const context = { helpers: { request } } as unknown as ICredentialTestFunctions;
	const result = await sterlingConnection.call(context, { id: '1', name: 'S', type: 't', data });
	expect(result.status).toBe(status);
	if (status === 'Error') expect(result.message).toContain('YFC0003');
});

test('what n8n blocked on the way is certain: nothing was sent, so a write is not "lost"', async () => {
	process.env[NAME] = 'true';
	const cause = Object.assign(new Error('restricted'), { name: 'SsrfBlockedHostnameError', description: 'Ask.' });
	const client = await nodeWith(jest.fn().mockRejectedValue(Object.assign(new Error('failed'), { cause })));
	const write = client.send({ ...order, api: 'changeOrder', kind: 'write' });
	await expect(write).rejects.toMatchObject({ category: 'configuration', message: 'restricted', hint: 'Ask.' });
});

test('an answer above the bound is cut off, not kept in memory', async () => {
	process.env[NAME] = 'true';
	let sent = 0;
	const endless = new Readable({ read: () => void endless.push(Buffer.alloc(1_000_000, 32)) });
	endless.on('data', () => sent++);
	const client = await nodeWith(jest.fn().mockResolvedValue({ statusCode: 200, headers: {}, body: endless }));
	await expect(client.send(order)).rejects.toMatchObject({
		category: 'badAnswer',
		message: expect.stringContaining('larger than 65536 KB'),
	});
	expect(endless.destroyed).toBe(true);
	expect(sent).toBeLessThan(100);
});

test('a body that never ends is given up in time', async () => {
	process.env[NAME] = 'true';
	const stuck = new Readable({ read: () => undefined });
	const context = {
		getCredentials: async () => ({ ...data, timeout: 0.02 }),
		helpers: { httpRequest: jest.fn().mockResolvedValue({ statusCode: 200, headers: {}, body: stuck }) },
	};
	const { client } = await connect(context, { attempts: 1 });
	await expect(client.send(order)).rejects.toMatchObject({ category: 'timeout' });
	expect(stuck.destroyed).toBe(true);
});

test.each(['false', '0', ''])('with the protection off (%p) n8n’s helper is not used', async (value) => {
	process.env[NAME] = value;
	const httpRequest = jest.fn();
	const client = await nodeWith(httpRequest);
	await expect(client.send(order)).rejects.toMatchObject({ category: 'connection' });
	expect(httpRequest).not.toHaveBeenCalled();
});

describe('the switch in a file', () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'switch-'));
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	/** Whether n8n's helper is used with this content of the file; undefined for a file that is not there. */
	async function isPoliced(content: string | undefined, variable?: string): Promise<boolean> {
		const file = join(folder, String(content?.length));
		if (content !== undefined) writeFileSync(file, content);
		process.env[`${NAME}_FILE`] = file;
		if (variable !== undefined) process.env[NAME] = variable;
		const httpRequest = jest.fn().mockResolvedValue({ statusCode: 200, headers: {}, body: '{"Order":[]}' });
		const client = await nodeWith(httpRequest);
		await client.send(order).catch(() => undefined);
		return httpRequest.mock.calls.length > 0;
	}

	test.each([
		['true', undefined, true],
		['1\n', undefined, true],
		['  TRUE \r\n', undefined, true],
		['what', undefined, true],
		[undefined, undefined, true],
		['false\n', undefined, false],
		['0', undefined, false],
		['', undefined, false],
		['true', 'false', false],
		['false', 'true', true],
		['true', '', false],
	])('%j, with %j in the variable itself', async (content, variable, expected) => {
		expect(await isPoliced(content, variable)).toBe(expected);
	});
});

test('n8n’s helper is told to check the certificate of the server', async () => {
	process.env[NAME] = 'true';
	const httpRequest = jest.fn().mockResolvedValue({ statusCode: 200, headers: {}, body: '{"Order":[]}' });
	await (await nodeWith(httpRequest)).send(order);
	expect(httpRequest.mock.calls[0][0].agentOptions).toMatchObject({ rejectUnauthorized: true });
});
