import type { ICredentialDataDecryptedObject, INode, INodeExecutionData, NodeApiError } from 'n8n-workflow';

import { runWorkflow, type Finished } from '../../../engine/workflow';
import { closeAllPools } from '../../../kit/http/pools';
import { IbmB2bIntegrator } from '../../../nodes/IbmB2bIntegrator/IbmB2bIntegrator.node';
import { startB2bi, type B2biOptions, type B2biSandbox } from '../../../sandbox/b2bi';
import { assertNoSecrets, secrets, watching } from '../watch';

const TYPE = 'n8n-nodes-ibm-sterling.ibmB2bIntegrator';
const CREDENTIAL_ID = 'b2bi';

/** Credential data for a sandbox, as a user would fill it in. */
export function b2biCredential(
	sandbox: B2biSandbox,
	more: Record<string, unknown> = {},
): ICredentialDataDecryptedObject {
	const [{ userId, password }] = sandbox.users;
	return {
		baseUrl: sandbox.url,
		authentication: 'basic',
		userId,
		password,
		caCertificate: sandbox.ca,
		serverTimeZone: 'UTC',
		advanced: true,
		maxInFlight: 8,
		timeout: 20,
		...more,
	} as ICredentialDataDecryptedObject;
}

export interface B2biRunOptions {
	/** Items that reach the node; one empty item unless told otherwise. */
	input?: INodeExecutionData[];
	credential?: Record<string, unknown>;
	node?: Partial<INode>;
}

/** Runs one node on n8n's engine against the sandbox; fails when anything of the run shows a secret. */
export async function runB2bi(
	sandbox: B2biSandbox,
	parameters: INode['parameters'],
	{ input = [{ json: {} }], credential, node }: B2biRunOptions = {},
): Promise<Finished> {
	const data = b2biCredential(sandbox, credential);
	for (const name of ['password', 'clientSecret', 'passphrase']) secrets.add(name, data[name] as string | undefined);
	secrets.add('Basic value', Buffer.from(`${String(data.userId)}:${String(data.password)}`).toString('base64'));
	secrets.addKey('private key', data.privateKey as string | undefined);
	const at = (x: number): [number, number] => [x, 0];
	const start = { id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
	const finished = await watching(() =>
		runWorkflow(
			{
				nodes: [
					{ ...start, position: at(0) },
					{
						id: '2',
						name: 'B2B',
						type: TYPE,
						typeVersion: 1,
						position: at(200),
						parameters,
						credentials: { ibmB2bIntegratorApi: { id: CREDENTIAL_ID, name: 'Sandbox' } },
						...node,
					},
				],
				connections: { Start: { main: [[{ node: 'B2B', type: 'main', index: 0 }]] } },
				pinData: { Start: input },
			},
			{ nodeTypes: { [TYPE]: new IbmB2bIntegrator() }, credentials: { [CREDENTIAL_ID]: data } },
		),
	);
	assertNoSecrets(finished.run, 'The run');
	assertNoSecrets(sandbox.log.list(), 'The log of the sandbox');
	return finished;
}

/** The JSON of the node's items; fails loudly with the node's own error. */
export async function b2bi(
	sandbox: B2biSandbox,
	parameters: INode['parameters'],
	options?: B2biRunOptions,
): Promise<Array<Record<string, unknown>>> {
	const finished = await runB2bi(sandbox, parameters, options);
	if (finished.error) throw finished.error;
	return finished.json('B2B');
}

/** The error that ends the run; fails when nothing does. */
export async function b2biRefused(
	sandbox: B2biSandbox,
	parameters: INode['parameters'],
	options?: B2biRunOptions,
): Promise<Pick<NodeApiError, 'message' | 'description' | 'httpCode' | 'context'>> {
	const { error } = await runB2bi(sandbox, parameters, options);
	if (!error) throw new Error('The run was expected to fail and did not');
	return error as NodeApiError;
}

/** A sandbox for all tests of a file; faults and log are cleared before each. */
export function b2biForFile(options: B2biOptions = {}): { readonly sandbox: B2biSandbox } {
	let sandbox: B2biSandbox;
	beforeAll(async () => {
		sandbox = await startB2bi(options);
	});
	beforeEach(() => {
		sandbox.faults.clear();
		sandbox.log.clear();
	});
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
