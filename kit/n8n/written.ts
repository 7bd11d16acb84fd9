import { isElement, type Document, type Value } from '../xml/document';
import type { Field } from './fields/field';
import type { Parameters } from './parameters';

/** A part of a document: what its fields write for every item of the run, or no `part` where each item decides. */
interface Step {
	fields: Field[];
	part?: Document;
}

/**
 * What the fields say for one item. What is the same for all items of a run is written once and copied: to write it for
 * each takes longer than to send the document.
 * @param fields the same list for all items of a run
 * @throws Refusal of a field whose value cannot be written; those that are the same for all items first
 */
export function writtenBy(fields: readonly Field[], parameters: Parameters): Document {
	const document: Document = {};
	for (const { part, fields: written } of parameters.kept(fields, () => stepsOf(fields, parameters))) {
		// Two fields that write the same element see what is there already.
		if (part && isApart(part, document)) for (const name in part) document[name] = copyOf(part[name]);
		else for (const { write, property } of written) write?.(document, parameters.raw(property.name), parameters.values);
	}
	return document;
}

/** The fields in their order, where those that write the same for all items are laid together and those that write nothing left out. */
function stepsOf(fields: readonly Field[], parameters: Parameters): Step[] {
	const steps: Step[] = [];
	for (const field of fields) {
		if (!field.write) continue;
		const part = parameters.isSame(field.property.name) ? partOf(field, parameters) : undefined;
		const last = steps.at(-1);
		if (!part) steps.push({ fields: [field] });
		else if (last?.part && isApart(part, last.part)) {
			last.fields.push(field);
			Object.assign(last.part, part);
		} else if (Object.keys(part).length > 0) steps.push({ fields: [field], part });
	}
	return steps;
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

/** Whether a part writes nothing that a document has. */
function isApart(part: Document, document: Document): boolean {
	for (const name in part) if (Object.hasOwn(document, name)) return false;
	return true;
}

function copyOf(value: Value): Value {
	if (Array.isArray(value)) return value.map(copyOf) as Value;
	if (!isElement(value)) return value;
	const copy: Document = {};
	for (const name in value) copy[name] = copyOf(value[name]);
	return copy;
}
