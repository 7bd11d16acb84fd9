import { asArray, type Document } from '../../../../kit/xml/document';
import { customFields } from '../../fields/customFields';
import { changeInput, documentInput } from '../../fields/document';
import { attribute, steering } from '../../../../kit/n8n/fields/field';
import { orderIdentity } from '../../fields/identity';
import { getPath } from '../../../../kit/n8n/path';
import { refuse } from '../../../../kit/n8n/refusal';
import { address } from '../../fields/address';
import { delivery, unknownCustomFields, writeOptions } from '../../fields/options';
import {
	cancelledLines,
	cancelWhat,
	changedLines,
	charges,
	newLines,
	newOrder,
	noteContent,
	notes,
	orderHeader,
	override,
	reason,
	references,
} from '../../fields/order';
import { payments } from '../../fields/payments';
import { defined, inScope } from '../shared';
import type { Operation, RunContext } from '../types';
import { ORDERS } from './result';

/**
 * changeOrder cancels single lines: all of one by its Action, part of one by a lower quantity (production code).
 * @throws Refusal where the choice and the lines do not fit: a whole order must not be cancelled by oversight
 */
function cancelListedLines(order: Document, { parameters }: RunContext): Document {
	const lines = getPath(order, 'OrderLines.OrderLine');
	const isWhole = parameters.choice('cancel', 'order') === 'order';
	if (isWhole && lines === undefined) return order;
	if (isWhole) refuse('Lines are given, but Cancel is set to Whole Order', 'Set Cancel to Lines, or remove the lines.');
	if (lines === undefined) refuse('Lines is empty', 'Add the lines to cancel, or set Cancel to Whole Order.');
	const cancelled = asArray(lines as Document[]).map((line) =>
		line.OrderedQty === undefined ? { ...line, Action: 'CANCEL' } : line,
	);
	return { ...order, OrderLines: { OrderLine: cancelled } };
}

/** Writes of what an order says. */
export const writes: Operation[] = [
	{
		type: 'write',
		value: 'addNote',
		name: 'Add Note',
		action: 'Add a note to an order',
		description: 'Add a note to an order',
		api: 'changeOrder',
		kind: 'write',
		afterLoss: 'uncertain',
		inputRoot: 'Order',
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
		afterLoss: 'cancelled',
		changesLines: true,
		inputRoot: 'Order',
		identity: orderIdentity(),
		fields: [cancelWhat(), cancelledLines(), ...reason(), override(), ...delivery(), writeOptions()],
		apiFor: (document) => (document.OrderLines ? 'changeOrder' : 'cancelOrder'),
		build: cancelListedLines,
	},
	{
		type: 'write',
		value: 'create',
		name: 'Create',
		action: 'Create an order',
		description: 'Create an order',
		api: 'createOrder',
		kind: 'write',
		afterLoss: 'made',
		expectsLines: 'OrderLines.OrderLine',
		inputRoot: 'Order',
		fields: [
			...newOrder('Order', 'WEB-1001'),
			...documentInput('e.g. {"OrderNo": "WEB-1001", "OrderLines": {"OrderLine": [{"OrderedQty": "1"}]}}', [
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
			]),
			...delivery(),
			writeOptions([unknownCustomFields]),
		],
		build: inScope,
		names: ORDERS.entity.natural,
		lookUp: ORDERS.entity,
	},
	{
		type: 'write',
		value: 'delete',
		name: 'Delete',
		action: 'Delete an order',
		description: 'Remove an order from the database for good; Cancel keeps it',
		api: 'deleteOrder',
		kind: 'write',
		afterLoss: 'gone',
		inputRoot: 'Order',
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
		type: 'write',
		value: 'update',
		name: 'Update',
		action: 'Update an order',
		description: 'Change the header of an order, and add, change or cancel lines',
		api: 'changeOrder',
		kind: 'write',
		afterLoss: 'holds',
		changesLines: 'orAdds',
		inputRoot: 'Order',
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
				unknownCustomFields,
				{
					displayName: 'Wait for Lock',
					name: 'waitForLock',
					type: 'boolean',
					default: false,
					description: 'Whether Sterling waits when someone else is changing the order, instead of refusing at once',
				},
			]),
		],
		build: (order, { parameters }) =>
			parameters.flag('options.waitForLock', false) ? { ...order, SelectMethod: 'WAIT' } : order,
	},
];
