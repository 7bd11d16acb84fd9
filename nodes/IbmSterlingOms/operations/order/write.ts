import { asArray, type Document } from '../../../../kit/xml/document';
import { documentInput, linesInput } from '../../fields/document';
import type { Use } from '../../fields/use';
import { attribute, steering, type Field } from '../../../../kit/n8n/fields/field';
import { orderIdentity } from '../../fields/identity';
import { getPath } from '../../../../kit/xml/path';
import { refuse } from '../../../../kit/n8n/refusal';
import { defined } from '../../../../kit/record';
import { addresses } from '../../fields/address';
import { linesOf, type LineSource } from '../../fields/lineSource';
import { unknownCustomFields, writeOptions } from '../../fields/options';
import { moreOfOrder, newOrder, orderScope, override, reason } from '../../fields/order';
import { cancelledLines, changedLines, newLines } from '../../fields/orderLines';
import { charges, noteContent, notes, references } from '../../fields/orderParts';
import { payments } from '../../fields/payments';
import { inScope } from '../../documents/naming';
import type { Operation } from '../../operation';
import { orderOutput, ORDERS } from './result';

/**
 * changeOrder cancels single lines: all of one by its Action, part of one by a lower quantity (production code).
 * @throws Refusal without a line: changeOrder would change nothing
 */
function cancelListedLines(order: Document): Document {
	const lines = getPath(order, 'OrderLines.OrderLine');
	if (lines === undefined)
		return refuse('no line is given', 'Add the lines to cancel, or use the operation "Cancel" for the whole order.');
	const cancelled = asArray(lines as Document[]).map((line) =>
		line.OrderedQty === undefined ? { ...line, Action: 'CANCEL' } : line,
	);
	return { ...order, OrderLines: { OrderLine: cancelled } };
}

const LINES: LineSource = { field: newLines('create') };
const LINES_OF_EITHER: LineSource = { field: newLines('upsert') };
const CHANGED: LineSource = { field: changedLines() };
const CANCELLED: LineSource = { field: cancelledLines() };

const OF_CHANGE = { same: 'the same order', document: 'change' };

const draft = (): Field =>
	attribute('Draft', 'draftOrderFlag', 'DraftOrderFlag', {
		type: 'boolean',
		description: 'Whether to create a draft, which Sterling does not process until it is confirmed',
	});

/** What a new order says, and one that is created or updated. */
const content = (use: Use): Field[] => [
	addresses(),
	...moreOfOrder(use, [...orderScope(), charges(), payments(), notes(), references(), draft()]),
];

const EXAMPLE = 'e.g. {"OrderNo": "WEB-1001", "OrderLines": {"OrderLine": [{"OrderedQty": "1"}]}}';

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
		fields: [...noteContent(), writeOptions({ output: orderOutput() })],
		result: ORDERS,
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
		description: 'Cancel a whole order; it stays in Sterling. Use Cancel Lines to cancel only some of its lines.',
		warning: 'The whole order will be cancelled. Use the operation Cancel Lines to cancel only some of its lines.',
		api: 'cancelOrder',
		kind: 'write',
		afterLoss: 'cancelled',
		inputRoot: 'Order',
		identity: orderIdentity(),
		fields: [...reason(), override(), writeOptions({ output: orderOutput() })],
		result: ORDERS,
	},
	{
		type: 'write',
		value: 'cancelLines',
		name: 'Cancel Lines',
		action: 'Cancel order lines',
		description: 'Cancel some lines of an order, wholly or in part; the other lines stay as they are',
		api: 'changeOrder',
		kind: 'write',
		afterLoss: 'cancelled',
		changesLines: true,
		inputRoot: 'Order',
		lines: CANCELLED,
		identity: orderIdentity(),
		fields: [
			...linesInput(linesOf(CANCELLED, OF_CHANGE)),
			...reason(),
			override(),
			writeOptions({ output: orderOutput() }),
		],
		result: ORDERS,
		build: async (order, context) =>
			await (await import('../../run/writes/keptQuantities')).withoutMore(cancelListedLines(order), context),
	},
	{
		type: 'write',
		value: 'create',
		name: 'Create',
		action: 'Create an order',
		description: 'Create an order with its lines and addresses',
		api: 'createOrder',
		kind: 'write',
		afterLoss: 'made',
		needsLines: 'OrderLines.OrderLine',
		inputRoot: 'Order',
		lines: LINES,
		fields: [
			newOrder('Order', 'WEB-1001'),
			...documentInput(EXAMPLE, content('create'), linesOf(LINES)),
			writeOptions({ output: orderOutput(), more: [unknownCustomFields] }),
		],
		result: ORDERS,
		build: inScope,
		names: ORDERS.entity.natural,
		lookUp: ORDERS.entity,
	},
	{
		type: 'custom',
		value: 'upsert',
		name: 'Create or Update',
		action: 'Create or update an order',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		api: ['getOrderList', 'createOrder', 'changeOrder'],
		kind: 'write',
		lines: LINES_OF_EITHER,
		names: ORDERS.entity.natural,
		result: ORDERS,
		fields: [
			attribute('Order Number', 'orderNo', 'OrderNo', {
				required: true,
				placeholder: 'e.g. WEB-1001',
				description: 'Number of the order. The node updates the order that has it, or creates one.',
			}),
			...documentInput(EXAMPLE, content('upsert'), linesOf(LINES_OF_EITHER)),
			writeOptions({ output: orderOutput(), delivery: false, more: [unknownCustomFields] }),
		],
		run: async (...given) => await (await import('../../run/writes/upsertOrder')).upsertOrder(...given),
	},
	{
		type: 'write',
		value: 'delete',
		name: 'Delete',
		action: 'Delete an order',
		description: 'Remove an order from the database permanently. Cancel keeps it.',
		warning: 'The order will be removed from Sterling permanently, with its history.',
		api: 'deleteOrder',
		kind: 'write',
		afterLoss: 'gone',
		inputRoot: 'Order',
		identity: orderIdentity(),
		fields: [
			steering({
				displayName:
					'Deleting removes the order and its history from Sterling permanently. <b>Cancel</b> keeps both and is usually what you want.',
				name: 'deleteNotice',
				type: 'notice',
				default: '',
			}),
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
		lines: CHANGED,
		identity: orderIdentity(),
		fields: [
			...documentInput(
				'e.g. {"CustomerPONo": "PO-7"}',
				[
					addresses(),
					...moreOfOrder('update', [charges(), payments(), notes(), references(), ...reason(), override()]),
				],
				linesOf(CHANGED, OF_CHANGE),
			),
			writeOptions({
				output: orderOutput(),
				more: [
					unknownCustomFields,
					{
						displayName: 'Wait for Lock',
						name: 'waitForLock',
						type: 'boolean',
						default: false,
						description:
							'Whether Sterling waits when someone else is changing the order, instead of refusing immediately',
					},
				],
			}),
		],
		result: ORDERS,
		build: (order, { parameters }) =>
			parameters.flag('options.waitForLock', false) ? { ...order, SelectMethod: 'WAIT' } : order,
	},
];
