import { dictionaryFor } from '../dictionary/dictionary';
import type { Loop } from '../dictionary/types';
import type { SegmentContent, TransactionSetContent } from '../tree';
import { levelsOf, readHierarchy } from './hierarchy';
import { DEFAULT_VERSION, KINDS, loopOf, type DocumentType, type Kind } from './kinds';
import { isForm, type Form } from './mapping/form';
import { readInto } from './mapping/read';
import { CREDITS, difference } from './prepare';
import { checkDigit } from './sscc';
import { ACKNOWLEDGEMENT_STATUSES, LINE_STATUSES, meaningOf } from './statuses';
import { tablesWith, type Notation, type Tables } from './tables/editable';
import { entries, hasKnownBasis, hashTotal, invoiceTotal } from './totals';

/** A business form: plain JSON, its numbers as decimal text, its dates as `2026-11-27`. */
interface Document extends Form {
	type: DocumentType;
}

interface ReadOptions {
	/** Names for item qualifiers, dates and units that go before the built-in ones. */
	tables?: Partial<Tables>;
	/** GS08 of the group; its segments and loops differ a little between versions. */
	version?: string;
}

interface ReadDocument {
	document: Document;
	/** What is readable and yet does not fit together, such as a total that the lines do not come to. */
	warnings: string[];
}

/**
 * The business form of a transaction set. What the form has no member for is in `otherElements` and `otherSegments`,
 * beside what it belongs to, so that nothing is lost.
 *
 * @returns undefined where there is no form for the set
 */
export function readDocument(
	transaction: TransactionSetContent,
	{ tables = {}, version = DEFAULT_VERSION }: ReadOptions = {},
): ReadDocument | undefined {
	const kind = KINDS.find(({ set }) => set === transaction.id);
	const root = dictionaryFor(version).set(transaction.id)?.root;
	if (!kind || !root) return undefined;
	const all = tablesWith(tables, version);
	const warnings: string[] = [];
	const form: Form = {};
	if (kind.set === '856') readShipNotice(form, kind, root, transaction.segments, all, warnings);
	else readInto(form, { loop: root, level: kind.level }, { segments: transaction.segments, at: 0 }, all);
	const type = kind.types.length > 1 && CREDITS.includes(String(form.transactionType)) ? kind.types[1] : kind.types[0];
	const document: Document = { type, ...withStatuses(form, kind) };
	warnings.push(...doubts(document, kind, all));
	return { document, warnings };
}

/** The shipment's levels are between the header and CTT. */
function readShipNotice(
	form: Form,
	{ level }: Kind,
	root: Loop,
	segments: readonly SegmentContent[],
	tables: Notation,
	warnings: string[],
): void {
	const ids = segments.map(({ id }) => id);
	const first = ids.includes('HL') ? ids.indexOf('HL') : segments.length;
	const end = Math.max(first, ids.lastIndexOf('CTT') === -1 ? segments.length : ids.lastIndexOf('CTT'));
	const outside = [...segments.slice(0, first), ...segments.slice(end)];
	readInto(form, { loop: root, level }, { segments: outside, at: 0 }, tables);
	const shipments = readHierarchy(loopOf(root, 'HL'), segments.slice(first, end), tables, (text) =>
		warnings.push(text),
	);
	const [shipment, ...more] = shipments;
	if (shipment) form.shipment = shipment;
	if (more.length > 0) form.moreShipments = more;
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

function doubts(document: Document, { set }: Kind, { units }: Notation): string[] {
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
	say('lineCount', String(levels.length), `the number of ${set === '856' ? 'HL levels' : 'lines'} is`);
	if (set !== '846') say('hashTotal', hashTotal(levels), 'the quantities add up to');
	if (set === '810' && levels.every((line) => hasKnownBasis(line, units)))
		say('total', invoiceTotal(document, units), 'lines, charges and taxes add up to');
	for (const { sscc } of levels) {
		for (const one of [sscc].flat()) {
			if (typeof one !== 'string' || checkDigit(one.slice(0, 17)) === one[17]) continue;
			found.push(`sscc ${one} has a wrong check digit; it should be ${checkDigit(one.slice(0, 17))}`);
		}
	}
	return found;
}
