import type { IDataObject, IPollFunctions } from 'n8n-workflow';

const OWN = 'cursor';

/**
 * Where a polling trigger keeps its cursor, as plain data that is replaced as a whole.
 *
 * n8n keeps a node's static data under the node's name, so a new name would begin again; and with durable
 * cursors it throws away what the poll at activation leaves behind. A copy in the workflow's own static
 * data, under the name of the node type and the ID of the node, helps in both cases.
 */
export function cursorStore<C extends object>(nodeType: string) {
	const second = (context: IPollFunctions) => `${nodeType}:${context.getNode().id}`;
	return {
		/** The cursor, or undefined where the trigger never ran. */
		read(context: IPollFunctions): C | undefined {
			const own = context.getWorkflowStaticData('node')[OWN];
			const cursor = own ?? context.getWorkflowStaticData('global')[second(context)];
			// n8n observes this data in place, so it is handed out as a copy.
			return cursor === undefined ? undefined : (JSON.parse(JSON.stringify(cursor)) as C);
		},
		/** Puts the cursor in place as one new object: n8n notices nothing less. */
		write(context: IPollFunctions, cursor: C): void {
			context.getWorkflowStaticData('node')[OWN] = cursor as unknown as IDataObject;
			context.getWorkflowStaticData('global')[second(context)] = { ...cursor } as unknown as IDataObject;
		},
	};
}
