import { type MemoryQueueManager, until } from '../../../support/mq/memory';
import { textsOf, triggersForFile } from '../../../support/mq/trigger';

const QUEUE = 'ORDERS';
const triggers = triggersForFile(QUEUE);
const { activate } = triggers;

let manager: MemoryQueueManager;
beforeEach(() => ({ manager } = triggers));

describe('the workflow succeeds', () => {
	it('removes the message only then, and goes on with the next', async () => {
		const bench = await activate();
		manager.send(QUEUE, 'one');
		manager.send(QUEUE, 'two');
		const first = await bench.execution(1);
		expect(manager.calls).not.toContain('MQCMIT');
		expect(bench.executions).toHaveLength(1);
		first.end('success');
		const second = await bench.execution(2);
		expect(manager.calls.filter((verb) => verb === 'MQCMIT')).toHaveLength(1);
		second.end('success');
		await until(() => manager.calls.filter((verb) => verb === 'MQCMIT').length === 2);
		expect(textsOf(bench)).toEqual(['one', 'two']);
		expect(manager.texts(QUEUE)).toEqual([]);
	});

	it('takes a run that n8n has stored to go on with later for one that succeeded', async () => {
		const bench = await activate();
		manager.send(QUEUE, 'one');
		(await bench.execution(1)).end('waiting');
		await until(() => manager.calls.includes('MQCMIT'));
	});
});

describe('the workflow does not succeed', () => {
	it.each(['error', 'crashed', 'canceled', 'nothing'] as const)(
		'%s: the message comes again after a delay',
		async (end) => {
			const bench = await activate();
			manager.send(QUEUE, 'one');
			const id = (await bench.execution(1)).items[0].json.messageId;
			bench.executions[0].end(end);
			await until(() => bench.clock.waits.includes(1000));
			expect(manager.calls).not.toContain('MQBACK');
			bench.clock.pass(1000);
			const again = await bench.execution(2);
			expect(again.items[0].json).toMatchObject({ messageId: id, backoutCount: 1, text: 'one' });
			expect(manager.calls).toContain('MQBACK');
		},
	);

	it('a start that fails is a failure', async () => {
		const bench = await activate();
		manager.send(QUEUE, 'one');
		(await bench.execution(1)).reject(new Error('The database is gone'));
		await until(() => bench.clock.waits.includes(1000));
		bench.clock.pass(1000);
		expect((await bench.execution(2)).items[0].json).toMatchObject({ backoutCount: 1 });
	});

	it('waits 1, 2, 4 … 60 seconds', async () => {
		const bench = await activate();
		bench.ends = 'error';
		manager.send(QUEUE, 'one');
		const delays: number[] = [];
		for (let number = 1; number <= 8; number++) {
			await bench.execution(number);
			await until(() => bench.clock.waits.some((ms) => ms <= 60_000));
			delays.push(bench.clock.waits.find((ms) => ms <= 60_000)!);
			bench.clock.pass(delays.at(-1));
		}
		expect(delays).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
	});

	it('keeps the order: what is behind waits', async () => {
		const bench = await activate();
		manager.send(QUEUE, 'one');
		manager.send(QUEUE, 'two');
		(await bench.execution(1)).end('error');
		await until(() => bench.clock.waits.includes(1000));
		bench.clock.pass(1000);
		(await bench.execution(2)).end('success');
		await bench.execution(3);
		expect(textsOf(bench)).toEqual(['one', 'one', 'two']);
	});
});

