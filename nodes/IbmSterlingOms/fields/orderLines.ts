import { attribute, attributeOf, collection, meaning, type Field } from '../../../kit/n8n/fields/field';
import { repeat, type Repeat } from '../../../kit/n8n/fields/repeat';
import { getPath } from '../../../kit/xml/path';
import type { Document } from '../../../kit/xml/document';
import { lineCustomFields } from './customFields';
import { fulfillmentType, productClass } from './codes';
import { commonCode, item, orderLine, orderRelease, shipNode, status, unitOfMeasure } from './locators';
import { changedQuantity, quantity, remainder } from './quantity';
import { STATUS_CODE } from './statusCode';
import type { Use } from './use';

const PATH = 'OrderLines.OrderLine';
const LINE = { entry: 'Line', key: 'line' };

/** The preset unit alone names no item; a line number goes with its second part, which is 1 unless a line was split. */
export function tidied({ Item, ...line }: Document): Document {
	const numbered = line.PrimeLineNo !== undefined && line.SubLineNo === undefined ? { SubLineNo: '1', ...line } : line;
	return getPath({ Item }, 'Item.ItemID') === undefined ? numbered : { ...numbered, Item };
}

/** How a line reaches the customer (common code DELIVERY_METHOD). */
export const deliveryMethod = (): Field =>
	attribute('Delivery Method', 'deliveryMethod', 'DeliveryMethod', {
		type: 'options',
		options: [
			{ name: 'Carry', value: 'CARRY', description: 'The customer takes the goods home immediately' },
			{ name: 'Delivery', value: 'DEL', description: 'Delivered by appointment, such as furniture' },
			{ name: 'Not Set', value: '', description: 'Sterling decides' },
			{ name: 'Pick Up', value: 'PICK', description: 'The customer picks the goods up at a store' },
			{ name: 'Shipping', value: 'SHP', description: 'Shipped by a carrier' },
		],
		description: 'How the goods of the line reach the customer',
	});

const itemId = (required: boolean) =>
	attributeOf(
		item('Item that is ordered: pick it, or type its ID', { displayName: 'Item ID', required }),
		'Item.ItemID',
	);

const unit = (required: boolean) =>
	attributeOf(
		unitOfMeasure('Unit that the quantity is counted in. With the Item ID it identifies the item.', {
			required,
			preset: 'EACH',
		}),
		'Item.UnitOfMeasure',
	);

const price = () =>
	attribute('Unit Price', 'unitPrice', 'LinePriceInfo.UnitPrice', {
		placeholder: 'e.g. 9.90',
		description: 'Price of one unit, with a point for decimals. Leave empty to let Sterling price the line.',
	});

const MORE = 'Dates, node, class and everything else that a line can have';

/** What a line rarely needs. */
const more = (): Field[] => [
	fulfillmentType('Fulfillment type of your Sterling, which chooses the sourcing rules of the line'),
	attribute('Gift', 'giftFlag', 'GiftFlag', { type: 'boolean', description: 'Whether the line is a gift' }),
	attributeOf(
		commonCode(
			'Line Type',
			'lineType',
			'searchLineTypes',
			'REGULAR',
			'Line type of your Sterling, which may choose another pipeline for the line',
		),
		'LineType',
	),
	attribute('List Price', 'listPrice', 'LinePriceInfo.ListPrice', {
		placeholder: 'e.g. 12.90',
		description: 'Price before any discount, for display',
	}),
	attribute('Price Is Locked', 'isPriceLocked', 'LinePriceInfo.IsPriceLocked', {
		type: 'boolean',
		description: 'Whether Sterling must keep the unit price instead of finding its own',
	}),
	productClass('Item.ProductClass'),
	attribute('Requested Delivery Date', 'reqDeliveryDate', 'ReqDeliveryDate', {
		type: 'dateTime',
		placeholder: 'e.g. 2026-12-24',
		description: 'When the customer wants the goods of the line',
	}),
	attribute('Requested Ship Date', 'reqShipDate', 'ReqShipDate', {
		type: 'dateTime',
		placeholder: 'e.g. 2026-12-20',
		description: 'When the goods of the line should leave',
	}),
	attributeOf(shipNode('Node that must ship the line. Leave empty to let Sterling find one.'), 'ShipNode'),
];

const lineNumber = (description: string) =>
	attribute('Line Number', 'primeLineNo', 'PrimeLineNo', { placeholder: 'e.g. 1', description });

