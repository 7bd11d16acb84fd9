import { ServiceError } from '../../../../kit/errors';
import type { TransportResponse } from '../../../../kit/http/transport';
import { client, create, fakeTransport } from './fakeSterling';

describe('writes whose answer is lost', () => {
	const dropped = () => {
		throw Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
	};
	const losses: Array<[string, () => Partial<TransportResponse>]> = [
		['dropped', dropped],
		['502', () => ({ status: 502 })],
		['503', () => ({ status: 503 })],
		['503 with Retry-After', () => ({ status: 503, headers: { 'retry-after': '3' } })],
		['504', () => ({ status: 504 })],
		['408', () => ({ status: 408 })],
		['500 of Sterling', () => ({ status: 500, body: '{"errors":[{"ErrorCode":"EXTN1","ErrorDescription":"no"}]}' })],
		['303', () => ({ status: 303, headers: { location: '/done' } })],
		['a web page', () => ({ body: '<html><title>Sign in</title></html>' })],
		['a foreign document', () => ({ body: '{"message":"queued"}' })],
		['SOAP', () => ({ body: '<s:Envelope xmlns:s="urn:s"><s:Body/></s:Envelope>' })],
		['cut off', () => ({ body: '{"OrderNo":"AU' })],
	];

	it.each(losses)('are looked up, not sent again: %s', async (_what, lose) => {
		const fake = fakeTransport(lose);
		const recover = jest.fn(async () => ({ OrderNo: 'AU-1' }));
		expect(await client(fake.transport).send({ ...create, recover })).toEqual({
			root: 'Order',
			document: { OrderNo: 'AU-1' },
			empty: false,
			lookedUp: true,
		});
		expect(fake.paths().filter((path) => path.endsWith('createOrder'))).toHaveLength(1);
	});

	it.each(losses)('are uncertain without a look-up: %s', async (_what, lose) => {
		const fake = fakeTransport(lose);
		await expect(client(fake.transport).send(create)).rejects.toMatchObject({
			category: 'uncertain',
			api: 'createOrder',
		});
		expect(fake.paths().filter((path) => path.endsWith('createOrder'))).toHaveLength(1);
	});

	const blanks: Array<[string, Partial<TransportResponse>]> = [
		['204', { status: 204 }],
		['a blank body', { body: ' ' }],
		['{}', { body: '{}' }],
		['<ApiSuccess/>', { body: '<ApiSuccess/>' }],
	];

	it.each(blanks)('are looked up where the document is missing that they must answer: %s', async (_what, blank) => {
		const fake = fakeTransport(() => blank);
		const recover = jest.fn(async () => ({ OrderNo: 'AU-1' }));
		expect(await client(fake.transport).send({ ...create, recover })).toMatchObject({
			document: { OrderNo: 'AU-1' },
			lookedUp: true,
		});
		const none = jest.fn(async () => undefined);
		await expect(client(fake.transport).send({ ...create, recover: none })).rejects.toMatchObject({
			category: 'uncertain',
			message: expect.stringContaining('was not found afterwards'),
		});
		expect(await client(fake.transport).send(create)).toMatchObject({ empty: true, document: {} });
		expect(await client(fake.transport).send({ ...create, api: 'manageItem', recover })).toMatchObject({ empty: true });
		expect(recover).toHaveBeenCalledTimes(1);
	});

	it('do not claim that nothing was found where looking failed', async () => {
		const fake = fakeTransport(dropped);
		const refused = async () =>
			await Promise.reject(new ServiceError('permission', 'Not granted', { httpStatus: 400 }));
		const failure = await client(fake.transport)
			.send({ ...create, recover: refused })
			.catch((error: ServiceError) => error);
		expect(failure).toMatchObject({
			category: 'uncertain',
			message: expect.stringContaining('looking up the record failed as well (Not granted)'),
		});
		expect((failure as ServiceError).message).not.toContain('not found');
	});

	it.each([
		['YFC0001', 'duplicate'],
		['YFS10003', 'notFound'],
		['YFS10137', 'notModifiable'],
	])('are compared where they were sent again and %s may be their own first success', async (code, category) => {
		const refusal = { status: 400, body: JSON.stringify({ errors: [{ ErrorCode: code, ErrorDescription: 'text' }] }) };
		const answers = () => [{ status: 429 }, refusal];
		const resent = (list = answers()) => fakeTransport(() => list.shift()!);
		const recover = async () => ({ OrderNo: 'AU-1' });
		expect(await client(resent().transport).send({ ...create, recover })).toMatchObject({ lookedUp: true });
		await expect(client(resent().transport).send(create)).rejects.toMatchObject({
			category: 'uncertain',
			code,
			message: expect.stringMatching(/^A write was sent again and then refused.*text$/),
		});
		await expect(client(resent([refusal]).transport).send({ ...create, recover })).rejects.toMatchObject({ category });
	});

	it.each<[string, Partial<TransportResponse>]>([
		['429', { status: 429, headers: { 'retry-after': '3' } }],
		['a lock', { status: 400, body: '{"errors":[{"ErrorCode":"YFC0009"}]}' }],
	])('are sent again only where nothing was done: %s', async (_what, refusal) => {
		const answers = [refusal, { body: '{"OrderNo":"AU-1"}' }];
		const waits: number[] = [];
		const fake = fakeTransport(() => answers.shift()!);
		let time = 0;
		const sleep = async (ms: number) => {
			waits.push(ms);
			time += ms;
		};
		const clockwork = { sleep, now: () => time };
		expect((await client(fake.transport, {}, clockwork).send(create)).document).toEqual({
			OrderNo: 'AU-1',
		});
		expect(waits).toEqual([refusal.headers ? 3000 : 0]);
	});
});
