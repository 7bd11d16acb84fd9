import type { Document, Value } from '../xml/document';
import { textOf, type ValueContext } from './fields/value';
import { inField } from './refusal';

/**
 * The document with each attribute as the product writes its kind: a date without an offset gets the workflow's, `1e3`
 * becomes `1000`. Blank attributes stay: they empty what is there.
 * @throws Refusal with the way to the attribute for what does not fit its kind
 */
export function fitted(document: Document, context: ValueContext, element?: string): Document {
	if (!context.kindOf) return document;
	return Object.fromEntries(
		Object.entries(document).map(([name, value]) => [name, fittedValue(value, name, context, element)]),
	);
}

function fittedValue(value: Value, name: string, context: ValueContext, element?: string, label = name): Value {
	if (Array.isArray(value)) {
		return value.map((entry, i) => fittedValue(entry, name, context, element, `${name} ${i + 1}`));
	}
	if (typeof value !== 'string') return inField(label, () => fitted(value, context, name));
	const kind = context.kindOf?.(name.replace(/^@/, ''), element) ?? 'text';
	if (kind === 'text' || value.trim() === '') return value;
	return inField(label, () => textOf(value, context, kind) ?? value);
}
