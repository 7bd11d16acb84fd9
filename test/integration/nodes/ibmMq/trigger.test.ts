import { eventText, EVENT_QUEUES, jmsTextMessage } from '../../../../sandbox/mq';
import { until } from '../../../support/mq/memory';
import { mqForFile, textsIn } from '../../../support/mq/nodes';
import { triggerWorkflow } from '../../../support/mq/triggerWorkflow';
import { watching } from '../../../support/watch';

const QUEUE = 'DEV.QUEUE.1';
const ASIDE = 'DEV.QUEUE.2';
const open: Array<() => Promise<void>> = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map(async (close) => await close()));
});
const bench = mqForFile();

// n8n's own log of failed executions stays out of the test report.
let quiet: () => void = () => undefined;
beforeAll(() => void watching(async () => await new Promise<void>((resolve) => (quiet = resolve))));
afterAll(() => quiet());

type Work = Parameters<typeof triggerWorkflow>[2];

async function activate(parameters: object, work: Work, more: Parameters<typeof triggerWorkflow>[3] = {}) {
	const running = triggerWorkflow(bench.sandbox, { queue: QUEUE, output: 'message', ...parameters }, work, more);
	open.push(async () => await running.workflow.deactivate());
	await running.workflow.activate();
	return running;
}

const depth = (queue = QUEUE) => bench.sandbox.manager.queue(queue).depth;
const send = (text: string) => bench.sandbox.manager.send(QUEUE, text);
/** Resolves when it is let go. */
function gate() {
	let go: () => void = () => undefined;
	const opened = new Promise<void>((resolve) => (go = resolve));
	return { go, opened };
}

describe.each(['builtIn', 'rest'])('over %s', (connectWith) => {
	const credential = { connectWith };

	it('a message is gone when its workflow has succeeded', async () => {
		const { go, opened } = gate();
		const seen: unknown[] = [];
		const { clock } = await activate(
			{},
			async (json) => {
				seen.push(json.text);
				await opened;
			},
			{ credential },
		);
		send('one');
		await until(() => {
			clock.pass(2000);
			return seen.length > 0;
		});
		expect(depth()).toBe(1);
		go();
		await until(() => depth() === 0);
		expect(seen).toEqual(['one']);
	});

	it('a message whose workflow fails comes again, then goes aside', async () => {
		let failures = 0;
		const parameters = { options: { backoutThreshold: 2, backoutQueue: ASIDE } };
		const { workflow, clock } = await activate(
			parameters,
			() => {
				failures += 1;
				throw new Error('No');
			},
			{ credential },
		);
		const id = send('bad');
		await until(() => {
			clock.pass(1000);
			clock.pass(2000);
			return workflow.reports.length === 1;
		});
		expect(failures).toBe(2);
		expect(depth()).toBe(0);
		expect(textsIn(bench.sandbox, ASIDE)).toEqual(['bad']);
		expect(workflow.reports.map(({ message }) => message)).toEqual([expect.stringMatching(/put back 2 times/)]);
		if (connectWith === 'builtIn') {
			const [{ descriptor }] = bench.sandbox.manager.queue(ASIDE).visible();
			expect(descriptor.messageId.toString('hex')).toBe(id);
		}
	});

	it('switching off in flight leaves the message where it is', async () => {
		const { go, opened } = gate();
		let started = false;
		const { workflow, clock } = await activate(
			{},
			async () => {
				started = true;
				await opened;
			},
			{ credential },
		);
		send('one');
		await until(() => {
			clock.pass(2000);
			return started;
		});
		await workflow.deactivate();
		expect(textsIn(bench.sandbox, QUEUE)).toEqual(['one']);
		go();
		await until(() => workflow.runs.length === 1);
		expect(textsIn(bench.sandbox, QUEUE)).toEqual(['one']);
	});

	it('a test of the workflow leaves the message where it is', async () => {
		send('one');
		const { workflow } = await activate({}, () => undefined, { credential, mode: 'manual' });
		await until(() => workflow.started.length === 1);
		expect(workflow.started[0][0].json.text).toBe('one');
		await workflow.deactivate();
		expect(textsIn(bench.sandbox, QUEUE)).toEqual(['one']);
	});

	it('an end that nobody reports puts the message back after the time limit', async () => {
		const { workflow, clock } = await activate({ options: { timeLimit: 5 } }, () => undefined, {
			credential,
			losesEnds: true,
		});
		send('one');
		await until(() => {
			clock.pass(2000);
			return workflow.runs.length === 1;
		});
		expect(depth()).toBe(1);
		await until(() => clock.waits.includes(300_000));
		clock.pass(300_000);
		await until(() => {
			clock.pass(1000);
			clock.pass(2000);
			return workflow.started.length === 2;
		});
	});
});

