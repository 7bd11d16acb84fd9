import assert from 'node:assert/strict';
import type { MqSandbox } from '../../sandbox/mq';
import { outputOf } from '../lib/api';
import { waitFor } from '../lib/process';
import { withQueueManager } from '../lib/queueManager';
import type { TemplateCheck, TemplateScene } from './scene';
import { importTemplate } from './template';

const [ORDERS, REPLIES] = ['OMS.IN.CREATEORDER', 'OMS.OUT.REPLY'];
const HEADER = 'X-Order-Secret';
const SECRET = 'stand-in-secret';

/** Message IDs and texts of what a queue shows. */
const messagesOn = ({ manager }: MqSandbox, queue: string) =>
	manager
		.queue(queue)
		.visible()
		.map(({ descriptor: { messageId }, data }) => ({ messageId, text: data.toString() }));

/** What the service of Sterling does: takes an order from the queue and replies under its message ID. */
async function reply(mq: MqSandbox, orderNo: string): Promise<void> {
	const messageId = await waitFor(
		async () => messagesOn(mq, ORDERS).find(({ text }) => text.includes(`OrderNo="${orderNo}"`))?.messageId,
		30_000,
		() => `${orderNo} did not come into the queue`,
	);
	mq.manager.queue(ORDERS).clear();
	mq.manager.send(REPLIES, {
		body: `<Order OrderNo="${orderNo}" OrderHeaderKey="2026${orderNo}"/>`,
		descriptor: { correlationId: messageId },
	});
}

interface Shop {
	/** Posts an order. */
	post(body: unknown, secret?: string): Promise<{ status: number; body: Record<string, unknown> }>;
	mq: MqSandbox;
}

/** Everything that a caller can meet. */
async function round({ post, mq }: Shop, number: number): Promise<void> {
	const lines = [{ itemId: 'MUG-BLUE', quantity: 2, price: 9.9 }];
	const order = (name: string) => ({ orderNo: `${name}-${number}`, lines });

	const refused = await post({ orderNo: 'NO-LINES' });
	assert.deepEqual(
		[refused.status, refused.body],
		[400, { problems: ['lines must be a list with at least one line'] }],
	);
	assert.deepEqual(messagesOn(mq, ORDERS), []);

	const [answered] = await Promise.all([post(order('WEB')), reply(mq, `WEB-${number}`)]);
	assert.equal(answered.status, 201, JSON.stringify(answered));
	assert.deepEqual(answered.body.reply, {
		Order: { OrderNo: `WEB-${number}`, OrderHeaderKey: `2026WEB-${number}` },
	});
	assert.deepEqual(messagesOn(mq, REPLIES), [], 'the reply is still there');

	const waiting = await post(order('LATE'));
	assert.equal(waiting.status, 202, JSON.stringify(waiting));
	const [late] = messagesOn(mq, ORDERS);
	assert.deepEqual(waiting.body, { messageId: late?.messageId.toString('hex'), reply: null });
	mq.manager.queue(ORDERS).clear();

	mq.faults.add({ api: ['MQPUT', 'MQPUT1'], kind: 'drop', afterWork: true });
	const uncertain = await post(order('UNSURE'));
	assert.equal(uncertain.status, 500, JSON.stringify(uncertain));
	assert.equal(messagesOn(mq, ORDERS).length, 1, 'a put whose response was lost was repeated, or not done');
	mq.manager.queue(ORDERS).clear();
}

const orders: TemplateCheck = {
	name: 'mq-orders: an order with its reply, without one, one that is refused and one whose put is uncertain, twice',
	run: async (scene) =>
		await withQueueManager(scene, 'mq-orders', async (mq, credential) => {
			const { api, n8n } = scene;
			mq.manager.define(REPLIES);
			const header = await api.createCredential('Orders', 'httpHeaderAuth', { name: HEADER, value: SECRET });
			const workflow = await importTemplate(scene, 'mq-orders', {
				credentials: [header, credential],
				// The template waits for 30 seconds.
				parameters: { 'Wait for the reply': { options: { wait: 3 } } },
			});
			await api.activate(workflow);
			const post: Shop['post'] = async (body, secret = SECRET) => {
				const response = await fetch(`${n8n.url}/webhook/orders-to-sterling`, {
					method: 'POST',
					headers: { 'content-type': 'application/json', [HEADER]: secret },
					body: JSON.stringify(body),
				}).catch((error: Error) => {
					throw new Error(`${error.message}: ${String(error.cause)}`);
				});
				const text = await response.text();
				return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : { text } };
			};
			await waitFor(
				async () => (await post({}, 'wrong')).status === 403,
				30_000,
				() => 'the webhook does not answer',
			);
			for (const number of [1, 2]) await round({ post, mq }, number);
			await api.deactivate(workflow);
			return 'two rounds: 400, 201, 202, 500';
		}),
};

/** Events of the queue start the workflow, again after it was switched off and on. */
async function runEvents(scene: TemplateScene, mq: MqSandbox, ...credentials: [Parameters<typeof importTemplate>[2]]) {
	const { api } = scene;
	const queue = 'OMS.ORDER.CREATED';
	const workflow = await importTemplate(scene, 'mq-events', ...credentials);
	const seen: unknown[] = [];
	for (const number of [1, 2]) {
		mq.manager.send(queue, `<Order OrderNo="EV-${number}" OrderHeaderKey="2026${number}" EnterpriseCode="AURORA"/>`);
		await api.activate(workflow);
		await waitFor(
			async () => mq.manager.queue(queue).all().length === 0,
			60_000,
			() => `the event ${number} was not removed`,
		);
		await api.deactivate(workflow);
		const [{ id } = { id: '' }] = await api.executions(workflow.id);
		const [item] = outputOf(await api.waitForExecution(id), 'Order event') as Array<Record<string, unknown>>;
		seen.push([item?.event, item?.OrderNo]);
	}
	assert.deepEqual(seen, [
		['orderCreated', 'EV-1'],
		['orderCreated', 'EV-2'],
	]);
	return seen.join(' and ');
}

const events: TemplateCheck = {
	name: 'mq-events: each event of the queue starts the workflow once, twice',
	run: async (scene) =>
		await withQueueManager(
			scene,
			'mq-events',
			async (mq, credential) => await runEvents(scene, mq, { credentials: [credential] }),
		),
};

export const mqTemplates = [orders, events];
