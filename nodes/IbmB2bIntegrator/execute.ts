import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { operationOf } from '../../kit/n8n/catalogue';
import { LABELS } from './labels';
import { runItems } from '../../kit/n8n/items';
import { connect } from './connect';
import { filesOf } from '../../kit/n8n/files';
import { RESOURCES } from './operations';
import type { RunContext } from './operation';

/** Carries the node's operation out for all items. Writes to the same record run one after another. */
export async function execute(node: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = operationOf(
		RESOURCES,
		node.getNodeParameter('resource', 0) as string,
		node.getNodeParameter('operation', 0) as string,
	);
	const { client, connection } = await connect(node);
	const { turn } = operation;
	return await runItems<RunContext>(node, {
		kind: operation.kind,
		labels: LABELS,
		limit: connection.maxInFlight,
		contextOf: (context) => ({
			...context,
			client,
			files: filesOf(node, context.item),
			signal: node.getExecutionCancelSignal?.(),
		}),
		turnsOf: () => (context) => turn && quietly(() => turn(context.parameters)),
		work: async (context) => await operation.run(context),
	});
}

/** What cannot be read has no turn; the work on that item says so. */
function quietly(read: () => string): string | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}
