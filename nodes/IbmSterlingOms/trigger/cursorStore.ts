import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { assertCursor, type Cursor } from '../../../kit/polling/cursor';

const OWN = 'cursor';

/** How a trigger gets a new position, as the end of a sentence or one of its own. */
export const START_OVER =
	'Start over: copy this trigger node, delete the old one, set the option Start From to the time of the last event that you have, and publish the workflow.';

/** A second place, by the id of the node. */
const second = (context: IPollFunctions) => `ibmSterlingOmsTrigger:${context.getNode().id}`;

/**
 * The cursor as plain data, or undefined where the trigger never ran.
 *
 * n8n keeps a node's static data under the node's name, so a new name would begin again; and with durable
 * cursors it discards what the poll at activation leaves behind. The copy in the workflow's own static
 * data helps in both cases.
 * @throws ServiceError `configuration` where what is stored is no cursor of this version
 */
export function readCursor(context: IPollFunctions): Cursor | undefined {
	const own = context.getWorkflowStaticData('node')[OWN];
	const cursor = own ?? context.getWorkflowStaticData('global')[second(context)];
	// n8n observes this data in place, so it is handed out as a copy.
	return cursor === undefined ? undefined : assertCursor(JSON.parse(JSON.stringify(cursor)), START_OVER);
}

/** Puts the cursor in place as one new object: n8n notices nothing less. */
export function writeCursor(context: IPollFunctions, cursor: Cursor): void {
	context.getWorkflowStaticData('node')[OWN] = cursor as unknown as IDataObject;
	context.getWorkflowStaticData('global')[second(context)] = { ...cursor } as unknown as IDataObject;
}
