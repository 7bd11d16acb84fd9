import { asArray, type Document } from '../../../sterling';
import { getPath } from '../../shared/path';
import { orderEverything, orderSummary, orderWithLines } from '../../shared/shapes/order';
import { address } from '../fields/address';
import { customFields } from '../fields/customFields';
import { changeInput, documentInput } from '../fields/document';
import { attribute, attributeOf, collection, showWhen, steering } from '../fields/field';
import { conditions, sort } from '../fields/filters';
import { orderIdentity, orderScope } from '../fields/identity';
import { documentType, enterprise, holdType, status, transaction } from '../fields/locators';
import { delivery, getOptions, listOptions, writeOptions } from '../fields/options';
import {
	cancelledLines,
	changedLines,
	charges,
	newLines,
	noteContent,
	notes,
	orderHeader,
	override,
	reason,
	references,
	statusLines,
} from '../fields/order';
import { payments } from '../fields/payments';
import { output, returnAll } from '../fields/output';
import { orderHistory } from '../run/orderHistory';
import { defined } from './shared';
import { ORDER_PROCESS_TYPES } from './processTypes';
import type { ListResult, Operation, Resource, RunContext } from './types';

const ORDERS: ListResult = {
	root: 'OrderList',
	list: 'Order',
	key: 'OrderHeaderKey',
	levels: { summary: orderSummary, lines: orderWithLines, everything: orderEverything },
	processTypes: ORDER_PROCESS_TYPES,
};

const LEVELS = [
	{ name: 'Summary', value: 'summary', description: 'The header: numbers, dates, status, customer, total' },
	{ name: 'With Lines', value: 'lines', description: 'The header, lines, addresses, holds and notes' },
	{ name: 'Everything', value: 'everything', description: 'All of it, as Sterling answers it' },
];

/** Adds enterprise and document type of the credential where the user names none; both carry the order's indexes. */
function withScope(order: Document, { defaults }: RunContext): Document {
	return { ...order, ...orderScope(String(order.EnterpriseCode ?? ''), String(order.DocumentType ?? ''), defaults) };
}

/** changeOrder cancels single lines: all of one by its Action, part of one by a lower quantity (production code). */
function cancelListedLines(order: Document): Document {
	const lines = getPath(order, 'OrderLines.OrderLine');
	if (lines === undefined) return order;
	const cancelled = asArray(lines as Document[]).map((line) =>
		line.OrderedQty === undefined ? { ...line, Action: 'CANCEL' } : line,
	);
	return { ...order, OrderLines: { OrderLine: cancelled } };
}

