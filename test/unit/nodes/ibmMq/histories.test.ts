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
		arbitrary: fc.record({
			what: fc.constant('end' as const),
			how: fc.constantFrom('success', 'error', 'nothing', 'forgotten'),
		}),
	},
	{ weight: 1, arbitrary: fc.constant({ what: 'refuse' as const }) },
	{ weight: 2, arbitrary: fc.constant({ what: 'break' as const }) },
	{ weight: 2, arbitrary: fc.constant({ what: 'restart' as const }) },
	{ weight: 2, arbitrary: fc.constant({ what: 'leader' as const }) },
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

const TIME_LIMIT_MS = 60 * 60_000;

interface Success {
	id: string;
	text: string;
	/** The activation in which it ran. */
	activation: number;
}

/** A queue, its trigger, and whoever starts, stops and ends what runs. */
class History {
	readonly manager = new MemoryQueueManager().define(QUEUE).define(ASIDE);
	readonly sent = new Map<string, string>();
	readonly succeeded: Success[] = [];
	/** Successes that n8n never reported. */
	readonly forgotten = new Set<string>();
	bench!: TriggerBench;
	private ended = 0;
	private activation = 0;

	constructor(
		hasUnitsOfWork: boolean,
		private readonly parallelMessages: number,
	) {
		this.manager.hasUnitsOfWork = hasUnitsOfWork;
	}

	send(): void {
		const text = `message ${this.sent.size}`;
		this.sent.set(text, this.manager.send(QUEUE, text));
	}

	/** Another main process takes the lead, before (`overlapping`) or after this one has let go. */
	async activate(overlapping = false): Promise<void> {
		const former = this.bench as TriggerBench | undefined;
		if (!overlapping) await former?.close();
		const options = { backoutThreshold: 3, backoutQueue: ASIDE, parallelMessages: this.parallelMessages };
		this.bench = await new TriggerBench(this.manager, { queue: QUEUE, output: 'message', options }).activate();
		this.ended = 0;
		this.activation += 1;
		if (overlapping) await former?.close();
	}

	/** Time passes, though not the limit of an execution. */
	wait(): void {
		const { clock } = this.bench;
		for (const ms of clock.waits) if (ms < TIME_LIMIT_MS) clock.pass(ms);
	}

	get isIdle(): boolean {
		return this.bench.executions.length === this.ended;
	}

	/** Ends the execution that has run for the longest. */
	end(how: string): void {
		const execution = this.bench.executions.at(this.ended);
		if (!execution) return;
		this.ended += 1;
		const { messageId: id, text } = execution.items[0].json as Record<string, string>;
		const { activation } = this;
		if (how === 'success' || how === 'forgotten') this.succeeded.push({ id, text, activation });
		if (how === 'refuse') execution.reject(new Error('Not started'));
		else if (how !== 'forgotten') execution.end(how as 'success');
		else {
			this.forgotten.add(text);
			this.bench.clock.pass(TIME_LIMIT_MS);
		}
	}

	/** From now on everything goes well. */
	async finish(): Promise<void> {
		this.manager.faults.length = 0;
		await this.activate();
		await until(() => {
			for (const ms of [1000, 2000, 4000]) this.bench.clock.pass(ms);
			while (!this.isIdle) this.end('success');
			return this.manager.texts(QUEUE).length === 0 && this.isIdle && this.manager.connections.size > 0;
		});
		await turn();
		await this.bench.close();
	}
}

/**
 * Whatever happens: a message that was sent has run to success or lies in a queue, the backout queue included, and one
 * that ran to success twice did so under one ID. With one message at a time, that is only where n8n did not report the
 * success, or where the trigger was activated again.
 */
test.each([
	{ hasUnitsOfWork: true, parallelMessages: 1 },
	{ hasUnitsOfWork: true, parallelMessages: 2 },
	{ hasUnitsOfWork: false, parallelMessages: 1 },
])('nothing is lost: %j', async ({ hasUnitsOfWork, parallelMessages }) => {
	await fc.assert(
		fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
			const history = new History(hasUnitsOfWork, parallelMessages);
			const { manager, sent, succeeded, forgotten } = history;
			await history.activate();
			for (const one of events) {
				if (one.what === 'send') history.send();
				else if (one.what === 'end') history.end(one.how);
				else if (one.what === 'refuse') history.end('refuse');
				else if (one.what === 'break') manager.breakAll();
				else if (one.what === 'restart') await history.activate();
				else if (one.what === 'leader') await history.activate(true);
				else if (one.what === 'fault') manager.faults.push({ verb: one.verb, code: 2009, isDone: one.isDone });
				else history.wait();
				await turn();
				expect(history.bench.errors).toEqual([]);
			}
			await history.finish();
			expect(manager.connections.size).toBe(0);
			const safe = new Set([...succeeded.map(({ text }) => text), ...manager.texts(ASIDE), ...manager.texts(QUEUE)]);
			expect([...sent.keys()].filter((text) => !safe.has(text))).toEqual([]);
			for (const { id, text } of succeeded) expect(id).toBe(sent.get(text));
			if (parallelMessages > 1) return;
			const ran = succeeded
				.filter(({ text }) => !forgotten.has(text))
				.map(({ text, activation }) => `${text} in ${activation}`);
			expect(ran.filter((one, at) => ran.indexOf(one) < at)).toEqual([]);
		}),
		{ numRuns: 120 },
	);
});
