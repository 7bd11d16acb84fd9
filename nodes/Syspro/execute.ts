import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { fieldsOf, operationOf } from '../../kit/n8n/catalogue';
import { runItems } from '../../kit/n8n/items';
import { connect } from './connect';
import { LABELS } from './labels';
import { RESOURCES } from './operations';
import type { RunContext } from './operation';

/**
 * Carries the node's operation out for all items, in one session of e.net: the operator logs on once for the run, and off
 * at its end, whatever happens.
 */
export async function execute(node: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = operationOf(
		RESOURCES,
		node.getNodeParameter('resource', 0) as string,
		node.getNodeParameter('operation', 0) as string,
	);
	const { client, connection } = await connect(node);
	const { turn } = operation;
	return await client.inOneSession(
		async () =>
			await runItems<RunContext>(node, {
				kind: operation.kind,
				labels: LABELS,
				properties: fieldsOf(operation).map(({ property }) => property),
				limit: connection.maxInFlight,
				contextOf: (context) => ({ ...context, client }),
				turnsOf: () => (context) => turn && quietly(() => turn(context.parameters)),
				work: async (context) => await operation.run(context),
			}),
	);
}

/** What cannot be read has no turn; the work on that item says so. */
function quietly(read: () => string): string | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}
