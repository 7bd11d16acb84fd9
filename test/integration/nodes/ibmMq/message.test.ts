import { jmsTextMessage } from '../../../../sandbox/mq';
import { mq, mqForFile, mqItems, mqRefused, runMq, textsIn } from '../../../support/mq/nodes';

const bench = mqForFile();
const QUEUE = 'DEV.QUEUE.1';
const OTHER = 'DEV.QUEUE.2';
const SMALL = 'DEV.SMALL';

const on = (operation: string, more: object = {}) => ({ resource: 'message', operation, queue: QUEUE, ...more });
const send = (...texts: string[]) => texts.map((text) => bench.sandbox.manager.send(QUEUE, text));
const stored = (queue = QUEUE) => bench.sandbox.manager.queue(queue).visible();

describe('browse', () => {
	it('reads messages and leaves them', async () => {
		send(
			'one',
			'{"OrderNo": 7}',
			'<Order OrderNo="WEB-1"><OrderLines><OrderLine PrimeLineNo="1"/></OrderLines></Order>',
		);
		const rows = await mq(bench.sandbox, on('browse', { returnAll: true }));
		expect(rows.map(({ text, data }) => text ?? data)).toEqual([
			'one',
			{ OrderNo: '7' },
			{ Order: { OrderNo: 'WEB-1', OrderLines: { OrderLine: [{ PrimeLineNo: '1' }] } } },
		]);
		expect(rows[0]).toMatchObject({
			messageId: expect.stringMatching(/^[\da-f]{48}$/),
			format: 'MQSTR',
			persistent: true,
			backoutCount: 0,
			putAt: expect.stringMatching(/^\d{4}-/),
			properties: {},
		});
		expect(stored()).toHaveLength(3);
	});

	it('says that there are more than the limit', async () => {
		send('one', 'two', 'three');
		const finished = await runMq(bench.sandbox, on('browse', { limit: 2 }));
		expect(finished.json('MQ').map(({ text }) => text)).toEqual(['one', 'two']);
		expect(finished.hints('MQ')).toEqual([expect.stringMatching(/More messages are in the queue than the 2/)]);
	});

	it('finds by the IDs', async () => {
		const [, id] = send('one', 'two');
		const [row] = await mq(bench.sandbox, on('browse', { match: { messageId: id } }));
		expect(row.text).toBe('two');
		const input = [{ json: {} }];
		const empty = on('browse', { match: { messageId: '={{ $json.nothing }}' } });
		expect((await mqRefused(bench.sandbox, empty, { input })).message).toMatch(/Message ID is empty/);
	});

	it.each(
		['messageId', 'correlationId'].flatMap((name) => ['browse', 'count', 'get', 'getMany'].map((one) => [one, name])),
	)('%s refuses a %s of zeros, which would match any message', async (operation, name) => {
		send('one');
		const parameters = on(operation, { match: { [name]: `ID:${'0'.repeat(48)}` } });
		expect(await mqRefused(bench.sandbox, parameters)).toMatchObject({
			message: expect.stringMatching(/^Match → (Message|Correlation) ID has only zeros, which means no ID$/),
			description: 'Without the condition, any message would match.',
		});
		expect(textsIn(bench.sandbox, QUEUE)).toEqual(['one']);
	});

	it('puts the body where Content says', async () => {
		bench.sandbox.manager.send(QUEUE, { body: Buffer.from([0, 1, 255]), descriptor: { format: '' } });
		send('text');
		const [file, text] = await mqItems(bench.sandbox, on('browse', { returnAll: true }));
		expect(Buffer.from(file.binary!.data.data, 'base64')).toEqual(Buffer.from([0, 1, 255]));
		expect(text.json.text).toBe('text');
		const files = await mqItems(bench.sandbox, on('browse', { content: 'binary', binaryProperty: 'body', limit: 9 }));
		expect(files.map(({ binary }) => binary?.body?.fileExtension ?? binary?.body?.mimeType)).toHaveLength(2);
		const refused = await mqRefused(bench.sandbox, on('browse', { content: 'text', limit: 1 }));
		expect(refused.message).toMatch(/CCSID 1208/);
	});

	it('reads a message of JMS without its header', async () => {
		bench.sandbox.manager.send(QUEUE, jmsTextMessage(QUEUE, '<Order OrderNo="1"/>', { YFSTranEventID: 'X.ON_Y' }));
		const [row] = await mq(bench.sandbox, on('browse'));
		expect(row).toMatchObject({ data: { Order: { OrderNo: '1' } }, event: 'X.ON_Y', format: 'MQSTR' });
	});
});

