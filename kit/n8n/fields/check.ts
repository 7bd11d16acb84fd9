import { asArray, isElement, type Document, type Value } from '../../xml/document';
import { getPath } from '../../xml/path';
import { inField } from '../refusal';
import type { Check, Field } from './field';

/**
 * The field, with a check of what it writes: in the form, and of data that fills in the same field, unless the context
 * leaves them unchecked. {@link checkGiven} applies the check to documents that were created elsewhere.
 */
export function checked(check: Check, field: Field): Field {
	const { property, path = '' } = field;
	return {
		...field,
		check,
		write(document, value, context) {
			field.write?.(document, value, context);
			if (context.isUnchecked) return;
			inField(property.displayName, () => checkText(check, getPath(document, path), document));
		},
	};
}

/** What a field is called in a document: the last name of its path. */
const attributeName = ({ path = '' }: Field): string => path.slice(path.lastIndexOf('.') + 1);

/** What a field is called in the editor. */
export const labelOf = ({ property }: Field): string => property.displayName;

/**
 * Applies the checks of fields to a document that not all of them wrote. `nameOf` says what a field is called in messages.
 * @throws Refusal with the way to the attribute
 */
export function checkGiven(fields: readonly Field[], document: Document, nameOf = attributeName): void {
	for (const field of fields) {
		const { path, check, fields: inner = [] } = field;
		if (path === undefined) {
			checkGiven(inner, document, nameOf);
			continue;
		}
		const value = getPath(document, path);
		if (check) inField(nameOf(field), () => checkText(check, value, document));
		const entries = asArray<Value>(value).filter(isElement);
		entries.forEach((entry, i) => inField(`${nameOf(field)} ${i + 1}`, () => checkGiven(inner, entry, nameOf)));
	}
}

function checkText(check: Check, value: Value | Value[] | undefined, around: Document): void {
	if (typeof value === 'string' && value.trim() !== '') check(value.trim(), around);
}
