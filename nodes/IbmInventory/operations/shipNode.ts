import { meaning, steering } from '../../../kit/n8n/fields/field';
import { returnAll } from '../../../kit/n8n/fields/output';
import { dryRun, options } from '../../../kit/n8n/fields/basic';
import { deliveryMethod } from '../fields/item';
import { shipNode as picker } from '../fields/place';
import type { InventoryResource } from '../operation';

const coordinate = (displayName: string, name: string, limit: number) => ({
	displayName,
	name,
	type: 'number' as const,
	typeOptions: { minValue: -limit, maxValue: limit, numberPrecision: 6 },
	default: 0,
	description: 'In degrees',
});

export const shipNode: InventoryResource = {
	value: 'shipNode',
	name: 'Ship Node',
	operations: [
		{
			value: 'upsert',
			name: 'Create or Update',
			action: 'Create or update a ship node',
			description: 'Create a new record, or update the current one if it already exists (upsert)',
			api: 'PUT inventory/v1/configuration/shipNodes/{shipNode}',
			kind: 'write',
			fields: [
				picker('Node to create or change'),
				options(coordinate('Latitude', 'latitude', 90), coordinate('Longitude', 'longitude', 180), dryRun),
			],
			work: async () => (await import('../run/shipNode')).upsert,
		},
		{
			value: 'delete',
			name: 'Delete',
			action: 'Delete a ship node',
			description: 'Delete a ship node permanently',
			warning: 'The ship node will be deleted permanently.',
			api: 'DELETE inventory/v1/configuration/shipNodes/{shipNode}',
			kind: 'write',
			fields: [picker('Node to delete'), options(dryRun)],
			work: async () => (await import('../run/shipNode')).remove,
		},
		{
			value: 'get',
			name: 'Get',
			action: 'Get a ship node',
			description: 'Read a ship node',
			api: 'GET inventory/v1/configuration/shipNodes/{shipNode}',
			kind: 'read',
			fields: [picker('Node to read')],
			work: async () => (await import('../run/shipNode')).get,
		},
		{
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many ship nodes',
			description: 'Read the ship nodes of the tenant',
			api: 'GET inventory/v1/configuration/shipNodes',
			kind: 'read',
			fields: returnAll(),
			work: async () => (await import('../run/shipNode')).getMany,
		},
		{
			value: 'setFulfillment',
			name: 'Switch On or Off',
			action: 'Switch a ship node on or off',
			description:
				'Exclude a ship node from selling for a while, or include it again. Its quantities stay as they are.',
			api: 'PUT inventory/v1/configuration/shipNodes/{shipNode}',
			kind: 'write',
			fields: [
				picker('Node to switch'),
				steering({
					displayName: 'State',
					name: 'state',
					type: 'options',
					default: 'off',
					options: [
						{ name: 'Off', value: 'off', description: 'No stock of the node can be sold' },
						{ name: 'On', value: 'on', description: 'Stock of the node can be sold' },
					],
					description: 'Whether stock of the node can be sold',
				}),
				steering(deliveryMethod([{ name: 'All', value: '', description: 'The node as a whole' }])),
				meaning(
					'the node would stay off until you switch it on',
					steering({
						displayName: 'Until',
						name: 'until',
						type: 'dateTime',
						default: '',
						displayOptions: { show: { state: ['off'] } },
						description:
							'When the node is switched on again, at most seven days ahead. Leave empty to keep it off until you switch it on.',
					}),
				),
				options(dryRun, {
					displayName: 'Overrides (JSON)',
					name: 'overrides',
					type: 'json',
					default: '',
					placeholder: 'e.g. [{"deliveryMethod": "PICK", "fulfillmentAllowed": false}]',
					description:
						'The fulfillmentOverrides to send instead of State, Delivery Method and Until. IBM does not document the names in it, so use this if your tenant uses other names.',
				}),
			],
			work: async () => (await import('../run/shipNode')).setFulfillment,
		},
	],
};
