import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { INode } from 'n8n-workflow';

import type { WorkflowFile } from '../../../engine/workflow';
import { fromXml } from '../../../kit/xml';
import { eventText, EVENT_QUEUES, jmsTextMessage } from '../../../sandbox/mq';
import { until } from '../../support/mq/memory';
import { mq, mqForFile, textsIn } from '../../support/mq/nodes';
import { triggerWorkflow } from '../../support/mq/triggerWorkflow';

const bench = mqForFile();
const ORDERS = 'OMS.IN.CREATEORDER';
const REPLIES = 'OMS.OUT.REPLY';

function nodesOf(template: string): Record<string, INode> {
	const path = resolve(__dirname, '../../../templates', `${template}.json`);
	const { nodes } = JSON.parse(readFileSync(path, 'utf8')) as WorkflowFile;
	return Object.fromEntries(nodes.map((node) => [node.name, node]));
}

test('mq-events: an event of the queue has the items of the OMS trigger', async () => {
	const { parameters } = nodesOf('mq-events')['Order event'];
	const seen: Array<Record<string, unknown>> = [];
	const { workflow } = triggerWorkflow(bench.sandbox, parameters, (json) => void seen.push(json));
	await workflow.activate();
	const [{ document, queue }] = EVENT_QUEUES;
	bench.sandbox.manager.send(queue, jmsTextMessage(queue, eventText(document, 'xml')));
	await until(() => seen.length === 1 && textsIn(bench.sandbox, queue).length === 0);
	await workflow.deactivate();
	expect(seen[0]).toMatchObject({ event: 'orderCreated', OrderNo: 'AUR-1001' });
});

describe('mq-orders', () => {
	const nodes = nodesOf('mq-orders');
	const settings = { orderQueue: ORDERS, replyQueue: REPLIES, enterpriseCode: 'AURORA' };

	/** Runs the code of the template for a body that was posted. */
	function documentOf(body: unknown): { isValid: boolean; problems: string[]; document: string } {
		const given: Record<string, unknown> = { Settings: settings, 'Order arrives': { body } };
		const $ = (name: string) => ({ first: () => ({ json: given[name] }) });
		const run = new Function('$', String(nodes['Build the document'].parameters.jsCode)) as (
			find: typeof $,
		) => Array<{ json: ReturnType<typeof documentOf> }>;
		return run($)[0].json;
	}

	test.each([
		[undefined, /orderNo/],
		[{ orderNo: 'WEB-1' }, /lines must be a list/],
		[{ orderNo: 'WEB-1', lines: [{ quantity: 1 }] }, /line 1 has no itemId/],
		[{ orderNo: 'WEB-1', lines: [{ itemId: 'A', quantity: 0 }] }, /quantity above 0/],
		[{ orderNo: 'WEB-1', lines: [null] }, /line 1 has no itemId/],
		[{ orderNo: 'WEB-1', lines: [{ itemId: 'A', quantity: 1, price: 'free' }] }, /line 1 has a price/],
		[{ orderNo: '"><x', lines: [{ itemId: 'A', quantity: 1 }] }, /orderNo/],
	])('refuses %j before anything is put', (body, problem) => {
		const { isValid, problems } = documentOf(body);
		expect(isValid).toBe(false);
		expect(problems.join()).toMatch(problem);
	});

	test('the order goes into the queue, and its own reply comes back', async () => {
		const { manager } = bench.sandbox;
		manager.define(REPLIES);
		const { isValid, document } = documentOf({
			orderNo: 'WEB-1',
			email: 'a"b<c>&@example.com',
			lines: [
				{ itemId: 'MUG-BLUE', quantity: 2, price: 9.9 },
				{ itemId: 'Ü', quantity: '1' },
			],
		});
		expect(isValid).toBe(true);
		expect(JSON.stringify(fromXml(document))).toContain('MUG-BLUE');
		const put = { resource: 'message', ...nodes['Put the order'].parameters };
		const [{ messageId }] = await mq(bench.sandbox, {
			...put,
			queue: ORDERS,
			text: document,
			options: { replyToQueue: REPLIES },
		});
		expect(textsIn(bench.sandbox, ORDERS)).toEqual([document]);
		const [request] = manager.queue(ORDERS).visible();
		expect(request.descriptor).toMatchObject({ replyToQueue: REPLIES, messageType: 1, persistence: 1 });
		// What the service of Sterling does.
		manager.send(REPLIES, { body: 'for another order', descriptor: { correlationId: Buffer.alloc(24, 1) } });
		const reply = { body: '<Order OrderNo="WEB-1"/>', descriptor: { correlationId: request.descriptor.messageId } };
		manager.send(REPLIES, reply);
		const wait = { resource: 'message', ...nodes['Wait for the reply'].parameters, queue: REPLIES };
		const correlationId = String(messageId);
		const [item] = await mq(bench.sandbox, { ...wait, match: { correlationId }, options: { wait: 1 } });
		expect(item).toMatchObject({ data: { Order: { OrderNo: 'WEB-1' } }, correlationId });
		expect(textsIn(bench.sandbox, REPLIES)).toEqual(['for another order']);
		expect(await mq(bench.sandbox, { ...wait, match: { correlationId }, options: {} })).toEqual([]);
	});
});
