import { type MemoryQueueManager, until, type Fault } from '../../../support/mq/memory';
import { textsOf, triggersForFile } from '../../../support/mq/trigger';

const QUEUE = 'ORDERS';
const triggers = triggersForFile(QUEUE);
const { activate } = triggers;

let manager: MemoryQueueManager;
beforeEach(() => ({ manager } = triggers));

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
		expect(textsOf(bench)).toEqual(['one', 'two']);
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
		expect(textsOf(bench)).toEqual(['one', 'two']);
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
		expect(textsOf(bench)).toEqual(['one', 'two', 'two']);
	});

	it('that cannot be opened any more end with an error', async () => {
		const bench = await activate();
		manager.faults.push(...Array.from({ length: 20 }, () => ({ verb: 'MQCONN', code: 2059 })));
		manager.breakAll();
		expect(await bench.delaysUntilError()).toEqual(
			[1, 2, 4, 8, 16, 32, 60, 60, 60, 60].map((seconds) => seconds * 1000),
		);
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
