import assert from 'node:assert/strict';
import { outputOf } from '../lib/api';
import { waitFor } from '../lib/process';
import type { TemplateCheck } from './scene';
import { importTemplate } from './template';

const HEADER = 'X-Sterling-Secret';
const SECRET = 'stand-in-secret';

/** What a service of Sterling posts on an order's creation; shape as in docs/push.md. */
const orderOf = (orderNo: string) => ({
	Order: { OrderHeaderKey: '20260115100001123456', OrderNo: orderNo, EnterpriseCode: 'AURORA', DocumentType: '0001' },
});
const xmlOf = (orderNo: string) =>
	`<?xml version="1.0"?><OrderList><Order OrderHeaderKey="20260115100001123456" OrderNo="${orderNo}"><Extn><AcmeGift/></Extn></Order></OrderList>`;
const eventOf = (orderNo: string) => ({ specversion: '1.0', type: 'x', id: orderNo, data: orderOf(orderNo) });

/** Each way in which n8n gets a body, with the order number that has to come out. */
const POSTS: Array<[string, string, string]> = [
	['PUSH-JSON', 'application/json', JSON.stringify(orderOf('PUSH-JSON'))],
	['PUSH-XML', 'application/xml', xmlOf('PUSH-XML')],
	['PUSH-TEXT', 'text/plain', xmlOf('PUSH-TEXT')],
	['PUSH-EVENT', 'application/cloudevents+json', JSON.stringify(eventOf('PUSH-EVENT'))],
];

/**
 * Posts each of them, with the webhook as it is imported or without its raw body, and looks at the items. What n8n's own
 * parser changes beyond repair has to fail with a sentence, and not to come out wrong.
 */
const turns = (name: string, options: Record<string, unknown>, spoilt: readonly string[] = []): TemplateCheck => ({
	name: `push-events: what Sterling posts becomes an item of the trigger, ${name}`,
	async run(scene) {
		const { api, n8n } = scene;
		const credential = await api.createCredential('Sterling pushes', 'httpHeaderAuth', { name: HEADER, value: SECRET });
		const workflow = await importTemplate(scene, 'push-events', {
			credentials: [credential],
			keepsExecutions: true,
			parameters: { 'Sterling Calls': { options } },
		});
		await api.activate(workflow);
		const post = async (secret: string, type: string, body: string) => {
			const { status } = await fetch(`${n8n.url}/webhook/sterling-events?event=orderCreated`, {
				method: 'POST',
				headers: { 'content-type': type, [HEADER]: secret },
				body,
			});
			return status;
		};
		await waitFor(
			async () => (await post('wrong', 'application/json', '{}')) === 403,
			30_000,
			() => 'the webhook does not answer',
		);
		for (const [index, [orderNo, type, body]] of POSTS.entries()) {
			assert.equal(await post(SECRET, type, body), 200);
			const { id } = await waitFor(
				async () => (await api.executions(workflow.id))[index],
				10_000,
				() => `the workflow did not start for ${orderNo}`,
			);
			assert.ok(id);
		}
		const items: unknown[] = [];
		const refused: string[] = [];
		for (const { id } of await api.executions(workflow.id)) {
			const execution = await api.waitForExecution(id);
			const said = execution.data.resultData.error?.message ?? '';
			if (said.includes('the names of its elements in lower case')) {
				refused.push(said);
				continue;
			}
			assert.equal(execution.status, 'success', said);
			const [item] = outputOf(execution, 'Continue Here');
			assert.equal(item?.event, 'orderCreated');
			items.push(item?.OrderNo);
		}
		await api.deactivate(workflow);
		const whole = POSTS.map(([orderNo]) => orderNo).filter((orderNo) => !spoilt.includes(orderNo));
		assert.deepEqual(items.sort(), whole.sort());
		assert.equal(refused.length, spoilt.length);
		return items.join(', ');
	},
});

export const pushEvents = [turns('by its raw body', { rawBody: true }), turns('as n8n parses it', {}, ['PUSH-XML'])];
