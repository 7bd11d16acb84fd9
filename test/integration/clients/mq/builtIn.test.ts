import type { Connection, Message } from '../../../../clients/mq/connection';
import { isConnectionLost } from '../../../../clients/mq/errors';
import { MqBench } from '../../../support/mq/mqBench';

const bench = MqBench.forFile();
const QUEUE = 'DEV.QUEUE.1';
const text = (body: string) => ({ body: Buffer.from(body) });
const manager = () => bench.sandbox.manager;

async function all(messages: AsyncIterable<Message>): Promise<string[]> {
	const found: string[] = [];
	for await (const { body } of messages) found.push(body.toString());
	return found;
}

describe.each(['little', 'big'] as const)('a queue manager of byte order %s', (byteOrder) => {
	beforeEach(() => (bench.sandbox.behaviour.byteOrder = byteOrder));
	afterEach(() => (bench.sandbox.behaviour.byteOrder = 'little'));

	test('a message goes there and back with its descriptor and properties', async () => {
		const connection = await bench.connect();
		const descriptor = {
			messageId: '01'.repeat(24),
			correlationId: '02'.repeat(24),
			persistent: true,
			priority: 7,
			expiry: 60_000,
			replyToQueue: 'REPLY',
			replyToQueueManager: 'OTHER',
		};
		const properties = { colour: 'blue & <green>', count: -3, big: '9007199254740993', isNew: false, none: null };
		expect(await connection.put(QUEUE, { ...text('Grüße'), descriptor, properties })).toBe(descriptor.messageId);
		const message = await connection.get(QUEUE);
		expect(message?.descriptor).toMatchObject({ ...descriptor, format: 'MQSTR', backoutCount: 0, userId: 'app' });
		expect(message?.properties).toEqual({ 'mcd.Msd': 'jms_text', ...properties });
		expect(message?.body.toString()).toBe('Grüße');
		expect(message?.descriptor.putBy).toBe('n8n-nodes-ibm-sterling');
	});

	test('attributes of a queue', async () => {
		const connection = await bench.connect();
		await connection.put('OMS.ORDER.CREATED', text('x'));
		expect(await connection.inquire('OMS.ORDER.CREATED')).toMatchObject({
			depth: 1,
			maximumDepth: 5000,
			backoutThreshold: 3,
			backoutRequeueQueue: 'OMS.POISON',
			getAllowed: true,
			description: 'ORDER_CREATE.ON_SUCCESS',
		});
	});

	test.each([0, 1, 100_000, 4_000_000])('%d bytes, in segments both ways', async (size) => {
		const connection = await bench.connect();
		const body = Buffer.alloc(size, 'abcdefghij');
		await connection.put(QUEUE, { body, descriptor: { format: '' } });
		expect((await connection.get(QUEUE))?.body.equals(body)).toBe(true);
	});
});

test('a response that comes byte by byte is read all the same', async () => {
	bench.sandbox.behaviour.pieces = 1;
	try {
		const connection = await bench.connect();
		await connection.put(QUEUE, text('slow'));
		expect((await connection.get(QUEUE))?.body.toString()).toBe('slow');
	} finally {
		bench.sandbox.behaviour.pieces = 0;
	}
});

test('browse reads in order and leaves, also with a limit and a match', async () => {
	const connection = await bench.connect();
	const correlationId = 'cc'.repeat(24);
	for (const body of ['a', 'b', 'c']) await connection.put(QUEUE, text(body));
	await connection.put(QUEUE, { ...text('d'), descriptor: { correlationId } });
	expect(await all(connection.browse(QUEUE))).toEqual(['a', 'b', 'c', 'd']);
	expect(await all(connection.browse(QUEUE, { limit: 2 }))).toEqual(['a', 'b']);
	expect(await all(connection.browse(QUEUE, { correlationId }))).toEqual(['d']);
	expect(bench.texts(QUEUE)).toHaveLength(4);
	// What it opened is closed again.
	expect(manager().queue(QUEUE).openInputCount).toBe(0);
});

