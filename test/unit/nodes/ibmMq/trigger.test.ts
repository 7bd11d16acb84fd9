import type { INode } from 'n8n-workflow';

import { MemoryQueueManager, until, type Fault } from '../../../support/mq/memory';
import { TriggerBench } from '../../../support/mq/trigger';

let manager: MemoryQueueManager;

const QUEUE = 'ORDERS';
const benches: TriggerBench[] = [];

beforeEach(() => {
	manager = new MemoryQueueManager().define(QUEUE).define('ORDERS.BACKOUT');
});
afterEach(async () => {
	await Promise.all(benches.splice(0).map(async (bench) => await bench.close()));
	expect(manager.connections.size).toBe(0);
});

async function activate(
	parameters: INode['parameters'] = {},
	more: ConstructorParameters<typeof TriggerBench>[2] = {},
): Promise<TriggerBench> {
	const bench = new TriggerBench(manager, { queue: QUEUE, output: 'message', ...parameters }, more);
	benches.push(bench);
	return await bench.activate();
}

const texts = (bench: TriggerBench) => bench.executions.map(({ items }) => items[0].json.text);

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
		expect(texts(bench)).toEqual(['one', 'two']);
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
		expect(texts(bench)).toEqual(['one', 'one', 'two']);
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
		expect(texts(bench)).toEqual(['good']);
		const [moved] = manager.queue('ORDERS.BACKOUT').messages;
		expect(moved.descriptor.messageId).toBe(id);
		expect(manager.calls).toEqual(['MQCONN', 'MQINQ', 'MQINQ', 'MQGET', 'MQPUT', 'MQCMIT', 'MQGET']);
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

