import type { INodeProperties } from 'n8n-workflow';

import { meaning, showWhen, steering, type Field } from '../../../kit/n8n/fields/field';
import { dryRun, options } from '../../../kit/n8n/fields/basic';
import { deliveryMethod, itemFields, productClass } from '../fields/item';
import { distributionGroup, shipNode } from '../fields/place';
import type { InventoryResource } from '../operation';

const anyMethod = () =>
	deliveryMethod([{ name: 'All', value: '', description: 'No difference between the delivery methods' }]);

const SAFETY = 'inventory/v1/items/{itemId}/safety_stock';

const atNode = (emptyMeans: string): Field[] => [
	meaning(
		emptyMeans,
		shipNode('Ship node of the safety stock. Leave empty for the safety stock that is set for no specific node.', {
			required: false,
		}),
	),
	steering({ ...anyMethod(), hint: 'Only used together with a ship node' }),
];

export const safetyStock: InventoryResource = {
	value: 'safetyStock',
	name: 'Safety Stock',
	operations: [
		{
			value: 'delete',
			name: 'Delete',
			action: 'Delete safety stock',
			description:
				'Remove the safety stock of an item. Without a ship node, all of it is removed, including that of the nodes.',
			warning: [
				{
					message: 'Without a ship node, all safety stock of the item will be removed, including that of the nodes.',
					when: '!($parameter["shipNode"] || {})["value"]',
				},
			],
			api: `DELETE ${SAFETY}`,
			kind: 'write',
			fields: [
				...itemFields(),
				...atNode('all safety stock of the item would be removed, including that of the nodes'),
				options(productClass(), dryRun),
			],
			work: async () => (await import('../run/rules')).deleteSafetyStock,
		},
		{
			value: 'get',
			name: 'Get',
			action: 'Get safety stock',
			description: 'Read the safety stock of an item. Without a ship node, all of it is returned.',
			api: `GET ${SAFETY}`,
			kind: 'read',
			fields: [...itemFields(), ...atNode('the safety stock of all nodes would be returned'), options(productClass())],
			work: async () => (await import('../run/rules')).getSafetyStock,
		},
		{
			value: 'set',
			name: 'Set',
			action: 'Set safety stock',
			description: 'Set the quantity of an item that is held back from selling',
			api: `PATCH ${SAFETY}`,
			kind: 'write',
			fields: [
				...itemFields(),
				...atNode('it would be set for the item at no specific node'),
				steering({
					displayName: 'Safety Stock',
					name: 'safetyStockQuantity',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 0,
					required: true,
					description: 'Quantity that is held back',
				}),
				options(productClass(), dryRun),
			],
			work: async () => (await import('../run/rules')).setSafetyStock,
		},
	],
};

const scope = (): Field =>
	steering({
		displayName: 'Scope',
		name: 'scope',
		type: 'options',
		default: 'item',
		options: [
			{ name: 'Item', value: 'item', description: 'Thresholds of one item, at a node or in a group' },
			{ name: 'Tenant', value: 'tenant', description: 'Thresholds of items that have none of their own' },
		],
		description: 'Which thresholds to use',
	});

const onlyItems = (...fields: Field[]): Field[] => showWhen({ scope: ['item'] }, ...fields);

const ofItem = (): Field[] => [
	...itemFields(),
	shipNode('Node that the thresholds apply to. Leave empty for no specific node.', { required: false }),
	distributionGroup('Group that the thresholds apply to. Leave empty for no specific group.', { required: false }),
	steering(anyMethod()),
];

const level = (displayName: string, name: string, description: string): Field => {
	const property: INodeProperties = {
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		required: true,
		description,
	};
	return steering(property);
};

const THRESHOLD = 'inventory/v1/configuration/items/{itemId}';
const TENANT = 'inventory/v1/configuration/thresholds';

export const threshold: InventoryResource = {
	value: 'threshold',
	name: 'Threshold',
	operations: [
		{
			value: 'delete',
			name: 'Delete',
			action: 'Delete the thresholds of an item',
			description: 'Remove the thresholds of an item, so that those of the tenant apply',
			warning: 'The thresholds of the item will be removed. Those of the tenant then apply.',
			api: `DELETE ${THRESHOLD}`,
			kind: 'write',
			fields: [...ofItem(), options(productClass(), dryRun)],
			work: async () => (await import('../run/rules')).deleteThreshold,
		},
		{
			value: 'get',
			name: 'Get',
			action: 'Get thresholds',
			description: 'Read at which quantities stock counts as low, medium and high',
			api: [`GET ${THRESHOLD}`, `GET ${TENANT}`],
			kind: 'read',
			fields: [scope(), ...onlyItems(...ofItem()), options(productClass())],
			work: async () => (await import('../run/rules')).getThreshold,
		},
		{
			value: 'set',
			name: 'Set',
			action: 'Set thresholds',
			description: 'Set at which quantities stock counts as low, medium and high',
			api: [`PATCH ${THRESHOLD}`, `PATCH ${TENANT}`],
			kind: 'write',
			fields: [
				scope(),
				...onlyItems(...ofItem()),
				level('Low', 'low', 'Up to this quantity stock counts as low'),
				level('Medium', 'medium', 'Above low and up to this quantity stock counts as medium'),
				level('High', 'high', 'Above this quantity stock counts as high'),
				options(productClass(), dryRun),
			],
			work: async () => (await import('../run/rules')).setThreshold,
		},
	],
};
