import { randomBytes } from 'node:crypto';

import { jmsTextMessage } from '../../../../sandbox/mq';
import { mq, mqForFile, mqItems, mqRefused, runMq, textsIn } from '../../../support/mq/nodes';

const bench = mqForFile();
const QUEUE = 'DEV.QUEUE.1';
const OTHER = 'DEV.QUEUE.2';
const SMALL = 'DEV.SMALL';

const on = (operation: string, more: object = {}) => ({ resource: 'message', operation, queue: QUEUE, ...more });
const send = (...texts: string[]) => texts.map((text) => bench.sandbox.manager.send(QUEUE, text));
const [stored] = [(queue = QUEUE) => bench.sandbox.manager.queue(queue).visible()];

describe('put', () => {
	it('puts a text as a persistent message of UTF-8', async () => {
		const [row] = await mq(bench.sandbox, on('put', { contentSource: 'text', text: 'Grüße' }));
		const [{ descriptor, data }] = stored();
		expect(row).toEqual({ queue: QUEUE, messageId: descriptor.messageId.toString('hex'), bytes: 7 });
		expect(data.toString()).toBe('Grüße');
		expect(descriptor).toMatchObject({ format: 'MQSTR', ccsid: 1208, persistence: 1, expiry: -1 });
	});

	it('says of it what Options say', async () => {
		const options = {
			correlationId: 'ORDER-1001',
			expiry: 90,
			persistent: false,
			priority: 7,
			replyToQueue: OTHER,
			replyToQueueManager: 'QM2',
			messageId: `ID:${'AB'.repeat(24)}`,
			encoding: 'latin1',
		};
		const [row] = await mq(bench.sandbox, on('put', { contentSource: 'text', text: 'é', options }));
		expect(row.messageId).toBe('ab'.repeat(24));
		const [{ descriptor, data }] = stored();
		expect(data).toEqual(Buffer.from([0xe9]));
		expect(descriptor).toMatchObject({ ccsid: 819, persistence: 0, priority: 7, expiry: 900, replyToQueue: OTHER });
		expect(descriptor.correlationId.toString('latin1').replace(/\0+$/, '')).toBe('ORDER-1001');
	});

	it('puts JSON, and a file without a format', async () => {
		await mq(bench.sandbox, on('put', { contentSource: 'json', json: '{"qty": 1.50}' }));
		const bytes = randomBytes(300);
		const input = [{ json: {}, binary: { data: { data: bytes.toString('base64'), mimeType: 'image/png' } } }];
		await mq(bench.sandbox, on('put', { contentSource: 'binary', binaryField: 'data' }), { input });
		expect(stored()[0].data.toString()).toBe('{"qty": 1.50}');
		expect(stored()[1].data).toEqual(bytes);
		expect(stored()[1].descriptor.format).toBe('');
	});

	it('gives it properties, which come out again with their types', async () => {
		const property = [
			{ name: 'YFSTranEventID', type: 'string', value: 'ORDER_CREATE.ON_SUCCESS' },
			{ name: 'attempt', type: 'number', value: '3' },
			{ name: 'urgent', type: 'boolean', value: 'true' },
		];
		await mq(bench.sandbox, on('put', { contentSource: 'text', text: '<Order/>', properties: { property } }));
		const [row] = await mq(bench.sandbox, on('get'));
		expect(row).toMatchObject({
			properties: { YFSTranEventID: 'ORDER_CREATE.ON_SUCCESS', attempt: 3, urgent: true },
			event: 'orderCreated',
			data: { Order: {} },
		});
	});

	it.each([
		['a number', { name: 'n', type: 'number', value: 'many' }, /Properties → Property 1: Value must be a number/],
		['a boolean', { name: 'n', type: 'boolean', value: 'maybe' }, /Value must be true or false/],
		['a name', { name: ' ', value: 'x' }, /Property 1 has no name/],
	])('refuses a property without %s', async (_what, property, message) => {
		const parameters = on('put', { contentSource: 'text', text: 'x', properties: { property: [property] } });
		expect((await mqRefused(bench.sandbox, parameters)).message).toMatch(message);
		expect(stored()).toEqual([]);
	});

	const putting = (more: object) => on('put', { contentSource: 'text', text: 'x', ...more });
	const withProperty = (property: object) => putting({ properties: { property: [{ name: 'n', ...property }] } });

	it.each<[string, object, RegExp]>([
		['a number in hexadecimal', withProperty({ type: 'number', value: '0x10' }), /Value must be a number, got/],
		['a number of blanks', withProperty({ type: 'number', value: '  ' }), /Value must be a number/],
		['a number beyond all', withProperty({ type: 'number', value: '1e999' }), /Value must be a number/],
		['a number of 65 bits', withProperty({ type: 'number', value: '9223372036854775808' }), /more than 64 bits/],
		['an object as a text', withProperty({ value: { a: 1 } }), /Value is an object/],
		['a name that selectors keep', withProperty({ name: 'Null', value: 'x' }), /"Null" is a reserved word/],
		[
			'a name that JMS keeps',
			withProperty({ name: 'JMSXDeliveryCount', value: 'x' }),
			/is not a JMS property that can be set/,
		],
		['a control character', withProperty({ value: 'a\u0000b' }), /control character/],
		[
			'a name twice',
			putting({
				properties: {
					property: [
						{ name: 'n', value: '1' },
						{ name: 'n', value: '2' },
					],
				},
			}),
			/has the name n twice/,
		],
		[
			'a format with no header behind it',
			putting({ options: { format: 'MQHRF2' } }),
			/does not begin with that header/,
		],
		['a format of nine characters', putting({ options: { format: 'NINECHARS' } }), /longer than 8 characters/],
		['a priority of 10', putting({ options: { priority: 10 } }), /priority|Priority/],
		['a priority of half', putting({ options: { priority: 1.5 } }), /priority|Priority/],
		['an expiry in the past', putting({ options: { expiry: -1 } }), /expiry|Expiry/],
		['an expiry beyond all', putting({ options: { expiry: 1e12 } }), /expiry|Expiry/],
		['a correlation ID of 25 bytes', putting({ options: { correlationId: 'x'.repeat(25) } }), /longer than 24 bytes/],
		[
			'an ID that was cut',
			putting({ options: { correlationId: `ID:${'ab'.repeat(20)}` } }),
			/begins with ID: and does not have 48/,
		],
		['an ID of JMS that is none', putting({ options: { messageId: 'ID:ORDER-1' } }), /begins with ID:/],
		['an ID of 47 digits', putting({ options: { messageId: 'a'.repeat(47) } }), /longer than 24 bytes/],
		['a request without a reply-to queue', putting({ options: { messageType: 'request' } }), /reply-to queue/],
		['a type of message that is none', putting({ options: { messageType: 'answer' } }), /Message Type/],
		[
			'a euro in ISO-8859-1',
			putting({ text: '€', options: { encoding: 'latin1' } }),
			/the encoding does not support: use UTF-8/,
		],
		['a queue that is no name', putting({ queue: 'MY QUEUE' }), /is not the name of a queue/],
		['a queue of 49 characters', putting({ queue: 'Q'.repeat(49) }), /longer than 48 characters/],
	])('refuses %s, and puts nothing', async (_what, parameters, message) => {
		const error = await mqRefused(bench.sandbox, parameters as never);
		expect(`${error.message} ${String(error.description)}`).toMatch(message);
		expect(stored()).toEqual([]);
	});

	it.each<[string, object, object]>([
		['tenths of seconds', { options: { expiry: 0.1 } }, { expiry: 1 }],
		['tenths that binary fractions do not hold', { options: { expiry: 16.1 } }, { expiry: 161 }],
		['less than a tenth of a second', { options: { expiry: 0.01 } }, { expiry: 1 }],
		['a second and a half', { options: { expiry: 1.5 } }, { expiry: 15 }],
		['an ID of any bytes', { options: { correlationId: '00ff'.repeat(12) } }, { correlation: '00ff'.repeat(12) }],
		[
			'an ID as JMS writes it',
			{ options: { correlationId: `ID:${'AB'.repeat(24)}` } },
			{ correlation: 'ab'.repeat(24) },
		],
		['a request', { options: { replyToQueue: OTHER } }, { messageType: 1 }],
		['a datagram all the same', { options: { replyToQueue: OTHER, messageType: 'datagram' } }, { messageType: 8 }],
		['a reply', { options: { messageType: 'reply' } }, { messageType: 2 }],
		['an ID of umlauts', { options: { correlationId: 'ü' } }, { correlation: `c3bc${'00'.repeat(22)}` }],
	])('puts %s', async (_what, more, expected) => {
		await mq(bench.sandbox, putting(more) as never);
		const [{ descriptor, data }] = stored();
		const { length } = data;
		expect({ ...descriptor, length, correlation: descriptor.correlationId.toString('hex') }).toMatchObject(expected);
	});

	it('keeps the digits of a whole number of 64 bits', async () => {
		await mq(bench.sandbox, withProperty({ type: 'number', value: '9223372036854775807' }) as never);
		expect(stored()[0].data.toString()).toContain('<n dt="i8">9223372036854775807</n>');
		expect(await mq(bench.sandbox, on('get'))).toMatchObject([{ properties: { n: '9223372036854775807' } }]);
	});

	it('refuses what the queue does not take before it is sent', async () => {
		const parameters = on('put', { queue: SMALL, contentSource: 'text', text: 'x'.repeat(101) });
		const error = await mqRefused(bench.sandbox, parameters);
		expect(error.message).toMatch(/101 bytes with its header, and DEV\.SMALL accepts at most 100/);
		const withProperty = { ...parameters, text: 'x'.repeat(99), properties: { property: [{ name: 'a', value: 'b' }] } };
		expect((await mqRefused(bench.sandbox, withProperty)).message).toMatch(/accepts at most 100/);
	});

	it('shows what it would put in a dry run, and looks at the size', async () => {
		const parameters = on('put', { contentSource: 'text', text: 'hi', options: { dryRun: true, priority: 2 } });
		const finished = await runMq(bench.sandbox, parameters);
		expect(finished.json('MQ')).toEqual([
			expect.objectContaining({ dryRun: true, queue: QUEUE, bytes: 2, text: 'hi', priority: 2, persistent: true }),
		]);
		expect(finished.hints('MQ')).toEqual([expect.stringMatching(/nothing was put/)]);
		expect(stored()).toEqual([]);
		const long = { ...parameters, queue: SMALL, text: 'x'.repeat(101) };
		expect((await mqRefused(bench.sandbox, long)).message).toMatch(/at most 100/);
	});

	it('never puts twice what may have arrived', async () => {
		bench.sandbox.faults.add({ api: ['MQPUT', 'MQPUT1'], kind: 'drop', afterWork: true });
		const { error } = await runMq(bench.sandbox, on('put', { contentSource: 'text', text: 'once' }));
		expect(textsIn(bench.sandbox, QUEUE)).toEqual(['once']);
		expect(error?.message).toMatch(/connection/i);
		expect((error as { description?: string }).description).toMatch(/may have|check/i);
	});

	it('puts the items in their order on one connection', async () => {
		const before = bench.sandbox.clients.length;
		const input = Array.from({ length: 20 }, (_, i) => ({ json: { i } }));
		const items = await mqItems(bench.sandbox, on('put', { contentSource: 'text', text: '={{ $json.i }}' }), { input });
		expect(textsIn(bench.sandbox, QUEUE)).toEqual(input.map(({ json }) => String(json.i)));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(input.map((_, item) => ({ item })));
		expect(bench.sandbox.clients.length - before).toBe(1);
	});

	it('goes on after an item that fails', async () => {
		const input = [{ json: { q: 'NOWHERE' } }, { json: { q: QUEUE } }];
		const parameters = on('put', { queue: '={{ $json.q }}', contentSource: 'text', text: 'x' });
		const rows = await mq(bench.sandbox, parameters, { input, node: { onError: 'continueRegularOutput' } });
		expect(rows).toEqual([
			{ error: expect.stringMatching(/no queue NOWHERE/), details: expect.objectContaining({ code: '2085' }) },
			expect.objectContaining({ queue: QUEUE }),
		]);
	});
});

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
		await mqRefused(bench.sandbox, on('getMany', { content: 'text', options: { oneUnitOfWork: false } }));
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
