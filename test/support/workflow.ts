import type { ICredentialDataDecryptedObject, INode, NodeApiError } from 'n8n-workflow';

import { CREDENTIAL_ID, credentialFor, locate, NODE_TYPE, oneNode } from '../../engine/oneNode';
import { runWorkflow, type Finished } from '../../engine/workflow';
import { IbmSterlingOms } from '../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import type { Sandbox } from '../../sandbox';
import { shownType } from './shownType';
import { assertLogClean, assertNoSecrets, secrets, watching, watchTokens } from './watch';
import { witness } from './witness';

export { credentialFor, locate, oneNode };

/** Login ID and password of a user of the sandbox, for a credential. */
export function loginAs(sandbox: Sandbox, loginId: string) {
	const user = sandbox.users.find((one) => one.loginId === loginId);
	if (!user) throw new Error(`The sandbox has no user ${loginId}`);
	return { loginId, password: user.password };
}

export interface RunOptions {
	/** Items that reach the node; one empty item unless specified otherwise. */
	input?: Array<Record<string, unknown>>;
	credential?: Record<string, unknown>;
	timezone?: string;
	/** Further credentials by their IDs. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	node?: Partial<INode>;
}

const OMS = new IbmSterlingOms();

/** Runs one Sterling node on n8n's engine against the sandbox; fails when anything of the run shows a secret. */
export async function runNode(
	sandbox: Sandbox,
	parameters: INode['parameters'],
	{ input = [{}], credential, credentials, timezone, node }: RunOptions = {},
): Promise<Finished> {
	witness(parameters);
	const data = credentialFor(sandbox, credential);
	secrets.addCredential(data);
	watchTokens(sandbox);
	const finished = await watching(() =>
		runWorkflow(oneNode(parameters, node), {
			nodeTypes: { [NODE_TYPE]: shownType(OMS, parameters) },
			credentials: { [CREDENTIAL_ID]: data, ...credentials },
			input,
			timezone,
		}),
	);
	assertNoSecrets(finished.run, 'The run');
	assertLogClean(sandbox.log);
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
