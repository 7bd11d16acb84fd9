import { decimal } from './decimal';
import type { DocumentType } from './kinds';
import { nameOf } from './mapping/codecs';
import { isAbsent, isForm, listOf, type Form, type WriteContext } from './mapping/form';
import { keyedEntries } from './mapping/segments';
import { CHARGE_KINDS, HIERARCHY_LEVELS, LINE_CHANGES, ORDER_TYPES, PARTIES, type CodeTable } from './tables/codes';

/** What the quantity of a line may be. Stock, and invoices that take something back, may have any. */
type Range = 'any' | 'notNegative' | 'positive';

interface LineDemand {
	/** The list of a line that has the quantities, where it is not the line itself. */
	inside?: string;
	quantity: Range;
	needs: (line: Form, document: Form) => readonly string[];
	/** Whether a line beside others may be a text: PID without a quantity, a price or an item. */
	hasTexts?: boolean;
}

const always =
	(...members: string[]) =>
	() =>
		members;

/** Changes of a line (element 670) that say nothing without these members; other changes may leave them out. */
const NEEDED_BY_CHANGE: Readonly<Record<string, readonly string[]>> = {
	add: ['quantity'],
	changePrice: ['price'],
	changePriceAndQuantity: ['quantity', 'price'],
	decreaseQuantity: ['quantity'],
	increaseQuantity: ['quantity'],
	rescheduleAndChangeQuantity: ['quantity'],
};

const named = (table: CodeTable, code: unknown): string => (typeof code === 'string' ? nameOf(table, code.trim()) : '');

const byChange = ({ change }: Form, document: Form): readonly string[] => {
	const name = named(LINE_CHANGES, change);
	const needed = Object.hasOwn(NEEDED_BY_CHANGE, name) ? NEEDED_BY_CHANGE[name] : [];
	return name === 'add' ? needed.filter((member) => member !== 'quantity' || !isBlanket(document)) : needed;
};

/** A blanket order agrees on prices; its releases say how many (BEG02 `BK`, PO102 is optional). */
const isBlanket = ({ orderType }: Form): boolean => named(ORDER_TYPES, orderType) === 'blanket';

const ordered = (_line: Form, document: Form): readonly string[] => (isBlanket(document) ? [] : ['quantity']);

/**
 * Source of the needs of an invoice: syntax note P020304 of IT1. Who answers or ships may say that it is nothing: a line
 * is rejected, or on back order.
 */
const LINES: Readonly<Record<DocumentType, LineDemand>> = {
	purchaseOrder: { quantity: 'positive', needs: ordered },
	purchaseOrderChange: { quantity: 'notNegative', needs: byChange },
	purchaseOrderAcknowledgement: { quantity: 'notNegative', needs: always('quantity') },
	purchaseOrderChangeAcknowledgement: { quantity: 'notNegative', needs: byChange },
	invoice: { quantity: 'any', needs: always('quantity', 'unit', 'price'), hasTexts: true },
	creditNote: { quantity: 'any', needs: always('quantity', 'unit', 'price'), hasTexts: true },
	shipNotice: { quantity: 'notNegative', needs: always('quantity', 'unit') },
	inventoryAdvice: { inside: 'quantities', quantity: 'any', needs: always('quantity') },
	warehouseShippingOrder: { inside: 'items', quantity: 'positive', needs: always('quantity', 'unit') },
	warehouseShippingAdvice: { inside: 'items', quantity: 'notNegative', needs: always('quantity') },
};

const CODE = ['code', 'agencyCode'] as const;
const AMOUNT = ['amount', 'percent', 'rate'] as const;

/**
 * Members of which an entry needs one; the first is asked for. Source: notes of SAC and TXI; only allowances and charges
 * (SAC01 `A` and `C`) come to an amount.
 */
const ONE_OF: Readonly<Record<string, (entry: Form) => ReadonlyArray<readonly string[]>>> = {
	charges: ({ kind }) => (['allowance', 'charge', ''].includes(named(CHARGE_KINDS, kind)) ? [CODE, AMOUNT] : [CODE]),
	parties: () => [['name', 'id', 'address']],
	taxes: () => [['amount', 'percent', 'exemption']],
};

