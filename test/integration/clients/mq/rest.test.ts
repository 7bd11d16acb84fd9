import { restTransport } from '../../../../clients/mq/rest';
import { testConnection } from '../../../../clients/mq/diagnose';
import { REAL_CLOCKWORK } from '../../../../kit/http/retry';
import type { Fault } from '../../../../sandbox/kit/faults';
import { closeAllPools, pooledTransport } from '../../../../kit/http/pools';
import type { Transport } from '../../../../kit/http/transport';
import type { ConnectionSettings, Message } from '../../../../clients/mq/connection';
import { MqBench } from '../../../support/mq/mqBench';

const bench = MqBench.forFile({ plainHttp: false });
afterAll(closeAllPools);

const settings = (more: Partial<ConnectionSettings> = {}): ConnectionSettings => ({
	...bench.settings(),
	address: bench.sandbox.url,
	certificateAuthorities: bench.sandbox.ca,
	...more,
});
/** Attempts follow one another at once. */
const clockwork = { ...REAL_CLOCKWORK, random: () => 0 };
const connect = async () => await restTransport.connect(settings(), { clockwork });
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

const status = (code: number, body: object | string = ''): Omit<Fault, 'api'> => ({
	kind: 'status',
	status: code,
	body: typeof body === 'string' ? body : JSON.stringify({ error: [body] }),
	contentType: typeof body === 'string' ? 'text/html' : 'application/json',
});
const OWN = { type: 'rest', messageId: 'MQWB0009E', message: 'MQWB0009E: The queue manager is not running.' };
const put = async () => await (await connect()).put(QUEUE, { body: Buffer.from('once') });

test.each<[string, Omit<Fault, 'api'>]>([
	['a connection that is cut', { kind: 'drop' }],
	['a 503 of a gateway', status(503)],
	['a 503 of a gateway in JSON of its own', status(503, { messageId: 'GW-1', message: 'upstream' })],
	['a 502', status(502, '<html>')],
	['a 504', status(504, '<html>')],
	['a 408', status(408)],
	['a page under 200', status(200, '<html>sign in</html>')],
	['a 201 that names no message', status(201)],
	['a redirect', status(302)],
	['a failure of mqweb itself', status(500, OWN)],
	['a connection of mqweb to the queue manager that broke', status(502, { ...OWN, reasonCode: 2009 })],
])('a put is uncertain after %s: the message may be there, and nothing is sent again', async (_what, fault) => {
	bench.sandbox.faults.add({ ...fault, api: 'putMessage', afterWork: true });
	await expect(put()).rejects.toMatchObject({
		category: 'uncertain',
		message: expect.stringMatching(/^The message may or may not be on the queue: /),
		hint: expect.stringMatching(/its content/),
	});
	expect(bench.texts(QUEUE)).toEqual(['once']);
});

test.each<[string, Omit<Fault, 'api'>, object]>([
	['mqweb, whose queue manager is not running', status(503, OWN), { category: 'connection', code: 'MQWB0009E' }],
	['mqweb for want of a role', status(403, { ...OWN, messageId: 'MQWB0108E' }), { category: 'permission' }],
	['the queue manager, whose queue is full', status(502, { ...OWN, reasonCode: 2053 }), { code: '2053' }],
	['a gateway that knows no such path', status(404), { category: 'configuration', remedy: { field: 'endpoint' } }],
	['a gateway that lets nobody in', status(401), { category: 'authentication' }],
	['a gateway that takes no more', status(429), { category: 'throttled' }],
])('a put that is refused by %s was not done', async (_what, fault, error) => {
	bench.sandbox.faults.add({ ...fault, api: 'putMessage' });
	await expect(put()).rejects.toMatchObject({ ...error, effect: 'none' });
	expect(bench.texts(QUEUE)).toEqual([]);
});

test('a get whose confirmation is lost deletes again by the ID; where that fails as well, it delivers the message', async () => {
	const connection = await connect();
	const get = async () => (await connection.get(QUEUE))?.body.toString();
	for (const afterWork of [false, true]) {
		bench.sandbox.manager.send(QUEUE, 'once');
		bench.sandbox.faults.add({ kind: 'drop', api: 'getMessage', afterWork });
		expect(await get()).toBe('once');
		expect(bench.texts(QUEUE)).toEqual([]);
	}
	bench.sandbox.manager.send(QUEUE, 'again');
	bench.sandbox.faults.add({ kind: 'drop', api: 'getMessage', times: 0 });
	expect(await get()).toBe('again');
	expect(bench.texts(QUEUE)).toEqual(['again']);
});

