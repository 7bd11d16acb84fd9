import { report, type DiagnosticCode, type Place } from '../diagnostics';
import type { Diagnostic, Segment, Severity } from '../tree';

/** What the checker finds in one part of the tree. */
export class Findings {
	readonly list: Diagnostic[] = [];

	add(
		code: DiagnosticCode,
		severity: Severity,
		message: string,
		{ ordinal, id }: Pick<Segment, 'ordinal' | 'id'>,
		place: Place = {},
	): void {
		report(this.list, code, severity, message, { ordinal, segment: id, ...place });
	}
}