/** Members of an entry that need each other. Source: syntax note P0304 of N1. */
const TOGETHER: Readonly<Record<string, readonly [string, string]>> = { parties: ['idType', 'id'] };

/** An object of a form, and the context of its place. */
type Part = readonly [form: Form, context: WriteContext];

/**
 * Notes what a new document lacks though the standard lets it be left out: an order without a quantity, or an invoice
 * without a price, is no order and no invoice. A document that was read may lack them, and is written as it was.
 */
export function checkDemands(document: Form, type: DocumentType, context: WriteContext): void {
	const { inside, quantity, needs, hasTexts = false } = LINES[type];
	const lines = type === 'shipNotice' ? itemsOf(shipmentOf(document, context)) : partsOf(document, 'lines', context);
	if (type === 'shipNotice' && lines.length === 0) context.at('shipment').error('is required: it holds the orders');
	const areTexts = hasTexts && lines.some(([line]) => !isText(line));
	for (const [line, at] of lines) {
		if (areTexts && isText(line)) {
			at.problems.warn({ path: at.path }, 'has no quantity, unit, price or item: it is written as text');
			continue;
		}
		for (const [one, place] of inside ? partsOf(line, inside, at) : [[line, at] as const]) {
			for (const name of needs(one, document)) if (isAbsent(one[name])) place.at(name).error('is required');
			checkRange(one.quantity, quantity, place.at('quantity'));
		}
		for (const [one, place] of partsOf(line, 'acknowledgements', at))
			checkRange(one.quantity, 'notNegative', place.at('quantity'));
	}
	const owner = type === 'shipNotice' ? shipmentOf(document, context) : ([document, context] as const);
	for (const part of [owner, ...lines]) checkEntries(part);
}

function isText({ description, quantity, unit, price, itemIds }: Form): boolean {
	const ids: unknown[] = isForm(itemIds) ? Object.values(itemIds) : [itemIds];
	return !isAbsent(description) && [quantity, unit, price, ...ids].every(isAbsent);
}

function checkRange(value: unknown, range: Range, context: WriteContext): void {
	const sign = signOf(value);
	if (sign === undefined || range === 'any') return;
	if (range === 'positive' && sign <= 0) context.error('must be more than 0', {}, value);
	if (range === 'notNegative' && sign < 0) context.error('must be 0 or more', {}, value);
}

/** -1, 0 or 1; undefined for what is no number, which the writer says where it stands. */
function signOf(value: unknown): number | undefined {
	if (isAbsent(value)) return undefined;
	try {
		return decimal(value as string | number).cmp(0);
	} catch {
		return undefined;
	}
}

function checkEntries([form, context]: Part): void {
	for (const [list, groupsOf] of Object.entries(ONE_OF)) {
		for (const [entry, at] of list === 'parties' ? partiesOf(form, context) : partsOf(form, list, context)) {
			for (const members of groupsOf(entry))
				if (members.every((name) => isAbsent(entry[name]))) at.at(members[0]).error('is required');
			const [one, other] = TOGETHER[list] ?? [];
			if (isAbsent(entry[one]) && !isAbsent(entry[other])) at.at(one).error(`is required with ${other}`);
			if (isAbsent(entry[other]) && !isAbsent(entry[one])) at.at(other).error(`is required with ${one}`);
		}
	}
}

function partsOf(form: Form, list: string, context: WriteContext): Part[] {
	return listOf(form[list]).flatMap((one, index): Part[] => (isForm(one) ? [[one, context.at(list).at(index)]] : []));
}

function partiesOf({ parties }: Form, context: WriteContext): Part[] {
	return keyedEntries(parties, context.at('parties'), () => PARTIES).flatMap(({ one, inside }): Part[] =>
		isForm(one) ? [[one, inside]] : [],
	);
}

function shipmentOf({ shipment }: Form, context: WriteContext): Part {
	return [isForm(shipment) ? shipment : {}, context.at('shipment')];
}

/** The items of a shipment, in whatever levels. */
function itemsOf([level, context]: Part): Part[] {
	return Object.values(HIERARCHY_LEVELS).flatMap((list) =>
		partsOf(level, list, context).flatMap((part) => (list === 'items' ? [part, ...itemsOf(part)] : itemsOf(part))),
	);
}
