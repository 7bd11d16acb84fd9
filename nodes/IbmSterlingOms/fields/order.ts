import { lineCustomFields } from './customFields';
import { attribute, attributeOf, collection, repeat, steering, type Field } from '../../../kit/n8n/fields/field';
import { modified } from './filters';
import { carrier, commonCode, documentType, enterprise, shipNode } from './locators';
import { newNumber } from './number';
import { STATUS_CODE } from './statusCode';

const customerEmail = (): Field =>
	attribute('Customer Email', 'customerEmailId', 'CustomerEMailID', { placeholder: 'e.g. name@email.com' });

/** What names a new order, or return; `type` tells what no document type means. */
export const newOrder = (kind: 'Order' | 'Return', example: string, type?: string): Field[] => [
	attributeOf(enterprise(), 'EnterpriseCode'),
	attributeOf(documentType(type), 'DocumentType'),
	newNumber(kind, 'orderNo', 'OrderNo', example),
];

/** Filters of orders and returns alike, and `more`. */
export const orderFilters = (kind: 'Order' | 'Return', more: Field[], type?: string): Field =>
	collection('Filters', 'filters', 'Add Filter', [
		customerEmail(),
		attributeOf(documentType(type), 'DocumentType'),
		attributeOf(enterprise(), 'EnterpriseCode'),
		...modified(),
		attribute(`${kind} Date From`, 'fromOrderDate', 'FromOrderDate', { type: 'dateTime' }),
		attribute(`${kind} Date To`, 'toOrderDate', 'ToOrderDate', { type: 'dateTime' }),
		attribute(`${kind} Number`, 'orderNo', 'OrderNo'),
		...more,
	]);

/** Header attributes that orders are created and changed with. */
const headerAttributes = (): Field[] => [
	attribute('Allocation Rule ID', 'allocationRuleId', 'AllocationRuleID'),
	attribute('Bill-To ID', 'billToId', 'BillToID', { description: 'Customer that pays, as known to Sterling' }),
	attribute('Buyer Organization Code', 'buyerOrganizationCode', 'BuyerOrganizationCode'),
	attribute('Cancel Date', 'reqCancelDate', 'ReqCancelDate', { type: 'dateTime' }),
	attributeOf(carrier(), 'SCAC'),
	attribute('Carrier Service Code', 'carrierServiceCode', 'CarrierServiceCode', { placeholder: 'e.g. GROUND' }),
	attribute('Currency', 'currency', 'PriceInfo.Currency', { placeholder: 'e.g. USD' }),
	customerEmail(),
	attribute('Customer First Name', 'customerFirstName', 'CustomerFirstName'),
	attribute('Customer Last Name', 'customerLastName', 'CustomerLastName'),
	attribute('Customer Phone', 'customerPhoneNo', 'CustomerPhoneNo'),
	attribute('Customer PO Number', 'customerPoNo', 'CustomerPONo'),
	attribute('Department Code', 'departmentCode', 'DepartmentCode'),
	attribute('Entry Type', 'entryType', 'EntryType', { placeholder: 'e.g. WEB' }),
	attribute('Freight Terms', 'freightTerms', 'FreightTerms'),
	attribute('Level of Service', 'levelOfService', 'LevelOfService'),
	attribute('Order Date', 'orderDate', 'OrderDate', { type: 'dateTime' }),
	attribute('Order Name', 'orderName', 'OrderName'),
	attribute('Order Type', 'orderType', 'OrderType'),
	attribute('Payment Rule ID', 'paymentRuleId', 'PaymentRuleId'),
	attribute('Priority Code', 'priorityCode', 'PriorityCode'),
	attribute('Requested Delivery Date', 'reqDeliveryDate', 'ReqDeliveryDate', { type: 'dateTime' }),
	attribute('Requested Ship Date', 'reqShipDate', 'ReqShipDate', { type: 'dateTime' }),
	attribute('Search Criteria 1', 'searchCriteria1', 'SearchCriteria1'),
	attribute('Search Criteria 2', 'searchCriteria2', 'SearchCriteria2'),
	attribute('Seller Organization Code', 'sellerOrganizationCode', 'SellerOrganizationCode'),
	attributeOf(shipNode('Node that ships the whole order'), 'ShipNode'),
	attribute('Tax Exempt', 'taxExemptFlag', 'TaxExemptFlag', {
		type: 'boolean',
		description: 'Whether no tax is charged',
	}),
];

