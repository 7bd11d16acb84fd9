import type { ICredentialDataDecryptedObject, INode, INodeExecutionData } from 'n8n-workflow';

import type { Finished } from '../../../engine/workflow';
import { IbmMq } from '../../../nodes/IbmMq/IbmMq.node';
import { startMq, type MqOptions, type MqSandbox } from '../../../sandbox/mq';
import { outcomesOf, runProduct, sandboxForFile, succeeded, type ProductRunOptions } from '../productRun';
import { secrets } from '../watch';
import { until } from './memory';

const MQ = { name: 'MQ', type: 'n8n-nodes-ibm-sterling.ibmMq', node: new IbmMq(), credentialType: 'ibmMqApi' };

/** Credential data for a sandbox, over TLS with a client certificate if it has TLS, as a user would fill it in. */
export function mqCredential(sandbox: MqSandbox, more: Record<string, unknown> = {}): ICredentialDataDecryptedObject {
	const { certificate, key } = sandbox.clientCertificate;
	const [{ userId, password }] = sandbox.users;
	const data = {
		connectWith: 'builtIn',
		hostAndPort: sandbox.address,
		baseUrl: sandbox.url,
		queueManager: sandbox.manager.name,
		channel: sandbox.channel,
		cipherSpec: sandbox.isTls ? 'ECDHE_RSA_AES_128_GCM_SHA256' : '',
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

/** Runs one node on n8n's engine against the sandbox; fails when anything of the run shows a secret. */
export const runMq = async (
	sandbox: MqSandbox,
	parameters: INode['parameters'],
	options: ProductRunOptions = {},
): Promise<Finished> => await runProduct(MQ, mqCredential(sandbox, options.credential), parameters, options);

/** The items of the node; fails loudly with the node's own error. */
export const mqItems = async (...given: Parameters<typeof runMq>): Promise<INodeExecutionData[]> =>
	succeeded(await runMq(...given)).items('MQ');

export const { rows: mq, refused: mqRefused } = outcomesOf(runMq, 'MQ');

/** A sandbox, with mutual TLS unless said otherwise, for all tests of a file; each finds empty queues and no faults. */
export function mqForFile(options: MqOptions = {}): { readonly sandbox: MqSandbox } {
	const held = sandboxForFile(
		async () => await startMq({ tls: true, mutualTls: true, withoutMessages: true, ...options }),
		({ faults, manager }) => {
			faults.clear();
			for (const queue of manager.queues.values()) queue.clear();
		},
	);
	afterEach(async () => await until(() => held.sandbox.connected === 0, 'all connections are closed'));
	return held;
}

/** What lets a run of the OMS node deliver through a queue of the sandbox. */
export function deliveringTo(sandbox: MqSandbox, credential?: Record<string, unknown>) {
	const [mine, other] = [
		{ id: 'sandbox', name: 'OMS' },
		{ id: 'mq', name: 'MQ' },
	];
	return {
		credentials: { [other.id]: mqCredential(sandbox, credential) },
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
