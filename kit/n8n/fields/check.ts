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

/**
 * Applies the checks of fields to a document that none of them wrote.
 * @throws Refusal with the way to the attribute, by the names of the document
 */
export function checkGiven(fields: readonly Field[], document: Document): void {
	for (const { path, check, fields: inner = [] } of fields) {
		if (path === undefined) {
			checkGiven(inner, document);
			continue;
		}
		const value = getPath(document, path);
		const name = path.slice(path.lastIndexOf('.') + 1);
		if (check) inField(name, () => checkText(check, value, document));
		const entries = asArray<Value>(value).filter(isElement);
		entries.forEach((entry, i) => inField(`${name} ${i + 1}`, () => checkGiven(inner, entry)));
	}
}

function checkText(check: Check, value: Value | Value[] | undefined, around: Document): void {
	if (typeof value === 'string' && value.trim() !== '') check(value.trim(), around);
}
