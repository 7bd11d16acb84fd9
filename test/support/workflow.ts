import type { INode } from 'n8n-workflow';

import { runWorkflow, type Finished, type WorkflowFile } from '../../engine/workflow';
import { IbmSterlingOms } from '../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import type { Sandbox } from '../../sandbox';

const SANDBOX = 'sandbox';
const TYPE = 'n8n-nodes-ibm-sterling.ibmSterlingOms';

/** Credential data for a sandbox, as a user would fill it in. */
export function credentialFor(sandbox: Sandbox, more: Record<string, unknown> = {}) {
	const { certificate, key } = sandbox.clientCertificate;
	const [user] = sandbox.users;
	return {
		endpoint: sandbox.url,
		authentication: 'standard',
		loginId: user.loginId,
		password: user.password,
		clientIdentity: 'pem',
		certificate,
		privateKey: key,
		caCertificate: sandbox.ca,
		enterpriseCode: 'AURORA',
		documentType: '0001',
		dataFormat: 'json',
		maxInFlight: 8,
		timeout: 20,
		...more,
	};
}

/** A workflow of a trigger and one Sterling node with these parameters. */
export function oneNode(parameters: INode['parameters'], more: Partial<INode> = {}): WorkflowFile {
	const at = (x: number): [number, number] => [x, 0];
	return {
		nodes: [
			{ id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: at(0), parameters: {} },
			{
				id: '2',
				name: 'Sterling',
				type: TYPE,
				typeVersion: 1,
				position: at(200),
				parameters,
				credentials: { ibmSterlingOmsApi: { id: SANDBOX, name: 'Sandbox' } },
				...more,
			},
		],
		connections: { Start: { main: [[{ node: 'Sterling', type: 'main', index: 0 }]] } },
	};
}

export interface RunOptions {
	/** Items that reach the node; one empty item unless told otherwise. */
	input?: Array<Record<string, unknown>>;
	credential?: Record<string, unknown>;
	timezone?: string;
	node?: Partial<INode>;
}

/** Runs one Sterling node on n8n's engine against the sandbox. */
export async function runNode(
	sandbox: Sandbox,
	parameters: INode['parameters'],
	{ input = [{}], credential, timezone, node }: RunOptions = {},
): Promise<Finished> {
	return runWorkflow(oneNode(parameters, node), {
		nodeTypes: { [TYPE]: new IbmSterlingOms() },
		credentials: { [SANDBOX]: credentialFor(sandbox, credential) },
		input,
		timezone,
	});
}

/** The JSON of the node's items; fails loudly with the node's own error. */
export async function run(
	sandbox: Sandbox,
	parameters: INode['parameters'],
	options?: RunOptions,
): Promise<Array<Record<string, unknown>>> {
	const finished = await runNode(sandbox, parameters, options);
	if (finished.error) throw finished.error;
	return finished.json('Sterling');
}

export const locate = (mode: string, value: string) => ({ __rl: true, mode, value });