test('a unit of work: seen by others after commit, back with a higher count after a back out', async () => {
	const connection = await bench.connect();
	manager().send(QUEUE, 'first');
	const taken = await connection.get(QUEUE, { inUnitOfWork: true });
	await connection.put('DEV.QUEUE.2', text('answer'), { inUnitOfWork: true });
	expect(bench.texts('DEV.QUEUE.2')).toEqual([]);
	await connection.backOut();
	expect(bench.texts(QUEUE)).toEqual(['first']);
	const again = await connection.get(QUEUE, { inUnitOfWork: true });
	expect([taken, again].map((message) => message?.descriptor.backoutCount)).toEqual([0, 1]);
	expect(again?.descriptor.messageId).toBe(taken?.descriptor.messageId);
	await connection.put('DEV.QUEUE.2', text('answer'), { inUnitOfWork: true });
	await connection.commit();
	expect([bench.texts(QUEUE), bench.texts('DEV.QUEUE.2')]).toEqual([[], ['answer']]);
});

test('a message moves with its header to the letter', async () => {
	const connection = await bench.connect();
	await connection.put(QUEUE, { ...text('<Order/>'), properties: { a: 1, b: 'x' } });
	const message = (await connection.get(QUEUE, { inUnitOfWork: true })) as Message;
	await connection.put('OMS.POISON', message, { inUnitOfWork: true });
	await connection.commit();
	const moved = await connection.get('OMS.POISON');
	const { putAt, ...descriptor } = message.descriptor;
	expect(moved).toMatchObject({ descriptor, properties: message.properties });
	expect(moved?.original?.data.equals(message.original!.data)).toBe(true);
	expect(putAt).not.toBe('');
});

test('a get outside a unit of work is refused while one is open', async () => {
	const connection = await bench.connect();
	manager().send(QUEUE, 'x');
	await connection.get(QUEUE, { inUnitOfWork: true });
	await expect(connection.get(QUEUE)).rejects.toMatchObject({ category: 'invalidInput' });
	await connection.backOut();
	expect((await connection.get(QUEUE))?.body.toString()).toBe('x');
});

test('a get waits, answers heartbeats meanwhile, and takes what comes', async () => {
	const connection = await bench.connect();
	const waiting = connection.get(QUEUE, { wait: 20_000 });
	await until(() => manager().queue(QUEUE).waiting === 1);
	bench.sandbox.beat();
	await until(() => bench.sandbox.clients.at(-1)?.heartbeats === 1);
	manager().send(QUEUE, 'at last');
	expect((await waiting)?.body.toString()).toBe('at last');
	expect(await connection.get(QUEUE, { wait: 20 })).toBeUndefined();
});

test('a wait that is called off breaks the connection, and nothing is lost', async () => {
	const connection = await bench.connect();
	const stop = new AbortController();
	const waiting = connection.get(QUEUE, { wait: 20_000, inUnitOfWork: true, signal: stop.signal });
	await until(() => manager().queue(QUEUE).waiting === 1);
	stop.abort();
	await expect(waiting).rejects.toMatchObject({ category: 'cancelled' });
	await until(() => bench.sandbox.connected === 0);
	manager().send(QUEUE, 'kept');
	expect(bench.texts(QUEUE)).toEqual(['kept']);
	await expect(connection.get(QUEUE)).rejects.toMatchObject({ code: '2009', effect: 'none' });
});

test('a connection that breaks in a unit of work brings the message again', async () => {
	const connection = await bench.connect();
	manager().send(QUEUE, 'again');
	await connection.get(QUEUE, { inUnitOfWork: true });
	bench.sandbox.breakConnections();
	await until(() => bench.sandbox.connected === 0);
	expect(isConnectionLost(await connection.commit().catch((error: unknown) => error))).toBe(true);
	const next = await bench.connect();
	expect((await next.get(QUEUE))?.descriptor.backoutCount).toBe(1);
});