const subLineNumber = () =>
	attribute('Sub Line Number', 'subLineNo', 'SubLineNo', {
		placeholder: 'e.g. 1',
		description: 'Second part of the line number. It is 1 unless a line was split.',
	});

/** How a line that exists is named: by its key, its number, or its item where the order has it once. */
export const lineIdentity = (): Field[] => [
	attributeOf(
		orderLine('Line of the order: pick it, or type its key. Not needed when its number or item is given.'),
		'OrderLineKey',
	),
	lineNumber('Number of the line in the order. Not needed if the line is picked or its item is given.'),
];

/** Lines of a new order, or of one that may exist; Sterling numbers those without a number. */
export const newLines = (use: Exclude<Use, 'update'>): Repeat =>
	repeat(
		'Order Lines',
		'lines',
		PATH,
		{
			...LINE,
			tidy: tidied,
			description: 'What is ordered: one line for each item. An order needs at least one, unless it is a draft.',
		},
		[
			itemId(true),
			unit(true),
			(use === 'create' ? quantity : remainder)('Quantity', 'orderedQty', 'OrderedQty', {
				required: true,
				placeholder: 'e.g. 2',
				description: 'Quantity that is ordered, in the unit of measure',
			}),
			price(),
			deliveryMethod(),
			collection(
				'More Line Fields',
				'more',
				'Add Field',
				[
					...more(),
					lineNumber('Number of the line. Leave empty to let Sterling number the lines from 1.'),
					subLineNumber(),
				],
				MORE,
			),
			lineCustomFields(),
		],
	);

/** Lines that a change adds, changes, cancels or removes; lines not named stay as they are. */
export const changedLines = (): Repeat =>
	repeat(
		'Order Lines',
		'lines',
		PATH,
		{
			...LINE,
			tidy: tidied,
			description: 'Lines to add, change or cancel. Lines that are not named stay as they are.',
		},
		[
			attribute('Action', 'lineAction', 'Action', {
				type: 'options',
				default: 'MODIFY',
				options: [
					{ name: 'Add', value: 'CREATE', description: 'Add a line to the order' },
					{ name: 'Cancel', value: 'CANCEL', description: 'Cancel the line; it stays in the order' },
					{ name: 'Change', value: 'MODIFY', description: 'Change what is filled in and keep the rest' },
					{ name: 'Remove', value: 'REMOVE', description: 'Only lines of a draft can be removed' },
				],
				description: 'What to do with the line',
			}),
			...lineIdentity(),
			itemId(false),
			unit(false),
			changedQuantity('Quantity', 'orderedQty', 'OrderedQty', {
				placeholder: 'e.g. 2',
				description: 'New quantity of the line. Less than before cancels the rest.',
			}),
			price(),
			deliveryMethod(),
			collection('More Line Fields', 'more', 'Add Field', [...more(), subLineNumber()], MORE),
			lineCustomFields(),
		],
	);

/** Lines that are cancelled, wholly or in part. */
export const cancelledLines = (): Repeat =>
	repeat(
		'Order Lines',
		'lines',
		PATH,
		{ ...LINE, least: 1, tidy: tidied, description: 'Lines to cancel. All others stay as they are.' },
		[
			...lineIdentity(),
			attributeOf(
				item('Item of the line, if the order has only one line with it', { displayName: 'Item ID' }),
				'Item.ItemID',
			),
			meaning(
				'the whole line would be cancelled',
				remainder('Quantity to Keep', 'orderedQty', 'OrderedQty', {
					placeholder: 'e.g. 1',
					description: 'Ordered quantity that remains. Leave empty to cancel the whole line.',
				}),
			),
			subLineNumber(),
		],
	);

/** Lines whose status changes. */
export const statusLines = (): Repeat =>
	repeat('Order Lines', 'lines', PATH, { ...LINE, tidy: tidied, description: 'Lines whose status changes' }, [
		...lineIdentity(),
		subLineNumber(),
		quantity('Quantity', 'quantity', 'Quantity', {
			placeholder: 'e.g. 1',
			description: 'Quantity that changes its status',
		}),
		attributeOf(
			status(
				'Status',
				'baseDropStatus',
				'Status of the quantity afterwards. Leave empty to use New Status.',
				'3200.10',
			),
			'BaseDropStatus',
			STATUS_CODE,
		),
		attributeOf(
			orderRelease('Release that the quantity belongs to, when the line has several: pick it, or type its key'),
			'OrderReleaseKey',
		),
	]);
