import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { operationOf } from '../../kit/n8n/catalogue';
import { runItems } from '../../kit/n8n/items';
import { RESOURCES } from './operations';
import type { RunContext } from './operation';
import { withServiceErrors } from './run/errors';

/** Carries the node's operation out for all items, one after another: control numbers are taken in their order. */
export async function execute(node: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const { kind, run } = operationOf(node, RESOURCES);
	if (!run) return await (await import('./run/createInterchange')).createInterchange(node);
	return await runItems<RunContext>(node, {
		kind,
		limit: 1,
		contextOf: (context) => ({ ...context, node }),
		work: async (context) => await withServiceErrors(async () => await run(context)),
	});
}