describe('Remove the Message', () => {
	it('when the workflow has ended: a failure removes it', async () => {
		const bench = await activate({ removeWhen: 'ended' });
		manager.send(QUEUE, 'one');
		(await bench.execution(1)).end('error');
		await until(() => manager.calls.includes('MQCMIT'));
		expect(manager.texts(QUEUE)).toEqual([]);
	});

	it('when the workflow has ended: an execution that never was puts it back', async () => {
		const bench = await activate({ removeWhen: 'ended' });
		manager.send(QUEUE, 'one');
		(await bench.execution(1)).end('nothing');
		await until(() => bench.clock.waits.includes(1000));
		bench.clock.pass(1000);
		await bench.execution(2);
	});

	it('when it was received: nobody waits for the end', async () => {
		const bench = await activate({ removeWhen: 'received' });
		manager.send(QUEUE, 'one');
		manager.send(QUEUE, 'two');
		const second = await bench.execution(2);
		expect(second.isWaitedFor).toBe(false);
		await until(() => manager.calls.filter((verb) => verb === 'MQCMIT').length === 2);
	});
});

describe('poison messages', () => {
	const poison = { descriptor: { backoutCount: 3 } } as never;

	it('are moved by the threshold of the queue to the queue that it names, in one unit of work', async () => {
		manager.define(QUEUE, { backoutThreshold: 3, backoutRequeueQueue: 'ORDERS.BACKOUT' });
		const id = manager.add(QUEUE, { body: Buffer.from('bad'), ...(poison as object) });
		manager.send(QUEUE, 'good');
		const bench = await activate();
		await bench.execution(1);
		expect(textsOf(bench)).toEqual(['good']);
		const [moved] = manager.queue('ORDERS.BACKOUT').messages;
		expect(moved.descriptor.messageId).toBe(id);
		// The looks before and after it show whether it came back, by an alias.
		const calls = ['MQCONN', 'MQINQ', 'MQINQ', 'MQGET', 'MQGET', 'MQPUT', 'MQCMIT', 'MQGET', 'MQGET'];
		expect(manager.calls).toEqual(calls);
		expect(bench.reports.map(({ message }) => message)).toEqual([
			`A message of ORDERS was put back 3 times, which is the backout threshold (3).`,
		]);
	});

	it('go by the fields of the trigger where it has them', async () => {
		manager.define(QUEUE, { backoutThreshold: 9, backoutRequeueQueue: 'NOWHERE' });
		manager.add(QUEUE, { body: Buffer.from('bad'), ...(poison as object) });
		await activate({ options: { backoutThreshold: 2, backoutQueue: 'ORDERS.BACKOUT' } });
		await until(() => manager.texts('ORDERS.BACKOUT').length === 1);
	});

	it('without a backout queue stop the trigger, which says what to do, and stay where they are', async () => {
		manager.define(QUEUE, { backoutThreshold: 3 });
		manager.add(QUEUE, { body: Buffer.from('bad'), ...(poison as object) });
		const bench = await activate({ options: { parallelMessages: 3 } });
		await until(() => bench.errors.length > 0);
		expect(bench.errors).toHaveLength(1);
		expect((bench.errors[0] as { description?: string }).description).toMatch(/set Backout Queue in the options/);
		await bench.close();
		expect(manager.texts(QUEUE)).toEqual(['bad']);
	});

	it('without a threshold come again for ever', async () => {
		manager.add(QUEUE, { body: Buffer.from('bad'), descriptor: { backoutCount: 99 } as never });
		const bench = await activate();
		(await bench.execution(1)).end('error');
		await until(() => bench.clock.waits.includes(60_000));
	});
});

describe('a message that cannot be read', () => {
	const unreadable = () => manager.send(QUEUE, '<Not><an/>event');
	const asEvents = { output: 'event' };
	const good = '<Order OrderNo="1" OrderHeaderKey="1" YFSTranEventID="ORDER_CREATE.ON_SUCCESS"/>';

	it('is passed over where there is no backout queue: the others run, and a report says what to do', async () => {
		const bench = await activate(asEvents);
		bench.ends = 'success';
		unreadable();
		manager.send(QUEUE, good);
		await until(() => {
			bench.clock.pass(2000);
			return bench.executions.length === 1 && manager.texts(QUEUE).length === 1;
		});
		expect(bench.errors).toEqual([]);
		expect(bench.reports).toHaveLength(1);
		expect(bench.reports[0].message).toMatch(/^A message of ORDERS cannot be read: /);
		expect((bench.reports[0] as { description?: string }).description).toMatch(
			/set Backout Queue in the options.*It stays in the queue/,
		);
	});

	it('is reported once, and never looked at in a hot loop', async () => {
		const bench = await activate(asEvents);
		unreadable();
		for (let look = 0; look < 5; look++) {
			await until(() => bench.clock.waits.includes(2000));
			bench.clock.pass(2000);
		}
		expect(bench.reports).toHaveLength(1);
		expect(manager.queue(QUEUE).messages[0].descriptor.backoutCount).toBe(1);
	});
});

