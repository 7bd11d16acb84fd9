import { restTransport } from '../../../../clients/mq/rest';
import { testConnection } from '../../../../clients/mq/diagnose';
import { closeAllPools } from '../../../../kit/http/pools';
import type { ConnectionSettings } from '../../../../clients/mq/connection';
import { MqBench } from '../../../support/mq/mqBench';

const bench = MqBench.forFile({ plainHttp: false });
afterAll(closeAllPools);

const settings = (more: Partial<ConnectionSettings> = {}): ConnectionSettings => ({
	...bench.settings(),
	address: bench.sandbox.url,
	certificateAuthorities: bench.sandbox.ca,
	...more,
});
const connect = async () => await restTransport.connect(settings());
const QUEUE = 'DEV.QUEUE.1';

test('a message goes there and back, with its properties and descriptor', async () => {
	const connection = await connect();
	const properties = { colour: 'sky "blue"; light', count: 3, ratio: 1.5, isNew: true };
	const correlationId = 'ab'.repeat(24);
	const id = await connection.put(QUEUE, {
		body: Buffer.from('<Order OrderNo="Ü-1"/>'),
		properties,
		descriptor: { persistent: true, priority: 7, expiry: 60_000, correlationId, replyToQueue: 'DEV.QUEUE.2' },
	});
	const message = await connection.get(QUEUE);
	expect(message?.body.toString()).toBe('<Order OrderNo="Ü-1"/>');
	expect(message?.properties).toEqual(properties);
	expect(message?.descriptor).toMatchObject({
		messageId: id,
		correlationId,
		persistent: true,
		priority: 7,
		expiry: 60_000,
		replyToQueue: 'DEV.QUEUE.2',
	});
	expect(await connection.get(QUEUE)).toBeUndefined();
});

test('browse reads all and leaves them, get takes by its ID', async () => {
	const connection = await connect();
	const ids: string[] = [];
	for (const text of ['a', 'b', 'c']) ids.push(await connection.put(QUEUE, { body: Buffer.from(text) }));
	const seen: string[] = [];
	for await (const { body } of connection.browse(QUEUE)) seen.push(body.toString());
	expect(seen).toEqual(['a', 'b', 'c']);
	expect((await connection.get(QUEUE, { messageId: ids[1] }))?.body.toString()).toBe('b');
	expect(bench.texts(QUEUE)).toEqual(['a', 'c']);
	expect(await connection.inquire(QUEUE)).toMatchObject({ name: QUEUE, depth: 2 });
});

test('there are no units of work', async () => {
	const connection = await connect();
	const message = { body: Buffer.from('x') };
	for (const call of [
		connection.put(QUEUE, message, { inUnitOfWork: true }),
		connection.get(QUEUE, { inUnitOfWork: true }),
		connection.commit(),
		connection.backOut(),
	]) {
		await expect(call).rejects.toMatchObject({ category: 'configuration', remedy: { field: 'transport' } });
	}
	expect(restTransport.hasUnitsOfWork).toBe(false);
});

test('a put whose response is lost is uncertain; a get whose confirmation is lost delivers the message', async () => {
	const connection = await connect();
	bench.sandbox.faults.add({ kind: 'drop', api: 'putMessage', afterWork: true });
	await expect(connection.put(QUEUE, { body: Buffer.from('once') })).rejects.toMatchObject({ category: 'uncertain' });
	expect(bench.texts(QUEUE)).toEqual(['once']);
	bench.sandbox.faults.add({ kind: 'drop', api: 'getMessage' });
	expect((await connection.get(QUEUE))?.body.toString()).toBe('once');
	expect(bench.texts(QUEUE)).toEqual(['once']);
});

test.each([
	['an unknown queue', { queue: 'NO.SUCH' }, { code: '2085', category: 'notFound' }],
	['a full queue', { queue: 'DEV.SMALL', times: 3 }, { code: '2053', passing: true }],
	['a message that is too long', { queue: 'DEV.SMALL', body: 'x'.repeat(101) }, { code: '2030' }],
])('%s', async (_name, { queue, body = 'x', times = 1 }: { queue: string; body?: string; times?: number }, error) => {
	const connection = await connect();
	const puts = async () => {
		for (let count = 0; count < times; count++) await connection.put(queue, { body: Buffer.from(body) });
	};
	await expect(puts()).rejects.toMatchObject(error);
});

test('a get waits for a message', async () => {
	const connection = await connect();
	const waiting = connection.get(QUEUE, { wait: 5_000 });
	bench.sandbox.manager.send(QUEUE, 'late');
	expect((await waiting)?.body.toString()).toBe('late');
});

test.each<[string, Partial<ConnectionSettings>, RegExp, string | undefined]>([
	['the right settings', {}, /successful/, undefined],
	['a wrong password', { password: 'Wrong-Secret-9' }, /not authenticated/, 'password'],
	['another queue manager', { queueManager: 'OTHER' }, /no queue manager of that name/, 'queueManager'],
	['an address that is none', { address: 'http://' }, /not a valid URL/, 'endpoint'],
])('the test of a connection with %s', async (_name, more, message, field) => {
	const diagnosis = await testConnection(settings(more), restTransport);
	expect(diagnosis.message).toMatch(message);
	expect(diagnosis.message).not.toContain('Wrong-Secret-9');
	expect(diagnosis.remedy?.field).toBe(field);
});
