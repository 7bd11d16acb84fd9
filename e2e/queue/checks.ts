import assert from 'node:assert/strict';
import { outputOf } from '../lib/api';
import type { WorkflowNode } from '../lib/apiTypes';
import { firesOnce } from '../checks/trigger';
import type { Check } from '../lib/checks';
import { GiveUp, waitFor } from '../lib/process';
import { chain, createOrder, START, sterlingNode } from '../lib/workflows';
import { executionsOf, type QueueStage } from './stage';

type QueueCheck = Check<QueueStage>;

/** A node that puts out one item per order number PREFIX-1 … PREFIX-count. */
const numbers = (prefix: string, count: number): WorkflowNode => ({
	name: 'Order numbers',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	position: [0, 0],
	parameters: {
		jsCode: `return Array.from({ length: ${count} }, (_, i) => ({ json: { no: '${prefix}-' + (i + 1) } }));`,
	},
});

const ordersLike = ({ sandbox }: QueueStage, prefix: string): string[] =>
	sandbox.store
		.orders()
		.map(({ OrderNo }) => String(OrderNo))
		.filter((number) => number.startsWith(`${prefix}-`));

const bothWork: QueueCheck = {
	name: 'queue: workflows run on both workers',
	async run(stage) {
		const { api, credential, workers } = stage;
		const create = sterlingNode('Create order', credential, createOrder('={{ $json.no }}'));
		const runs = Array.from({ length: 12 }, async (_, index) => {
			const nodes = [START, numbers(`QUEUE-${index}`, 10), create];
			const workflow = await api.createWorkflow(chain(`Queue ${index}`, nodes));
			return await api.runWorkflow(workflow, START.name);
		});
		for (const execution of await Promise.all(runs)) {
			assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
			assert.equal(outputOf(execution, 'Create order').length, 10);
		}
		assert.equal(ordersLike(stage, 'QUEUE').length, 120);
		const counts = workers.map((worker) => executionsOf(worker).length);
		assert.ok(counts.every((count) => count > 0), `executions per worker: ${counts.join(', ')}`);
		return `12 executions, 120 orders; per worker: ${counts.join(' and ')}`;
	},
};

/** Each worker holds its own token and connections: two workers log in at most twice. */
const ownSessions: QueueCheck = {
	name: 'queue: each process logs in once',
	async run({ sandbox, workers }) {
		const logins = sandbox.log.counters.logins;
		// The main process logs in as well when the editor tests the credential or loads a list.
		assert.ok(logins >= 1 && logins <= workers.length + 1, `${logins} logins`);
		return `${logins} logins`;
	},
};

const killed: QueueCheck = {
	name: 'queue: a worker killed within 500 orders loses none and makes none twice',
	async run(stage) {
		const { api, credential, workers, addWorker, sandbox } = stage;
		const create = sterlingNode('Create order', credential, createOrder('={{ $json.no }}'));
		const nodes = [START, numbers('KILL', 500), { ...create, onError: 'continueRegularOutput' }];
		const workflow = await api.createWorkflow(chain('500 orders', nodes));
		const id = await api.startWorkflow(workflow, START.name);
		await waitFor(
			async () => ordersLike(stage, 'KILL').length >= 100,
			60_000,
			() => 'the run did not reach 100 orders',
		);
		const worker = workers.find((entry) => executionsOf(entry).includes(id));
		if (!worker) throw new GiveUp(`no worker says that it runs execution ${id}`);
		await worker.kill();
		const before = ordersLike(stage, 'KILL').length;
		assert.ok(before < 500, 'the run was over before the worker was killed');

		const first = await api.waitForExecution(id, 240_000);
		if (first.status !== 'success') await api.runWorkflow(workflow, START.name, 240_000);
		await addWorker();
		const made = ordersLike(stage, 'KILL');
		assert.equal(new Set(made).size, 500, 'orders are missing');
		assert.equal(made.length, 500, 'orders are there twice');
		const sent = sandbox.log.counters.requestsByApi.createOrder;
		const end = `${first.status} ${first.data.resultData.error?.message ?? ''}`.trim();
		return `killed at ${before} orders; execution ended: ${end}; 500 orders after ${sent} calls`;
	},
};

export const queueChecks: QueueCheck[] = [bothWork, ownSessions, firesOnce, killed];