const reasons: Array<[string, (connection: Connection) => Promise<unknown>, string, string]> = [
	['an unknown queue', async (c) => await c.get('NO.SUCH'), '2085', 'notFound'],
	['a full queue', async (c) => await fill(c), '2053', 'throttled'],
	[
		'a message that the queue does not take',
		async (c) => await c.put('DEV.SMALL', text('x'.repeat(101))),
		'2030',
		'invalidInput',
	],
];

async function fill(connection: Connection): Promise<void> {
	for (let count = 0; count < 3; count++) await connection.put('DEV.SMALL', text('x'));
}

test.each(reasons)('%s', async (_name, call, code, category) => {
	const connection = await bench.connect();
	await expect(call(connection)).rejects.toMatchObject({ code, category, effect: 'none' });
	// The connection lives on.
	expect(await connection.put(QUEUE, text('x'))).toMatch(/^[\da-f]{48}$/);
});

test.each([
	['getInhibited', '2016', async (c: Connection) => await c.get('DEV.QUEUE.2')],
	['putInhibited', '2051', async (c: Connection) => await c.put('DEV.QUEUE.2', text('x'))],
] as const)('%s', async (attribute, code, call) => {
	const connection = await bench.connect();
	manager().define('DEV.QUEUE.2', { [attribute]: true });
	await expect(call(connection)).rejects.toMatchObject({ code, passing: true, attributes: { queue: 'DEV.QUEUE.2' } });
	manager().define('DEV.QUEUE.2', { [attribute]: false });
	await call(connection);
});

test('a user without authority', async () => {
	const connection = await bench.connect({ user: 'limited', password: 'Limited-1' });
	await expect(connection.put(QUEUE, text('x'))).rejects.toMatchObject({ code: '2035', remedy: { field: 'user' } });
});

test('the size is checked before anything is sent', async () => {
	const connection = await bench.connect({ channel: 'SMALL.SVRCONN' });
	await expect(connection.put(QUEUE, text('x'.repeat(10_001)))).rejects.toMatchObject({ code: '2218' });
	expect(bench.sandbox.clients.at(-1)?.calls.map(({ verb }) => verb)).toEqual(['MQCONN']);
});

describe('connecting', () => {
	test.each([
		['a wrong password', { password: 'Wrong-Secret-9' }, '2035', 'user'],
		['another queue manager', { queueManager: 'OTHER' }, '2058', 'queueManager'],
		['a channel that is not there', { channel: 'NO.SUCH' }, '2540', 'channel'],
		['a channel of another type', { channel: 'TO.OTHER' }, '2539', 'channel'],
		['a host that is not there', { address: '127.0.0.1(1)' }, '2538', 'endpoint'],
	])('%s', async (_name, more, code, field) => {
		const error: unknown = await bench.connect(more).catch((reason: unknown) => reason);
		expect(error).toMatchObject({ code, effect: 'none' });
		expect((error as { remedy?: { field: string } }).remedy?.field).toBe(field);
		expect(JSON.stringify(error) + String(error)).not.toContain('Wrong-Secret-9');
		await until(() => bench.sandbox.connected === 0);
	});

	test('a channel that is stopped, and a queue manager that does not run', async () => {
		const { behaviour } = bench.sandbox;
		behaviour.channels[bench.sandbox.channel].isStopped = true;
		await expect(bench.connect()).rejects.toMatchObject({ code: '2537', passing: true });
		behaviour.channels[bench.sandbox.channel].isStopped = false;
		behaviour.isRunning = false;
		await expect(bench.connect()).rejects.toMatchObject({ code: '2059', passing: true });
		behaviour.isRunning = true;
	});

	test('addresses are tried in order', async () => {
		const connection = await bench.connect({ address: `127.0.0.1(1), ${bench.sandbox.address}` });
		expect(await connection.get(QUEUE)).toBeUndefined();
	});

	test('the policy of the process decides on hosts', async () => {
		const egress = { permit: jest.fn().mockRejectedValue(new Error('blocked')) };
		await expect(bench.connect({}, { egress })).rejects.toThrow('blocked');
		expect(egress.permit).toHaveBeenCalledWith('127.0.0.1', bench.sandbox.port);
		const lookup = jest.fn((_host, _options, done) => done(new Error('not allowed')));
		await expect(bench.connect({ address: 'mq.invalid' }, { egress: { lookup } })).rejects.toMatchObject({
			code: '2538',
		});
		expect(lookup).toHaveBeenCalled();
	});
});

