import { ENTITIES } from '../../../../clients/oms/entities';
import { isCancelled } from '../../../../clients/oms/likeness';
import { getPath, isElement } from '../../../../kit/n8n/path';
import { inField, refuse } from '../../../../kit/n8n/refusal';
import { asArray, type Document, type Value } from '../../../../kit/xml/document';
import { attributes, templateOf } from '../../documents/shape';
import type { RunContext } from '../../operations/types';
import { readOne } from '../exactlyOne';

/** What lines of an order are told apart by, and whether they count. */
const LINE = attributes('OrderLineKey PrimeLineNo SubLineNo OrderedQty MaxLineStatus Item.ItemID Item.UnitOfMeasure');

const PATH = 'OrderLines.OrderLine';

export const linesIn = (order: Document): Document[] => asArray<Value>(getPath(order, PATH)).filter(isElement);

const text = (value: Value | undefined) => (typeof value === 'string' ? value.trim() : '');

/** Whether a line names the one that it is about by its key or number. */
export function isNamed(line: Document): boolean {
	return text(line.OrderLineKey) !== '' || text(line.PrimeLineNo) !== '';
}

/** Whether a line has only its item to be found by. */
function isByItem(line: Document, mayBeNew: boolean): boolean {
	const isNew = mayBeNew && /^(?:create)?$/i.test(text(line.Action));
	return !isNamed(line) && !isNew && text(getPath(line, 'Item.ItemID')) !== '';
}

/**
 * The document with lines that are named by their item named by their key, where the order has one line of the item.
 * Reads the order only where a line needs it.
 * @throws Refusal where the order has no line of the item, or several
 */
export async function named(
	document: Document,
	{ identity, label, mayBeNew }: { identity: Document; label: string; mayBeNew: boolean },
	context: RunContext,
): Promise<Document> {
	const lines = linesIn(document);
	if (!lines.some((line) => isByItem(line, mayBeNew))) return document;
	const template = { Order: { OrderHeaderKey: '', OrderLines: { OrderLine: templateOf({ attributes: LINE }) } } };
	const order = await readOne(ENTITIES.order, { input: identity, request: { template } }, context);
	const known = linesIn(order);
	const found = lines.map((line, i) => {
		if (!isByItem(line, mayBeNew)) return line;
		const { OrderLineKey } = inField(label, () => inField(`Line ${i + 1}`, () => onlyLineOf(line, known)));
		const { Item: _item, ...rest } = line;
		return { OrderLineKey, ...rest };
	});
	return { ...document, OrderLines: { ...(document.OrderLines as Document), OrderLine: found } };
}

/**
 * The line of an order that has the item of another one; a unit counts where it tells lines apart.
 * @throws Refusal where there is none, or more than one
 */
export function onlyLineOf(wanted: Document, known: readonly Document[]): Document {
	const item = text(getPath(wanted, 'Item.ItemID'));
	const unit = text(getPath(wanted, 'Item.UnitOfMeasure'));
	const open = known.filter((line) => !isCancelled(line.MaxLineStatus));
	const ofItem = open.filter((line) => text(getPath(line, 'Item.ItemID')) === item);
	const ofUnit = ofItem.filter((line) => text(getPath(line, 'Item.UnitOfMeasure')) === unit);
	const [line, ...more] = ofUnit.length > 0 ? ofUnit : ofItem;
	const numbers = (lines: readonly Document[]) => lines.map(({ PrimeLineNo }) => text(PrimeLineNo)).join(', ');
	if (!line) {
		const all = open.map((one) => `${text(one.PrimeLineNo)} (${text(getPath(one, 'Item.ItemID'))})`).join(', ');
		return refuse(`the order has no open line of item ${item}`, all ? `It has the lines ${all}.` : undefined);
	}
	if (more.length === 0) return line;
	return refuse(
		`the order has several lines of item ${item}: ${numbers([line, ...more])}`,
		'Name the line by its number, or pick it.',
	);
}
