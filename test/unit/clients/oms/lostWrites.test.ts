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
		['504', () => ({ status: 504 })],
		['cut off', () => ({ body: '{"OrderNo":"AU' })],
	];

	it.each(losses)('are looked up, not sent again: %s', async (_what, lose) => {
		const fake = fakeTransport(lose);
		const recover = jest.fn(async () => ({ OrderNo: 'AU-1' }));
		expect(await client(fake.transport).send({ ...create, recover })).toEqual({
			root: 'Order',
			document: { OrderNo: 'AU-1' },
			empty: false,
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

	it.each<[string, Partial<TransportResponse>]>([
		['429', { status: 429, headers: { 'retry-after': '3' } }],
		['503 with Retry-After', { status: 503, headers: { 'retry-after': '3' } }],
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
