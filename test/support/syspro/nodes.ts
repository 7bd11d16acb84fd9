import type { ICredentialDataDecryptedObject, INode, INodeExecutionData, NodeApiError } from 'n8n-workflow';

import { runWorkflow, type Finished } from '../../../engine/workflow';
import { closeAllPools } from '../../../kit/http/pools';
import { Syspro } from '../../../nodes/Syspro/Syspro.node';
import { startSyspro, type SysproOptions, type SysproSandbox } from '../../../sandbox/syspro';
import { assertNoSecrets, secrets, watching } from '../watch';

export const TYPE = 'n8n-nodes-ibm-sterling.syspro';
const CREDENTIAL_ID = 'syspro';

/** Credential data for a sandbox, as a user would fill it in. */
export function sysproCredential(
	sandbox: SysproSandbox,
	more: Record<string, unknown> = {},
): ICredentialDataDecryptedObject {
	const [{ operator, password }] = sandbox.operators;
	return {
		enetUrl: sandbox.enetUrl,
		operator,
		operatorPassword: password,
		company: sandbox.companyId,
		companyPassword: sandbox.companyPassword,
		odataUrl: sandbox.odataUrl,
		odataOperator: operator,
		odataPassword: password,
		caCertificate: sandbox.ca,
		maxInFlight: 4,
		timeout: 20,
		...more,
	} as ICredentialDataDecryptedObject;
}

export interface SysproRunOptions {
	/** Items that reach the node; one empty item unless told otherwise. */
	input?: INodeExecutionData[];
	credential?: Record<string, unknown>;
	node?: Partial<INode>;
}

/** Runs one node on n8n's engine against the sandbox; fails when anything of the run shows a secret. */
export async function runSyspro(
	sandbox: SysproSandbox,
	parameters: INode['parameters'],
	{ input = [{ json: {} }], credential, node }: SysproRunOptions = {},
): Promise<Finished> {
	const data = sysproCredential(sandbox, credential);
	for (const name of ['operatorPassword', 'companyPassword', 'odataPassword']) {
		secrets.add(name, data[name] as string | undefined);
	}
	const at = (x: number): [number, number] => [x, 0];
	const start = { id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
	const finished = await watching(() =>
		runWorkflow(
			{
				nodes: [
					{ ...start, position: at(0) },
					{
						id: '2',
						name: 'SYSPRO',
						type: TYPE,
						typeVersion: 1,
						position: at(200),
						parameters,
						credentials: { sysproApi: { id: CREDENTIAL_ID, name: 'Sandbox' } },
						...node,
					},
				],
				connections: { Start: { main: [[{ node: 'SYSPRO', type: 'main', index: 0 }]] } },
				pinData: { Start: input },
			},
			{ nodeTypes: { [TYPE]: new Syspro() }, credentials: { [CREDENTIAL_ID]: data } },
		),
	);
	assertNoSecrets(finished.run, 'The run');
	return finished;
}

/** The JSON of the node's items; fails loudly with the node's own error. */
export async function syspro(
	sandbox: SysproSandbox,
	parameters: INode['parameters'],
	options?: SysproRunOptions,
): Promise<Array<Record<string, unknown>>> {
	const finished = await runSyspro(sandbox, parameters, options);
	if (finished.error) throw finished.error;
	return finished.json('SYSPRO');
}

/** The error that ends the run; fails when nothing does. */
export async function sysproRefused(
	sandbox: SysproSandbox,
	parameters: INode['parameters'],
	options?: SysproRunOptions,
): Promise<Pick<NodeApiError, 'message' | 'description' | 'httpCode' | 'context'>> {
	const { error } = await runSyspro(sandbox, parameters, options);
	if (!error) throw new Error('The run was expected to fail and did not');
	return error as NodeApiError;
}

/** A sandbox for all tests of a file; faults and log are cleared before each. */
export function sysproForFile(options: SysproOptions = {}): { readonly sandbox: SysproSandbox } {
	let sandbox: SysproSandbox;
	beforeAll(async () => {
		sandbox = await startSyspro(options);
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
