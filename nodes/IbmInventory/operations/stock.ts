import type { INodeProperties } from 'n8n-workflow';

import { emptyFilters, filter } from '../../../kit/n8n/emptyFilters';
import { steering, type Field } from '../../../kit/n8n/fields/field';
import { returnAll } from '../../../kit/n8n/fields/output';
import { date, dryRun, options, text } from '../../../kit/n8n/fields/basic';
import { itemFields, productClass, segments } from '../fields/item';
import { shipNode } from '../fields/place';
import { REFERENCES, TIMES } from '../fields/stock';
import type { InventoryOperation, InventoryResource } from '../operation';

type StockKind = 'supplies' | 'demands';

const isSupply = (kind: StockKind) => kind === 'supplies';

const recordType = (kind: StockKind): Field =>
	steering({
		displayName: isSupply(kind) ? 'Supply Type' : 'Demand Type',
		name: 'type',
		type: 'string',
		default: isSupply(kind) ? 'ONHAND' : 'OPEN_ORDER',
		required: true,
		placeholder: isSupply(kind) ? 'e.g. ONHAND' : 'e.g. OPEN_ORDER',
		description: isSupply(kind)
			? 'Type as defined in the tenant, such as ONHAND, PO or INTRANSIT'
			: 'Type as defined in the tenant, such as OPEN_ORDER, SCHEDULED or BACKORDER',
	});

const keyOptions = (kind: StockKind): INodeProperties[] => [
	productClass(),
	...segments(),
	...TIMES[kind].map(([name, label, description]) => date(label, name, description)),
	...REFERENCES.map(([name, label, example]) => text(label, name, 'Part of the key of the record', example)),
	date(
		'Source Timestamp',
		'sourceTs',
		'When the quantity was counted. Inventory Visibility ignores a sync that is older than its newest one, without an error. Leave empty to use the time of the call.',
	),
];

/** Both are seen in requests of a retailer, on both verbs. */
const supplyOptions = (): INodeProperties[] => [
	{
		displayName: 'Force Publish',
		name: 'forcePublish',
		type: 'boolean',
		default: false,
		description: 'Whether Inventory Visibility sends its events even if the quantity stays the same',
	},
	{
		displayName: 'Record Transaction',
		name: 'recordTransaction',
		type: 'boolean',
		default: false,
		description: 'Whether Inventory Visibility records the change, for tenants in which Get Sync Status needs it',
	},
	{
		displayName: 'Switch On Again',
		name: 'enableFulfillmentOption',
		type: 'boolean',
		default: false,
		description: 'Whether arriving stock switches the item on again if it was switched off at the node',
	},
];

const changeOptions = (kind: StockKind, how: 'sync' | 'adjust'): Field =>
	options(
		...keyOptions(kind),
		dryRun,
		...(how === 'sync'
			? [
					text(
						'Batch ID',
						'batchId',
						'Groups several syncs so that their status can be read together',
						'count-2026-11-27',
					),
				]
			: [
					text('Adjustment Reason', 'adjustmentReason', 'Why the quantity changed', 'DAMAGED'),
					{
						displayName: 'Send Transaction ID',
						name: 'transactionId',
						type: 'boolean',
						default: false,
						description:
							'Whether to send an ID that is computed from the execution, the input and the changes, so that an adjustment can be repeated after a lost response. IBM documents this only for the first version of the API.',
					} satisfies INodeProperties,
				]),
		...(isSupply(kind) ? supplyOptions() : []),
	);

const quantityField = (how: 'sync' | 'adjust'): Field =>
	steering({
		displayName: how === 'sync' ? 'Quantity' : 'Change',
		name: 'quantity',
		type: 'number',
		default: 0,
		required: true,
		description:
			how === 'sync'
				? 'The whole quantity of the record. 0 removes it.'
				: 'Quantity to add. Use a negative number to reduce it.',
	});

const consumeFields = (): Field[] => [
	steering({
		displayName: 'Reservation ID',
		name: 'reservationId',
		type: 'string',
		default: '',
		placeholder: 'e.g. CART-1_1',
		description:
			'Reservation that this demand consumes in the same step. Leave empty to keep reservations as they are.',
	}),
	steering({
		displayName: 'Quantity of the Reservation',
		name: 'consumedQuantity',
		type: 'number',
		default: 0,
		description: 'Quantity to consume of the reservation. 0 means as much as the change.',
	}),
];

function operationsOf(kind: StockKind): InventoryOperation[] {
	const one = isSupply(kind) ? 'supply' : 'demand';
	const nodeField = (): Field =>
		isSupply(kind)
			? shipNode('Node of the supply')
			: shipNode('Node of the demand. Leave empty to count it against the network.', { required: false });
	const fields = (how: 'sync' | 'adjust'): Field[] => [
		...itemFields(`Item of the ${one}. All input items are combined into as few calls as possible.`),
		nodeField(),
		recordType(kind),
		quantityField(how),
		...(kind === 'demands' && how === 'adjust' ? consumeFields() : []),
		changeOptions(kind, how),
	];
	return [
		{
			value: 'adjust',
			name: 'Adjust',
			action: `Adjust the ${one} of items`,
			description: `Increase or reduce a ${one}`,
			api: `POST inventory/v1/${kind}`,
			kind: 'write',
			fields: fields('adjust'),
			work: async () => (await import('../run/stock')).stockWork[kind].adjust,
		},
		{
			value: 'getMany',
			name: 'Get Many',
			action: `Get the ${kind} of an item`,
			description: `Read the ${kind} that Inventory Visibility has of an item`,
			api: `GET inventory/v1/${kind}`,
			kind: 'read',
			fields: [
				...itemFields(),
				steering(filter(shipNode('Only records of this node. Leave empty for all.', { required: false }).property)),
				...returnAll(),
				options(...[productClass(), ...segments()].map((key) => filter(key)), emptyFilters),
			],
			work: async () => (await import('../run/stock')).stockWork[kind].getMany,
		},
		{
			value: 'sync',
			name: 'Sync',
			action: `Sync the ${one} of items`,
			description: `Set the whole quantity of a ${one}`,
			api: `PUT inventory/v1/${kind}`,
			kind: 'write',
			fields: fields('sync'),
			work: async () => (await import('../run/stock')).stockWork[kind].sync,
		},
	];
}

const syncStatus: InventoryOperation = {
	value: 'getSyncStatus',
	name: 'Get Sync Status',
	action: 'Get the status of a supply sync',
	description: 'Read the result of a supply sync, which is accepted first and processed later',
	api: [
		'GET inventory/v1/supplies/transaction/{supplySyncTransactionId}/status',
		'GET inventory/v1/supplies/transaction/{supplySyncTransactionId}/records',
	],
	kind: 'read',
	fields: [
		steering({
			displayName: 'Sync Transaction ID',
			name: 'supplySyncTransactionId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. d088bba7-0000-4000-8000-000000000001',
			description: 'The supplySyncTransactionId that the sync returned',
		}),
		steering({
			displayName: 'Include Records',
			name: 'includeRecords',
			type: 'boolean',
			default: false,
			description: 'Whether to read the records of the sync as well',
		}),
	],
	work: async () => (await import('../run/stock')).syncStatus,
};

export const supply: InventoryResource = {
	value: 'supply',
	name: 'Supply',
	operations: [...operationsOf('supplies'), syncStatus].sort((a, b) => (a.name < b.name ? -1 : 1)),
};

export const demand: InventoryResource = { value: 'demand', name: 'Demand', operations: operationsOf('demands') };
