import type { Diagnostic, Reading, TransactionSet } from '../../../edi';

/** Most problems that a message spells out. */
const SPELLED_OUT = 5;

/** The error for a document that breaks the standard. */
export function refusal(errors: readonly Diagnostic[]): TypeError {
	return new TypeError(`The document violates the standard. ${spelledOut(errors)}`);
}

/** The first ones of a list in sentences with their places, and how many more there are. */
export function spelledOut(problems: readonly Diagnostic[]): string {
	const texts = problems.slice(0, SPELLED_OUT).map(placed);
	const more = problems.length > texts.length ? ` And ${problems.length - texts.length} more.` : '';
	return texts.join(' ') + more;
}

/** A problem in one sentence, with its place. */
export function placed({ segment, element, ordinal, controlNumber, message }: Diagnostic): string {
	const set = controlNumber === undefined ? '' : `Transaction set ${controlNumber}`;
	const name = element === undefined ? segment : `${segment ?? ''}${String(element).padStart(2, '0')}`;
	const at = segment ? `${name}${ordinal === undefined ? '' : ` (segment ${ordinal})`}` : '';
	const place = [set, at].filter(Boolean).join(', ');
	return place === '' ? message : `${place}: ${message}`;
}

/** The problems of a file with the control number of the transaction set that each lies in, where it has several. */
export function inTheirSets(problems: readonly Diagnostic[], { interchanges }: Reading): Diagnostic[] {
	const sets = interchanges.flatMap(({ groups }) => groups.flatMap(({ transactions }) => transactions));
	if (sets.length < 2) return [...problems];
	return problems.map((problem) => {
		const { ordinal = 0 } = problem;
		const set = lastBegun(sets, ordinal);
		return set && ordinal <= lastOrdinalOf(set) ? inSet(problem, set) : problem;
	});
}

/** The last of the sets, which are in the order of the file, that begins at a segment or before it. */
function lastBegun(sets: readonly TransactionSet[], ordinal: number): TransactionSet | undefined {
	let [from, to] = [0, sets.length];
	while (from < to) {
		const middle = (from + to) >> 1;
		if (sets[middle].header.ordinal <= ordinal) from = middle + 1;
		else to = middle;
	}
	return sets[from - 1];
}

const lastOrdinalOf = ({ header, segments, trailer }: TransactionSet): number =>
	(trailer ?? segments.at(-1) ?? header).ordinal;

/** A problem with the control number of its transaction set. */
export const inSet = (problem: Diagnostic, { controlNumber }: Pick<TransactionSet, 'controlNumber'>): Diagnostic => ({
	...problem,
	controlNumber,
});
