import { ENTITIES } from '../../../../clients/oms/entities';
import { ServiceError } from '../../../../kit/errors';
import type { Row } from '../../../../kit/n8n/items';
import { getPath } from '../../../../kit/xml/path';
import { inField, refuse } from '../../../../kit/n8n/refusal';
import type { Document } from '../../../../kit/xml/document';
import { writtenBy } from '../../../../kit/n8n/written';
import { templateOf } from '../../documents/shape';
import { inScope, nameOf } from '../../documents/naming';
import { moreThanNothing } from '../../fields/quantity';
import type { CustomOperation, RunContext, WriteOperation } from '../../operation';
import { isCompletedElsewhere } from '../completion';
import { findOne } from '../exactlyOne';
import { naming } from '../input';
import { ORDER_LINES } from '../lines/kinds';
import { isNamed, isNamedBy, isOfItem, itemOf, linesIn, onlyLineOf, refuseRepeated } from '../lines/named';
import { runWrite } from './write';
import { sourceLabel } from '../../fields/contentSource';

/**
 * Changes the order of this number, or creates it where there is none: Sterling has no API that does both. An order that
 * comes into being in between is changed.
 */
export async function upsertOrder(
	context: RunContext,
	group: readonly RunContext[],
	operation: CustomOperation,
): Promise<Row[]> {
	const { fields = [], lines, names = [], result } = operation;
	const given = inScope(writtenBy(naming(operation), context.parameters), context);
	const natural = nameOf(names, given);
	const base = {
		type: 'write',
		kind: 'write',
		value: 'upsert',
		name: operation.name,
		action: operation.action,
		description: operation.description,
		inputRoot: 'Order',
		fields,
		lines,
		names,
		entity: ENTITIES.order,
		result,
	} as const;
	const find = () => findOne(ENTITIES.order, { input: natural, request: { template: TEMPLATE } }, context, true);
	const change = async (found: Document): Promise<Row[]> => {
		const changing: WriteOperation = {
			...base,
			api: 'changeOrder',
			afterLoss: 'holds',
			build: (document) => changed(inScope(document, context), found, context),
		};
		return [...(await runWrite(changing, context, group))];
	};
	const present = await find();
	if (present) return await change(present);
	const creating: WriteOperation = {
		...base,
		api: 'createOrder',
		afterLoss: 'made',
		needsLines: 'OrderLines.OrderLine',
		lookUp: ENTITIES.order,
		build: (document) => inScope(ordering(document, context), context),
	};
	try {
		return await runWrite(creating, context, group);
	} catch (error) {
		const isThere = error instanceof ServiceError && error.category === 'duplicate';
		const made = isThere ? await find() : undefined;
		if (!made) throw error;
		return await change(made);
	}
}

const TEMPLATE: Document = {
	Order: { OrderHeaderKey: '', OrderLines: { OrderLine: templateOf({ attributes: ORDER_LINES.attributes }) } },
};

/** The new order, once each of its lines orders something, unless it is a draft. @throws Refusal that names the line */
function ordering(document: Document, { parameters }: RunContext): Document {
	if (isCompletedElsewhere(document, parameters)) return document;
	const label = sourceLabel(parameters);
	linesIn(document).forEach((line, i) => inField(label, () => inField(`Line ${i + 1}`, () => withQuantity(line))));
	return document;
}

/** The line, unless it orders nothing: 0 cancels a line that exists, and means nothing for a new one. @throws Refusal */
function withQuantity(line: Document): Document {
	const { OrderedQty } = line;
	if (typeof OrderedQty === 'string') inField('Quantity', () => moreThanNothing(OrderedQty, line));
	return line;
}

/**
 * A line of the order keeps its key, by number or as the only one of its item; the others are added.
 * @throws Refusal where the line is not certain, or has another item
 */
function changed(document: Document, found: Document, { parameters }: RunContext): Document {
	const known = linesIn(found);
	const label = sourceLabel(parameters);
	const toAdd = isCompletedElsewhere(document, parameters) ? asItIs : withQuantity;
	const lines = linesIn(document).map((line, i) =>
		inField(label, () => inField(`Line ${i + 1}`, () => changedLine(line, known, toAdd))),
	);
	refuseRepeated(lines, label);
	const { OrderHeaderKey } = found;
	return { ...document, OrderHeaderKey, ...(lines.length > 0 ? { OrderLines: { OrderLine: lines } } : {}) };
}

const asItIs = (line: Document): Document => line;

function changedLine(line: Document, known: Document[], toAdd: typeof withQuantity): Document {
	const same = isNamed(line) ? byNumber(line, known) : byItem(line, known);
	if (!same) return { ...toAdd(line), Action: 'CREATE' };
	const { Item: item, PrimeLineNo: _no, SubLineNo: _sub, ...rest } = line;
	if (getPath(line, 'Item.ItemID') !== undefined && !isOfItem(same, { Item: item })) {
		refuse(
			`the order has item ${itemOf(same)} in this line, not ${itemOf(line)}`,
			'The item of a line cannot change. Cancel the line, and add another one.',
		);
	}
	return { ...rest, OrderLineKey: same.OrderLineKey };
}

/** @throws Refusal for a key that no line of the order has: a line that is added gets its key from Sterling */
function byNumber(line: Document, known: Document[]): Document | undefined {
	const same = known.find((one) => isNamedBy(one, line));
	if (!same && line.OrderLineKey)
		refuse(
			`the order has no line with the key ${String(line.OrderLineKey)}`,
			'Choose a line of this order. To add a line, leave its key empty.',
		);
	return same;
}

/** @throws Refusal where several lines have the item, or the only one is cancelled */
function byItem(line: Document, known: Document[]): Document | undefined {
	return known.some((one) => isOfItem(one, line)) ? onlyLineOf(line, known) : undefined;
}
