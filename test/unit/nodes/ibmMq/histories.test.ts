import * as fc from 'fast-check';

import { MemoryQueueManager, until } from '../../../support/mq/memory';
import { TriggerBench } from '../../../support/mq/trigger';

const QUEUE = 'ORDERS';
const ASIDE = 'ORDERS.BACKOUT';

/** What may happen to a trigger and its queue. */
const event = fc.oneof(
	{ weight: 5, arbitrary: fc.constant({ what: 'send' as const }) },
	{
		weight: 6,
		arbitrary: fc.record({ what: fc.constant('end' as const), how: fc.constantFrom('success', 'error', 'nothing') }),
	},
	{ weight: 1, arbitrary: fc.constant({ what: 'refuse' as const }) },
	{ weight: 2, arbitrary: fc.constant({ what: 'break' as const }) },
	{ weight: 2, arbitrary: fc.constant({ what: 'restart' as const }) },
	{
		weight: 2,
		arbitrary: fc.record({
			what: fc.constant('fault' as const),
			verb: fc.constantFrom('MQGET', 'MQCMIT', 'MQBACK', 'MQPUT'),
			isDone: fc.boolean(),
		}),
	},
	{ weight: 3, arbitrary: fc.constant({ what: 'time' as const }) },
);

const turn = async () => {
	for (let i = 0; i < 8; i++) await new Promise((resolve) => setImmediate(resolve));
};

/**
 * Whatever happens: a message that was sent has run to success or lies in a queue, the backout queue included, and one
 * that ran to success twice did so under one ID.
 */
test.each([true, false])('nothing is lost, with units of work %s', async (hasUnitsOfWork) => {
	await fc.assert(
		fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
			const manager = new MemoryQueueManager().define(QUEUE).define(ASIDE);
			manager.hasUnitsOfWork = hasUnitsOfWork;
			const options = { backoutThreshold: 3, backoutQueue: ASIDE, ...(hasUnitsOfWork ? { parallelMessages: 2 } : {}) };
			const sent = new Map<string, string>();
			const succeeded: string[][] = [];
			let ended = 0;
			let bench = await new TriggerBench(manager, { queue: QUEUE, output: 'message', options }).activate();
			const endNext = (how: string) => {
				const execution = bench.executions.at(ended);
				if (!execution) return;
				ended += 1;
				const { messageId, text } = execution.items[0].json as Record<string, string>;
				if (how === 'success') succeeded.push([messageId, text]);
				if (how === 'refuse') execution.reject(new Error('Not started'));
				else execution.end(how as 'success');
			};
			const restart = async () => {
				await bench.close();
				ended = 0;
				bench = await new TriggerBench(manager, { queue: QUEUE, output: 'message', options }).activate();
			};
			for (const one of events) {
				if (one.what === 'send') {
					const text = `message ${sent.size}`;
					sent.set(text, manager.send(QUEUE, text));
				} else if (one.what === 'end') endNext(one.how);
				else if (one.what === 'refuse') endNext('refuse');
				else if (one.what === 'break') manager.breakAll();
				else if (one.what === 'restart') await restart();
				else if (one.what === 'fault') manager.faults.push({ verb: one.verb, code: 2009, isDone: one.isDone });
				else bench.clock.pass();
				await turn();
				expect(bench.errors).toEqual([]);
			}
			// From now on everything goes well.
			manager.faults.length = 0;
			await restart();
			await until(() => {
				bench.clock.pass(1000);
				bench.clock.pass(2000);
				bench.clock.pass(4000);
				while (bench.executions.length > ended) endNext('success');
				return manager.texts(QUEUE).length === 0 && bench.executions.length === ended && manager.connections.size > 0;
			});
			await turn();
			await bench.close();
			expect(manager.connections.size).toBe(0);
			const done = new Set(succeeded.map(([, text]) => text));
			const aside = new Set(manager.texts(ASIDE));
			const left = new Set(manager.texts(QUEUE));
			expect([...sent.keys()].filter((text) => !done.has(text) && !aside.has(text) && !left.has(text))).toEqual([]);
			for (const [id, text] of succeeded) expect(id).toBe(sent.get(text));
		}),
		{ numRuns: 150 },
	);
});
