import { returnAll } from '../../../kit/n8n/fields/output';
import { dryRun, options } from '../../../kit/n8n/fields/basic';
import { distributionGroup as picker, nodeList } from '../fields/place';
import type { InventoryOperation, InventoryResource } from '../operation';

const PATH = 'inventory/v1/configuration/distributionGroups';

/** The three ways to change which nodes a group has; IV knows only the last one, for the whole list. */
const change = (
	value: 'addNodes' | 'removeNodes' | 'upsert',
	texts: Pick<InventoryOperation, 'name' | 'action' | 'description'>,
	nodes: string,
): InventoryOperation => ({
	value,
	...texts,
	api: `PUT ${PATH}/{distributionGroup}`,
	kind: 'write',
	fields: [
		picker(value === 'upsert' ? 'Group to create or replace' : 'Group to change'),
		nodeList({ hint: nodes }),
		options(dryRun),
	],
	work: async () => (await import('../run/distributionGroup'))[value],
});

export const distributionGroup: InventoryResource = {
	value: 'distributionGroup',
	name: 'Distribution Group',
	operations: [
		change(
			'addNodes',
			{
				name: 'Add Nodes',
				action: 'Add ship nodes to a distribution group',
				description: 'Add ship nodes to the end of a group',
			},
			'They are added after the nodes of the group, so they are used last',
		),
		change(
			'upsert',
			{
				name: 'Create or Update',
				action: 'Create or update a distribution group',
				description: 'Create a new record, or update the current one if it already exists (upsert)',
			},
			'Reservations use the nodes in this order',
		),
		{
			value: 'delete',
			name: 'Delete',
			action: 'Delete a distribution group',
			description: 'Delete a distribution group permanently',
			warning: 'The distribution group will be deleted permanently.',
			api: `DELETE ${PATH}/{distributionGroup}`,
			kind: 'write',
			fields: [picker('Group to delete'), options(dryRun)],
			work: async () => (await import('../run/distributionGroup')).remove,
		},
		{
			value: 'get',
			name: 'Get',
			action: 'Get a distribution group',
			description: 'Read the ship nodes of a group, in the order of their priority',
			api: `GET ${PATH}/{distributionGroup}`,
			kind: 'read',
			fields: [picker('Group to read')],
			work: async () => (await import('../run/distributionGroup')).get,
		},
		{
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many distribution groups',
			description: 'Read the distribution groups of the tenant',
			api: `GET ${PATH}`,
			kind: 'read',
			fields: returnAll(),
			work: async () => (await import('../run/distributionGroup')).getMany,
		},
		change(
			'removeNodes',
			{
				name: 'Remove Nodes',
				action: 'Remove ship nodes from a distribution group',
				description: 'Remove ship nodes from a group',
			},
			'The others keep their order',
		),
	],
};
