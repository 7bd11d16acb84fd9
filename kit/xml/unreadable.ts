import { ServiceError } from '../errors';

/**
 * The error for a text that is beyond a bound or of a kind that is refused. The same text would be refused again, so
 * `passing` is false.
 */
export function unreadable(message: string): ServiceError {
	return new ServiceError('badAnswer', message, { passing: false });
}

/** The error for a text that breaks its own grammar. Names the line and never the text, which may hold anything. */
export function malformed(line?: number): ServiceError {
	const where = line === undefined ? '' : ` (line ${line})`;
	return new ServiceError('badAnswer', `The text is not well-formed XML${where}.`);
}