export const orderHeader = (more: Field[] = []): Field =>
	collection('Additional Fields', 'additionalFields', 'Add Field', [...headerAttributes(), ...more]);

/** How a line reaches the customer (common code DELIVERY_METHOD). */
export const deliveryMethod = (): Field =>
	attribute('Delivery Method', 'deliveryMethod', 'DeliveryMethod', {
		type: 'options',
		options: [
			{ name: 'Carry', value: 'CARRY' },
			{ name: 'Delivery', value: 'DEL' },
			{ name: 'Not Set', value: '' },
			{ name: 'Pick Up', value: 'PICK' },
			{ name: 'Shipping', value: 'SHP' },
		],
	});

const lineContent = (): Field[] => [
	attribute('Item ID', 'itemId', 'Item.ItemID', { placeholder: 'e.g. SKU-1' }),
	attribute('Unit of Measure', 'unitOfMeasure', 'Item.UnitOfMeasure', { placeholder: 'e.g. EACH' }),
	attribute('Product Class', 'productClass', 'Item.ProductClass', { placeholder: 'e.g. GOOD' }),
	attribute('Quantity', 'orderedQty', 'OrderedQty', {
		placeholder: 'e.g. 2',
		description: 'Ordered quantity. On a change it is the new quantity, and less of it cancels the rest.',
	}),
	attribute('Unit Price', 'unitPrice', 'LinePriceInfo.UnitPrice', { placeholder: 'e.g. 9.90' }),
	deliveryMethod(),
	collection('More Line Fields', 'more', 'Add Field', [
		attribute('Fulfillment Type', 'fulfillmentType', 'FulfillmentType'),
		attribute('Gift', 'giftFlag', 'GiftFlag', { type: 'boolean', description: 'Whether the line is a gift' }),
		attribute('Line Type', 'lineType', 'LineType'),
		attribute('List Price', 'listPrice', 'LinePriceInfo.ListPrice'),
		attribute('Price Is Locked', 'isPriceLocked', 'LinePriceInfo.IsPriceLocked', {
			type: 'boolean',
			description: 'Whether Sterling must keep the price instead of finding its own',
		}),
		attribute('Requested Delivery Date', 'reqDeliveryDate', 'ReqDeliveryDate', { type: 'dateTime' }),
		attribute('Requested Ship Date', 'reqShipDate', 'ReqShipDate', { type: 'dateTime' }),
		attribute('Ship Node', 'shipNode', 'ShipNode'),
	]),
	lineCustomFields(),
];

const lineNumbers = (): Field[] => [
	attribute('Line Number', 'primeLineNo', 'PrimeLineNo', { placeholder: 'e.g. 1' }),
	attribute('Sub Line Number', 'subLineNo', 'SubLineNo', { placeholder: 'e.g. 1' }),
];

/** How a line that exists is named: by its key, or by its two numbers. */
const lineIdentity = (): Field[] => [
	attribute('Order Line Key', 'orderLineKey', 'OrderLineKey', {
		description: 'Key of the line. Not needed when its numbers are given.',
	}),
	...lineNumbers(),
];

const LINES = { entry: 'Line', key: 'line' };

/** Lines of a new order; Sterling numbers those without a number. */
export const newLines = (): Field =>
	repeat('Lines', 'lines', 'OrderLines.OrderLine', LINES, [...lineContent(), ...lineNumbers()]);