describe('count', () => {
	it('counts all, or those that match', async () => {
		const [id] = send('one', 'two');
		expect(await mq(bench.sandbox, on('count'))).toEqual([{ queue: QUEUE, count: 2 }]);
		expect(await mq(bench.sandbox, on('count', { match: { messageId: id } }))).toEqual([{ queue: QUEUE, count: 1 }]);
	});
});

describe('get', () => {
	it('removes the first message, or the one that matches', async () => {
		const [, , id] = send('one', 'two', 'three');
		expect(await mq(bench.sandbox, on('get'))).toMatchObject([{ text: 'one' }]);
		expect(await mq(bench.sandbox, on('get', { match: { messageId: id } }))).toMatchObject([{ text: 'three' }]);
		expect(textsIn(bench.sandbox, QUEUE)).toEqual(['two']);
	});

	it('leaves a message that it cannot show', async () => {
		bench.sandbox.manager.send(QUEUE, { body: Buffer.from([0xff]), descriptor: {} });
		expect((await mqRefused(bench.sandbox, on('get', { content: 'text' }))).message).toMatch(/not valid text/);
		expect(stored()).toHaveLength(1);
	});

	it('comes to nothing where there is none, or to an error where that is wanted', async () => {
		expect(await mq(bench.sandbox, on('get'))).toEqual([]);
		const error = await mqRefused(bench.sandbox, on('get', { options: { whenNothingFound: 'fail' } }));
		expect(error.message).toMatch(/No message in DEV\.QUEUE\.1 matches/);
	});

	it.each(['get', 'getMany'])('%s only looks in a dry run', async (operation) => {
		send('one');
		const finished = await runMq(bench.sandbox, on(operation, { options: { dryRun: true } }));
		expect(finished.json('MQ')).toMatchObject([{ text: 'one' }]);
		expect(finished.hints('MQ')).toEqual([expect.stringMatching(/still in the queue/)]);
		expect(stored()).toHaveLength(1);
	});
});

describe('get many', () => {
	it('removes so many at once', async () => {
		send('one', 'two', 'three');
		expect(await mq(bench.sandbox, on('getMany', { limit: 2 }))).toMatchObject([{ text: 'one' }, { text: 'two' }]);
		expect(textsIn(bench.sandbox, QUEUE)).toEqual(['three']);
	});

	it('removes none where one cannot be read', async () => {
		send('one');
		bench.sandbox.manager.send(QUEUE, { body: Buffer.from([0xff]), descriptor: {} });
		await mqRefused(bench.sandbox, on('getMany', { content: 'text' }));
		expect(stored()).toHaveLength(2);
		expect(stored()[0].descriptor.backoutCount).toBe(1);
	});

	it('removes each by itself where that is wanted', async () => {
		send('one');
		bench.sandbox.manager.send(QUEUE, { body: Buffer.from([0xff]), descriptor: {} });
		const each = on('getMany', { content: 'text', options: { oneUnitOfWork: false } });
		expect(await mq(bench.sandbox, each)).toMatchObject([{ text: 'one' }]);
		expect(stored()).toHaveLength(1);
		await mqRefused(bench.sandbox, each);
		expect(stored()).toHaveLength(1);
	});
});

