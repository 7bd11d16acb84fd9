import { decimal } from './decimal';
import { codeOf, nameOf } from './mapping/codecs';
import { isAbsent, type Form, type WriteContext } from './mapping/form';
import { ACKNOWLEDGEMENT_STATUSES, LINE_STATUSES, meaningOf } from './statuses';
import type { CodeTable } from './tables/codes';
import { entries, hasKnownBasis, hashTotal, invoiceTotal, orderTotal } from './totals';

/** What the writer computes, and how. */
export interface Computing {
	/**
	 * Gives a new document what it should have: numbers of lines that have none, the structure of a ship notice (BSN05) and
	 * its time; refuses what it cannot be without. A document that was read is written as it was.
	 */
	complete?: boolean;
	/** Writes HL04, whether a level has others below it; some partners want it empty. Default true. */
	childCodes?: boolean;
	/** Writes CTT02, the sum of all quantities. Some partners demand it, some refuse it. */
	hashTotal?: boolean;
	/** Writes AMT*TT, the total of an order. */
	orderTotal?: boolean;
	/** Writes TDS01 of a credit note with a minus sign; usually the type of the document says enough. */
	negativeCredits?: boolean;
}

/** BIG07 of credit notes; the first is what is written. */
export const CREDITS = ['CR', 'CN'];

/** Counts the lines, and computes what is asked for. */
export function prepareOrder(form: Form, computing: Computing, context: WriteContext): Form {
	const lines = numbered(entries(form.lines), computing);
	const totals = counted(form, lines, computing);
	if (!computing.orderTotal) return { ...form, ...totals, lines };
	const amounts = (form.amounts ?? {}) as Form;
	const { units } = context.tables;
	const total = totalled(amounts.total, lines, () => orderTotal(lines, units), 'amounts.total', context);
	return { ...form, ...totals, lines, amounts: { ...amounts, total } };
}

/** Counts the lines of an inventory advice, whose quantities are of many kinds and are not added up. */
export function prepareReport(form: Form, computing: Computing): Form {
	const lines = numbered(entries(form.lines), computing);
	return { ...form, lineCount: String(lines.length), lines };
}

/** Numbers the lines of a warehouse document, and adds up a new one's quantities. */
export function prepareShipping(form: Form, computing: Computing, context: WriteContext): Form {
	const lines = numbered(entries(form.lines), { ...computing, complete: true });
	const items = lines.flatMap((line) => entries(line.items));
	const isTotalled = computing.complete === true && items.length > 0;
	if (!isTotalled && isAbsent(form.totalQuantity)) return { ...form, lines };
	return { ...form, lines, totalQuantity: given(form.totalQuantity, hashTotal(items), 'totalQuantity', context) };
}

/** The same for an acknowledgement, whose statuses may be given by their meaning. */
export function prepareAcknowledgement(form: Form, computing: Computing, context: WriteContext): Form {
	const order = prepareOrder(form, computing, context);
	const whole = withCode(order, 'acknowledgementType', ACKNOWLEDGEMENT_STATUSES, context);
	const lines = entries(whole.lines).map((line, index) => {
		if (isAbsent(line.acknowledgements)) return line;
		const inside = context.at('lines').at(index).at('acknowledgements');
		const acknowledgements = entries(line.acknowledgements).map((one, place) =>
			withCode(one, 'statusCode', LINE_STATUSES, inside.at(place)),
		);
		return { ...line, acknowledgements };
	});
	return { ...whole, lines };
}

/** Counts the lines, and computes the total of an invoice that does not have one. */
export function prepareInvoice(form: Form, computing: Computing, context: WriteContext): Form {
	const lines = numbered(entries(form.lines), computing);
	const isCredit = form.type === 'creditNote';
	const transactionType = isAbsent(form.transactionType) && isCredit ? CREDITS[0] : form.transactionType;
	if (isCredit !== CREDITS.includes(String(transactionType))) {
		const must = isCredit ? `must be ${CREDITS.join(' or ')} in a credit note` : 'is that of a credit note; set type';
		context.error(must, { path: 'transactionType', segment: 'BIG', element: 7 }, transactionType);
	}
	const whole = { ...form, ...counted(form, lines, computing), lines, transactionType };
	return { ...whole, total: signedTotal(totalOf(whole, context), isCredit && computing.negativeCredits === true) };
}

function totalOf(form: Form, context: WriteContext): unknown {
	const why = whyNotComputed(form);
	const { units } = context.tables;
	if (why === undefined) {
		return totalled(form.total, entries(form.lines), () => invoiceTotal(form, units), 'total', context);
	}
	if (isAbsent(form.total)) context.error(`is required, because ${why}`, { path: 'total', segment: 'TDS', element: 1 });
	return form.total;
}