it.each([
	['fails', 'brings the message again, with the same ID'],
	['succeeds', 'leaves only its removal to do'],
])('a connection that breaks in flight, where the workflow %s, %s', async (end) => {
	const { go, opened } = gate();
	const seen: unknown[] = [];
	const { clock } = await activate({}, async (json) => {
		seen.push([json.messageId, json.backoutCount]);
		if (seen.length > 1) return;
		await opened;
		if (end === 'fails') throw new Error('The workflow fails');
	});
	const id = send('one');
	await until(() => seen.length === 1);
	bench.sandbox.breakConnections();
	go();
	await until(() => {
		clock.pass(1000);
		return depth() === 0;
	});
	const again = end === 'fails' ? [[id, 1]] : [];
	expect(seen).toEqual([[id, 0], ...again]);
});

it.each([
	['lets go first', false],
	['is there for a while beside the new one', true],
])(
	'another main process takes the lead, and the former %s: no message is lost, none is held',
	async (_how, isBeside) => {
		const { go, opened } = gate();
		const seen: string[] = [];
		const work = (name: string) => async (json: Record<string, unknown>) => {
			seen.push(`${name}: ${String(json.text)}`);
			if (name === 'former') await opened;
		};
		const former = await activate({}, work('former'));
		send('one');
		send('two');
		await until(() => seen.length === 1);
		if (!isBeside) await former.workflow.deactivate();
		await activate({}, work('new'));
		if (isBeside) {
			await until(() => seen.includes('new: two'));
			await former.workflow.deactivate();
		}
		await until(() => depth() === 0);
		go();
		expect(seen).toEqual(isBeside ? ['former: one', 'new: two', 'new: one'] : ['former: one', 'new: one', 'new: two']);
	},
);

it('messages run side by side, each over a connection of its own', async () => {
	const { go, opened } = gate();
	const seen: unknown[] = [];
	await activate({ options: { parallelMessages: 3 } }, async (json) => {
		seen.push(json.text);
		await opened;
	});
	for (const text of ['a', 'b', 'c', 'd', 'e']) send(text);
	await until(() => seen.length === 3);
	expect(bench.sandbox.connected).toBe(3);
	go();
	await until(() => depth() === 0);
	expect(seen.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
});

it('gets that are inhibited for a while are waited out', async () => {
	const seen: unknown[] = [];
	bench.sandbox.manager.define(QUEUE, { getInhibited: true });
	const { clock } = await activate({}, (json) => void seen.push(json.text));
	send('one');
	await until(() => clock.waits.includes(1000));
	bench.sandbox.manager.define(QUEUE, { getInhibited: false });
	await until(() => {
		clock.pass(1000);
		return seen.length === 1;
	});
});

describe('events', () => {
	// The sandbox's backorder has no lines, of which that event is made.
	const whole = EVENT_QUEUES.filter(({ event }) => event !== 'SCHEDULE.ON_BACKORDER');

	it.each(whole.flatMap((row) => (['xml', 'json'] as const).map((format) => ({ ...row, format }))))(
		'$event as $format has the form of the OMS trigger',
		async ({ event, document, format }) => {
			const seen: Array<Record<string, unknown>> = [];
			await activate({ output: 'event', event: 'document' }, (json) => void seen.push(json));
			bench.sandbox.manager.send(QUEUE, jmsTextMessage(QUEUE, eventText(document, format), { YFSTranEventID: event }));
			await until(() => seen.length > 0 && depth() === 0);
			const [{ event: name, eventKey, eventTime, message }] = seen;
			expect(name).toMatch(/^(order|shipment)/);
			expect(eventKey).toMatch(new RegExp(`^${String(name)}:`));
			expect(eventTime).toMatch(/^\d{4}-\d\d-\d\dT/);
			expect(message).toMatchObject({
				messageId: expect.stringMatching(/^[\da-f]{48}$/),
				properties: { YFSTranEventID: event },
			});
		},
	);

	it('take their name from the queue where nothing else names them', async () => {
		const seen: Array<Record<string, unknown>> = [];
		await activate({ output: 'event', event: 'orderCreated' }, (json) => void seen.push(json));
		send('<Order OrderHeaderKey="K1" OrderNo="WEB-1" Createts="2026-01-15T09:30:00+00:00"/>');
		await until(() => seen.length === 1);
		expect(seen[0]).toMatchObject({ event: 'orderCreated', eventKey: 'orderCreated:K1', OrderNo: 'WEB-1' });
	});

	it('that are none go aside and are reported, and the queue goes on', async () => {
		const seen: Array<Record<string, unknown>> = [];
		const { workflow } = await activate(
			{ output: 'event', event: 'orderCreated', options: { backoutQueue: ASIDE } },
			(json) => void seen.push(json),
		);
		send('hello');
		send('<Order OrderHeaderKey="K1" OrderNo="WEB-1"/>');
		await until(() => seen.length === 1 && depth() === 0);
		expect(textsIn(bench.sandbox, ASIDE)).toEqual(['hello']);
		expect(workflow.reports.map(({ message }) => message)).toEqual([expect.stringMatching(/neither JSON nor XML/)]);
	});
});
