import { ENTITIES } from '../../../clients/oms/entities';
import { ServiceError } from '../../../kit/errors';
import type { Row } from '../../../kit/n8n/items';
import { getPath } from '../../../kit/n8n/path';
import type { Document } from '../../../kit/xml/document';
import { attributes, templateOf } from '../documents/shape';
import { ORDERS } from '../operations/order/result';
import { inScope, nameOf } from '../operations/naming';
import type { CustomOperation, RunContext, WriteOperation } from '../operations/types';
import { findOne } from './exactlyOne';
import { naming, writtenBy } from './input';
import { isNamed, linesIn, onlyLineOf } from './lines/named';
import { runWrite } from './write';

const LINE = attributes('OrderLineKey PrimeLineNo SubLineNo MaxLineStatus Item.ItemID Item.UnitOfMeasure');

/**
 * Changes the order of this number, or creates it where there is none: Sterling has no API that does both. An order that
 * comes into being in between is changed.
 */
export async function upsertOrder(
	context: RunContext,
	group: readonly RunContext[],
	operation: CustomOperation,
): Promise<Row[]> {
	const { fields = [], lines, names = [] } = operation;
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
		result: ORDERS,
	} as const;
	const find = () => findOne(ENTITIES.order, { input: natural, request: { template: TEMPLATE } }, context, true);
	const change = async (found: Document): Promise<Row[]> => {
		const changing: WriteOperation = {
			...base,
			api: 'changeOrder',
			afterLoss: 'holds',
			build: (document) => changed(inScope(document, context), found),
		};
		return [...(await runWrite(changing, context, group))];
	};
	const present = await find();
	if (present) return await change(present);
	const creating: WriteOperation = {
		...base,
		api: 'createOrder',
		afterLoss: 'made',
		expectsLines: 'OrderLines.OrderLine',
		lookUp: ENTITIES.order,
		build: inScope,
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
	Order: { OrderHeaderKey: '', OrderLines: { OrderLine: templateOf({ attributes: LINE }) } },
};

/** A line of the order keeps its key, by number or as the only one of its item; the others are added. */
function changed(document: Document, found: Document): Document {
	const known = linesIn(found);
	const lines = linesIn(document).map((line) => {
		const same = isNamed(line) ? byNumber(line, known) : byItem(line, known);
		if (!same) return { ...line, Action: 'CREATE' };
		const { Item: _item, PrimeLineNo: _no, SubLineNo: _sub, ...rest } = line;
		return { ...rest, OrderLineKey: same.OrderLineKey };
	});
	const { OrderHeaderKey } = found;
	return { ...document, OrderHeaderKey, ...(lines.length > 0 ? { OrderLines: { OrderLine: lines } } : {}) };
}

function byNumber({ OrderLineKey, PrimeLineNo, SubLineNo = '1' }: Document, known: Document[]): Document | undefined {
	return known.find((line) =>
		OrderLineKey
			? line.OrderLineKey === OrderLineKey
			: line.PrimeLineNo === PrimeLineNo && line.SubLineNo === SubLineNo,
	);
}

/** @throws Refusal where several lines have the item */
function byItem(line: Document, known: Document[]): Document | undefined {
	const item = getPath(line, 'Item.ItemID');
	return known.some((one) => getPath(one, 'Item.ItemID') === item) ? onlyLineOf(line, known) : undefined;
}
