import { textOf as plainText, type ValueContext } from '../../../kit/n8n/fields/value';

/** A date that the editor's picker gives: its time says nothing. */
const MIDNIGHT = /T00:00:00(\.0+)?$/;

/**
 * The text of a value of the editor or of an expression, as the forms of `edi/` take it: without the blanks around it,
 * which come from sheets; dates stay on the day that was chosen, whatever the time zone.
 * @throws Refusal for lists and objects
 */
export function textOf(value: unknown, context: ValueContext): string | undefined {
	return plainText(value, context)?.trim().replace(MIDNIGHT, '') || undefined;
}
