import { testConnection } from '../../../../clients/oms';
import { ServiceError } from '../../../../kit/errors';
import type { TransportResponse } from '../../../../kit/http/transport';
import { client, connection, fakeTransport, NOT_AUTHENTICATED, read } from '../../clients/oms/fakeSterling';

describe('secrets', () => {
	const faults: Array<[string, (url: string) => Partial<TransportResponse>]> = [
		[
			'an error that quotes the request',
			(url) => ({
				status: 400,
				body: JSON.stringify({
					errors: [
						{
							ErrorDescription: `bad ${url} S3cret&Pass word`,
							MoreInfo: { a: url, 'S3cret&Pass word': 'x' },
						},
					],
				}),
			}),
		],
		['a redirect with the token', (url) => ({ status: 302, headers: { location: url } })],
		[
			'a redirect with the token in its path',
			(url) => ({
				status: 302,
				headers: { location: `/x/${new URL(url).searchParams.get('_token')}` },
			}),
		],
		[
			'a fault that quotes the request',
			(url) => {
				throw Object.assign(new Error(`failed ${url}`), { code: url });
			},
		],
		['an answer that is not readable', (url) => ({ body: `{"x": ${url} S3cret&Pass word` })],
		['XML that is not readable', (url) => ({ body: `<S3cret&Pass${url}` })],
		['a refused token', () => NOT_AUTHENTICATED],
		['a gateway', (url) => ({ status: 500, body: url })],
		[
			'a code',
			(url) => ({
				status: 400,
				body:
					`<Errors><Error ErrorCode="${url.replace(/&/g, '&amp;')}">` +
					'<Error ErrorDescription="gateway-secret"/></Error></Errors>',
			}),
		],
	];

	it.each(faults)('never show: %s', async (_what, answer) => {
		const fake = fakeTransport((request) => answer(request.url));
		const sterling = client(fake.transport, { headers: { 'X-Api-Key': 'gateway-secret' } });
		for (const kind of ['read', 'write'] as const) {
			const error = (await sterling.send({ ...read, kind }).catch((failure: unknown) => failure)) as ServiceError;
			expect(error).toBeInstanceOf(ServiceError);
			const shown = JSON.stringify([error.details(), error, error.stack, String(error), error.cause]);
			for (const secret of [
				'S3cret',
				'Pass word',
				'opaque',
				'gateway-secret',
				encodeURIComponent('S3cret&Pass word'),
			]) {
				expect(shown).not.toContain(secret);
			}
		}
	});

	it('do not show in a failed login either', async () => {
		const transport = async () => ({
			status: 400,
			headers: {},
			body: JSON.stringify({ errors: [{ ErrorDescription: 'no S3cret&Pass word' }] }),
		});
		const result = await testConnection(connection(), { transport });
		expect(result.ok).toBe(false);
		expect(JSON.stringify(result)).not.toContain('S3cret');
	});
});
