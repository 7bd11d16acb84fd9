import { report, type DiagnosticCode, type Place } from '../diagnostics';
import { EdiError } from '../error';
import type { Diagnostic } from '../tree';
import { counted } from '../values/counted';

/** What the writer found wrong and what it changed, at the segment that it is at. */
export class WriteLog {
	readonly problems: Diagnostic[] = [];
	readonly changes: Diagnostic[] = [];
	/** Position of the segment in the interchange; ISA is 1. */
	ordinal = 0;
	segment = '';
	/** ST02 of the transaction set that is written, where the interchange has several. */
	controlNumber?: string;

	problem(code: DiagnosticCode, message: string, place: Place = {}): void {
		report(this.problems, code, 'error', message, this.at(place));
	}

	changed(code: DiagnosticCode, message: string, place: Place): void {
		report(this.changes, code, 'warning', message, this.at(place));
	}

	/** @throws EdiError `not-writable` where there is a problem */
	refuse(): void {
		if (this.problems.length === 0) return;
		const [first] = this.problems;
		const more = this.problems.length - 1;
		const rest = more === 0 ? '' : ` (and ${counted(more, 'more problems')})`;
		const place = [setOf(first), nameOf(first)].filter(Boolean).join(', ');
		const message = place === '' ? first.message : `${place}: ${first.message}`;
		throw new EdiError('not-writable', message + rest, this.problems);
	}

	private at(place: Place): Place {
		const { ordinal, segment, controlNumber } = this;
		return { ordinal, segment, ...(controlNumber === undefined ? {} : { controlNumber }), ...place };
	}
}

const setOf = ({ controlNumber }: Diagnostic): string =>
	controlNumber === undefined ? '' : `Transaction set ${controlNumber}`;

/** A place as the standard names it, e.g. `PO103` or `POC05-1`. */
function nameOf({ segment = '', element, component }: Diagnostic): string {
	const number = element === undefined ? '' : String(element).padStart(2, '0');
	return `${segment}${number}${component === undefined ? '' : `-${component}`}`;
}
