import assert from 'node:assert/strict';
import { outputOf } from '../lib/api';
import type { Execution } from '../lib/apiTypes';
import type { Check, Scene } from '../lib/checks';
import { waitFor } from '../lib/process';
import { chain, createOrder, firstWorkflow, getOrder, located, START, sterlingNode } from '../lib/workflows';

const created: Check = {
	name: 'a workflow creates an order and reads it back',
	async run({ api, credential, sandbox }) {
		const workflow = await api.createWorkflow(firstWorkflow(credential, 'E2E-1'));
		const execution = await api.runWorkflow(workflow, START.name);
		assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
		assert.ok(sandbox.store.order('E2E-1'), 'the sandbox does not hold the order');
		const [read] = outputOf(execution, 'Read it back');
		assert.equal(read?.OrderNo, 'E2E-1');
		return `order ${String(read?.OrderNo)}, key ${String(read?.OrderHeaderKey)}`;
	},
};

const refused: Check = {
	name: 'a refused call shows what Sterling said',
	async run({ api, credential, sandbox }) {
		const parameters = { ...createOrder('E2E-2'), additionalFields: { enterpriseCode: located('code', 'NOBODY') } };
		const workflow = await api.createWorkflow(
			chain('Refused', [START, sterlingNode('Create order', credential, parameters)]),
		);
		const execution = await api.runWorkflow(workflow, START.name);
		assert.equal(execution.status, 'error');
		assert.equal(sandbox.store.order('E2E-2'), undefined);
		const error = execution.data.resultData.error!;
		const text = `${error.message} ${error.description ?? ''}`;
		assert.match(text, /Y[A-Z]{2}\d{4,5}/, `no error code of Sterling in: ${text}`);
		return text;
	},
};

/** Reads three orders, of which the second does not exist, with a setting for errors. */
async function readThree({ api, credential }: Scene, onError: string): Promise<Execution> {
	const three: typeof START = {
		name: 'Three numbers',
		type: 'n8n-nodes-base.code',
		typeVersion: 2,
		position: [0, 0],
		parameters: { jsCode: "return ['AUR-1001', 'NO-SUCH-ORDER', 'AUR-1002'].map((no) => ({ json: { no } }));" },
	};
	const get = sterlingNode('Get order', credential, getOrder('={{ $json.no }}'));
	const workflow = await api.createWorkflow(chain(onError, [START, three, { ...get, onError }]));
	const execution = await api.runWorkflow(workflow, START.name);
	assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
	return execution;
}

const continued: Check = {
	name: 'with "continue" on, a refused item keeps its place and details',
	async run(scene) {
		const execution = await readThree(scene, 'continueRegularOutput');
		const items = outputOf(execution, 'Get order');
		assert.deepEqual(
			items.map(({ OrderNo }) => OrderNo),
			['AUR-1001', undefined, 'AUR-1002'],
		);
		assert.ok(items[1]?.error, 'the item in the middle says nothing');
		return JSON.stringify(items[1]).slice(0, 200);
	},
};

const errorOutput: Check = {
	name: 'a refused item goes to the error output, with its own fields and what Sterling said',
	async run(scene) {
		const execution = await readThree(scene, 'continueErrorOutput');
		const read = outputOf(execution, 'Get order').map(({ OrderNo }) => OrderNo);
		assert.deepEqual(read, ['AUR-1001', 'AUR-1002']);
		const [refusedItem, ...more] = outputOf(execution, 'Get order', 1);
		assert.deepEqual(more, []);
		assert.equal(refusedItem?.no, 'NO-SUCH-ORDER');
		assert.equal((refusedItem.details as { category?: string }).category, 'notFound');
		return JSON.stringify(refusedItem).slice(0, 200);
	},
};

/** Runs as in production: published, called from outside, in n8n's own execution mode. */
const active: Check = {
	name: 'an active workflow creates an order from a webhook call',
	async run({ api, credential, sandbox, n8n }) {
		const webhook: typeof START = {
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: 'e2e-order',
			parameters: { path: 'e2e-order', httpMethod: 'POST', responseMode: 'lastNode' },
		};
		const create = sterlingNode('Create order', credential, createOrder('={{ $json.body.orderNo }}'));
		const workflow = await api.createWorkflow(chain('Webhook order', [webhook, create]));
		await api.activate(workflow);
		const call = async () =>
			await fetch(`${n8n.url}/webhook/e2e-order`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ orderNo: 'E2E-3' }),
			});
		// n8n responds before it has registered the webhook.
		const registered = async () => {
			const answer = await call();
			return answer.status !== 404 && answer;
		};
		const response = await waitFor(registered, 30_000, () => 'the webhook was not registered in time');
		const answer = await response.text();
		await api.deactivate(workflow);
		assert.equal(response.status, 200, answer);
		assert.ok(sandbox.store.order('E2E-3'), 'the sandbox does not hold the order');
		const [execution] = await api.executions(workflow.id);
		assert.equal(execution?.status, 'success');
		return `mode ${execution.mode}, order E2E-3`;
	},
};

export const orders = [created, refused, continued, errorOutput, active];
