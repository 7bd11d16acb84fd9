import type { INodeProperties } from 'n8n-workflow';

import { steering } from '../../../kit/n8n/fields/field';
import { simplify } from '../../../kit/n8n/fields/output';
import { options } from '../../../kit/n8n/fields/basic';
import { deliveryMethod, itemFields, productClass, segments } from '../fields/item';
import { maxAttempts } from '../fields/options';
import { distributionGroup, nodes } from '../fields/place';
import type { InventoryResource } from '../operation';

const considerSafetyStock = (): INodeProperties => ({
	displayName: 'Consider Safety Stock',
	name: 'considerSafetyStock',
	type: 'boolean',
	default: true,
	description: 'Whether to subtract the safety stock, as a shop should',
});

const questionOptions = (...more: INodeProperties[]) =>
	options(productClass(), ...segments(), considerSafetyStock(), maxAttempts(), ...more, {
		displayName: 'Look Ahead Until',
		name: 'requestedEnd',
		type: 'dateTime',
		default: '',
		description:
			'Last day of future stock to include, at most 30 days ahead. Leave empty to use the rule of the tenant.',
	});

const nodeOptions = (): INodeProperties[] => [
	{
		displayName: 'Availability Type',
		name: 'availabilityType',
		type: 'string',
		default: 'SELL',
		placeholder: 'e.g. SELL',
		description: 'Which quantities to compute. SELL is what a shop may sell.',
	},
	{
		displayName: 'Consider Fulfillment Options',
		name: 'considerFulfillmentOptions',
		type: 'boolean',
		default: false,
		description: 'Whether items and nodes that are switched off count as unavailable',
	},
	{
		displayName: 'Requested Quantity',
		name: 'requestedQuantity',
		type: 'number',
		default: 1,
		description: 'Required quantity. Future stock is listed only until this quantity is reached.',
	},
];

const method = () => steering(deliveryMethod());
const simplified = () =>
	simplify(undefined, 'Whether to return only the common row of each place, without the raw data');

export const availability: InventoryResource = {
	value: 'availability',
	name: 'Availability',
	operations: [
		{
			value: 'getNetwork',
			name: 'Get by Network',
			action: 'Get the availability of items in a network',
			description: 'Read how much of each item is available in a distribution group',
			api: 'POST inventory/v2/availability/network',
			kind: 'read',
			fields: [
				...itemFields('Item to look up. All input items are combined into as few calls as possible.'),
				distributionGroup('Network to look in'),
				method(),
				questionOptions(),
				simplified(),
			],
			work: async () => (await import('../run/availability')).inNetwork,
		},
		{
			value: 'getNode',
			name: 'Get by Node',
			action: 'Get the availability of items at ship nodes',
			description: 'Read how much of each item is available at each ship node, now and later',
			api: 'POST inventory/v2/availability/node',
			kind: 'read',
			fields: [
				...itemFields('Item to look up. All input items are combined into as few calls as possible.'),
				...nodes(),
				method(),
				questionOptions(...nodeOptions()),
				simplified(),
			],
			work: async () => (await import('../run/availability')).atNodes,
		},
		{
			value: 'getProduct',
			name: 'Get Product Breakup',
			action: 'Get the availability of a product and its variations',
			description: 'Read the availability of the variations of one product, at ship nodes or in a network',
			api: ['POST inventory/v2/availability/{itemId}/node', 'POST inventory/v2/availability/{itemId}/network/{group}'],
			kind: 'read',
			fields: [
				...itemFields('Product or item to look up'),
				steering({
					displayName: 'Look At',
					name: 'lookAt',
					type: 'options',
					default: 'node',
					options: [
						{ name: 'Network', value: 'network', description: 'A distribution group as a whole' },
						{ name: 'Ship Nodes', value: 'node', description: 'Each ship node by itself' },
					],
					description: 'Where to look for the product',
				}),
				...nodes().map(({ property }) =>
					steering({
						...property,
						displayOptions: {
							show: { lookAt: ['node'], ...property.displayOptions?.show },
						},
					}),
				),
				distributionGroup('Network to look in', { displayOptions: { show: { lookAt: ['network'] } } }),
				method(),
				questionOptions(),
				simplified(),
			],
			work: async () => (await import('../run/availability')).ofProduct,
		},
	],
};