/** Why the total does not follow from the parts. */
function whyNotComputed(form: Form): string | undefined {
	const lines = entries(form.lines);
	const all = [form, ...lines];
	const isBare = (one: Form) => isAbsent(one.amount);
	if (all.some(({ charges }) => entries(charges).some(isBare))) return 'a charge has no amount';
	if (all.some(({ taxes }) => entries(taxes).some(isBare))) return 'a tax has no amount';
	const isTaxed = lines.some(({ taxes }) => entries(taxes).length > 0);
	if (isTaxed && entries(form.taxes).length > 0) return 'both the lines and the whole invoice have taxes';
	return undefined;
}

/** The total that is given, or the one that the lines come to; where that is not known, the given one is not compared. */
function totalled(
	value: unknown,
	lines: readonly Form[],
	compute: () => string,
	path: string,
	context: WriteContext,
): unknown {
	if (isAbsent(value)) checkExtensions(lines, context);
	else if (!lines.every((line) => hasKnownBasis(line, context.tables.units))) return value;
	return given(value, compute(), path, context);
}

/** Notes lines that do not come to an amount: a quantity without a price is no free item, nor is a price per another unit known. */
function checkExtensions(lines: readonly Form[], context: WriteContext): void {
	lines.forEach((line, index) => {
		const inside = context.at('lines').at(index);
		if (!hasKnownBasis(line, context.tables.units)) {
			const unit = isAbsent(line.unit) ? 'unit of the quantity' : String(line.unit);
			const what = `does not say what one ${unit} costs: leave it out if the price is per ${unit}, or enter the total`;
			inside.at('priceBasis').error(what, {}, line.priceBasis);
		}
		if (isAbsent(line.quantity) === isAbsent(line.price)) return;
		const lacking = isAbsent(line.price) ? 'price' : 'quantity';
		inside.at(lacking).error('is required for the total');
	});
}

/** What the form says wins, for it is the books that count; a difference is worth a word. */
function given(value: unknown, computed: string, path: string, context: WriteContext): unknown {
	if (isAbsent(value)) return computed;
	if (difference(value, computed)) {
		context.problems.warn({ path: context.at(path).path }, `is ${String(value)}, but the parts add up to ${computed}`);
	}
	return value;
}

/** Whether two amounts differ, whatever their signs: credit notes have both. */
export function difference(value: unknown, computed: string): boolean {
	try {
		return !decimal(value as string | number)
			.abs()
			.eq(decimal(computed).abs());
	} catch {
		return false;
	}
}

function signedTotal(total: unknown, isNegative: boolean): unknown {
	const text = String(total ?? '').trim();
	return isNegative && text !== '' && !text.startsWith('-') ? `-${text.replace(/^\+/, '')}` : total;
}

function numbered(lines: Form[], { complete }: Computing): Form[] {
	if (complete !== true) return lines;
	return lines.map((line, index) => (isAbsent(line.number) ? { ...line, number: String(index + 1) } : line));
}

function counted(form: Form, lines: Form[], computing: Computing): Form {
	const isHashed = computing.hashTotal === true || !isAbsent(form.hashTotal);
	const isCounted = lines.length > 0 || !isAbsent(form.lineCount);
	return {
		lineCount: isCounted ? String(lines.length) : undefined,
		...(isHashed ? { hashTotal: hashTotal(lines) } : {}),
	};
}

/** The code of a status that is given by its meaning, or as a code. Both may be given, where they agree. */
function withCode(form: Form, name: string, table: CodeTable, context: WriteContext): Form {
	const { status, ...rest } = form;
	if (isAbsent(status) || status === 'unknown') return rest;
	const given = String(status);
	const meaning = nameOf(table, given);
	if (isAbsent(rest[name])) {
		if (Object.hasOwn(table, given)) return { ...rest, [name]: given };
		if (Object.values(table).includes(meaning)) return { ...rest, [name]: codeOf(table, meaning) };
		const known = [...new Set(Object.values(table))].sort().join(', ');
		context.error(`must be one of ${known}`, { path: context.at('status').path }, meaning);
	} else if (meaningOf(table, rest[name]) !== meaning) {
		const means = meaningOf(table, rest[name]);
		context.error(
			`and ${name} differ: ${String(rest[name])} is ${means}`,
			{ path: context.at('status').path },
			meaning,
		);
	}
	return rest;
}
