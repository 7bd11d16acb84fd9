import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { kindOf } from '../../clients/oms/attributes';
import { fieldsOf, operationOf } from '../../kit/n8n/catalogue';
import { runItems, type Row } from '../../kit/n8n/items';
import { steeringCheck } from '../../kit/n8n/steering';
import { Deliveries } from '../IbmMq/run/delivery';
import { connect } from './connect';
import { LABELS } from './labels';
import { RESOURCES } from './operations';
import type { Operation, RunContext } from './operation';
import { runGet } from './run/reads/get';
import { runGetMany } from './run/reads/getMany';
import { inEditorWords } from './run/hints';
import { groupsOf } from './run/groups';
import { runQuery } from './run/reads/query';
import { runWrite } from './run/writes/write';
import { turnsOf } from './run/writes/writeOrder';

/** Carries the node's operation out for all items, and ends its connection to a queue manager where it made one. */
export async function execute(node: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const queues = new Deliveries(node);
	try {
		return await carryOut(node, queues);
	} finally {
		await queues.close();
	}
}

async function carryOut(node: IExecuteFunctions, queues: Deliveries): Promise<INodeExecutionData[][]> {
	const resource = node.getNodeParameter('resource', 0) as string;
	const operation = operationOf(node, RESOURCES);
	const { client, connection, defaults } = await connect(node);
	const fields = fieldsOf(operation);
	const checkSteering = steeringCheck(fields);
	return await runItems<RunContext>(node, {
		kind: operation.kind,
		// Messages go into a queue in the order of the items.
		limit: node.getNodeParameter('options.delivery', 0, 'now') === 'mq' ? 1 : connection.maxInFlight,
		labels: LABELS,
		properties: fields.map(({ property }) => property),
		kindOf,
		contextOf: (context) => ({ ...context, client, connection, defaults, queues }),
		turnsOf: (contexts) => turnsOf(operation, contexts, node.getNode()),
		groupsOf: (contexts) => groupsOf(operation, contexts) ?? contexts.map((_, item) => ({ items: [item] })),
		work: async (context, group) => {
			try {
				for (const { parameters } of group) checkSteering(parameters);
				return await run(operation, context, group);
			} catch (error) {
				const inputMode = String(node.getNodeParameter('inputMode', context.item, 'fields'));
				throw inEditorWords(error, { operation, siblings: operationsOf(resource), inputMode });
			}
		},
	});
}

/** Display names of the operations of a resource, by their values. */
export function operationsOf(resource: string): Record<string, string> {
	const operations = RESOURCES.find(({ value }) => value === resource)?.operations ?? [];
	return Object.fromEntries(operations.map(({ value, name }) => [value, name]));
}

function run(operation: Operation, context: RunContext, group: readonly RunContext[]): Promise<Row[]> {
	switch (operation.type) {
		case 'get':
			return runGet(operation, context);
		case 'getMany':
			return runGetMany(operation, context);
		case 'query':
			return runQuery(operation, context);
		case 'write':
			return runWrite(operation, context, group);
		case 'custom':
			return operation.run(context, group, operation);
	}
}
