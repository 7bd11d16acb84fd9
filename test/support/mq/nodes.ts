import type { ICredentialDataDecryptedObject, INode, INodeExecutionData, NodeApiError } from 'n8n-workflow';

import { runWorkflow, type Finished } from '../../../engine/workflow';
import { closeAllPools } from '../../../kit/http/pools';
import { IbmMq } from '../../../nodes/IbmMq/IbmMq.node';
import { startMq, type MqOptions, type MqSandbox } from '../../../sandbox/mq';
import { assertNoSecrets, secrets, watching } from '../watch';
import { until } from './memory';

const TYPE = 'n8n-nodes-ibm-sterling.ibmMq';
const CREDENTIAL_ID = 'mq';

/** Credential data for a sandbox over TLS with a client certificate, as a user would fill it in. */
export function mqCredential(sandbox: MqSandbox, more: Record<string, unknown> = {}): ICredentialDataDecryptedObject {
	const { certificate, key } = sandbox.clientCertificate;
	const [{ userId, password }] = sandbox.users;
	const data = {
		connectWith: 'builtIn',
		hostAndPort: sandbox.address,
		baseUrl: sandbox.url,
		queueManager: sandbox.manager.name,
		channel: sandbox.channel,
		cipherSpec: 'ECDHE_RSA_AES_128_GCM_SHA256',
		clientIdentity: 'pem',
		certificate,
		privateKey: key,
		caCertificate: sandbox.ca,
		serverName: 'auto',
		user: userId,
		password,
		...more,
	} as ICredentialDataDecryptedObject;
	for (const name of ['password', 'passphrase']) secrets.add(name, data[name] as string | undefined);
	secrets.addKey('private key', data.privateKey as string | undefined);
	return data;
}

export interface MqRunOptions {
	/** Items that reach the node; one empty item unless told otherwise. */
	input?: INodeExecutionData[];
	credential?: Record<string, unknown>;
	node?: Partial<INode>;
}

/** Runs one node on n8n's engine against the sandbox; fails when anything of the run shows a secret. */
export async function runMq(
	sandbox: MqSandbox,
	parameters: INode['parameters'],
	{ input = [{ json: {} }], credential, node }: MqRunOptions = {},
): Promise<Finished> {
	const data = mqCredential(sandbox, credential);
	const start = { id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
	const finished = await watching(() =>
		runWorkflow(
			{
				nodes: [
					{ ...start, position: [0, 0] },
					{
						id: '2',
						name: 'MQ',
						type: TYPE,
						typeVersion: 1,
						position: [200, 0],
						parameters,
						credentials: { ibmMqApi: { id: CREDENTIAL_ID, name: 'Sandbox' } },
						...node,
					},
				],
				connections: { Start: { main: [[{ node: 'MQ', type: 'main', index: 0 }]] } },
				pinData: { Start: input },
			},
			{ nodeTypes: { [TYPE]: new IbmMq() }, credentials: { [CREDENTIAL_ID]: data } },
		),
	);
	assertNoSecrets(finished.run, 'The run');
	return finished;
}

/** The items of the node; fails loudly with the node's own error. */
export async function mqItems(
	sandbox: MqSandbox,
	parameters: INode['parameters'],
	options?: MqRunOptions,
): Promise<INodeExecutionData[]> {
	const finished = await runMq(sandbox, parameters, options);
	if (finished.error) throw finished.error;
	return finished.items('MQ');
}

/** Their JSON. */
export async function mq(
	sandbox: MqSandbox,
	parameters: INode['parameters'],
	options?: MqRunOptions,
): Promise<Array<Record<string, unknown>>> {
	return (await mqItems(sandbox, parameters, options)).map(({ json }) => json);
}

/** The error that ends the run; fails when nothing does. */
export async function mqRefused(
	sandbox: MqSandbox,
	parameters: INode['parameters'],
	options?: MqRunOptions,
): Promise<Pick<NodeApiError, 'message' | 'description' | 'context'>> {
	const { error } = await runMq(sandbox, parameters, options);
	if (!error) throw new Error('The run was expected to fail and did not');
	return error as NodeApiError;
}

/** A sandbox with mutual TLS for all tests of a file; queues are emptied and faults cleared before each. */
export function mqForFile(options: MqOptions = {}): { readonly sandbox: MqSandbox } {
	let sandbox: MqSandbox;
	beforeAll(async () => {
		sandbox = await startMq({ tls: true, mutualTls: true, withoutMessages: true, ...options });
	});
	beforeEach(() => {
		sandbox.faults.clear();
		for (const queue of sandbox.manager.queues.values()) queue.clear();
	});
	afterEach(async () => await until(() => sandbox.connected === 0, 'all connections are closed'));
	afterAll(async () => {
		await closeAllPools();
		await sandbox.close();
	});
	return {
		get sandbox() {
			return sandbox;
		},
	};
}

/** What lets a run of the OMS node deliver through a queue of the sandbox. */
export function deliveringTo(sandbox: MqSandbox, credential?: Record<string, unknown>) {
	const [mine, other] = [
		{ id: 'sandbox', name: 'OMS' },
		{ id: CREDENTIAL_ID, name: 'MQ' },
	];
	return {
		credentials: { [CREDENTIAL_ID]: mqCredential(sandbox, credential) },
		node: { credentials: { ibmSterlingOmsApi: mine, ibmMqApi: other } },
	};
}

/** Texts of the messages that a queue shows, without their headers. */
export function textsIn(sandbox: MqSandbox, queue: string): string[] {
	return sandbox.manager
		.queue(queue)
		.visible()
		.map(({ data }) => data.toString());
}
