import { listOf } from '../../../clients/inventory';
import type { RunContext, Work } from '../operation';
import { limited } from './lists';
import { chosenNodes } from './places';
import { listCall, recordCall } from './configured';

const idOf = (context: RunContext) => context.parameters.requiredText('distributionGroup');

async function nodesIn(context: RunContext): Promise<string[]> {
	const { body } = await context.client.send(recordCall('distributionGroups', 'GET', idOf(context)));
	return listOf(body, 'shipNodes').map(({ shipNode }) => String(shipNode));
}

export const get: Work = {
	run: async (context) => [{ distributionGroupId: idOf(context), shipNodes: await nodesIn(context) }],
};

export const getMany: Work = {
	call: () => listCall('distributionGroups'),
	rows: (body, context) => limited(context, listOf(body, 'distributionGroups')),
};

/** IV takes the whole list of a group only (IBM: API best practices), so the present one is read where it is changed. */
const changed = (nodesAfter: (context: RunContext) => Promise<string[]> | readonly string[]): Work => ({
	call: async (context) => {
		const nodes = await nodesAfter(context);
		if (nodes.length === 0) throw new TypeError('The group would have no ship nodes left. Delete the group instead.');
		return recordCall('distributionGroups', 'PUT', idOf(context), {
			shipNodes: nodes.map((shipNode) => ({ shipNode })),
		});
	},
	rows: (_body, context) => [{ distributionGroupId: idOf(context), success: true }],
});

export const upsert = changed(chosenNodes);

export const addNodes = changed(async (context) => {
	const added = chosenNodes(context);
	return [...new Set([...(await nodesIn(context)), ...added])];
});

export const removeNodes = changed(async (context) => {
	const [gone, present] = [new Set(chosenNodes(context)), await nodesIn(context)];
	const others = [...gone].filter((node) => !present.includes(node));
	if (others.length > 0) context.hint(`Not in distribution group ${idOf(context)}: ${others.join(', ')}.`);
	return present.filter((node) => !gone.has(node));
});

export const remove: Work = {
	call: (context) => recordCall('distributionGroups', 'DELETE', idOf(context)),
	rows: (_body, context) => [{ distributionGroupId: idOf(context), deleted: true }],
};