describe('connections', () => {
	it('are opened anew when they are lost, and a message that has failed meanwhile comes again', async () => {
		const bench = await activate();
		manager.send(QUEUE, 'one');
		const first = await bench.execution(1);
		manager.breakAll();
		first.end('error');
		await until(() => bench.clock.waits.includes(1000));
		bench.clock.pass(1000);
		await until(() => bench.clock.waits.includes(1000));
		bench.clock.pass(1000);
		expect((await bench.execution(2)).items[0].json).toMatchObject({ text: 'one', backoutCount: 1 });
	});

	it.each<[string, Fault | undefined]>([
		['the connection was lost meanwhile', undefined],
		['its removal is backed out', { verb: 'MQCMIT', code: 2003 }],
		['the confirmation of its removal is lost', { verb: 'MQCMIT', code: 2009, isDone: true }],
	])('where a message was processed and %s, it does not run again', async (_what, fault) => {
		const bench = await activate();
		bench.ends = 'success';
		if (fault) manager.faults.push(fault);
		else bench.onStart = () => manager.breakAll();
		manager.send(QUEUE, 'one');
		await until(() => bench.clock.waits.includes(1000));
		bench.onStart = undefined;
		bench.clock.pass(1000);
		manager.send(QUEUE, 'two');
		await until(() => manager.texts(QUEUE).length === 0 && bench.executions.length === 2);
		expect(texts(bench)).toEqual(['one', 'two']);
	});

	it('another message under the same ID does run', async () => {
		const bench = await activate();
		bench.ends = 'success';
		manager.faults.push({ verb: 'MQCMIT', code: 2009, isDone: true });
		const messageId = manager.send(QUEUE, 'one');
		await until(() => bench.clock.waits.includes(1000));
		bench.clock.pass(1000);
		manager.add(QUEUE, { body: Buffer.from('two'), descriptor: { messageId } });
		await until(() => bench.executions.length === 2);
		expect(texts(bench)).toEqual(['one', 'two']);
	});

	it('another message under the same ID that fails is not taken for the first', async () => {
		const bench = await activate();
		manager.faults.push({ verb: 'MQCMIT', code: 2009, isDone: true });
		const messageId = manager.send(QUEUE, 'one');
		(await bench.execution(1)).end('success');
		await until(() => bench.clock.waits.includes(1000));
		bench.clock.pass(1000);
		manager.add(QUEUE, { body: Buffer.from('two'), descriptor: { messageId } });
		(await bench.execution(2)).end('error');
		await until(() => bench.clock.waits.includes(1000));
		bench.clock.pass(1000);
		(await bench.execution(3)).end('success');
		expect(texts(bench)).toEqual(['one', 'two', 'two']);
	});

	it('that cannot be opened any more end with an error', async () => {
		const bench = await activate();
		manager.faults.push(...Array.from({ length: 20 }, () => ({ verb: 'MQCONN', code: 2059 })));
		manager.breakAll();
		const delays: number[] = [];
		while (bench.errors.length === 0) {
			await until(() => bench.clock.waits.length > 0 || bench.errors.length > 0);
			delays.push(...bench.clock.waits);
			bench.clock.pass();
		}
		expect(delays).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60].map((seconds) => seconds * 1000));
		expect(bench.errors[0].message).toMatch(/2059/);
	});

	it.each([2035, 2058])('that are refused for good (%i) end at once', async (code) => {
		const bench = await activate();
		manager.faults.push({ verb: 'MQCONN', code });
		manager.breakAll();
		await until(() => bench.clock.waits.length > 0);
		bench.clock.pass();
		await until(() => bench.errors.length > 0);
		expect(bench.errors[0].message).toContain(String(code));
	});

	it('that cannot be opened at activation make it fail, with the field that helps', async () => {
		manager.faults.push({ verb: 'MQCONN', code: 2058 });
		await expect(activate()).rejects.toMatchObject({ description: expect.stringMatching(/See Queue Manager/) });
	});

	it('a queue that is not there makes the activation fail', async () => {
		await expect(activate({ queue: 'NOWHERE' })).rejects.toThrow(/no queue NOWHERE/);
		expect(manager.connections.size).toBe(0);
	});

	it('are as many as messages may run at once; where one fails, none stays', async () => {
		const bench = await activate({ options: { parallelMessages: 3 } });
		expect(manager.connections.size).toBe(3);
		for (const text of ['a', 'b', 'c', 'd']) manager.send(QUEUE, text);
		await bench.execution(3);
		expect(bench.executions).toHaveLength(3);
		bench.executions[1].end('success');
		await bench.execution(4);
		await bench.close();
		manager.faults.push({ verb: 'MQCONN', code: 2537 });
		await expect(activate({ options: { parallelMessages: 3 } })).rejects.toThrow(/2537/);
		expect(manager.connections.size).toBe(0);
	});
});

