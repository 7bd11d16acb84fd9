import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { operationOf } from '../../kit/n8n/catalogue';
import { runItems, type Row } from '../../kit/n8n/items';
import { connect } from './connect';
import { RESOURCES } from './operations';
import type { Operation, RunContext } from './operations/types';
import { runGet } from './run/get';
import { runGetMany } from './run/getMany';
import { runQuery } from './run/query';
import { runWrite } from './run/write';
import { turnsOf } from './run/writeOrder';

/** Carries the node's operation out for all items. */
export async function execute(node: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = operationOf(
		RESOURCES,
		node.getNodeParameter('resource', 0) as string,
		node.getNodeParameter('operation', 0) as string,
	);
	const { client, connection, defaults } = await connect(node);
	return await runItems<RunContext>(node, {
		kind: operation.kind,
		limit: connection.maxInFlight,
		contextOf: (context) => ({ ...context, client, defaults }),
		turnsOf: (contexts) => turnsOf(operation, contexts, node.getNode()),
		work: async (context) => await run(operation, context),
	});
}

function run(operation: Operation, context: RunContext): Promise<Row[]> {
	switch (operation.type) {
		case 'get':
			return runGet(operation, context);
		case 'getMany':
			return runGetMany(operation, context);
		case 'query':
			return runQuery(operation, context);
		case 'write':
			return runWrite(operation, context);
		case 'custom':
			return operation.run(context);
	}
}
