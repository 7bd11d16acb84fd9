import type { INodeProperties } from 'n8n-workflow';

import { steering, type Field } from '../../../kit/n8n/fields/field';

/** The item that an operation is about. */
export const itemFields = (what = 'Item whose records to read'): Field[] => [
	steering({
		displayName: 'Item ID',
		name: 'itemId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. SKU-1',
		description: what,
	}),
	steering({
		displayName: 'Unit of Measure',
		name: 'unitOfMeasure',
		type: 'string',
		default: 'EACH',
		required: true,
		placeholder: 'e.g. EACH',
		description: 'Unit of the quantities. It is part of the key of the item.',
	}),
];

export const productClass = (): INodeProperties => ({
	displayName: 'Product Class',
	name: 'productClass',
	type: 'string',
	default: '',
	placeholder: 'e.g. NEW',
	description: 'Part of the key of the item, if the tenant uses classes',
});

/** Segment and its type, which belong together. */
export const segments = (): INodeProperties[] => [
	{
		displayName: 'Segment',
		name: 'segment',
		type: 'string',
		default: '',
		placeholder: 'e.g. ONLINE',
		description: 'Part of the stock that is kept for one channel or customer',
	},
	{
		displayName: 'Segment Type',
		name: 'segmentType',
		type: 'string',
		default: '',
		placeholder: 'e.g. Channel',
		description: 'What the segment represents',
	},
];

export const deliveryMethod = (extra: INodeProperties['options'] = []): INodeProperties => ({
	displayName: 'Delivery Method',
	name: 'deliveryMethod',
	type: 'options',
	default: extra.length > 0 ? '' : 'SHP',
	options: [
		...extra,
		{ name: 'Pick Up', value: 'PICK', description: 'The customer collects it at the node' },
		{ name: 'Shipping', value: 'SHP', description: 'The node sends it to the customer' },
	],
	description: 'How the customer gets the item. Each method has its own availability.',
});
