import assert from 'node:assert/strict';
import { outputOf } from '../lib/api';
import { waitFor } from '../lib/process';
import type { TemplateCheck } from './scene';
import { importTemplate } from './template';

const HEADER = 'X-Sterling-Secret';
const SECRET = 'stand-in-secret';

/** What a service of Sterling posts on an order's creation; shape as in docs/push.md. */
const ORDER = {
	Order: { OrderHeaderKey: '20260115100001123456', OrderNo: 'PUSH-1', EnterpriseCode: 'AURORA', DocumentType: '0001' },
};

const turns: TemplateCheck = {
	name: 'push-events: what Sterling posts becomes an item of the trigger',
	async run(scene) {
		const { api, n8n } = scene;
		const credential = await api.createCredential('Sterling pushes', 'httpHeaderAuth', { name: HEADER, value: SECRET });
		const workflow = await importTemplate(scene, 'push-events', { credentials: [credential] });
		await api.activate(workflow);
		const post = async (secret: string) => {
			const { status } = await fetch(`${n8n.url}/webhook/sterling-events?event=orderCreated`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', [HEADER]: secret },
				body: JSON.stringify(ORDER),
			});
			return status;
		};
		await waitFor(
			async () => (await post('wrong')) === 403,
			30_000,
			() => 'the webhook does not answer',
		);
		assert.equal(await post(SECRET), 200);
		const { id } = await waitFor(
			async () => (await api.executions(workflow.id))[0],
			10_000,
			() => 'the workflow did not start',
		);
		const execution = await api.waitForExecution(id);
		assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
		const [item] = outputOf(execution, 'Go on Here');
		await api.deactivate(workflow);
		assert.deepEqual([item?.event, item?.OrderNo], ['orderCreated', 'PUSH-1']);
		return JSON.stringify(item);
	},
};

export const pushEvents = [turns];
