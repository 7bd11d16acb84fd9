import type { Address, Line, LineKind, Party, Row, Totals } from '../records';
import { STATUSES } from '../query';
import type { Kind } from '../records';
import { decimal, text, words } from '../values';
import { lookup } from '../../../kit/lookup';

/** LineType: 1 and 7 are documented in the schemas, 4 to 6 inferred from queries of sites. */
const LINE_KINDS: Readonly<Record<string, LineKind>> = {
	'1': 'stocked',
	'7': 'nonStocked',
	'4': 'freight',
	'5': 'miscellaneous',
	'6': 'comment',
};

/** What a line type code stands for; `other` for codes that the table does not have. */
export function lineKind(type: string | null): LineKind {
	return lookup(LINE_KINDS, type ?? '') ?? 'other';
}

/** Five columns such as ShipAddress1 to ShipAddress5, and the postal code; null where all are empty. */
export function address(row: Row, prefix: string, postalCode: string): Address | null {
	const lines = [1, 2, 3, 4, 5].map((number) => words(row, `${prefix}${number}`) ?? '');
	while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
	const code = words(row, postalCode);
	return lines.length > 0 || code !== null ? { lines, postalCode: code } : null;
}

/** A party, or undefined where nothing of it is known. */
export function party(party: Party): Party | undefined {
	const { id, name, address } = party;
	return id === null && name === null && address === null ? undefined : party;
}

/** Percentages and value of a discount, in the order of SYSPRO. */
export function discounts(row: Row): Line['discounts'] {
	const percents = [1, 2, 3].map((number) => decimal(row, `MDiscPct${number}`)).filter(isSome);
	const value = decimal(row, 'MDiscValue');
	return [...percents.map((percent) => ({ percent })), ...(isSome(value) ? [{ value }] : [])];
}

const isSome = (value: string | null): value is string => value !== null && /[1-9]/.test(value);

/** What is cancelled says so by a flag or by its status. */
export function isCancelled(row: Row, status: string | null): boolean {
	return text(row, 'CancelledFlag') === 'Y' || ['*', '\\', '/'].includes(status ?? '');
}

/** Words for a status: those of the row, else those of the table. */
export function statusText(kind: Kind, status: string | null, own: string | null): string | null {
	return own ?? (status === null ? null : (lookup(STATUSES[kind] ?? {}, status) ?? null));
}

export const NO_TOTALS: Totals = { merchandise: null, freight: null, miscellaneous: null, tax: null, total: null };

/** A line of which nothing is known yet. */
export const EMPTY_LINE: Omit<Line, 'line' | 'kind' | 'lineType'> = {
	stockCode: null,
	description: null,
	partnerPartNumber: null,
	warehouse: null,
	quantity: null,
	uom: null,
	price: null,
	priceUom: null,
	discounts: [],
	value: null,
	tax: null,
	dueDate: null,
	comment: null,
	isComplete: false,
};

/** Rows by a column, or by several of them. */
export function grouped(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const key = keyOf(row);
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return groups;
}

/** Values of a column, each once, without empty ones. */
export function valuesOf(rows: readonly Row[], column: string): string[] {
	return [...new Set(rows.map((row) => text(row, column)).filter((value): value is string => value !== null))];
}
