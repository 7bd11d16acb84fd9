import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { fieldsOf, operationOf } from '../../kit/n8n/catalogue';
import { filesOf } from '../../kit/n8n/files';
import { runItems } from '../../kit/n8n/items';
import { steeringCheck } from '../../kit/n8n/steering';
import { CREDENTIAL, wayTo } from './connect';
import { labelsFor } from './labels';
import { RESOURCES } from './operations';
import type { RunContext } from './operation';
import { Session } from '../../clients/mq/session';

/** Carries the node's operation out for all items, one after another on one connection, which is closed whatever happens. */
export async function execute(node: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = operationOf(node, RESOURCES);
	const credential = await node.getCredentials(CREDENTIAL);
	const { connect, hasUnitsOfWork } = await wayTo(credential, node.helpers);
	const signal = node.getExecutionCancelSignal?.();
	const session = new Session(connect, hasUnitsOfWork, signal);
	const fields = fieldsOf(operation);
	try {
		return await runItems<RunContext>(node, {
			kind: operation.kind,
			labels: labelsFor(credential.connectWith),
			limit: 1,
			properties: fields.map(({ property }) => property),
			check: steeringCheck(fields),
			contextOf: (context) => ({ ...context, session, signal, files: filesOf(node, context.item) }),
			work: async (context) => await operation.run(context),
		});
	} finally {
		await session.close();
	}
}
