import { ENTITIES, SALES } from '../../../../clients/oms/entities';
import { isElement, type Document } from '../../../../kit/xml/document';
import { getPath } from '../../../../kit/xml/path';
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
		const place: Place = [context.parameters.label('lines'), `Line ${i + 1}`];
		if (isElement(DerivedFrom)) {
			OrderLine.push({ ...line, DerivedFrom: await complete(DerivedFrom, order, place, context) });
			continue;
		}
		// A return without an order names the item itself.
		const isKnown = Object.keys(line).some((name) => name.startsWith('DerivedFrom'));
		if (!isKnown && getPath(line, ORDER_LINES.item) === undefined) await within(place, () => refuse(UNNAMED, NAME_IT));
		OrderLine.push(line);
	}
	return { ...order, OrderLines: { OrderLine } };
}

async function complete(
	{ ItemID, ...origin }: Document,
	{ EnterpriseCode }: Document,
	place: Place,
	context: RunContext,
): Promise<Document> {
	const { OrderNo, OrderHeaderKey, OrderLineKey, PrimeLineNo } = origin;
	const scope: Document = OrderNo ? { ...(EnterpriseCode ? { EnterpriseCode } : {}), DocumentType: SALES } : {};
	const scoped = { ...scope, ...origin };
	return await within(place, async () => {
		if (!OrderNo && !OrderHeaderKey && (!OrderLineKey || ItemID))
			refuse('the original order is not given', 'Fill in Original Order Number under By Numbers.');
		if (!OrderLineKey && !PrimeLineNo && !ItemID) refuse(UNNAMED, NAME_IT);
		if (!ItemID) return scoped;
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

const UNNAMED = 'must identify the order line that comes back';
const NAME_IT = 'Pick the Original Line, or fill in Original Order Number and Original Line Number under By Numbers.';

/** The list of lines and the line, as the editor calls them. */
type Place = [list: string, line: string];

/** What is refused names the line, also where Sterling is asked first. */
async function within<T>([list, line]: Place, work: () => T | Promise<T>): Promise<T> {
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
