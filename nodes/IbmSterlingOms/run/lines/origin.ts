import { ENTITIES, SALES } from '../../../../clients/oms/entities';
import { isElement, type Document } from '../../../../kit/xml/document';
import { inField, refuse } from '../../../../kit/n8n/refusal';
import type { RunContext } from '../../operation';
import { ORDER_LINES } from './kinds';
import { isNamed, isNamedBy, isOfItem, itemOf, linesIn, linesOf, onlyLineOf } from './named';

/**
 * The return with what is missing of the order lines that it comes from: one that is named by a number is of an order of
 * the same enterprise, and one that is named by its item gets its key.
 * @throws Refusal where the order has no line of the item, or several, or where no order is named
 */
export async function withOrigin(order: Document, context: RunContext): Promise<Document> {
	const lines = linesIn(order);
	if (lines.length === 0) return order;
	const OrderLine: Document[] = [];
	for (const [i, line] of lines.entries()) {
		const { DerivedFrom } = line;
		const origin = isElement(DerivedFrom) ? await complete(DerivedFrom, order, `Line ${i + 1}`, context) : undefined;
		OrderLine.push(origin ? { ...line, DerivedFrom: origin } : line);
	}
	return { ...order, OrderLines: { OrderLine } };
}

async function complete(
	{ ItemID, ...origin }: Document,
	{ EnterpriseCode }: Document,
	label: string,
	context: RunContext,
): Promise<Document> {
	const { OrderNo, OrderHeaderKey } = origin;
	const scope: Document = OrderNo ? { ...(EnterpriseCode ? { EnterpriseCode } : {}), DocumentType: SALES } : {};
	const scoped = { ...scope, ...origin };
	if (!ItemID) return scoped;
	return await within([context.parameters.label('lines'), label], async () => {
		if (!OrderNo && !OrderHeaderKey)
			refuse('Original Item ID is given, but no order', 'Fill in Original Order Number under By Numbers.');
		const identity = OrderHeaderKey ? { OrderHeaderKey } : numberOf(scoped);
		const known = await context.once(`lines of ${JSON.stringify(identity)}`, () =>
			linesOf(identity, ORDER_LINES, context),
		);
		if (isNamed(origin)) {
			const own = known.find((line) => isNamedBy(line, origin));
			if (own && !isOfItem(own, { Item: { ItemID } }))
				refuse(`that line of the order is of item ${itemOf(own)}, not ${String(ItemID)}`);
			return scoped;
		}
		const line = onlyLineOf({ Item: { ItemID } }, known);
		return { OrderLineKey: line.OrderLineKey };
	});
}

/** The attributes by which the number of an order names one. */
function numberOf(origin: Document): Document {
	const named = ENTITIES.order.natural.filter((name) => origin[name] !== undefined);
	return Object.fromEntries(named.map((name) => [name, origin[name]]));
}

/** What is refused names the line, also where Sterling is asked first. */
async function within<T>([list, line]: [string, string], work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		return inField(list, () =>
			inField(line, () => {
				throw error;
			}),
		);
	}
}
