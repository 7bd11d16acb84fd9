import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { builtNodes } from '../../engine/builtNodes';
import { CREDENTIAL_ID, oneNode } from '../../engine/oneNode';
import { runWorkflow } from '../../engine/workflow';

export type Row = Record<string, unknown>;

/** A node of the package, and the credential that it uses. */
interface Product {
	/** Name of the node, as `ibmInventory`. Its credential is called so, too, with `Api` at the end. */
	node: string;
	credential: ICredentialDataDecryptedObject;
}

/** Runs `resource/operation` of a built node on n8n's engine and gives its rows; throws the node's own error. */
export async function rowsOf({ node, credential }: Product, path: string, given: INodeParameters): Promise<Row[]> {
	const [resource, operation] = path.split('/');
	const workflow = oneNode(
		{ resource, operation, ...given },
		{
			type: `n8n-nodes-ibm-sterling.${node}`,
			credentials: { [`${node}Api`]: { id: CREDENTIAL_ID, name: 'Sandbox' } },
		},
	);
	const finished = await runWorkflow(workflow, {
		nodeTypes: await builtNodes(),
		credentials: { [CREDENTIAL_ID]: credential },
	});
	if (finished.error) throw finished.error;
	const rows = finished.json('Sterling');
	if (rows.length === 0) throw new Error(`The sandbox has nothing to return for ${path}`);
	return rows;
}
