import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { fieldsOf, operationOf } from '../../kit/n8n/catalogue';
import { runItems } from '../../kit/n8n/items';
import { steeringCheck } from '../../kit/n8n/steering';
import { RESOURCES } from './operations';
import { propertiesOf, steeringOf } from './fields/openChoices';
import type { RunContext } from './operation';
import { withServiceErrors } from './run/errors';

/** Carries the node's operation out for all items, one after another: control numbers are taken in their order. */
export async function execute(node: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = operationOf(node, RESOURCES);
	const { kind, run } = operation;
	const fields = fieldsOf(operation);
	if (!run) return await (await import('./run/createInterchange')).createInterchange(node, fields);
	const checkSteering = steeringCheck(steeringOf(fields));
	return await runItems<RunContext>(node, {
		kind,
		limit: 1,
		properties: propertiesOf(fields),
		contextOf: (context) => ({ ...context, node }),
		work: async (context) => {
			checkSteering(context.parameters);
			return await withServiceErrors(async () => await run(context));
		},
	});
}
