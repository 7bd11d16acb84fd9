import assert from 'node:assert/strict';
import { startB2bi, type B2biSandbox } from '../../sandbox/b2bi';
import { outputOf } from '../lib/api';
import type { Credential, WorkflowNode } from '../lib/apiTypes';
import type { Check } from '../lib/checks';
import { waitFor } from '../lib/process';
import type { Stage } from '../lib/stage';
import { chain, located, START } from '../lib/workflows';

const CREDENTIAL_TYPE = 'ibmB2bIntegratorApi';
const NODE_TYPE = 'n8n-nodes-ibm-sterling.ibmB2bIntegrator';

const credentialData = ({ url, ca, users: [user] }: B2biSandbox) => ({
	baseUrl: url,
	authentication: 'basic',
	userId: user.userId,
	password: user.password,
	clientIdentity: 'none',
	caCertificate: ca,
	serverTimeZone: 'UTC',
	advanced: true,
	maxInFlight: 8,
	timeout: 30,
});

const node = (
	name: string,
	{ id, name: credential }: Credential,
	parameters: object,
	type = NODE_TYPE,
): WorkflowNode => ({
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: parameters as WorkflowNode['parameters'],
	credentials: { [CREDENTIAL_TYPE]: { id, name: credential } },
});

/** A check that has a B2B Integrator of its own, and a credential for it. */
const onB2b = (
	name: string,
	run: (stage: Stage, b2b: B2biSandbox, credential: Credential) => Promise<string>,
): Check<Stage> => ({
	name,
	async run(stage) {
		const b2b = await startB2bi({ withoutMessages: true });
		try {
			const credential = await stage.api.createCredential(`B2B ${name}`, CREDENTIAL_TYPE, credentialData(b2b));
			return await run(stage, b2b, credential);
		} finally {
			await b2b.close();
		}
	},
});

const connection = onB2b('B2B Integrator: the connection test says what is wrong', async ({ api }, b2b) => {
	const good = await api.testCredential(CREDENTIAL_TYPE, credentialData(b2b));
	assert.equal(good.status, 'OK', good.message);
	const bad = await api.testCredential(CREDENTIAL_TYPE, { ...credentialData(b2b), caCertificate: '' });
	assert.equal(bad.status, 'Error');
	return bad.message;
});

const action = onB2b(
	'B2B Integrator: the node sends a message and reads it back',
	async ({ api }, _b2b, credential) => {
		const send = {
			resource: 'message',
			operation: 'send',
			mailbox: located('path', '/ACME/Inbox'),
			name: 'order.edi',
			contentSource: 'text',
			text: 'ISA*00*ä~',
			extractable: 'always',
		};
		const download = {
			resource: 'message',
			operation: 'download',
			message: located('id', '={{ $json.id }}'),
			contentOutput: 'text',
			outputField: 'edi',
		};
		const workflow = await api.createWorkflow(
			chain('B2B message', [START, node('Send', credential, send), node('Download', credential, download)]),
		);
		const execution = await api.runWorkflow(workflow, START.name);
		assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
		const [item] = outputOf(execution, 'Download');
		assert.equal((item as { edi?: string }).edi, 'ISA*00*ä~');
		return JSON.stringify(item);
	},
);

const TRIGGER = 'New message';

/** A workflow that starts with what is there, so that the poll at activation is enough. */
const watching = (credential: Credential, then: WorkflowNode) =>
	chain('B2B trigger', [
		node(
			TRIGGER,
			credential,
			{
				mailbox: located('path', '/ACME/Inbox'),
				content: 'text',
				afterwards: 'delete',
				pollTimes: { item: [{ mode: 'everyMinute' }] },
				options: { startWith: 'existing' },
			},
			`${NODE_TYPE}Trigger`,
		),
		then,
	]);

const plain = (name: string, type: string, parameters: Record<string, unknown> = {}): WorkflowNode => ({
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters,
});

const succeeding = onB2b(
	'B2B Integrator: the trigger passes on a message once and deletes it after the workflow has succeeded',
	async ({ api }, b2b, credential) => {
		b2b.store.deposit('/ACME/Inbox', '855.edi', 'ISA*');
		const workflow = await api.createWorkflow(watching(credential, plain('Done', 'n8n-nodes-base.noOp')));
		await api.activate(workflow);
		await waitFor(
			async () => b2b.store.messages.size === 0,
			60_000,
			() => 'the message was not deleted',
		);
		const [{ id }, ...others] = await api.executions(workflow.id);
		assert.equal(others.length, 0);
		const execution = await api.waitForExecution(id);
		await api.deactivate(workflow);
		const [item] = outputOf(execution, TRIGGER);
		assert.equal((item as { data?: string }).data, 'ISA*');
		return JSON.stringify(item);
	},
);

const failing = onB2b(
	'B2B Integrator: the trigger leaves a message where the workflow fails',
	async ({ api }, b2b, credential) => {
		b2b.store.deposit('/ACME/Inbox', '855.edi', 'ISA*');
		const stop = plain('Stop', 'n8n-nodes-base.stopAndError', { errorMessage: 'Not today' });
		const workflow = await api.createWorkflow(watching(credential, stop));
		await api.activate(workflow);
		await waitFor(
			async () => (await api.executions(workflow.id)).some(({ status }) => status === 'error'),
			60_000,
			() => 'the workflow did not fail',
		);
		await api.deactivate(workflow);
		const deleted = b2b.log.list('mailboxmessages').filter(({ method }) => method === 'DELETE');
		assert.deepEqual([b2b.store.messages.size, deleted.length], [1, 0]);
		return 'the message is still there';
	},
);

export const b2bIntegrator = [connection, action, succeeding, failing];
