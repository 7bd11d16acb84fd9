import * as fc from 'fast-check';

import type { Letter } from '../../../../sandbox/mq';
import { until } from '../../../support/mq/memory';
import { mq, mqForFile, mqItems, mqRefused, textsIn } from '../../../support/mq/nodes';
import { triggerWorkflow } from '../../../support/mq/triggerWorkflow';
import { TOO_LONG, UNREADABLE } from '../../../support/mq/unreadable';
import { watching } from '../../../support/watch';

const QUEUE = 'DEV.QUEUE.1';
const ASIDE = 'DEV.QUEUE.2';
const SMALL = { channel: 'SMALL.SVRCONN' };
const bench = mqForFile({ tls: false });

// n8n's own log of failed executions stays out of the test report.
let quiet: () => void = () => undefined;
beforeAll(() => void watching(async () => await new Promise<void>((resolve) => (quiet = resolve))));
afterAll(() => quiet());

/** Data and descriptor of the messages of a queue, without what changes on the way. */
const stored = (queue: string) =>
	bench.sandbox.manager
		.queue(queue)
		.visible()
		.map(({ data, descriptor: { messageId, format, ccsid, encoding, flags, offset, groupId } }) => ({
			data: data.toString('hex'),
			messageId: messageId.toString('hex'),
			...{ format, ccsid, encoding, flags, offset },
			groupId: groupId.toString('hex'),
		}));
const send = (letter: Letter | string) => bench.sandbox.manager.send(QUEUE, letter);

interface Played {
	/** Texts that ran. */
	ran: unknown[];
	reports: string[];
	errors: Error[];
}

/** Sends messages and lets a trigger work until it has nothing more to do. */
async function play(
	letters: ReadonlyArray<Letter | string>,
	{ credential = {}, parallelMessages = 1, left }: { credential?: object; parallelMessages?: number; left?: number },
): Promise<Played> {
	const ran: unknown[] = [];
	const options = { backoutQueue: ASIDE, ...(parallelMessages > 1 ? { parallelMessages } : {}) };
	const parameters = { queue: QUEUE, output: 'message', content: 'text', options };
	const { workflow, clock } = triggerWorkflow(bench.sandbox, parameters, (json) => void ran.push(json.text), {
		credential: { ...credential },
	});
	await workflow.activate();
	try {
		for (const letter of letters) send(letter);
		const all = letters.length;
		await until(() => {
			clock.pass(2000);
			const isDone = ran.length + workflow.reports.length >= all;
			return isDone && (left === undefined || stored(QUEUE).length === left);
		});
	} finally {
		await workflow.deactivate();
	}
	const { errors, reports } = workflow;
	return { ran, errors, reports: reports.map(({ message }) => message) };
}

describe('a message that cannot be read', () => {
	it.each(Object.entries(UNREADABLE))('%s goes aside as it came, and the others run', async (_what, letter) => {
		const { ran, reports, errors } = await play(['before', letter, 'behind'], { left: 0 });
		expect(ran).toEqual(['before', 'behind']);
		expect(reports).toEqual([expect.stringMatching(/^A message of DEV.QUEUE.1 cannot be read: /)]);
		expect(errors).toEqual([]);
		const id = bench.sandbox.manager.send('OMS.POISON', letter);
		const [{ messageId, ...moved }] = stored(ASIDE);
		const [{ messageId: _own, ...sent }] = stored('OMS.POISON');
		expect(moved).toEqual(sent);
		expect(messageId).not.toBe(id);
	});

	it('because the channel does not let it through stays where it is, is reported once, and the others run', async () => {
		const letters = ['before', TOO_LONG, 'behind', TOO_LONG, 'last'];
		const { ran, reports, errors } = await play(letters, { credential: SMALL, left: 2 });
		expect(ran).toEqual(['before', 'behind', 'last']);
		expect(errors).toEqual([]);
		const sentence = /It has 20000 bytes, and the channel allows 10000/;
		expect(reports).toEqual([expect.stringMatching(sentence), expect.stringMatching(sentence)]);
		expect(stored(QUEUE)).toHaveLength(2);
	});

	it('and that the backout queue does not take stays, too', async () => {
		bench.sandbox.manager.define(ASIDE, { maximumMessageLength: 10 });
		try {
			const letters = [UNREADABLE['a header without its eyecatcher'], 'behind'];
			const { ran, reports, errors } = await play(letters, { left: 1 });
			expect(ran).toEqual(['behind']);
			expect(errors).toEqual([]);
			expect(reports).toEqual([expect.stringMatching(/cannot be read/)]);
		} finally {
			bench.sandbox.manager.define(ASIDE, { maximumMessageLength: 4_194_304 });
		}
	});

	it.each(Object.entries(UNREADABLE))(
		'over MQ REST, %s: the others run, and nothing is lost',
		async (_what, letter) => {
			const { ran, errors } = await play(['before', letter, 'behind'], { credential: { connectWith: 'rest' } });
			expect(errors).toEqual([]);
			expect(ran).toEqual(expect.arrayContaining(['before', 'behind']));
			// mqweb makes a text of some kinds; what it cannot deliver stays.
			expect(ran.length + stored(QUEUE).length + stored(ASIDE).length).toBe(3);
		},
	);
});

