import type { Diagnostic } from '../../../edi';

/** Most problems that a message spells out. */
const SPELLED_OUT = 5;

/** The error for a document that breaks the standard. */
export function refusal(errors: readonly Diagnostic[]): TypeError {
	const texts = errors.slice(0, SPELLED_OUT).map(placed);
	const more = errors.length > texts.length ? ` And ${errors.length - texts.length} more.` : '';
	return new TypeError(`The document violates the standard. ${texts.join(' ')}${more}`);
}

/** A problem in one sentence, with its place. */
export function placed({ segment, element, ordinal, message }: Diagnostic): string {
	if (!segment) return message;
	const name = element === undefined ? segment : `${segment}${String(element).padStart(2, '0')}`;
	return `${name}${ordinal === undefined ? '' : ` (segment ${ordinal})`}: ${message}`;
}