/** Lines that a change adds, changes, cancels or removes; lines not named stay as they are. */
export const changedLines = (): Field =>
	repeat(
		'Lines',
		'lines',
		'OrderLines.OrderLine',
		{ ...LINES, description: 'Lines to add, change or cancel; lines that are not named stay as they are' },
		[
			attribute('Action', 'lineAction', 'Action', {
				type: 'options',
				default: 'MODIFY',
				options: [
					{ name: 'Add', value: 'CREATE' },
					{ name: 'Cancel', value: 'CANCEL' },
					{ name: 'Change', value: 'MODIFY' },
					{ name: 'Remove', value: 'REMOVE', description: 'Only lines of a draft can be removed' },
				],
			}),
			...lineIdentity(),
			...lineContent(),
		],
	);

/** What a cancellation is about. The lines are shown for both choices, so that given lines are never left out. */
export const cancelWhat = (): Field =>
	steering({
		displayName: 'Cancel',
		name: 'cancel',
		type: 'options',
		default: 'order',
		options: [
			{ name: 'Lines', value: 'lines', description: 'Cancel the lines below, wholly or in part' },
			{ name: 'Whole Order', value: 'order', description: 'Cancel every line of the order' },
		],
		description: 'Whether to cancel the whole order or only some of its lines',
	});

/** Lines that a cancellation is limited to. */
export const cancelledLines = (): Field =>
	repeat(
		'Lines',
		'lines',
		'OrderLines.OrderLine',
		{ ...LINES, description: 'Lines to cancel, when Cancel is set to Lines' },
		[
			...lineIdentity(),
			attribute('Quantity to Keep', 'orderedQty', 'OrderedQty', {
				description: 'Ordered quantity that remains. Empty cancels the whole line.',
			}),
		],
	);

/** Lines whose status changes. */
export const statusLines = (): Field =>
	repeat('Lines', 'lines', 'OrderLines.OrderLine', LINES, [
		...lineIdentity(),
		attribute('Quantity', 'quantity', 'Quantity', { description: 'Quantity that changes its status' }),
		attribute(
			'Status',
			'baseDropStatus',
			'BaseDropStatus',
			{ description: 'Status of the line’s quantity afterwards. Empty takes the one above.' },
			STATUS_CODE,
		),
		attribute('Order Release Key', 'orderReleaseKey', 'OrderReleaseKey'),
	]);

/** Why something is changed; kept in Sterling's audit. */
export const reason = (): Field[] => [
	attributeOf(
		commonCode(
			'Reason Code',
			'modificationReasonCode',
			'searchModificationReasons',
			'CUST_REQ',
			'Modification reason, kept in Sterling’s audit',
		),
		'ModificationReasonCode',
	),
	attribute('Reason Text', 'modificationReasonText', 'ModificationReasonText'),
];

export const override = (): Field =>
	attribute('Override Modification Rules', 'override', 'Override', {
		type: 'boolean',
		description: 'Whether to lift the modification rules that the login may override',
	});

export const notes = (): Field => repeat('Notes', 'notes', 'Notes.Note', { entry: 'Note', key: 'note' }, noteContent());

export const noteContent = (): Field[] => [
	attribute('Text', 'noteText', 'NoteText', { typeOptions: { rows: 2 } }),
	attributeOf(
		commonCode('Reason Code', 'reasonCode', 'searchNoteReasons', 'CUST_CALL', 'Kind of the note'),
		'ReasonCode',
	),
	attribute('Contact Type', 'contactType', 'ContactType', { placeholder: 'e.g. PHONE' }),
];

export const charges = (): Field =>
	repeat('Charges', 'charges', 'HeaderCharges.HeaderCharge', { entry: 'Charge', key: 'charge' }, [
		attribute('Category', 'chargeCategory', 'ChargeCategory', { placeholder: 'e.g. Shipping' }),
		attribute('Name', 'chargeName', 'ChargeName', { placeholder: 'e.g. Shipping' }),
		attribute('Amount', 'chargeAmount', 'ChargeAmount', { placeholder: 'e.g. 4.90' }),
	]);

export const references = (): Field =>
	repeat('References', 'references', 'References.Reference', { entry: 'Reference', key: 'reference' }, [
		attribute('Name', 'name', 'Name'),
		attribute('Value', 'value', 'Value'),
	]);
