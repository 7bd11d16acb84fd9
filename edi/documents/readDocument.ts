import type { SegmentContent, TransactionSetContent } from '../tree';
import { levelsOf, readHierarchy } from './hierarchy';
import { KINDS, type DocumentType, type Kind } from './kinds';
import { isForm, type Form } from './mapping/form';
import { readLevel } from './mapping/read';
import { CREDITS, difference } from './prepare';
import { checkDigit } from './sscc';
import { ACKNOWLEDGEMENT_STATUSES, LINE_STATUSES, meaningOf } from './statuses';
import { tablesWith, type Tables } from './tables/editable';
import { entries, hashTotal, invoiceTotal } from './totals';

/** A business form: plain JSON, its numbers as decimal text, its dates as `2026-11-27`. */
export interface Document extends Form {
	type: DocumentType;
}

export interface ReadDocument {
	document: Document;
	/** What is readable and yet does not fit together, such as a total that the lines do not come to. */
	warnings: string[];
}

/**
 * The business form of a transaction set. What the form has no member for is in `otherElements` and `otherSegments`,
 * beside what it belongs to, so that nothing is lost.
 *
 * @param tables names for item qualifiers, dates and units that go before the built-in ones
 * @returns undefined where there is no form for the set
 */
export function readDocument(
	transaction: TransactionSetContent,
	tables: Partial<Tables> = {},
): ReadDocument | undefined {
	const kind = KINDS.find(({ set }) => set === transaction.id);
	if (!kind) return undefined;
	const all = tablesWith(tables);
	const warnings: string[] = [];
	const form =
		kind.set === '856'
			? readShipNotice(kind, transaction.segments, all, warnings)
			: readLevel(kind.level, { segments: transaction.segments, at: 0 }, all);
	const type = kind.types.length > 1 && CREDITS.includes(String(form.transactionType)) ? kind.types[1] : kind.types[0];
	const document: Document = { type, ...withStatuses(form, kind) };
	warnings.push(...doubts(document, kind));
	return { document, warnings };
}

function readShipNotice(
	{ level }: Kind,
	segments: readonly SegmentContent[],
	tables: Tables,
	warnings: string[],
): Form {
	const first = segments.findIndex(({ id }) => id === 'HL');
	if (first === -1) return readLevel(level, { segments, at: 0 }, tables);
	const count = segments.map(({ id }) => id).lastIndexOf('CTT');
	const end = count > first ? count : segments.length;
	const outside = [...segments.slice(0, first), ...segments.slice(end)];
	const form = readLevel(level, { segments: outside, at: 0 }, tables);
	const [shipment, ...more] = readHierarchy(segments.slice(first, end), tables, (message) => warnings.push(message));
	return { ...form, shipment, ...(more.length > 0 ? { moreShipments: more } : {}) };
}

/** Puts the meaning of a status beside its code. */
function withStatuses(form: Form, { set }: Kind): Form {
	if (set !== '855' && set !== '865') return form;
	const lines = entries(form.lines).map((line) => {
		if (line.acknowledgements === undefined) return line;
		const acknowledgements = entries(line.acknowledgements).map((one) => ({
			status: meaningOf(LINE_STATUSES, one.statusCode),
			...one,
		}));
		return { ...line, acknowledgements };
	});
	const status = meaningOf(ACKNOWLEDGEMENT_STATUSES, form.acknowledgementType);
	return { status, ...form, ...(lines.length > 0 ? { lines } : {}) };
}

function doubts(document: Document, { set }: Kind): string[] {
	const found: string[] = [];
	const levels =
		set === '856'
			? levelsOf([document.shipment, document.moreShipments].flat().filter(isForm))
			: entries(document.lines);
	const say = (name: string, counted: string, of: string) => {
		const value = document[name];
		if (value !== undefined && difference(value, counted))
			found.push(`${name} is ${String(value)}, but ${of} ${counted}`);
	};
	say('lineCount', String(levels.length), set === '856' ? 'the HL levels are' : 'the lines are');
	say('hashTotal', hashTotal(levels), 'the quantities come to');
	if (set === '810') say('total', invoiceTotal(document), 'lines, charges and taxes come to');
	for (const { sscc } of levels) {
		for (const one of [sscc].flat()) {
			if (typeof one !== 'string' || checkDigit(one.slice(0, 17)) === one[17]) continue;
			found.push(`sscc ${one} has a wrong check digit; it should be ${checkDigit(one.slice(0, 17))}`);
		}
	}
	return found;
}
