import type { INodeParameters } from 'n8n-workflow';

import { builtNodes } from '../../engine/builtNodes';
import { CREDENTIAL_ID, credentialFor, oneNode } from '../../engine/oneNode';
import { runWorkflow } from '../../engine/workflow';
import type { Sandbox } from '../../sandbox';

/** Runs the action node once on n8n's engine and gives its items; throws the node's own error. */
export async function run(sandbox: Sandbox, parameters: INodeParameters): Promise<Array<Record<string, unknown>>> {
	const finished = await runWorkflow(oneNode(parameters), {
		nodeTypes: await builtNodes(),
		credentials: { [CREDENTIAL_ID]: credentialFor(sandbox) },
	});
	if (finished.error) throw finished.error;
	return finished.json('Sterling');
}
