import { until, type MemoryQueueManager } from '../../../support/mq/memory';
import { textsOf, triggersForFile } from '../../../support/mq/trigger';

const QUEUE = 'ORDERS';
const ASIDE = 'ORDERS.BACKOUT';
const triggers = triggersForFile(QUEUE);
const { activate } = triggers;

let manager: MemoryQueueManager;
beforeEach(() => ({ manager } = triggers));

const descriptionOf = (error: Error) => (error as { description?: string }).description;
const sendPoison = () => manager.add(QUEUE, { body: Buffer.from('bad'), descriptor: { backoutCount: 3 } as never });
const options = { backoutThreshold: 3, backoutQueue: ASIDE };
const puts = (code: number, count = 20) => Array.from({ length: count }, () => ({ verb: 'MQPUT', code }));

describe.each([
	['with units of work', true],
	['over MQ REST', false],
])('a backout queue that takes no message, %s', (_way, hasUnitsOfWork) => {
	/** A way without units of work has its own count of failures. */
	const failing = async () => {
		manager.hasUnitsOfWork = hasUnitsOfWork;
		sendPoison();
		const bench = await activate({ options: { ...options, backoutThreshold: hasUnitsOfWork ? 3 : 1 } });
		if (!hasUnitsOfWork) {
			(await bench.execution(1)).end('error');
			await until(() => bench.clock.waits.includes(1000));
			bench.clock.pass(1000);
		}
		return bench;
	};

	it.each([2051, 2053, 2056, 2192])(
		'for a while (%i): it is tried again ever more seldom, then n8n gets the error',
		async (code) => {
			manager.faults.push(...puts(code));
			const bench = await failing();
			expect(await bench.delaysUntilError()).toEqual(
				[1, 2, 4, 8, 16, 32, 60, 60, 60, 60].map((seconds) => seconds * 1000),
			);
			expect(bench.errors[0].message).toMatch(
				new RegExp(`^A message of ORDERS was put back .* could not be moved to ${ASIDE}: .*${code}`),
			);
			expect(manager.texts(ASIDE)).toEqual([]);
			await bench.close();
			expect(manager.texts(QUEUE)).toEqual(['bad']);
		},
	);

	it('and takes it again: the message is moved, and the trigger continues', async () => {
		manager.faults.push(...puts(2053, 2));
		const bench = await failing();
		for (const ms of [1000, 2000]) {
			await until(() => bench.clock.waits.includes(ms));
			bench.clock.pass(ms);
		}
		await until(() => bench.reports.length === 1);
		expect(manager.texts(ASIDE)).toEqual(['bad']);
		expect(bench.errors).toEqual([]);
	});

	it.each([2035, 2085, 2087])('for good (%i): n8n gets the error at once, which says where to look', async (code) => {
		manager.faults.push(...puts(code));
		const bench = await failing();
		await until(() => bench.errors.length > 0);
		expect(bench.errors[0].message).toMatch(new RegExp(`could not be moved to ${ASIDE}: .*${code}`));
		expect(descriptionOf(bench.errors[0])).toMatch(/Check Backout Queue in the options of the trigger/);
	});

	it('because it has no such message size: the message stays, and those behind it run', async () => {
		manager.faults.push(...puts(2030, 1));
		const bench = await failing();
		await until(() => bench.reports.length === 1);
		expect(descriptionOf(bench.reports[0])).toMatch(/longer than .* It stays in the queue/);
		bench.ends = 'success';
		manager.send(QUEUE, 'good');
		await until(() => {
			bench.clock.pass(2000);
			return manager.texts(QUEUE).length === 1;
		});
		expect(textsOf(bench)).toContain('good');
		expect(manager.texts(QUEUE)).toEqual(['bad']);
	});
});