describe('when the execution’s end is never reported', () => {
	it('the message goes back after the time limit, and the log says so', async () => {
		const bench = await activate({ options: { timeLimit: 7 } });
		manager.send(QUEUE, 'one');
		await bench.execution(1);
		expect(bench.clock.waits).toEqual([7 * 60_000]);
		bench.clock.pass(7 * 60_000);
		await until(() => bench.clock.waits.includes(1000));
		bench.clock.pass(1000);
		await bench.execution(2);
		expect(bench.logs.join()).toMatch(/did not end within 7 minutes/);
	});

	it('an engine that refuses to wait stops the trigger with the setting that helps', async () => {
		const bench = await activate();
		manager.send(QUEUE, 'one');
		(await bench.execution(1)).reject(
			new Error('Engine 2.0 cannot run a trigger that waits. Set the node to hand off without waiting.'),
		);
		await until(() => bench.errors.length > 0);
		expect((bench.errors[0] as { description?: string }).description).toMatch(/When It Was Received/);
		expect(manager.texts(QUEUE)).toEqual(['one']);
	});
});

describe('switching off', () => {
	it('puts back what is under way, at once', async () => {
		const bench = await activate({ options: { parallelMessages: 2 } });
		manager.send(QUEUE, 'one');
		manager.send(QUEUE, 'two');
		await bench.execution(2);
		await bench.close();
		expect(manager.texts(QUEUE).sort()).toEqual(['one', 'two']);
		expect(manager.connections.size).toBe(0);
		expect(bench.errors).toEqual([]);
	});

	it('ends a delay', async () => {
		const bench = await activate();
		manager.send(QUEUE, 'one');
		(await bench.execution(1)).end('error');
		await until(() => bench.clock.waits.includes(1000));
		await bench.close();
		expect(manager.texts(QUEUE)).toEqual(['one']);
	});

	it('an end that comes too late changes nothing', async () => {
		const bench = await activate();
		manager.send(QUEUE, 'one');
		const execution = await bench.execution(1);
		await bench.close();
		execution.end('success');
		await new Promise((resolve) => setImmediate(resolve));
		expect(manager.texts(QUEUE)).toEqual(['one']);
	});
});

describe('a test of the workflow', () => {
	it('shows the first message and leaves it where it is', async () => {
		manager.send(QUEUE, 'one');
		const bench = await activate({}, { mode: 'manual' });
		await bench.execution(1);
		expect(textsOf(bench)).toEqual(['one']);
		expect(bench.executions[0].isWaitedFor).toBe(false);
		expect(manager.texts(QUEUE)).toEqual(['one']);
		expect(manager.calls).not.toContain('MQCMIT');
	});

	it('waits for one, and says what to do where none comes', async () => {
		const bench = await activate({}, { mode: 'manual' });
		await until(() => bench.clock.waits.length > 0);
		manager.send(QUEUE, 'late');
		bench.clock.pass();
		await bench.execution(1);
		const other = await activate({ queue: 'ORDERS.BACKOUT' }, { mode: 'manual' });
		while (other.errors.length === 0) {
			await until(() => other.clock.waits.length > 0 || other.errors.length > 0);
			other.clock.pass();
		}
		expect(other.errors[0].message).toMatch(/no message in ORDERS.BACKOUT/);
	});
});
