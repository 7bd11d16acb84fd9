import type { INodeProperties } from 'n8n-workflow';

import { steering, type Field } from '../../../kit/n8n/fields/field';
import { simplify } from '../../../kit/n8n/fields/output';
import { date, names, options, text } from '../../../kit/n8n/fields/basic';
import { emptyFilters, filter } from '../../../kit/n8n/emptyFilters';
import { deliveryMethod, itemFields, productClass } from '../fields/item';
import { maxAttempts } from '../fields/options';
import type { InventoryResource } from '../operation';

const only = (method: 'SHP' | 'PICK', ...properties: INodeProperties[]): Field[] =>
	properties.map((property) => steering({ ...property, displayOptions: { show: { deliveryMethod: [method] } } }));

/** Where the goods go: an address, or an area to pick them up in. */
const destination = (): Field[] => [
	steering({ ...deliveryMethod(), description: 'How the customer gets the goods' }),
	...only(
		'SHP',
		{
			...text('Country Code', 'countryCode', 'Two-letter country code of the address', 'US'),
			required: true,
		},
		{ ...text('Postal Code', 'postalCode', 'Postal code of the address', '02110'), required: true },
		{
			...text('Shipping Group ID', 'shippingGroupId', 'Group of carrier services to choose from', 'STANDARD'),
			required: true,
		},
	),
	...only(
		'PICK',
		{
			displayName: 'Latitude',
			name: 'latitude',
			type: 'number',
			typeOptions: { minValue: -90, maxValue: 90, numberPrecision: 6 },
			default: 0,
			required: true,
			description: 'Coordinate of the customer in degrees',
		},
		{
			displayName: 'Longitude',
			name: 'longitude',
			type: 'number',
			typeOptions: { minValue: -180, maxValue: 180, numberPrecision: 6 },
			default: 0,
			required: true,
			description: 'Coordinate of the customer in degrees',
		},
		{
			displayName: 'Radius',
			name: 'radius',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 10,
			required: true,
			description: 'How far the customer would travel, in the unit of distance of the tenant',
		},
	),
];

const further = (): INodeProperties[] => [
	{
		displayName: 'Additional Fields (JSON)',
		name: 'additionalFields',
		type: 'json',
		default: '',
		placeholder: 'e.g. {"customerType": "GOLD"}',
		description: 'Further members of the request. They override the parameters.',
	},
	{
		displayName: 'Consider Transfers',
		name: 'considerTransfers',
		type: 'boolean',
		default: true,
		description: 'Whether stock may be transferred to a store first',
	},
	filter(date('Earliest Delivery', 'startTs', 'No delivery before this time')),
	filter(date('Latest Delivery', 'byTs', 'No delivery after this time')),
	emptyFilters,
	maxAttempts(),
	text('Look Ahead', 'lookahead', 'How far ahead future stock counts, as an ISO 8601 duration', 'P21D'),
	filter(names('Nodes', 'overrideNodeList', 'nodes to consider. Disables sourcing rules.', 'DC1, STORE12')),
	filter(
		names(
			'Preferred Carrier Services',
			'preferredCarrierServices',
			'carrier services of the shipping group to consider. For Shipping.',
			'EXPRESS, GROUND',
		),
	),
	text(
		'Time Zone',
		'timezone',
		'Time zone of the destination, for Shipping. Leave empty to use that of the workflow.',
		'America/New_York',
	),
];

const path = (initial: string, description: string): INodeProperties => ({
	...text('Path', 'path', description, 'v2/edd'),
	default: initial,
});

const simplified = () => simplify(undefined, 'Whether to return one row per estimate instead of the raw response');

export const promise: InventoryResource = {
	value: 'promise',
	name: 'Promise',
	operations: [
		{
			value: 'getCheckoutPlan',
			name: 'Get Checkout Plan',
			action: 'Get the shipment plan of a checkout',
			description: 'Read how the lines of a cart would be split into shipments, and when they would arrive',
			api: 'POST promising/{path}',
			kind: 'read',
			fields: [
				steering({
					...text(
						'Path',
						'planPath',
						'Path of the call below the tenant. The API page of your tenant shows it; no public page does.',
						'v2/checkout-plan',
					),
					required: true,
				}),
				steering({
					displayName: 'Lines (JSON)',
					name: 'lines',
					type: 'json',
					default: '',
					required: true,
					placeholder: 'e.g. [{"lineId": "1", "itemId": "SKU-1", "unitOfMeasure": "EACH", "quantity": 2}]',
					description: 'Lines of the cart with their quantities. Each item can be on one line only.',
				}),
				...destination(),
				options(...further()),
				simplified(),
			],
			work: async () => (await import('../run/promise')).checkoutPlan,
		},
		{
			value: 'getDeliveryDates',
			name: 'Get Delivery Dates',
			action: 'Get the estimated delivery dates of an item',
			description: 'Read when one piece of an item can be delivered or picked up, by each carrier service',
			api: 'POST promising/v2/edd',
			kind: 'read',
			fields: [
				...itemFields('Item to deliver'),
				...destination(),
				options(productClass(), ...further(), path('v2/edd', 'Path of the call below the tenant')),
				simplified(),
			],
			work: async () => (await import('../run/promise')).deliveryDates,
		},
	],
};