describe('a queue whose backout queue is itself', () => {
	beforeEach(() => manager.define(QUEUE, { backoutThreshold: 3, backoutRequeueQueue: QUEUE }));

	it('stops the trigger at a poison message', async () => {
		sendPoison();
		const bench = await activate();
		await until(() => bench.errors.length > 0);
		expect(descriptionOf(bench.errors[0])).toMatch(/\(BOQNAME\) is the queue itself: set Backout Queue in the options/);
		expect(bench.reports).toEqual([]);
	});

	it('keeps a message that cannot be read, which is reported once', async () => {
		manager.send(QUEUE, 'no event');
		const bench = await activate({ output: 'event', event: 'orderCreated' });
		for (let look = 0; look < 3; look++) {
			await until(() => bench.clock.waits.includes(2000));
			bench.clock.pass(2000);
		}
		expect(bench.reports).toHaveLength(1);
		expect(manager.texts(QUEUE)).toEqual(['no event']);
	});
});

describe.each([
	['with units of work', true],
	['over MQ REST', false],
])('a backout queue that is another name of the queue, %s', (_way, hasUnitsOfWork) => {
	const ALIAS = `${QUEUE}.ALIAS`;
	beforeEach(() => {
		manager.hasUnitsOfWork = hasUnitsOfWork;
		manager.queues.set(ALIAS, manager.queue(QUEUE));
	});

	it('stops the trigger at a poison message, which is still there', async () => {
		manager.send(QUEUE, 'bad');
		const bench = await activate({ options: { backoutThreshold: 1, backoutQueue: ALIAS } });
		(await bench.execution(1)).end('error');
		await until(() => bench.clock.waits.includes(1000));
		bench.clock.pass(1000);
		await until(() => bench.errors.length > 0);
		expect(descriptionOf(bench.errors[0])).toMatch(
			/ORDERS\.ALIAS is another name of ORDERS: set Backout Queue .* to another/,
		);
		expect(bench.reports).toEqual([]);
		expect(manager.texts(QUEUE)).toEqual(['bad']);
	});

	it('keeps messages that cannot be read, each reported once, and those behind them run', async () => {
		for (const text of ['no event', 'no event'])
			manager.send(QUEUE, text, { descriptor: { messageId: '07'.repeat(24) } });
		manager.send(QUEUE, '<Order OrderHeaderKey="1"/>');
		const bench = await activate({ output: 'event', event: 'orderCreated', options: { backoutQueue: ALIAS } });
		bench.ends = 'success';
		await until(() => {
			bench.clock.pass(2000);
			return bench.executions.length === 1 && manager.texts(QUEUE).length === 2;
		});
		const said = bench.reports.map(descriptionOf);
		expect(said[0]).toMatch(/is another name of ORDERS.*It stays in the queue/);
		expect(new Set(said).size).toBe(1);
		expect(manager.texts(QUEUE)).toEqual(['no event', 'no event']);
	});
});

it.each([
	['the queue that is read', { options: { backoutQueue: ` ${QUEUE} ` } }, /^Options → Backout Queue is the queue that/],
	['no name', { options: { backoutQueue: 'a b' } }, /^Options → Backout Queue: "a b" is not the name of a queue/],
	['a long name', { options: { backoutQueue: 'Q'.repeat(49) } }, /^Options → Backout Queue: .* longer than 48/],
	['no name of a queue to read', { queue: 'Q#1' }, /^Queue: "Q#1" is not the name of a queue/],
])('%s is refused when the trigger is activated', async (_what, parameters, message) => {
	await expect(activate(parameters)).rejects.toThrow(message);
	expect(manager.calls).toEqual([]);
});

it.each([
	['no event', 'hello', /^The first message of ORDERS cannot be read: The body is neither JSON nor XML\.$/],
	['an event without a name', '<Order OrderNo="1"/>', /: The XML document does not say which event it is/],
])('a test of the workflow says what becomes of %s', async (_what, text, message) => {
	const messageId = manager.send(QUEUE, text);
	const bench = await activate({ output: 'event' }, { mode: 'manual' });
	await until(() => bench.errors.length > 0);
	expect(bench.errors[0].message).toMatch(message);
	expect(descriptionOf(bench.errors[0])).toMatch(new RegExp(`messageId ${messageId}.*published workflow moves`));
	expect(manager.texts(QUEUE)).toEqual([text]);
});