describe('faults', () => {
	test.each([
		['MQGET', 'drop', async (c: Connection) => await c.get(QUEUE)],
		['MQCMIT', 'drop', async (c: Connection) => await c.commit()],
		['MQINQ', 'truncate', async (c: Connection) => await c.inquire(QUEUE)],
		['MQINQ', 'malformed', async (c: Connection) => await c.inquire(QUEUE)],
	] as const)('%s with %s ends the connection with an error, and nothing is lost', async (api, kind, call) => {
		const connection = await bench.connect();
		manager().send(QUEUE, 'safe');
		bench.sandbox.faults.add({ kind, api });
		await expect(call(connection)).rejects.toMatchObject({ effect: 'unknown' });
		await until(() => bench.sandbox.connected === 0);
		expect(bench.texts(QUEUE)).toEqual(['safe']);
	});

	test('a put whose response is lost is uncertain, and can be looked for by its ID', async () => {
		const connection = await bench.connect();
		bench.sandbox.faults.add({ kind: 'drop', api: 'MQPUT1', afterWork: true });
		const error = await connection.put(QUEUE, text('once')).catch((reason: unknown) => reason);
		expect(error).toMatchObject({ category: 'uncertain', effect: 'unknown' });
		const { messageId } = (error as { attributes: Record<string, string> }).attributes;
		const next = await bench.connect();
		expect(await all(next.browse(QUEUE, { messageId }))).toEqual(['once']);
	});

	test('a get whose commit loses its confirmation delivers the message', async () => {
		const connection = await bench.connect();
		manager().send(QUEUE, 'kept');
		bench.sandbox.faults.add({ kind: 'drop', api: 'MQCMIT', afterWork: true });
		expect((await connection.get(QUEUE))?.body.toString()).toBe('kept');
		expect(bench.texts(QUEUE)).toEqual([]);
	});

	test('a queue manager that backs out is believed', async () => {
		const connection = await bench.connect();
		manager().send(QUEUE, 'x');
		await connection.get(QUEUE, { inUnitOfWork: true });
		bench.sandbox.faults.add({ kind: 'status', status: 2003, api: 'MQCMIT' });
		await expect(connection.commit()).rejects.toMatchObject({ code: '2003', category: 'conflict' });
	});

	test('the n-th call fails, the others do not', async () => {
		const connection = await bench.connect();
		bench.sandbox.faults.add({ kind: 'status', status: 2102, api: 'MQPUT', skip: 1 });
		await connection.put(QUEUE, text('1'));
		await connection.put(QUEUE, text('2'));
		await expect(connection.put(QUEUE, text('3'))).rejects.toMatchObject({ code: '2102' });
		await connection.put(QUEUE, text('4'));
		expect(bench.texts(QUEUE)).toEqual(['1', '2', '4']);
	});

	test('a peer that is dead is noticed', async () => {
		const connection = await bench.connect({}, { timeoutMs: 100 });
		bench.sandbox.faults.add({ kind: 'delay', ms: 600_000, api: 'MQINQ' });
		await expect(connection.inquire(QUEUE)).rejects.toMatchObject({ code: '2009' });
		expect(await connection.close()).toBeUndefined();
	});

	test('a queue manager that does not know properties gets its own options', async () => {
		bench.sandbox.behaviour.knowsProperties = false;
		const connection = await bench.connect();
		manager().send(QUEUE, 'old');
		expect((await connection.get(QUEUE))?.body.toString()).toBe('old');
		bench.sandbox.behaviour.knowsProperties = true;
	});
});

async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