test('a get whose confirmation is lost leaves another message of the same ID', async () => {
	const descriptor = { messageId: Buffer.alloc(24, 7) };
	for (const body of ['first', 'second']) bench.sandbox.manager.send(QUEUE, { body, descriptor });
	bench.sandbox.faults.add({ kind: 'drop', api: 'getMessage', afterWork: true });
	const connection = await connect();
	expect((await connection.get(QUEUE))?.body.toString()).toBe('first');
	expect(bench.texts(QUEUE)).toEqual(['second']);
	expect((await connection.get(QUEUE))?.body.toString()).toBe('second');
});

describe('another message under the same ID that comes before the first', () => {
	const ID = Buffer.alloc(24, 8);
	const first = () => bench.sandbox.manager.send(QUEUE, { body: 'first', descriptor: { messageId: ID } });
	const urgent = () =>
		bench.sandbox.manager.send(QUEUE, { body: 'urgent', descriptor: { messageId: ID, priority: 9 } });
	/** A connection whose first removal is overtaken by something. */
	async function overtaken(by: () => void) {
		const pool = pooledTransport({ origin: bench.sandbox.url, tls: { ca: bench.sandbox.ca }, maxInFlight: 1 });
		let isOvertaken = false;
		const http: Transport = async (request) => {
			if (request.method === 'DELETE' && !isOvertaken) {
				isOvertaken = true;
				by();
			}
			return await pool(request);
		};
		return await restTransport.connect(settings(), { clockwork, http });
	}
	const text = async (got: Promise<Message | undefined>) => (await got)?.body.toString();

	test('is delivered where it was removed: nothing is removed unread', async () => {
		first();
		const connection = await overtaken(urgent);
		expect(await text(connection.get(QUEUE))).toBe('urgent');
		expect(bench.texts(QUEUE)).toEqual(['first']);
		expect(await text(connection.get(QUEUE))).toBe('first');
	});

	test('stays where only the first is to be removed', async () => {
		first();
		const connection = await connect();
		const [only] = await all(connection.browse(QUEUE));
		urgent();
		expect(await connection.get(QUEUE, { messageId: only.descriptor.messageId, only })).toBeUndefined();
		expect(bench.texts(QUEUE)).toEqual(['urgent', 'first']);
	});

	test('is delivered in its place where it overtakes the removal', async () => {
		first();
		const connection = await overtaken(urgent);
		const [only] = await all(connection.browse(QUEUE));
		expect(await text(connection.get(QUEUE, { messageId: only.descriptor.messageId, only }))).toBe('urgent');
		expect(bench.texts(QUEUE)).toEqual(['first']);
	});
});

async function all(messages: AsyncIterable<Message>): Promise<Message[]> {
	const found: Message[] = [];
	for await (const message of messages) found.push(message);
	return found;
}

test('a get that is refused for sure leaves the message', async () => {
	bench.sandbox.manager.send(QUEUE, 'here');
	bench.sandbox.faults.add({ ...status(403, { ...OWN, reasonCode: 2035 }), api: 'getMessage' });
	await expect((await connect()).get(QUEUE)).rejects.toMatchObject({ code: '2035' });
	expect(bench.texts(QUEUE)).toEqual(['here']);
});

test('a message that cannot be delivered is not asked for again and again', async () => {
	bench.sandbox.manager.send(QUEUE, { body: Buffer.from([0xff]), descriptor: {} });
	const browses = () => bench.sandbox.log.list('browseMessage').length;
	const before = browses();
	for await (const { problem } of (await connect()).browse(QUEUE)) expect(problem?.code).toBe('2119');
	expect(browses() - before).toBe(1);
});

test('more messages than MQ REST lists are not passed over in silence', async () => {
	const { manager } = bench.sandbox;
	manager.define('DEV.DEEP', { maximumDepth: 10_000 });
	for (let count = 0; count < 5_001; count++) manager.send('DEV.DEEP', 'x');
	const all = async () => {
		for await (const { body } of (await connect()).browse('DEV.DEEP')) expect(body).toHaveLength(1);
	};
	await expect(all()).rejects.toMatchObject({ category: 'invalidInput', hint: expect.stringMatching(/5,000/) });
	manager.queue('DEV.DEEP').clear();
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
