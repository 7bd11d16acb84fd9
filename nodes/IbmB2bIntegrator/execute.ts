import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { fieldsOf, operationOf } from '../../kit/n8n/catalogue';
import { LABELS } from './labels';
import { runItems, turnsBy } from '../../kit/n8n/items';
import { steeringCheck } from '../../kit/n8n/steering';
import { connect } from './connect';
import { filesOf } from '../../kit/n8n/files';
import { RESOURCES } from './operations';
import type { RunContext } from './operation';

/** Carries the node's operation out for all items. Writes to the same record run one after another. */
export async function execute(node: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = operationOf(node, RESOURCES);
	const fields = fieldsOf(operation);
	const { client, connection } = await connect(node);
	return await runItems<RunContext>(node, {
		kind: operation.kind,
		labels: LABELS,
		properties: fields.map(({ property }) => property),
		check: steeringCheck(fields),
		limit: connection.maxInFlight,
		contextOf: (context) => ({
			...context,
			client,
			files: filesOf(node, context.item),
			signal: node.getExecutionCancelSignal?.(),
		}),
		turnsOf: () => turnsBy(operation.turn),
		work: async (context) => await operation.run(context),
	});
}
