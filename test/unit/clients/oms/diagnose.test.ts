import { testConnection } from '../../../../clients/oms';
import type { TransportResponse } from '../../../../kit/http/transport';
import { connection, fakeTransport, noWait, NOT_AUTHENTICATED } from './fakeSterling';

describe('the connection test', () => {
	const test = async (response: Partial<TransportResponse>) =>
		await testConnection(connection(), {
			transport: fakeTransport(() => response).transport,
			sleep: noWait,
		});

	it('succeeds with a real read', async () => {
		expect(await test({ body: '{"Order":[]}' })).toMatchObject({ ok: true });
	});

	it('tells a refusal of that API apart from a connection that does not work', async () => {
		const body = '{"errors":[{"ErrorCode":"YCP0428","ErrorDescription":"security violation"}]}';
		expect(await test({ status: 400, body })).toEqual({
			ok: false,
			message: expect.stringMatching(/^The connection and login work.*YCP0428/),
		});
	});

	it.each([
		[{ status: 302 }, /context root/],
		[{ body: '<html></html>' }, /web page/],
		[{ status: 403 }, /forbids/],
		[NOT_AUTHENTICATED, /YCP0427/],
	])('explains %j', async (response, text) => {
		expect(await test(response)).toMatchObject({ ok: false, message: expect.stringMatching(text) });
	});

	it('explains an endpoint that cannot be', async () => {
		expect(await testConnection(connection({ endpoint: 'ftp://x' }))).toMatchObject({
			ok: false,
			message: expect.stringContaining('https://'),
		});
	});
});
