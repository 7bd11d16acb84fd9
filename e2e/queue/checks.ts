import assert from 'node:assert/strict';
import { outputOf } from '../lib/api';
import type { WorkflowNode } from '../lib/apiTypes';
import { firesOnce } from '../checks/trigger';
import type { Check } from '../lib/checks';
import { GiveUp, waitFor } from '../lib/process';
import { chain, createOrder, START, sterlingNode } from '../lib/workflows';
import { executionsOf, type QueueStage } from './stage';
import { everyTrigger } from './triggers';

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

const secondsSince = (moment: number) => `${((Date.now() - moment) / 1000).toFixed(1)} s`;

const ordersLike = ({ sandbox }: QueueStage, prefix: string): string[] =>
	sandbox.store
		.orders()
		.map(({ OrderNo }) => String(OrderNo))
		.filter((number) => number.startsWith(`${prefix}-`));

const bothWork: QueueCheck = {
	name: 'queue: workflows run on both workers',
	async run(stage) {
		const { api, credential, workers, figures } = stage;
		const began = Date.now();
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
		const took = secondsSince(began);
		assert.equal(ordersLike(stage, 'QUEUE').length, 120);
		const counts = workers.map((worker) => executionsOf(worker).length);
		assert.ok(
			counts.every((count) => count > 0),
			`executions per worker: ${counts.join(', ')}`,
		);
		figures.set('12 runs of 10 orders, started at once: runs on each worker', counts.join(' and '));
		figures.set('… until the last has ended', took);
		return `12 executions, 120 orders in ${took}; per worker: ${counts.join(' and ')}`;
	},
};

const SPREAD = 12;

/** A run lives on one worker; what it asks for by webhook is a run of its own, on any worker. */
const spreads: QueueCheck = {
	name: 'queue: a run hands its parts to all workers by webhook',
	async run(stage) {
		const { api, credential, n8n, workers, figures } = stage;
		const node = { typeVersion: 2, position: [0, 0] as [number, number] };
		const part = await api.createWorkflow(
			chain('One part', [
				{
					...node,
					name: 'Webhook',
					type: 'n8n-nodes-base.webhook',
					webhookId: 'one-part',
					parameters: { path: 'one-part', httpMethod: 'POST', responseMode: 'onReceived' },
				},
				sterlingNode('Create order', credential, createOrder('={{ $json.body.no }}')),
			]),
		);
		await api.activate(part);
		const url = `${n8n.url}/webhook/one-part`;
		// n8n responds before it has registered the webhook.
		const registered = async () => (await fetch(url, { method: 'OPTIONS' })).status !== 404;
		await waitFor(registered, 30_000, () => 'the webhook was not registered in time');
		const whole = chain('All parts', [
			START,
			numbers('SPREAD', SPREAD),
			{
				...node,
				name: 'Hand over',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				parameters: {
					method: 'POST',
					url,
					sendBody: true,
					specifyBody: 'json',
					jsonBody: '={{ JSON.stringify($json) }}',
				},
			},
		]);
		const execution = await api.runWorkflow(await api.createWorkflow(whole), START.name);
		assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
		await waitFor(
			async () => ordersLike(stage, 'SPREAD').length === SPREAD,
			60_000,
			() => `${ordersLike(stage, 'SPREAD').length} of ${SPREAD} parts were done`,
		);
		const parts = new Set((await api.executions(part.id)).map(({ id }) => id));
		const counts = workers.map((worker) => executionsOf(worker).filter((id) => parts.has(id)).length);
		await api.deactivate(part);
		assert.ok(
			counts.every((count) => count > 0),
			`parts per worker: ${counts.join(', ')}`,
		);
		figures.set(`A run that hands ${SPREAD} parts to a webhook: parts on each worker`, counts.join(' and '));
		return `${SPREAD} parts, per worker: ${counts.join(' and ')}`;
	},
};

