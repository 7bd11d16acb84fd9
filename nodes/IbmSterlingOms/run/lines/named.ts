import { ENTITIES } from '../../../../clients/oms/entities';
import { isCancelled } from '../../../../clients/oms/likeness';
import { getPath, isElement } from '../../../../kit/xml/path';
import { inField, refuse } from '../../../../kit/n8n/refusal';
import { asArray, type Document, type Value } from '../../../../kit/xml/document';
import { attributes, templateOf } from '../../documents/shape';
import type { RunContext } from '../../operation';
import { readOne } from '../exactlyOne';

/** What identifies a line of an order, and whether the line is open. */
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
	if (!lines.some((line) => isByItem(line, mayBeNew))) {
		refuseRepeated(lines, label);
		return document;
	}
	const template = { Order: { OrderHeaderKey: '', OrderLines: { OrderLine: templateOf({ attributes: LINE }) } } };
	const order = await readOne(ENTITIES.order, { input: identity, request: { template } }, context);
	const known = linesIn(order);
	const found = lines.map((line, i) => {
		if (!isByItem(line, mayBeNew)) return line;
		const { OrderLineKey } = inField(label, () => inField(`Line ${i + 1}`, () => onlyLineOf(line, known)));
		const { Item: _item, ...rest } = line;
		return { OrderLineKey, ...rest };
	});
	refuseRepeated(found, label);
	return { ...document, OrderLines: { ...(document.OrderLines as Document), OrderLine: found } };
}

/** Whether a line has the item of another one. A unit counts where the other one gives it. */
export function isOfItem(line: Document, wanted: Document): boolean {
	const unit = text(getPath(wanted, 'Item.UnitOfMeasure'));
	return (
		text(getPath(line, 'Item.ItemID')) === text(getPath(wanted, 'Item.ItemID')) &&
		(unit === '' || text(getPath(line, 'Item.UnitOfMeasure')) === unit)
	);
}

/** An item as people read it. */
export function itemOf(line: Document): string {
	return [getPath(line, 'Item.ItemID'), getPath(line, 'Item.UnitOfMeasure')].map(text).filter(Boolean).join(' in ');
}

/**
 * The line of an order that has the item of another one.
 * @throws Refusal where there is none, or more than one
 */
export function onlyLineOf(wanted: Document, known: readonly Document[]): Document {
	const open = known.filter((line) => !isCancelled(line.MaxLineStatus));
	const [line, ...more] = open.filter((one) => isOfItem(one, wanted));
	const item = itemOf(wanted);
	if (!line) {
		const all = open.map((one) => `${text(one.PrimeLineNo)} (${itemOf(one)})`).join(', ');
		return refuse(`the order has no open line of item ${item}`, all ? `Its lines are: ${all}.` : undefined);
	}
	if (more.length === 0) return line;
	const numbers = [line, ...more].map(({ PrimeLineNo }) => text(PrimeLineNo)).join(', ');
	return refuse(
		`the order has several lines of item ${item}: ${numbers}`,
		'Enter the number of the line, or choose the line.',
	);
}

/**
 * Checks that no two entries are about one line of the order: Sterling would use one of them.
 * @throws Refusal that names both entries
 */
export function refuseRepeated(lines: readonly Document[], label: string): void {
	const seen = new Map<string, number>();
	lines.forEach((line, i) => {
		for (const name of namesOf(line)) {
			const before = seen.get(name);
			if (before !== undefined) {
				inField(label, () =>
					refuse(
						`Line ${before + 1} and Line ${i + 1} are the same line of the order`,
						'Combine them into one entry, with the new quantity of the line.',
					),
				);
			}
			seen.set(name, i);
		}
	});
}

function namesOf({ OrderLineKey, PrimeLineNo, SubLineNo }: Document): string[] {
	const key = text(OrderLineKey);
	const number = text(PrimeLineNo);
	return [...(key ? [key] : []), ...(number ? [`${number}.${text(SubLineNo) || '1'}`] : [])];
}
