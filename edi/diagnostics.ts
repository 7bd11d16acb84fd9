import type { Diagnostic, Severity } from './tree';

/** What is wrong with a separator, a segment or the envelope. Found by the reader. */
export type StructureCode =
	| 'encoding'
	| 'leading-text'
	| 'isa-length'
	| 'separators'
	| 'line-break'
	| 'empty-segment'
	| 'lower-case-segment'
	| 'segment-id'
	| 'trailing-separator'
	| 'missing-terminator'
	| 'unterminated'
	| 'outside-interchange'
	| 'outside-group'
	| 'outside-transaction'
	| 'unexpected-trailer'
	| 'missing-gs'
	| 'missing-se'
	| 'missing-ge'
	| 'missing-iea'
	| 'se-count'
	| 'se-control-number'
	| 'ge-count'
	| 'ge-control-number'
	| 'iea-count'
	| 'iea-control-number'
	| 'duplicate-st'
	| 'duplicate-gs'
	| 'duplicate-isa'
	| 'binary-length'
	| 'too-many-diagnostics';

/** What is wrong with the content. Found by the checker. */
type ContentCode =
	| 'unknown-set'
	| 'unknown-version'
	| 'set-not-in-group'
	| 'unknown-segment'
	| 'segment-not-in-set'
	| 'segment-order'
	| 'segment-missing'
	| 'segment-repeats'
	| 'loop-repeats'
	| 'element-missing'
	| 'element-condition'
	| 'element-excluded'
	| 'too-many-elements'
	| 'too-many-components'
	| 'too-many-repetitions'
	| 'too-short'
	| 'too-long'
	| 'character'
	| 'trailing-blanks'
	| 'code'
	| 'date'
	| 'time'
	| 'number'
	| 'count-of-lines'
	| 'hash-total'
	| 'hierarchy'
	| 'delimiter-in-value';

export type DiagnosticCode = StructureCode | ContentCode;

/** Where a {@link Diagnostic} belongs. */
export type Place = Omit<Diagnostic, 'code' | 'severity' | 'message'>;

/** Most diagnostics that one interchange, group or transaction set collects. */
const MOST_DIAGNOSTICS = 1000;

/**
 * Adds a diagnostic to a list that has a bound: hostile input must not fill the memory with complaints. The last entry
 * of a full list says that there is more.
 */
export function report(
	list: Diagnostic[],
	code: DiagnosticCode,
	severity: Severity,
	message: string,
	place: Place = {},
): void {
	if (list.length > MOST_DIAGNOSTICS) return;
	if (list.length === MOST_DIAGNOSTICS) {
		list.push({
			code: 'too-many-diagnostics',
			severity: 'error',
			...(place.ordinal === undefined ? {} : { ordinal: place.ordinal }),
			message: `There are more problems: only the first ${MOST_DIAGNOSTICS} are listed.`,
		});
		return;
	}
	const { value, ...where } = place;
	list.push({ code, severity, ...where, ...(value === undefined ? {} : { value: shorten(value) }), message });
}

/** A value as it is fit for a message: at most 80 characters. */
export function shorten(value: string): string {
	return value.length > 80 ? `${value.slice(0, 77)}...` : value;
}
