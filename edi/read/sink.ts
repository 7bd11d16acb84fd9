import type { Place, StructureCode } from '../diagnostics';
import type { Delimiters, Segment, Severity } from '../tree';

/** What a scanner finds, in the order of the text. */
export interface ScannerSink {
	/** An ISA segment: an interchange begins, and with it separators of its own. */
	isa(segment: Segment, delimiters: Delimiters): void;
	segment(segment: Segment): void;
	problem(code: StructureCode, severity: Severity, message: string, place?: Place): void;
}