const operations: Operation[] = [
	{
		type: 'write',
		value: 'addNote',
		name: 'Add Note',
		action: 'Add a note to an order',
		description: 'Add a note to an order',
		api: 'changeOrder',
		kind: 'write',
		root: 'Order',
		identity: orderIdentity(),
		fields: [...noteContent(), ...delivery(), writeOptions()],
		build: ({ NoteText, ReasonCode, ContactType, ...order }) => ({
			...order,
			Notes: { Note: [defined({ NoteText, ReasonCode, ContactType })] },
		}),
	},
	{
		type: 'write',
		value: 'cancel',
		name: 'Cancel',
		action: 'Cancel an order',
		description: 'Cancel an order or some of its lines; the order stays in Sterling',
		api: 'cancelOrder',
		kind: 'write',
		root: 'Order',
		identity: orderIdentity(),
		fields: [...reason(), cancelledLines(), override(), ...delivery(), writeOptions()],
		apiFor: (document) => (document.OrderLines ? 'changeOrder' : 'cancelOrder'),
		build: cancelListedLines,
	},
	{
		type: 'write',
		value: 'changeStatus',
		name: 'Change Status',
		action: 'Change the status of an order',
		description: 'Move an order or some of its lines to a status of the pipeline',
		api: 'changeOrderStatus',
		kind: 'write',
		root: 'OrderStatusChange',
		identity: orderIdentity(),
		fields: [
			attributeOf(transaction(), 'TransactionId'),
			attributeOf(status('New Status', 'baseDropStatus', 'Status afterwards; the transaction must allow it'), 'BaseDropStatus'),
			attribute('All Available Quantity', 'changeForAllAvailableQty', 'ChangeForAllAvailableQty', {
				type: 'boolean',
				default: true,
				description: 'Whether to change whatever quantity the transaction can change, on all lines',
			}),
			...showWhen({ changeForAllAvailableQty: [false] }, statusLines()),
			...reason(),
			...delivery(),
			writeOptions(),
		],
	},
	{
		type: 'write',
		value: 'create',
		name: 'Create',
		action: 'Create an order',
		description: 'Create an order',
		api: 'createOrder',
		kind: 'write',
		root: 'Order',
		fields: [
			attributeOf(enterprise(), 'EnterpriseCode'),
			attributeOf(documentType(), 'DocumentType'),
			attribute('Order Number', 'orderNo', 'OrderNo', {
				placeholder: 'e.g. WEB-1001',
				description:
					'Number of the order. Give one where you can: with it an order whose answer got lost is found again instead of made twice. Empty lets Sterling number it.',
			}),
			...documentInput(
				'e.g. {"OrderNo": "WEB-1001", "OrderLines": {"OrderLine": [{"OrderedQty": "1"}]}}',
				[
					newLines(),
					address('Bill To', 'billTo', 'PersonInfoBillTo'),
					address('Ship To', 'shipTo', 'PersonInfoShipTo'),
					charges(),
					payments(),
					notes(),
					references(),
					orderHeader([
						attribute('Draft', 'draftOrderFlag', 'DraftOrderFlag', {
							type: 'boolean',
							description: 'Whether to create a draft, which Sterling does not process until it is confirmed',
						}),
					]),
					...customFields('add'),
				],
			),
			...delivery(),
			writeOptions(),
		],
		build: withScope,
		names: ['OrderNo', 'EnterpriseCode', 'DocumentType'],
		lookUp: { api: 'getOrderList', root: 'Order', result: ORDERS },
	},
	{
		type: 'write',
		value: 'delete',
		name: 'Delete',
		action: 'Delete an order',
		description: 'Remove an order from the database, without a way back; Cancel keeps it',
		api: 'deleteOrder',
		kind: 'write',
		root: 'Order',
		identity: orderIdentity(),
		fields: [
			steering({
				displayName:
					'Deleting removes the order and its history from Sterling for good. <b>Cancel</b> keeps both and is what most people mean.',
				name: 'deleteNotice',
				type: 'notice',
				default: '',
			}),
			...delivery(),
			writeOptions(),
		],
		done: { deleted: true },
	},
	{
		type: 'get',
		value: 'get',
		name: 'Get',
		action: 'Get an order',
		description: 'Read one order',
		api: 'getOrderList',
		kind: 'read',
		root: 'Order',
		identity: orderIdentity(),
		fields: [...output(LEVELS), getOptions({ history: true, status: true })],
		result: ORDERS,
	},
	{
		type: 'custom',
		value: 'getHistory',
		name: 'Get History',
		action: 'Get the history of an order',
		description: 'Read what happened to an order as one timeline: changes, holds, releases, shipments, invoices',
		api: [
			'getOrderList',
			'getOrderAuditList',
			'getOrderReleaseList',
			'getShipmentListForOrder',
			'getOrderInvoiceList',
		],
		kind: 'read',
		identity: orderIdentity(),
		run: orderHistory,
	},
	{
		type: 'getMany',
		value: 'getMany',
		name: 'Get Many',
		action: 'Get many orders',
		description: 'Read the orders that match filters',
		api: 'getOrderList',
		kind: 'read',
		root: 'Order',
		fields: [
			...returnAll(),
			collection('Filters', 'filters', 'Add Filter', [
				attribute('Customer Email', 'customerEmailId', 'CustomerEMailID', { placeholder: 'e.g. name@email.com' }),
				attribute('Customer PO Number', 'customerPoNo', 'CustomerPONo'),
				attributeOf(documentType(), 'DocumentType'),
				attribute('Drafts', 'draftOrderFlag', 'DraftOrderFlag', {
					type: 'options',
					default: 'N',
					options: [
						{ name: 'No Drafts', value: 'N' },
						{ name: 'Only Drafts', value: 'Y' },
					],
				}),
				attributeOf(enterprise(), 'EnterpriseCode'),
				attributeOf(holdType('Orders with this hold; Hold Status narrows it down'), 'OrderHoldType.HoldType'),
				attribute('Hold Status', 'holdStatus', 'OrderHoldType.Status', {
					type: 'options',
					default: '1100',
					options: [
						{ name: 'Active', value: '1100' },
						{ name: 'Rejected', value: '1200' },
						{ name: 'Resolved', value: '1300' },
					],
				}),
				attribute('Modified Since', 'fromModifyts', 'FromModifyts', { type: 'dateTime' }),
				attribute('Modified Until', 'toModifyts', 'ToModifyts', { type: 'dateTime' }),
				attribute('Order Date From', 'fromOrderDate', 'FromOrderDate', { type: 'dateTime' }),
				attribute('Order Date To', 'toOrderDate', 'ToOrderDate', { type: 'dateTime' }),
				attribute('Order Number', 'orderNo', 'OrderNo'),
				attributeOf(status('Status', 'status', 'Orders with a line in this status'), 'Status'),
				attributeOf(status('Status From', 'fromStatus', 'Lowest status code'), 'FromStatus'),
				attributeOf(status('Status To', 'toStatus', 'Highest status code'), 'ToStatus'),
			]),
			conditions('PersonInfoShipTo.City'),
			sort('OrderDate'),
			...output(LEVELS),
			listOptions({ history: true, status: true }),
		],
		build: withScope,
		result: ORDERS,
	},
	{
		type: 'write',
		value: 'release',
		name: 'Release',
		action: 'Release an order',
		description: 'Release the scheduled lines of an order to their nodes',
		api: 'releaseOrder',
		kind: 'write',
		root: 'ReleaseOrder',
		identity: orderIdentity(),
		fields: [
			collection('Additional Fields', 'additionalFields', 'Add Field', [
				attribute('Allocation Rule ID', 'allocationRuleId', 'AllocationRuleID'),
				attribute('Check Inventory', 'checkInventory', 'CheckInventory', {
					type: 'boolean',
					default: true,
					description: 'Whether to look at the stock once more',
				}),
				attribute('Ignore Release Date', 'ignoreReleaseDate', 'IgnoreReleaseDate', {
					type: 'boolean',
					default: true,
					description: 'Whether to release even when the release date has not come',
				}),
			]),
			...delivery(),
			writeOptions(),
		],
	},
	{
		type: 'write',
		value: 'resolveHold',
		name: 'Resolve Hold',
		action: 'Resolve a hold of an order',
		description: 'Resolve or reject a hold, so that Sterling goes on with the order',
		api: 'changeOrder',
		kind: 'write',
		root: 'Order',
		identity: orderIdentity(),
		fields: [
			attributeOf(holdType('Hold to decide on', true), 'HoldType'),
			attribute('Decision', 'holdStatus', 'Status', {
				type: 'options',
				default: '1300',
				options: [
					{ name: 'Reject', value: '1200' },
					{ name: 'Resolve', value: '1300' },
				],
			}),
			attribute('Reason Text', 'reasonText', 'ReasonText'),
			...delivery(),
			writeOptions(),
		],
		build: ({ HoldType, Status, ReasonText, ...order }) => ({
			...order,
			OrderHoldTypes: { OrderHoldType: [defined({ HoldType, Status, ReasonText })] },
		}),
	},
	{
		type: 'write',
		value: 'schedule',
		name: 'Schedule',
		action: 'Schedule an order',
		description: 'Find nodes and dates for the lines of an order; what no node has is backordered',
		api: 'scheduleOrder',
		kind: 'write',
		root: 'ScheduleOrder',
		identity: orderIdentity(),
		fields: [
			attribute('Release as Well', 'scheduleAndRelease', 'ScheduleAndRelease', {
				type: 'boolean',
				description: 'Whether to release what could be scheduled in the same step',
			}),
			collection('Additional Fields', 'additionalFields', 'Add Field', [
				attribute('Allocation Rule ID', 'allocationRuleId', 'AllocationRuleID'),
				attribute('Check Inventory', 'checkInventory', 'CheckInventory', {
					type: 'boolean',
					default: true,
					description: 'Whether to look at the stock',
				}),
			]),
			...delivery(),
			writeOptions(),
		],
	},
	{
		type: 'write',
		value: 'update',
		name: 'Update',
		action: 'Update an order',
		description: 'Change the header of an order, and add, change or cancel lines',
		api: 'changeOrder',
		kind: 'write',
		root: 'Order',
		identity: orderIdentity(),
		fields: [
			...changeInput('e.g. {"CustomerPONo": "PO-7"}', [
				changedLines(),
				address('Bill To', 'billTo', 'PersonInfoBillTo'),
				address('Ship To', 'shipTo', 'PersonInfoShipTo'),
				charges(),
				payments(),
				references(),
				orderHeader(),
				...customFields('map'),
				override(),
			]),
			...reason(),
			...delivery(),
			writeOptions([
				{
					displayName: 'Wait for Lock',
					name: 'waitForLock',
					type: 'boolean',
					default: false,
					description:
						'Whether Sterling waits when someone else is changing the order, instead of refusing at once',
				},
			]),
		],
		build: (order, { parameters }) =>
			parameters.option('options', 'waitForLock', false) ? { ...order, SelectMethod: 'WAIT' } : order,
	},
];

export const order: Resource = { value: 'order', name: 'Order', operations };
