import { steering } from '../../../kit/n8n/fields/field';
import { returnAll } from '../../../kit/n8n/fields/output';
import { dryRun, options } from '../../../kit/n8n/fields/basic';
import { deliveryMethod, itemFields, productClass, segments } from '../fields/item';
import { distributionGroup, shipNode } from '../fields/place';
import type { InventoryResource } from '../operation';

const reservationId = (description: string) =>
	steering({
		displayName: 'Reservation ID',
		name: 'reservationId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. CART-1_1',
		description,
	});

const minutes = (description: string, initial: number) =>
	steering({
		displayName: 'Expires After (Minutes)',
		name: 'timeToExpire',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: initial,
		description,
	});

const quantity = (displayName: string, description: string) =>
	steering({
		displayName,
		name: 'quantity',
		type: 'number',
		default: 1,
		required: true,
		description,
	});

export const reservation: InventoryResource = {
	value: 'reservation',
	name: 'Reservation',
	operations: [
		{
			value: 'create',
			name: 'Create',
			action: 'Create a reservation',
			description: 'Hold stock for a limited time, for example while a customer pays',
			api: 'POST inventory/v2/reservations',
			kind: 'write',
			fields: [
				...itemFields('Item to reserve'),
				quantity('Quantity', 'How many to reserve'),
				steering({
					displayName: 'Reserve At',
					name: 'reserveAt',
					type: 'options',
					default: 'node',
					options: [
						{ name: 'Distribution Group', value: 'network', description: 'Spread over the nodes of a group' },
						{ name: 'Ship Node', value: 'node', description: 'At one node' },
					],
					description: 'Where to reserve the stock',
				}),
				shipNode('Node that holds the stock', { displayOptions: { show: { reserveAt: ['node'] } } }),
				distributionGroup('Group whose nodes hold the stock, by priority', {
					displayOptions: { show: { reserveAt: ['network'] } },
				}),
				steering(deliveryMethod()),
				steering({
					displayName: 'Reference',
					name: 'reference',
					type: 'string',
					default: '',
					placeholder: 'e.g. CART-1',
					description: 'What the reservation is for. Use it to list reservations.',
				}),
				steering({
					displayName: 'Reservation ID',
					name: 'ownId',
					type: 'string',
					default: '',
					placeholder: 'e.g. CART-1_1',
					description:
						'ID of your choice, such as cart and line. Recommended: it avoids a second reservation if a response is lost. Leave empty to let Inventory Visibility choose one.',
				}),
				minutes('When the reservation expires. 0 means the setting of the tenant.', 15),
				options(
					{
						displayName: 'Accept Partial',
						name: 'acceptPartial',
						type: 'boolean',
						default: false,
						description:
							'Whether to reserve what is available if it is less than the quantity. Otherwise that is an error.',
					},
					{
						displayName: 'Consider Safety Stock',
						name: 'considerSafetyStock',
						type: 'boolean',
						default: true,
						description: 'Whether to keep the safety stock unreserved',
					},
					dryRun,
					productClass(),
					...segments(),
					{
						displayName: 'Needed From',
						name: 'requestedReservationTs',
						type: 'dateTime',
						default: '',
						description: 'When the stock is needed. Leave empty for now.',
					},
					{
						displayName: 'Needed Until',
						name: 'requestedEnd',
						type: 'dateTime',
						default: '',
						description: 'When future stock must arrive at the latest. Leave empty for 30 days from now.',
					},
				),
			],
			work: async () => (await import('../run/reservation')).create,
		},
		{
			value: 'extend',
			name: 'Extend',
			action: 'Extend a reservation',
			description: 'Hold the stock of a reservation for longer',
			api: 'POST inventory/v2/reservations',
			kind: 'write',
			fields: [
				reservationId('Reservation to extend. Only one with an ID of your choice can be extended.'),
				minutes('When the reservation expires, counted from now', 15),
				options(dryRun, {
					displayName: 'Ship Node',
					name: 'shipNode',
					type: 'string',
					default: '',
					placeholder: 'e.g. DC1',
					description: 'Node of the reservation. Only needed if Inventory Visibility does not return it.',
				}),
			],
			work: async () => (await import('../run/reservation')).extended,
		},
		{
			value: 'get',
			name: 'Get',
			action: 'Get a reservation',
			description: 'Read a reservation by its ID',
			api: 'GET inventory/v2/reservations/{id}',
			kind: 'read',
			fields: [reservationId('Reservation to read')],
			work: async () => (await import('../run/reservation')).get,
		},
		{
			value: 'getMany',
			name: 'Get Many',
			action: 'Get the reservations of a reference',
			description: 'Read all reservations that were made for a reference',
			api: ['GET inventory/v2/reservations', 'GET inventory/v1/reservations'],
			kind: 'read',
			fields: [
				steering({
					displayName: 'Reference',
					name: 'reference',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. CART-1',
					description: 'What the reservations are for',
				}),
				...returnAll(),
			],
			work: async () => (await import('../run/reservation')).getMany,
		},
		{
			value: 'increase',
			name: 'Increase',
			action: 'Increase a reservation',
			description: 'Increase the quantity of a reservation. To reduce it, release it and reserve again.',
			api: 'PATCH inventory/v2/reservations/{id}',
			kind: 'write',
			fields: [
				reservationId('Reservation to increase'),
				quantity('New Quantity', 'Total quantity after the increase'),
				options(dryRun),
			],
			work: async () => (await import('../run/reservation')).increased,
		},
		{
			value: 'release',
			name: 'Release',
			action: 'Release a reservation',
			description: 'Make reserved stock available again',
			warning: 'The reservation will be released. Its stock can be sold again.',
			api: 'DELETE inventory/v2/reservations/{id}',
			kind: 'write',
			fields: [reservationId('Reservation to release'), options(dryRun)],
			work: async () => (await import('../run/reservation')).released,
		},
	],
};
