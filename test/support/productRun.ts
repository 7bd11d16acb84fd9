import type { ICredentialDataDecryptedObject, INode, INodeExecutionData, INodeType, NodeApiError } from 'n8n-workflow';

import { runWorkflow, type Finished } from '../../engine/workflow';
import { closeAllPools } from '../../kit/http/pools';
import { shownType } from './shownType';
import { assertNoSecrets, watching } from './watch';

const CREDENTIAL_ID = 'sandbox';

/** A product's action node, and the credential that it takes. */
export interface Product {
	/** Name of the node in the workflow. */
	name: string;
	type: string;
	node: INodeType;
	credentialType: string;
}

export interface ProductRunOptions {
	/** Items that reach the node; one empty item unless specified otherwise. */
	input?: INodeExecutionData[];
	/** Changes of the credential. */
	credential?: Record<string, unknown>;
	/** Settings of the node beside its parameters. */
	node?: Partial<INode>;
	/** Time zone of the workflow. */
	timezone?: string;
}

/** Runs one node on n8n's engine behind a trigger; fails when anything of the run shows a secret. */
export async function runProduct(
	{ name, type, node: nodeType, credentialType }: Product,
	data: ICredentialDataDecryptedObject,
	parameters: INode['parameters'],
	{ input = [{ json: {} }], node, timezone }: ProductRunOptions = {},
): Promise<Finished> {
	const start = { id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
	const finished = await watching(() =>
		runWorkflow(
			{
				nodes: [
					{ ...start, position: [0, 0] },
					{
						id: '2',
						name,
						type,
						typeVersion: 1,
						position: [200, 0],
						parameters,
						credentials: { [credentialType]: { id: CREDENTIAL_ID, name: 'Sandbox' } },
						...node,
					},
				],
				connections: { Start: { main: [[{ node: name, type: 'main', index: 0 }]] } },
				pinData: { Start: input },
			},
			{ nodeTypes: { [type]: shownType(nodeType, parameters) }, credentials: { [CREDENTIAL_ID]: data }, timezone },
		),
	);
	assertNoSecrets(finished.run, 'The run');
	return finished;
}

/** The run, where nothing ended it; fails loudly with the node's own error. */
export function succeeded(finished: Finished): Finished {
	if (finished.error) throw finished.error;
	return finished;
}

/** What a person sees of an error. */
export type NodeRefusal = Pick<NodeApiError, 'message' | 'description' | 'httpCode' | 'context'>;

/** The error that ended the run; fails when nothing did. */
export function refusalIn({ error }: Finished): NodeRefusal {
	if (!error) throw new Error('The run was expected to fail and did not');
	return error as NodeApiError;
}

/** What tests look at of the runs of one node: its rows, or the error that ends the run. */
export const outcomesOf = <A extends unknown[]>(run: (...given: A) => Promise<Finished>, name: string) => ({
	/** The JSON of the node's items; fails loudly with the node's own error. */
	rows: async (...given: A): Promise<Array<Record<string, unknown>>> => succeeded(await run(...given)).json(name),
	/** Fails when nothing ends the run. */
	refused: async (...given: A): Promise<NodeRefusal> => refusalIn(await run(...given)),
});

/** What every sandbox of a product has to be put back. */
interface Kept {
	faults: { clear(): void };
	log: { clear(): void };
}

/** Clears the faults and the log of a sandbox. */
export function forget({ faults, log }: Kept): void {
	faults.clear();
	log.clear();
}

/** A sandbox for all tests of a file; `clear` puts it back before each. */
export function sandboxForFile<S extends { close(): Promise<void> }>(
	start: () => Promise<S>,
	clear: (sandbox: S) => void,
): { readonly sandbox: S } {
	let sandbox: S;
	beforeAll(async () => {
		sandbox = await start();
	});
	beforeEach(() => clear(sandbox));
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