describe('a test of the workflow', () => {
	it('shows the first message and leaves it where it is', async () => {
		manager.send(QUEUE, 'one');
		const bench = await activate({}, { mode: 'manual' });
		await bench.execution(1);
		expect(texts(bench)).toEqual(['one']);
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

describe('MQ REST', () => {
	beforeEach(() => {
		manager.hasUnitsOfWork = false;
	});

	it('browses, runs, and removes by the ID', async () => {
		const bench = await activate();
		manager.send(QUEUE, 'one');
		bench.clock.pass();
		const first = await bench.execution(1);
		expect(manager.texts(QUEUE)).toEqual(['one']);
		first.end('success');
		await until(() => manager.texts(QUEUE).length === 0);
	});

	it('counts failures itself, and moves what fails too often', async () => {
		manager.send(QUEUE, 'bad');
		const bench = await activate({ options: { backoutThreshold: 2, backoutQueue: 'ORDERS.BACKOUT' } });
		for (const [number, delay] of [
			[1, 1000],
			[2, 2000],
		]) {
			(await bench.execution(number)).end('error');
			await until(() => bench.clock.waits.includes(delay));
			bench.clock.pass(delay);
		}
		await until(() => manager.texts('ORDERS.BACKOUT').length === 1);
		expect(manager.texts(QUEUE)).toEqual([]);
		expect(bench.executions).toHaveLength(2);
	});

	it('runs another message under the same ID', async () => {
		const bench = await activate();
		bench.ends = 'success';
		const messageId = manager.send(QUEUE, 'one');
		manager.add(QUEUE, { body: Buffer.from('two'), descriptor: { messageId } });
		bench.clock.pass();
		await until(() => manager.texts(QUEUE).length === 0);
		manager.add(QUEUE, { body: Buffer.from('three'), descriptor: { messageId } });
		await until(() => {
			bench.clock.pass();
			return manager.texts(QUEUE).length === 0;
		});
		expect(texts(bench)).toEqual(['one', 'two', 'three']);
	});

	describe('another message under the same ID that is before the one that ran', () => {
		const urgent = (messageId: string) =>
			manager.add(QUEUE, { body: Buffer.from('urgent'), descriptor: { messageId, priority: 9 } });
		/** Lets the trigger look at the queue until something holds. */
		const within = async (bench: TriggerBench, holds: () => boolean) =>
			await until(() => {
				bench.clock.pass(2000);
				return holds();
			});
		const isEmpty = () => manager.texts(QUEUE).length === 0;
		/** A message ran, and another one takes its place at the moment at which it is removed. */
		async function takenInPlace(parameters: INode['parameters'] = {}) {
			const bench = await activate(parameters);
			const messageId = manager.send(QUEUE, 'one');
			bench.clock.pass();
			const first = await bench.execution(1);
			manager.beforeRemoval = () => urgent(messageId);
			first.end('success');
			const second = await bench.execution(2);
			expect([texts(bench), manager.texts(QUEUE)]).toEqual([['one', 'urgent'], ['one']]);
			return { bench, second };
		}

		it('runs when it came during the run, and neither runs twice', async () => {
			const bench = await activate();
			const messageId = manager.send(QUEUE, 'one');
			bench.clock.pass();
			const first = await bench.execution(1);
			urgent(messageId);
			bench.ends = 'success';
			first.end('success');
			await within(bench, isEmpty);
			expect(texts(bench)).toEqual(['one', 'urgent']);
		});

		it('runs when it was removed in its place, and neither runs twice', async () => {
			const { bench, second } = await takenInPlace();
			second.end('success');
			await within(bench, isEmpty);
			expect(texts(bench)).toEqual(['one', 'urgent']);
		});

		it('runs again when it fails, and goes to the backout queue in the end', async () => {
			const options = { backoutThreshold: 2, backoutQueue: 'ORDERS.BACKOUT' };
			const { bench, second } = await takenInPlace({ options });
			second.end('error');
			await until(() => bench.clock.waits.includes(1000));
			bench.clock.pass(1000);
			(await bench.execution(3)).end('error');
			await within(bench, () => manager.texts('ORDERS.BACKOUT').length === 1 && isEmpty());
			expect([texts(bench), manager.texts('ORDERS.BACKOUT')]).toEqual([['one', 'urgent', 'urgent'], ['urgent']]);
		});

		it('is back in the queue when the trigger is switched off before it has succeeded', async () => {
			const { bench } = await takenInPlace();
			await bench.close();
			expect(manager.texts(QUEUE).sort()).toEqual(['one', 'urgent']);
		});

		it('stays, and the one that ran does not run again, over a new activation', async () => {
			const { bench, second } = await takenInPlace();
			manager.faults.push({ verb: 'MQGET', code: 2085 });
			second.end('success');
			await until(() => bench.errors.length > 0);
			await bench.activate();
			await within(bench, isEmpty);
			expect(texts(bench)).toEqual(['one', 'urgent']);
		});
	});

	it('takes one message at a time', async () => {
		await expect(activate({ options: { parallelMessages: 2 } })).rejects.toThrow(/must be 1 with MQ REST/);
	});
});
