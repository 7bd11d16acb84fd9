import { Bench, orders } from '../../support/bench';
import { deliveringTo, mqForFile, textsIn } from '../../support/mq/nodes';

const bench = Bench.forFile({ withoutOrders: true });
const mq = mqForFile();
const QUEUE = 'OMS.IN.CREATEORDER';
const create = (more: object = {}) =>
	orders('create', { orderNo: '={{ $json.no }}', options: { delivery: 'mq', queueName: QUEUE, ...more } });
const three = [{ no: 'Q-1' }, { no: 'Q-2' }, { no: 'Q-3' }];

it('puts one message for each item, in order, over one connection, and asks Sterling nothing', async () => {
	const before = mq.sandbox.clients.length;
	const rows = await bench.run(create(), { input: three, ...deliveringTo(mq.sandbox) });
	expect(rows.map(({ OrderNo }) => OrderNo)).toEqual(['Q-1', 'Q-2', 'Q-3']);
	expect(textsIn(mq.sandbox, QUEUE).map((text) => /OrderNo="([^"]+)"/.exec(text)?.[1])).toEqual(['Q-1', 'Q-2', 'Q-3']);
	expect(mq.sandbox.clients.length - before).toBe(1);
	expect(bench.requests).toEqual({});
});

it('refuses what the queue does not take', async () => {
	const error = await bench.refused(create({ queueName: 'DEV.SMALL' }), { input: three, ...deliveringTo(mq.sandbox) });
	expect(error.message).toMatch(/DEV\.SMALL accepts at most 100/);
	expect(textsIn(mq.sandbox, 'DEV.SMALL')).toEqual([]);
});

it('goes on after an item that fails', async () => {
	const input = [
		{ no: 'Q-1', q: 'NOWHERE' },
		{ no: 'Q-2', q: QUEUE },
	];
	const { node, ...options } = deliveringTo(mq.sandbox);
	const rows = await bench.run(create({ queueName: '={{ $json.q }}' }), {
		input,
		...options,
		node: { ...node, onError: 'continueRegularOutput' },
	});
	expect(rows).toMatchObject([{ error: expect.stringMatching(/no queue NOWHERE/) }, { OrderNo: 'Q-2', queue: QUEUE }]);
});

it.each([
	[{ channel: 'NO.SUCH' }, /See Channel in the credential for IBM MQ/],
	[{ queueManager: 'OTHER' }, /See Queue Manager in the credential for IBM MQ/],
])('names the field of the credential for MQ: %p', async (credential, help) => {
	const error = await bench.refused(create(), { input: three, ...deliveringTo(mq.sandbox, credential) });
	expect(error.description).toMatch(help);
});

it('says that a message may have arrived, and does not put it again', async () => {
	mq.sandbox.faults.add({ api: ['MQPUT', 'MQPUT1'], kind: 'drop', afterWork: true });
	const error = await bench.refused(create(), { input: three.slice(0, 1), ...deliveringTo(mq.sandbox) });
	expect(error.message).toMatch(/may or may not be on the queue/);
	expect(textsIn(mq.sandbox, QUEUE)).toHaveLength(1);
});
