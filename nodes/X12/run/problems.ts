import type { Diagnostic, Reading, TransactionSet } from '../../../edi';

/** Most problems that a message spells out. */
const SPELLED_OUT = 5;

/** The error for a document that breaks the standard. */
export function refusal(errors: readonly Diagnostic[]): TypeError {
	const texts = errors.slice(0, SPELLED_OUT).map(placed);
	const more = errors.length > texts.length ? ` And ${errors.length - texts.length} more.` : '';
	return new TypeError(`The document violates the standard. ${texts.join(' ')}${more}`);
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
		const set = sets.find((one) => isIn(one, problem));
		return set ? inSet(problem, set) : problem;
	});
}

/** A problem with the control number of its transaction set. */
export const inSet = (problem: Diagnostic, { controlNumber }: Pick<TransactionSet, 'controlNumber'>): Diagnostic => ({
	...problem,
	controlNumber,
});

function isIn({ header, segments, trailer }: TransactionSet, { ordinal = 0 }: Diagnostic): boolean {
	const last = trailer ?? segments.at(-1) ?? header;
	return header.ordinal <= ordinal && ordinal <= last.ordinal;
}