describe('move', () => {
	const move = (more: object = {}) => on('move', { targetQueue: OTHER, ...more });

	it('moves messages with what they carry', async () => {
		const id = bench.sandbox.manager.send(
			QUEUE,
			jmsTextMessage(QUEUE, '<Order OrderNo="1"/>', { YFSTranEventID: 'ORDER_CREATE.ON_SUCCESS', n: 4 }),
		);
		const before = stored()[0];
		expect(await mq(bench.sandbox, move())).toEqual([{ messageId: id, queue: QUEUE, targetQueue: OTHER }]);
		expect(stored()).toEqual([]);
		const [after] = stored(OTHER);
		expect(after.descriptor).toMatchObject({
			messageId: before.descriptor.messageId,
			priority: before.descriptor.priority,
		});
		const [row] = await mq(bench.sandbox, on('browse', { queue: OTHER }));
		expect(row).toMatchObject({ properties: { YFSTranEventID: 'ORDER_CREATE.ON_SUCCESS', n: 4 } });
	});

	it('takes dead letters back to where they were meant to go, without the header', async () => {
		const header = Buffer.alloc(172, ' ');
		header.write('DLH ');
		for (const [at, value] of [
			[4, 1],
			[8, 2053],
			[108, 546],
			[112, 819],
		])
			header.writeInt32LE(value, at);
		header.write('MQSTR   ', 116);
		const descriptor = { format: 'MQDEAD', encoding: 546, ccsid: 1208 };
		const dead = { body: Buffer.concat([header, Buffer.from('Grün', 'latin1')]), descriptor };
		for (let i = 0; i < 2; i++) bench.sandbox.manager.send(QUEUE, dead);
		expect(await mq(bench.sandbox, on('browse', { limit: 1 }))).toMatchObject([
			{ format: 'MQSTR', text: 'Grün', deadLetter: { reason: 2053, reasonName: 'MQRC_Q_FULL' } },
		]);
		await mq(bench.sandbox, move({ limit: 1, options: { removeDeadLetterHeader: true } }));
		await mq(bench.sandbox, move({ limit: 1 }));
		expect(stored(OTHER).map(({ data }) => data.length)).toEqual([4, 176]);
		expect(stored(OTHER)[0].descriptor).toMatchObject({ format: 'MQSTR', ccsid: 819, encoding: 546 });
	});

	it('moves all of them or none', async () => {
		send('one', 'two', 'three');
		const error = await mqRefused(bench.sandbox, move({ targetQueue: SMALL, returnAll: true }));
		expect(error.message).toMatch(/full/);
		expect(stored()).toHaveLength(3);
		expect(stored(SMALL)).toEqual([]);
	});

	it('refuses to move a queue into itself, and only looks in a dry run', async () => {
		send('one');
		expect((await mqRefused(bench.sandbox, move({ targetQueue: QUEUE }))).message).toMatch(/the same/);
		const [row] = await mq(bench.sandbox, move({ options: { dryRun: true } }));
		expect(row).toMatchObject({ dryRun: true, targetQueue: OTHER });
		expect(stored()).toHaveLength(1);
	});
});

describe('queue', () => {
	it('reads depth and attributes', async () => {
		bench.sandbox.manager.send(SMALL, 'one');
		expect(await mq(bench.sandbox, { resource: 'queue', operation: 'get', queue: SMALL })).toEqual([
			expect.objectContaining({
				queue: SMALL,
				depth: 1,
				maximumDepth: 2,
				maximumMessageLength: 100,
				description: 'Takes two messages of 100 bytes',
				getAllowed: true,
				putAllowed: true,
			}),
		]);
	});
});

describe('the connection', () => {
	it('is opened anew for the next item after it broke', async () => {
		send('one', 'two');
		bench.sandbox.faults.add({ api: 'MQGET', kind: 'drop' });
		const rows = await mq(bench.sandbox, on('get'), {
			input: [{ json: {} }, { json: {} }],
			node: { onError: 'continueRegularOutput' },
		});
		expect(rows[0]).toHaveProperty('error');
		expect(rows[1]).toHaveProperty('text');
	});

	it.each([
		['Queue Manager', { queueManager: 'OTHER' }],
		['Channel', { channel: 'NO.SUCH' }],
		['User', { user: 'app', password: 'wrong' }],
		['Host and Port', { hostAndPort: '127.0.0.1(1)' }],
		['CA Certificate', { caCertificate: '' }],
	])('that is refused names the field: %s', async (label, credential) => {
		const { message, description } = await mqRefused(bench.sandbox, on('count'), { credential });
		expect(`${message} ${String(description)}`).toContain(label);
	});
});
