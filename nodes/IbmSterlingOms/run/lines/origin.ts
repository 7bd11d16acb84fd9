import { ENTITIES, SALES } from '../../../../clients/oms/entities';
import { isElement, type Document } from '../../../../kit/xml/document';
import { inField, refuse } from '../../../../kit/n8n/refusal';
import { sourceOf } from '../../fields/contentSource';
import type { RunContext } from '../../operation';
import { isCompletedElsewhere } from '../completion';
import { ORDER_LINES } from './kinds';
import { isNamed, isNamedBy, isOfItem, itemOf, linesIn, linesOf, onlyLineOf } from './named';

/**
 * The return with what is missing of the order lines that it comes from: one that is named by a number is of an order of
 * the same enterprise, and one that is named by its item gets its key. What a line must name is not asked of a whole
 * document, nor of what a service or people complete: Sterling knows more ways to name a line than this node.
 * @throws Refusal where the order has no line of the item, or several, or where no order is named
 */
export async function withOrigin(order: Document, context: RunContext): Promise<Document> {
	const lines = linesIn(order);
	if (lines.length === 0) return order;
	const { parameters } = context;
	const source = sourceOf(parameters.choice('inputMode', 'fields'));
	const isHeld = source !== 'document' && !isCompletedElsewhere(order, parameters);
	const OrderLine: Document[] = [];
	for (const [i, line] of lines.entries()) {
		const { DerivedFrom } = line;
		const place: Place = [parameters.label(source), `Line ${i + 1}`];
		if (isHeld) await within(place, () => checkNamed(line));
		OrderLine.push(
			isElement(DerivedFrom) ? { ...line, DerivedFrom: await complete(DerivedFrom, order, place, context) } : line,
		);
	}
	return { ...order, OrderLines: { OrderLine } };
}

/** @throws Refusal for a line that names neither an order line nor an item of its own, as one without an order does */
function checkNamed(line: Document): void {
	const { DerivedFrom } = line;
	if (!isElement(DerivedFrom)) {
		const isKnown = Object.keys(line).some((name) => name.startsWith('DerivedFrom'));
		if (!isKnown && !namesItem(line)) refuse(UNNAMED, NAME_IT);
		return;
	}
	const { OrderNo, OrderHeaderKey, OrderLineKey, OrderReleaseKey, PrimeLineNo, ItemID } = DerivedFrom;
	if (!OrderNo && !OrderHeaderKey && !OrderLineKey && !OrderReleaseKey) refuse(ORDERLESS, NAME_ORDER);
	if (!OrderLineKey && !PrimeLineNo && !ItemID && !namesItem(line)) refuse(UNNAMED, NAME_IT);
}

/** By any of the names of an item, such as ItemID, UPCCode and CustomerItem. */
function namesItem({ Item }: Document): boolean {
	return isElement(Item) && Object.keys(Item).some((name) => !['UnitOfMeasure', 'ProductClass'].includes(name));
}

async function complete(
	{ ItemID, ...origin }: Document,
	{ EnterpriseCode }: Document,
	place: Place,
	context: RunContext,
): Promise<Document> {
	const { OrderNo, OrderHeaderKey } = origin;
	const scope: Document = OrderNo ? { ...(EnterpriseCode ? { EnterpriseCode } : {}), DocumentType: SALES } : {};
	const scoped = { ...scope, ...origin };
	if (!ItemID) return scoped;
	return await within(place, async () => {
		// Sterling has no such attribute, and would ignore it.
		if (!OrderNo && !OrderHeaderKey) refuse(ORDERLESS, NAME_ORDER);
		const identity = OrderHeaderKey ? { OrderHeaderKey } : numberOf(scoped);
		const known = await context.once(`lines of ${JSON.stringify(identity)}`, () =>
			linesOf(identity, ORDER_LINES, context),
		);
		if (isNamed(origin)) {
			const own = known.find((line) => isNamedBy(line, origin));
			if (own && !isOfItem(own, { Item: { ItemID } }))
				refuse(`that line of the order has item ${itemOf(own)}, not ${String(ItemID)}`);
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

const ORDERLESS = 'the original order is not given';
const NAME_ORDER = 'Fill in Original Order Number (OrderNo), which is under By Numbers in the form.';

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
