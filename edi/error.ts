import type { Diagnostic } from './tree';

/** Why an {@link EdiError} was thrown. */
type EdiErrorCode =
	/** The input is something else: empty, EDIFACT, XML, PDF and so on. */
	| 'not-x12'
	/** The input goes beyond a limit of the reader. */
	| 'limit'
	/** The content cannot be written as it is; {@link EdiError.diagnostics} holds each reason. */
	| 'not-writable'
	/** A value cannot be converted. */
	| 'value'
	/** A function was called the wrong way. */
	| 'usage';

/**
 * The only error that `edi/` throws. What is wrong *inside* an interchange is not thrown by the reader and the checker
 * but comes as diagnostics.
 */
export class EdiError extends Error {
	override readonly name = 'EdiError';

	constructor(
		readonly code: EdiErrorCode,
		message: string,
		/** Each reason, where there are several. */
		readonly diagnostics: Diagnostic[] = [],
	) {
		super(message);
	}
}
