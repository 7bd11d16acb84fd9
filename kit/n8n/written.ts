import { isElement, type Document, type Value } from '../xml/document';
import type { Parameters } from './parameters';
import type { Field } from './fields/field';

/**
 * What the fields say for one item. What is the same for all items of a run is written once and copied: to write it for
 * each takes longer than to send the document.
 * @throws Refusal of the first field whose value cannot be written
 */
export function writtenBy(fields: readonly Field[], parameters: Parameters): Document {
	const document: Document = {};
	for (const field of fields) {
		if (!field.write) continue;
		const { name } = field.property;
		const part = parameters.isSame(name) ? parameters.kept(field, () => partOf(field, parameters)) : undefined;
		// Two fields that write the same element see what is there already.
		if (part && Object.keys(part).every((member) => !Object.hasOwn(document, member)))
			for (const member in part) document[member] = copyOf(part[member]);
		else field.write(document, parameters.raw(name), parameters.values);
	}
	return document;
}

/** What a field writes for each item; undefined where it looks at the item itself, as a mapping by name does. */
function partOf({ property, write }: Field, parameters: Parameters): Document | undefined {
	const part: Document = {};
	let isOfItem = false;
	write?.(part, parameters.raw(property.name), {
		...parameters.values,
		get item() {
			isOfItem = true;
			return parameters.values.item;
		},
		get isUnchecked() {
			// What was not checked for one item is not kept for the others.
			isOfItem ||= parameters.values.isUnchecked === true;
			return parameters.values.isUnchecked;
		},
	});
	return isOfItem ? undefined : part;
}

function copyOf(value: Value): Value {
	if (Array.isArray(value)) return value.map(copyOf) as Value;
	if (!isElement(value)) return value;
	const copy: Document = {};
	for (const name in value) copy[name] = copyOf(value[name]);
	return copy;
}