/** Each worker holds its own token and connections: two workers log in at most twice. */
const ownSessions: QueueCheck = {
	name: 'queue: each process logs in once',
	async run({ sandbox, workers, figures }) {
		const logins = sandbox.log.counters.logins;
		// The main process logs in as well when the editor tests the credential or loads a list.
		assert.ok(logins >= 1 && logins <= workers.length + 1, `${logins} logins`);
		figures.set('… logins at Sterling for them', String(logins));
		return `${logins} logins`;
	},
};

/** A run of 500 orders, one call each, in which something dies. */
const MANY = 500;
/** Orders after which it dies. */
const UNTIL_DEATH = 100;

/** Starts a workflow that creates the orders and waits until a part of them is there. */
async function beginMany(stage: QueueStage, prefix: string) {
	const { api, credential, sandbox } = stage;
	const calls = () => sandbox.log.counters.requestsByApi.createOrder ?? 0;
	const callsBefore = calls();
	const create = sterlingNode('Create order', credential, createOrder('={{ $json.no }}'));
	const nodes = [START, numbers(prefix, MANY), { ...create, onError: 'continueRegularOutput' }];
	const workflow = await api.createWorkflow(chain(`${prefix}: ${MANY} orders`, nodes));
	const id = await api.startWorkflow(workflow, START.name);
	await waitFor(
		async () => ordersLike(stage, prefix).length >= UNTIL_DEATH,
		60_000,
		() => `the run did not reach ${UNTIL_DEATH} orders`,
	);
	return { workflow, id, sent: () => calls() - callsBefore };
}

/** All orders are there, each once. */
function assertMany(stage: QueueStage, prefix: string): void {
	const made = ordersLike(stage, prefix);
	assert.equal(new Set(made).size, MANY, 'orders are missing');
	assert.equal(made.length, MANY, 'orders are there twice');
}

const killed: QueueCheck = {
	name: 'queue: a worker killed within 500 orders loses none and makes none twice',
	async run(stage) {
		const { api, workers, addWorker, figures } = stage;
		const { workflow, id, sent } = await beginMany(stage, 'KILL');
		const worker = workers.find((entry) => executionsOf(entry).includes(id));
		if (!worker) throw new GiveUp(`no worker says that it runs execution ${id}`);
		await worker.kill();
		const before = ordersLike(stage, 'KILL').length;
		const died = Date.now();
		assert.ok(before < MANY, 'the run was over before the worker was killed');

		const first = await api.waitForExecution(id, 240_000);
		const ended = secondsSince(died);
		if (first.status !== 'success') await api.runWorkflow(workflow, START.name, 240_000);
		await addWorker();
		assertMany(stage, 'KILL');
		const end = `${first.status} ${first.data.resultData.error?.message ?? ''}`.trim();
		figures.set('A worker killed within a run of 500 orders: orders made until then', String(before));
		figures.set('… the run then ended as', `${first.status}, ${ended} later`);
		figures.set('… orders at the end, and orders made twice', `${MANY}, 0`);
		figures.set('… calls of createOrder that all of it took', String(sent()));
		return `killed at ${before} orders; execution ended: ${end}; 500 orders after ${sent()} calls`;
	},
};

/** The worker goes on without the main process; what it has done is there when the main process is. */
const mainKilled: QueueCheck = {
	name: 'queue: the main process killed within 500 orders loses none and makes none twice',
	async run(stage) {
		const { api, killMain, figures } = stage;
		const { id, sent } = await beginMany(stage, 'MAIN');
		const restart = await killMain();
		const before = ordersLike(stage, 'MAIN').length;
		assert.ok(before < MANY, 'the run was over before the main process was killed');
		await restart();
		const { status, data } = await api.waitForExecution(id, 240_000);
		assert.equal(status, 'success', data.resultData.error?.message);
		assertMany(stage, 'MAIN');
		assert.equal(sent(), MANY);
		figures.set('The main process killed within a run of 500 orders: orders made until then', String(before));
		figures.set('… the run then ended as', status);
		return `killed at ${before} orders; execution ended: ${status}; 500 orders after ${sent()} calls`;
	},
};

export const queueChecks: QueueCheck[] = [bothWork, ownSessions, spreads, firesOnce, killed, mainKilled, everyTrigger];
