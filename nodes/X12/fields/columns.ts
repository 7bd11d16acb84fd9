import type { INodeProperties } from 'n8n-workflow';

import { ANSWERS, CHANGES, NOTICES, PACKED, PRICED, STOCK, UNCHANGED } from './documentTypes';

/** One value of a line, as a field of the editor and as a column of a list. */
export interface Column {
	displayName: string;
	name: string;
	/** Where it is in the line of the business form; columns without a path are put in place by the run. */
	path?: string;
	placeholder?: string;
	description: string;
	/** Whether a new line shows it; the others are added by a button. */
	isMain?: boolean;
	/** Types whose lines say too little without it: an expression must not leave it empty. */
	neededIn?: string[];
	/** What happens without it, which the user is told where an expression does that. */
	emptyMeans?: string;
	/** Types of documents that have it; all where there is none. */
	types?: string[];
	options?: Array<[name: string, value: string]>;
	type?: INodeProperties['type'];
}

export const COLUMNS: readonly Column[] = [
	{
		isMain: true,
		displayName: 'Order Number',
		name: 'orderNumber',
		placeholder: 'e.g. PO-1001',
		description: 'Purchase order that the line belongs to',
		emptyMeans: 'the item belongs to no order',
		neededIn: NOTICES,
		types: NOTICES,
	},
	{
		isMain: true,
		displayName: 'Vendor Part',
		name: 'vendorPart',
		path: 'itemIds.vendorPart',
		placeholder: 'e.g. MUG-BLUE',
		description: "The seller's number of the item (VP)",
	},
	{
		isMain: true,
		displayName: 'Quantity',
		name: 'quantity',
		path: 'quantity',
		placeholder: 'e.g. 2',
		description: 'Quantity in the unit of measure',
		neededIn: UNCHANGED,
	},
	{
		isMain: true,
		displayName: 'Unit',
		name: 'unit',
		path: 'unit',
		placeholder: 'e.g. EA',
		description: 'Unit of measure: a code of X12, or a name from the table of units',
		neededIn: UNCHANGED,
	},
	{
		isMain: true,
		displayName: 'Unit Price',
		name: 'price',
		path: 'price',
		placeholder: 'e.g. 9.90',
		description: 'Price of one unit, with a point for the decimals',
		neededIn: UNCHANGED,
		types: PRICED,
	},
	{
		isMain: true,
		displayName: 'Change',
		name: 'change',
		path: 'change',
		description: 'What happens to the line',
		neededIn: CHANGES,
		types: CHANGES,
		options: [
			['Add', 'add'],
			['Change', 'change'],
			['Change Dates', 'changeDates'],
			['Change Price', 'changePrice'],
			['Change Price and Quantity', 'changePriceAndQuantity'],
			['Decrease Quantity', 'decreaseQuantity'],
			['Delete', 'delete'],
			['Increase Quantity', 'increaseQuantity'],
			['No Change', 'noChange'],
			['Replace Item', 'replaceItem'],
			['Reschedule', 'reschedule'],
		],
	},
	{
		isMain: true,
		displayName: 'Status',
		name: 'status',
		description: 'Response of the seller to the line (ACK01)',
		neededIn: ANSWERS,
		types: ANSWERS,
		options: [
			['Accepted', 'accepted'],
			['Back-Ordered', 'backOrdered'],
			['Changed', 'changed'],
			['Deleted', 'deleted'],
			['On Hold', 'onHold'],
			['Price Changed', 'priceChanged'],
			['Quantity Changed', 'quantityChanged'],
			['Rejected', 'rejected'],
			['Rescheduled', 'rescheduled'],
			['Substituted', 'substituted'],
		],
	},
	{
		isMain: true,
		displayName: 'Carton SSCC-18',
		name: 'sscc',
		placeholder: 'e.g. 106141411928374657',
		description: 'Carton that contains the item. A check digit is added to 17 digits. Lines of one carton are grouped.',
		emptyMeans: 'the item is in no carton',
		types: PACKED,
	},
	{
		isMain: true,
		displayName: 'Quantity Type',
		name: 'quantityType',
		description: 'What the quantity counts (QTY01). Several lines of one item report several quantities.',
		neededIn: STOCK,
		types: STOCK,
		options: [
			['Available', 'available'],
			['Back-Ordered', 'backOrdered'],
			['Committed', 'committed'],
			['In Transit', 'inTransit'],
			['On Hand', 'onHand'],
			['On Hold', 'onHold'],
			['On Order', 'onOrder'],
			['Reserved', 'reserved'],
		],
	},
	{
		displayName: 'Buyer Part',
		name: 'buyerPart',
		path: 'itemIds.buyerPart',
		placeholder: 'e.g. 40-1234',
		description: "The buyer's number of the item (BP)",
	},
	{
		displayName: 'Confirmed Quantity',
		name: 'confirmedQuantity',
		placeholder: 'e.g. 2',
		description: 'Quantity that the status applies to. By default the quantity of the line.',
		emptyMeans: 'the whole quantity of the line is confirmed',
		types: ANSWERS,
	},
	{
		displayName: 'Description',
		name: 'description',
		path: 'description',
		placeholder: 'e.g. Blue mug',
		description: 'Description of the item. Text over 80 characters is split into several segments.',
	},
	{
		displayName: 'GTIN',
		name: 'gtin',
		placeholder: 'e.g. 012345678905',
		description: 'Global Trade Item Number of 12, 13 or 14 digits (UP, EN, UK)',
	},
	{
		displayName: 'Line Number',
		name: 'number',
		path: 'number',
		placeholder: 'e.g. 10',
		description: 'Number of the line. By default lines are numbered from 1.',
		emptyMeans: 'the line is numbered by its place',
	},
	{
		displayName: 'Lot',
		name: 'lot',
		path: 'itemIds.lot',
		placeholder: 'e.g. L-2026-11',
		description: 'Lot number of the item (LT)',
		types: NOTICES,
	},
	{
		displayName: 'Pallet SSCC-18',
		name: 'palletSscc',
		placeholder: 'e.g. 106141411928374664',
		description: 'Pallet that the carton is on',
		emptyMeans: 'the item is on no pallet',
		types: NOTICES,
	},
	{
		displayName: 'Ship Date',
		name: 'shipDate',
		type: 'dateTime',
		description: 'Date on which the seller will ship (068)',
		types: ANSWERS,
	},
];
