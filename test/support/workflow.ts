import type { INode, NodeApiError } from 'n8n-workflow';

import { runWorkflow, type Finished, type WorkflowFile } from '../../engine/workflow';
import { IbmSterlingOms } from '../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import type { Sandbox } from '../../sandbox';
import { assertNoSecrets, secrets, watching, watchTokens } from './watch';

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

/** Login ID and password of a user of the sandbox, for a credential. */
export function loginAs(sandbox: Sandbox, loginId: string) {
	const user = sandbox.users.find((one) => one.loginId === loginId);
	if (!user) throw new Error(`The sandbox has no user ${loginId}`);
	return { loginId, password: user.password };
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

/** Runs one Sterling node on n8n's engine against the sandbox; fails when anything of the run shows a secret. */
export async function runNode(
	sandbox: Sandbox,
	parameters: INode['parameters'],
	{ input = [{}], credential, timezone, node }: RunOptions = {},
): Promise<Finished> {
	const data = credentialFor(sandbox, credential);
	secrets.addCredential(data);
	watchTokens(sandbox);
	const finished = await watching(() =>
		runWorkflow(oneNode(parameters, node), {
			nodeTypes: { [TYPE]: new IbmSterlingOms() },
			credentials: { [SANDBOX]: data },
			input,
			timezone,
		}),
	);
	assertNoSecrets(finished.run, 'The run');
	assertNoSecrets(sandbox.log.list(), 'The log of the sandbox');
	return finished;
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

/** The error that ends the run; fails when nothing does. */
export async function refused(
	sandbox: Sandbox,
	parameters: INode['parameters'],
	options?: RunOptions,
): Promise<Pick<NodeApiError, 'message' | 'description' | 'httpCode' | 'context'>> {
	const { error } = await runNode(sandbox, parameters, options);
	if (!error) throw new Error('The run was expected to fail and did not');
	return error as NodeApiError;
}

export const locate = (mode: string, value: string) => ({ __rl: true, mode, value });
