import { randomBytes } from 'node:crypto';

import { mq, mqForFile, mqItems, mqRefused, runMq, textsIn } from '../../../support/mq/nodes';

const bench = mqForFile();
const QUEUE = 'DEV.QUEUE.1';
const OTHER = 'DEV.QUEUE.2';
const SMALL = 'DEV.SMALL';

const on = (operation: string, more: object = {}) => ({ resource: 'message', operation, queue: QUEUE, ...more });
const stored = (queue = QUEUE) => bench.sandbox.manager.queue(queue).visible();

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

	it.each([null, '', undefined])('refuses JSON whose expression returns %j', async (given) => {
		const parameters = on('put', { contentSource: 'json', json: '={{ $json.given }}' });
		const { message } = await mqRefused(bench.sandbox, parameters, { input: [{ json: { given } as never }] });
		expect(message).toBe('JSON is empty: its expression returns nothing');
		expect(stored()).toEqual([]);
	});

	it.each(['text', 'json'])('refuses characters of %s that the character set does not have', async (contentSource) => {
		const options = { encoding: 'latin1' };
		const parameters = on('put', { contentSource, [contentSource]: '{"price": "€ 5"}', options });
		expect((await mqRefused(bench.sandbox, parameters)).message).toMatch(
			/characters that the encoding does not support/,
		);
		expect(stored()).toEqual([]);
	});

	it.each([
		[0, -1],
		[0.0004, 1],
		[0.1, 1],
		[0.11, 2],
		[1, 10],
	])('puts an expiry of %d seconds as %d tenths, and never leaves one out', async (expiry, tenths) => {
		await mq(bench.sandbox, on('put', { contentSource: 'text', text: 'x', options: { expiry } }));
		expect(stored()[0].descriptor.expiry).toBe(tenths);
	});

	it('gives it properties, which come out again with their types', async () => {
		const property = [
			{ name: 'YFSTranEventID', type: 'string', value: 'ORDER_CREATE.ON_SUCCESS' },
			{ name: 'attempt', type: 'number', value: '3' },
			{ name: 'urgent', type: 'boolean', value: 'true' },
			{ name: 'sum', type: 'number', value: '={{ 0.1 + 0.2 }}' },
			{ name: 'great', type: 'number', value: '={{ 1e21 }}' },
		];
		await mq(bench.sandbox, on('put', { contentSource: 'text', text: '<Order/>', properties: { property } }));
		const [row] = await mq(bench.sandbox, on('get'));
		expect(row).toMatchObject({
			properties: { YFSTranEventID: 'ORDER_CREATE.ON_SUCCESS', attempt: 3, urgent: true, sum: 0.1 + 0.2, great: 1e21 },
			event: 'orderCreated',
			data: { Order: {} },
		});
	});

	it.each([
		['a number', { name: 'n', type: 'number', value: 'many' }, /Properties → Property 1 → Value must be a number/],
		['a boolean', { name: 'n', type: 'boolean', value: 'maybe' }, /Property 1 → Value must be yes or no/],
		['a name', { name: ' ', value: 'x' }, /Property 1 → Name is empty/],
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
		['an object as a text', withProperty({ value: { a: 1 } }), /Value must be one value, got an object/],
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
			/Properties has "n" twice/,
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
			/begins with ID: but does not have 48/,
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