test('whatever comes in whatever order, on one connection or two: 0 lost, 0 doubled', async () => {
	const kinds = [...Object.values(UNREADABLE), TOO_LONG];
	const letter = fc.oneof(
		fc.nat(kinds.length - 1).map((at) => kinds[at]),
		fc.constant('good' as const),
	);
	await fc.assert(
		fc.asyncProperty(fc.array(letter, { maxLength: 14 }), fc.constantFrom(1, 2), async (letters, parallelMessages) => {
			for (const queue of [QUEUE, ASIDE]) bench.sandbox.manager.queue(queue).clear();
			const numbered = letters.map((one, at) => (one === 'good' ? `good ${at}` : one));
			const good = numbered.filter((one) => typeof one === 'string');
			const tooLong = numbered.filter((one) => one === TOO_LONG).length;
			const { ran, errors, reports } = await play(numbered, { credential: SMALL, parallelMessages, left: tooLong });
			expect(errors).toEqual([]);
			expect([...ran].sort()).toEqual([...good].sort());
			if (parallelMessages === 1) expect(ran).toEqual(good);
			expect(reports).toHaveLength(letters.length - good.length);
			expect(stored(ASIDE)).toHaveLength(letters.length - good.length - tooLong);
			expect(stored(QUEUE)).toHaveLength(tooLong);
		}),
		{ numRuns: 25 },
	);
}, 120_000);

describe('the node', () => {
	const read = (operation: string, content = 'auto') => ({ resource: 'message', operation, queue: QUEUE, content });

	it('browses past messages that cannot be read: each comes as a file, and says why', async () => {
		send('good');
		send(UNREADABLE['a header of another version']);
		send(TOO_LONG);
		send('last');
		const options = { credential: SMALL };
		const items = await mqItems(bench.sandbox, { ...read('browse'), returnAll: true }, options);
		expect(items.map(({ json: { text, problem } }) => text ?? problem)).toEqual([
			'good',
			expect.stringMatching(/MQRFH2 of the message cannot be read: its version is 9/),
			expect.stringMatching(/longer than what may be received/),
			'last',
		]);
		expect(items.map(({ binary }) => binary?.data.mimeType)).toEqual([
			undefined,
			'application/octet-stream',
			'text/plain',
			undefined,
		]);
	});

	it('counts them', async () => {
		for (const letter of Object.values(UNREADABLE)) send(letter);
		const messageId = send('good');
		const count = { resource: 'message', operation: 'count', queue: QUEUE, match: { messageId } };
		expect(await mq(bench.sandbox, count)).toMatchObject([{ count: 1 }]);
	});

	it('gives one out as binary data, and does not remove what is no text where text is wanted', async () => {
		const letter = UNREADABLE['a header that is cut off'];
		send(letter);
		await mqRefused(bench.sandbox, read('get', 'text'));
		expect(stored(QUEUE)).toHaveLength(1);
		const [{ binary, json }] = await mqItems(bench.sandbox, read('get', 'binary'));
		expect(Buffer.from(binary!.data.data, 'base64').equals(letter.body as Buffer)).toBe(true);
		expect(json.problem).toMatch(/cut off/);
		expect(stored(QUEUE)).toHaveLength(0);
	});

	it('does not take a message that is too long, and names it', async () => {
		const messageId = send(TOO_LONG);
		const refused = await mqRefused(bench.sandbox, read('get'), { credential: SMALL });
		expect(JSON.stringify(refused)).toMatch(/20000 bytes/);
		expect(JSON.stringify(refused)).toContain(messageId);
		expect(stored(QUEUE)).toHaveLength(1);
	});

	it('moves them to the letter', async () => {
		for (const letter of Object.values(UNREADABLE)) send(letter);
		const before = stored(QUEUE);
		await mq(bench.sandbox, {
			resource: 'message',
			operation: 'move',
			queue: QUEUE,
			targetQueue: ASIDE,
			returnAll: true,
		});
		expect(stored(ASIDE)).toEqual(before);
		expect(textsIn(bench.sandbox, QUEUE)).toEqual([]);
	});
});
