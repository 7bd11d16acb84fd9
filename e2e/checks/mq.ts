import assert from 'node:assert/strict';
import type { MqSandbox } from '../../sandbox/mq';
import { outputOf } from '../lib/api';
import type { Credential, WorkflowNode } from '../lib/apiTypes';
import type { Check } from '../lib/checks';
import { waitFor } from '../lib/process';
import { MQ_CREDENTIAL, mqCredentialData, withQueueManager } from '../lib/queueManager';
import type { Stage } from '../lib/stage';
import { chain, START } from '../lib/workflows';

const NODE_TYPE = 'n8n-nodes-ibm-sterling.ibmMq';
const [QUEUE, ASIDE] = ['DEV.QUEUE.1', 'DEV.QUEUE.2'];

const plain = (
	name: string,
	type: string,
	parameters: Record<string, unknown> = {},
	typeVersion = 1,
): WorkflowNode => ({
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
});

const mqNode = (
	name: string,
	{ id, name: credential }: Credential,
	parameters: object,
	type = NODE_TYPE,
): WorkflowNode => ({
	...plain(name, type, parameters as Record<string, unknown>),
	credentials: { [MQ_CREDENTIAL]: { id, name: credential } },
});

/** A check that has a queue manager of its own (mutual TLS), and a credential for it. */
const onMq = (
	name: string,
	run: (stage: Stage, mq: MqSandbox, credential: Credential) => Promise<string>,
): Check<Stage> => ({
	name,
	run: async (stage) => await withQueueManager(stage, name, async (mq, credential) => await run(stage, mq, credential)),
});

const textsOn = ({ manager }: MqSandbox, queue: string) =>
	manager
		.queue(queue)
		.all()
		.map(({ data }) => data.toString());

const connection = onMq('IBM MQ: the connection test says what is wrong', async ({ api }, mq) => {
	const good = await api.testCredential(MQ_CREDENTIAL, mqCredentialData(mq));
	assert.equal(good.status, 'OK', good.message);
	const bad = await api.testCredential(MQ_CREDENTIAL, { ...mqCredentialData(mq), queueManager: 'OTHER' });
	assert.equal(bad.status, 'Error');
	assert.match(bad.message, /2058/);
	return bad.message;
});

const action = onMq('IBM MQ: the node puts a message and gets it back', async ({ api }, mq, credential) => {
	const put = {
		resource: 'message',
		operation: 'put',
		queue: QUEUE,
		contentSource: 'text',
		text: '<Order OrderNo="Ü-1"/>',
	};
	const get = { resource: 'message', operation: 'get', queue: QUEUE };
	const workflow = await api.createWorkflow(
		chain('MQ message', [START, mqNode('Put', credential, put), mqNode('Get', credential, get)]),
	);
	const execution = await api.runWorkflow(workflow, START.name);
	assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
	const [item] = outputOf(execution, 'Get');
	assert.deepEqual((item as { data?: unknown }).data, { Order: { OrderNo: 'Ü-1' } });
	assert.deepEqual(textsOn(mq, QUEUE), []);
	return JSON.stringify(item);
});

const trigger = (credential: Credential, parameters: object = {}) =>
	mqNode('Message', credential, { queue: QUEUE, output: 'message', ...parameters }, `${NODE_TYPE}Trigger`);

const committing = onMq(
	'IBM MQ: the trigger removes a message after its workflow has succeeded, and not before',
	async ({ api }, mq, credential) => {
		const wait = plain('Wait', 'n8n-nodes-base.wait', { resume: 'timeInterval', amount: 3, unit: 'seconds' }, 1.1);
		const workflow = await api.createWorkflow(chain('MQ commit', [trigger(credential), wait]));
		mq.manager.send(QUEUE, 'one');
		await api.activate(workflow);
		await waitFor(
			async () => (await api.executions(workflow.id)).length === 1,
			60_000,
			() => 'no execution was started',
		);
		const [{ id, status } = { id: '', status: '' }] = await api.executions(workflow.id);
		const meanwhile = {
			status,
			held: mq.manager.queue(QUEUE).all().length,
			shown: mq.manager.queue(QUEUE).visible().length,
		};
		assert.deepEqual(meanwhile, { status: 'running', held: 1, shown: 0 });
		const execution = await api.waitForExecution(id);
		assert.equal(execution.status, 'success');
		await waitFor(
			async () => textsOn(mq, QUEUE).length === 0,
			30_000,
			() => 'the message was not removed',
		);
		await api.deactivate(workflow);
		await waitFor(
			async () => mq.connected === 0,
			30_000,
			() => 'the connection was not closed',
		);
		return 'held while it ran, gone afterwards';
	},
);

const failing = onMq(
	'IBM MQ: what fails comes again and then goes aside, what cannot be read goes aside, and the others run',
	async ({ api }, mq, credential) => {
		const options = { backoutQueue: ASIDE, backoutThreshold: 2 };
		const jsCode = "if ($input.first().json.text === 'poison') throw new Error('Not this one');\nreturn $input.all();";
		const workflow = await api.createWorkflow(
			chain('MQ failures', [trigger(credential, { options }), plain('Work', 'n8n-nodes-base.code', { jsCode }, 2)]),
		);
		mq.manager.send(QUEUE, 'one');
		mq.manager.send(QUEUE, 'poison');
		mq.manager.send(QUEUE, { body: 'no header', descriptor: { format: 'MQHRF2' } });
		mq.manager.send(QUEUE, 'two');
		await api.activate(workflow);
		await waitFor(
			async () => textsOn(mq, QUEUE).length === 0,
			90_000,
			() => `left: ${textsOn(mq, QUEUE).join(', ')}`,
		);
		await api.deactivate(workflow);
		assert.deepEqual(textsOn(mq, ASIDE), ['poison', 'no header']);
		const statuses = (await api.executions(workflow.id)).map(({ status }) => status);
		assert.equal(statuses.filter((status) => status === 'success').length, 2);
		return `${statuses.length} executions: ${statuses.reverse().join(', ')}`;
	},
);

export const mqChecks = [connection, action, committing, failing];
