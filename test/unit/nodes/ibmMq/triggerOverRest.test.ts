import type { INode } from 'n8n-workflow';

import { type MemoryQueueManager, until } from '../../../support/mq/memory';
import { type TriggerBench, textsOf, triggersForFile } from '../../../support/mq/trigger';

const QUEUE = 'ORDERS';
const triggers = triggersForFile(QUEUE);
const { activate } = triggers;

let manager: MemoryQueueManager;
beforeEach(() => ({ manager } = triggers));

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
		expect(textsOf(bench)).toEqual(['one', 'two', 'three']);
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
			expect([textsOf(bench), manager.texts(QUEUE)]).toEqual([['one', 'urgent'], ['one']]);
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
			expect(textsOf(bench)).toEqual(['one', 'urgent']);
		});

		it('runs when it was removed in its place, and neither runs twice', async () => {
			const { bench, second } = await takenInPlace();
			second.end('success');
			await within(bench, isEmpty);
			expect(textsOf(bench)).toEqual(['one', 'urgent']);
		});

		it('runs again when it fails, and goes to the backout queue in the end', async () => {
			const options = { backoutThreshold: 2, backoutQueue: 'ORDERS.BACKOUT' };
			const { bench, second } = await takenInPlace({ options });
			second.end('error');
			await until(() => bench.clock.waits.includes(1000));
			bench.clock.pass(1000);
			(await bench.execution(3)).end('error');
			await within(bench, () => manager.texts('ORDERS.BACKOUT').length === 1 && isEmpty());
			expect([textsOf(bench), manager.texts('ORDERS.BACKOUT')]).toEqual([['one', 'urgent', 'urgent'], ['urgent']]);
		});

		it('is back in the queue when the trigger is switched off before it has succeeded', async () => {
			const { bench } = await takenInPlace();
			await bench.close();
			expect(manager.texts(QUEUE).sort()).toEqual(['one', 'urgent']);
		});

		it.each([2009, 2051, 2085])(
			'that cannot be put back (%d) is named in the log, and runs with the next activation',
			async (code) => {
				const { bench } = await takenInPlace();
				manager.faults.push({ verb: 'MQPUT', code });
				await bench.close();
				expect(bench.logs).toEqual([
					expect.stringMatching(/could not be put back: [\da-f]{48}\. They are processed if/),
				]);
				expect(manager.texts(QUEUE)).toEqual(['one']);
				bench.ends = 'success';
				await bench.activate();
				await within(bench, isEmpty);
				expect(textsOf(bench)).toEqual(['one', 'urgent', 'urgent']);
			},
		);

		it.each([0, 1])(
			'is named in the log when the trigger is switched off without a connection (attempt %d)',
			async (n) => {
				const options = { backoutThreshold: 1, backoutQueue: 'ORDERS.BACKOUT' };
				const { bench, second } = await takenInPlace({ options });
				second.end('error');
				await until(() => bench.clock.waits.includes(1000));
				// What breaks first is the move to the backout queue, then each new connection.
				manager.faults.push(...Array.from({ length: n }, () => ({ verb: 'MQCONN', code: 2059 })));
				manager.breakAll();
				bench.clock.pass(1000);
				await until(() => bench.logs.some((log) => log.endsWith('Trying again in 1 s.')));
				if (n === 1) {
					bench.clock.pass(1000);
					await until(() => bench.logs.some((log) => log.endsWith('Trying again in 2 s.')));
				}
				await bench.close();
				expect(bench.logs.at(-1)).toMatch(/could not be put back: [\da-f]{48}\. They are processed if/);
				expect(bench.logs.filter((log) => log.includes('could not be put back'))).toHaveLength(1);
				expect(manager.texts(QUEUE)).toEqual(['one']);
				bench.ends = 'success';
				await bench.activate();
				await within(bench, isEmpty);
				expect(textsOf(bench)).toEqual(['one', 'urgent', 'urgent']);
			},
		);

		it('stays, and the one that ran does not run again, over a new activation', async () => {
			const { bench, second } = await takenInPlace();
			manager.faults.push({ verb: 'MQGET', code: 2085 });
			second.end('success');
			await until(() => bench.errors.length > 0);
			await bench.activate();
			await within(bench, isEmpty);
			expect(textsOf(bench)).toEqual(['one', 'urgent']);
		});
	});

	it('takes one message at a time', async () => {
		await expect(activate({ options: { parallelMessages: 2 } })).rejects.toThrow(/must be 1 with MQ REST/);
	});
});
