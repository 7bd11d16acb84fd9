import { jmsHeader } from '../../../../sandbox/mq/rfh2';
import { mqForFile, runMq, textsIn } from '../../../support/mq/nodes';
import { JMS } from '../../../support/mq/unreadable';

const bench = mqForFile();
const QUEUE = 'DEV.QUEUE.1';
const credential = { connectWith: 'rest' };

describe.each(['get', 'getMany'])('%s over MQ REST', (operation) => {
	const run = async () =>
		await runMq(
			bench.sandbox,
			{ resource: 'message', operation, queue: QUEUE, returnAll: false, limit: 1 },
			{ credential },
		);

	it('says that nobody confirmed the removal of a message', async () => {
		bench.sandbox.manager.send(QUEUE, 'once');
		bench.sandbox.faults.add({ kind: 'drop', api: 'getMessage', times: 0 });
		const finished = await run();
		expect(finished.json('MQ')).toMatchObject([{ text: 'once' }]);
		expect(finished.hints('MQ').join()).toMatch(/did not confirm that a message was removed/);
		expect(textsIn(bench.sandbox, QUEUE)).toEqual(['once']);
	});

	it('says nothing of it where a second attempt was confirmed', async () => {
		bench.sandbox.manager.send(QUEUE, 'once');
		bench.sandbox.faults.add({ kind: 'drop', api: 'getMessage' });
		const finished = await run();
		expect(finished.hints('MQ').join()).not.toMatch(/did not confirm/);
		expect(textsIn(bench.sandbox, QUEUE)).toEqual([]);
	});
});

describe.each(['get', 'getMany'])('%s over MQ REST of a message whose properties cannot be read', (operation) => {
	it.each(['auto', 'text', 'binary'])(
		'leaves it in the queue, since they would be lost: content %s',
		async (content) => {
			const properties = '<usr><a;b>1</a;b></usr>';
			bench.sandbox.manager.send(QUEUE, {
				body: Buffer.concat([jmsHeader([properties]), Buffer.from('body')]),
				descriptor: JMS,
			});
			const { error } = await runMq(
				bench.sandbox,
				{ resource: 'message', operation, queue: QUEUE, returnAll: false, limit: 1, content },
				{ credential },
			);
			expect(error?.message).toMatch(/^The properties of the message cannot be read/);
			expect(bench.sandbox.manager.queue(QUEUE).visible()).toHaveLength(1);
		},
	);
});

it.each([
	['MQ REST', credential, {}],
	['the built-in client, without a unit of work', {}, { oneUnitOfWork: false }],
])('Get Many over %s returns what it removed before a message that cannot be read', async (_way, login, options) => {
	const unreadable = {
		body: Buffer.concat([jmsHeader(['<usr><a;b>1</a;b><c>2</d></usr>']), Buffer.from('bad')]),
		descriptor: JMS,
	};
	for (const letter of ['one', 'two', unreadable, 'three']) bench.sandbox.manager.send(QUEUE, letter);
	const parameters = {
		resource: 'message',
		operation: 'getMany',
		queue: QUEUE,
		returnAll: true,
		content: 'text',
		options,
	};
	const finished = await runMq(bench.sandbox, parameters, { credential: login });
	expect(finished.json('MQ')).toMatchObject([{ text: 'one' }, { text: 'two' }]);
	expect(finished.hints('MQ').join()).toMatch(/The node stopped after 2 messages, because of the next one: /);
	expect(bench.sandbox.manager.queue(QUEUE).visible()).toHaveLength(2);
});
