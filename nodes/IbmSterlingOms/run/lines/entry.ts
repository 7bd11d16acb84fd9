import { containerOf } from '../../../../clients/oms/customFields/field';
import { childListOf } from '../../../../clients/oms/identities';
import { fitted } from '../../../../kit/n8n/attributeKinds';
import { checkGiven, labelOf } from '../../../../kit/n8n/fields/check';
import type { Repeat } from '../../../../kit/n8n/fields/repeat';
import { textOf, type ValueContext } from '../../../../kit/n8n/fields/value';
import { merge } from '../../../../kit/n8n/merge';
import { getPath } from '../../../../kit/xml/path';
import { inField, refuse } from '../../../../kit/n8n/refusal';
import { readUserDocument } from '../../../../kit/n8n/userDocument';
import type { Document, Value } from '../../../../kit/xml/document';
import { setCustomField } from '../../../../clients/oms/customFields/document';
import { isRequired, presetOf, targetsOf, type Target } from '../../fields/lineTargets';

type Values = Record<string, unknown>;

/** What data says of one line: values by the ids of targets and of custom fields, and whatever has Sterling's names. */
export interface Stated {
	values: ReadonlyMap<string, unknown>;
	own?: Document;
}

/**
 * One line of what data says of it. Fields that are not given have the values that the form would show.
 * @throws Refusal that names the field that is missing or does not fit
 */
export function lineOf({ values, own = {} }: Stated, line: Repeat, context: ValueContext): Document {
	const filled: Values = {};
	for (const target of targetsOf(line)) {
		const value = values.get(target.id);
		if (isGiven(value)) put(filled, target.way, value);
		else if (getPath(own, target.id) === undefined) put(filled, target.way, presetOf(target));
	}
	// Checks look at the whole line, and some of it has no field.
	const document = merge(own, line.entryOf(filled, { ...context, isUnchecked: true }), childListOf);
	if (!context.isUnchecked) checkGiven(line.fields, document, labelOf);
	for (const [id, value] of values) {
		const text = containerOf(id) ? inField(id, () => textOf(value, context, 'custom')) : undefined;
		if (text !== undefined) setCustomField(document, id, text);
	}
	for (const target of targetsOf(line).filter(isRequired)) {
		if (getPath(document, target.id) !== undefined) continue;
		inField(target.property.displayName, () =>
			refuse('is empty', 'Each line needs it: check the data, and what is mapped to this field.'),
		);
	}
	return document;
}

function put(values: Values, way: readonly string[], value: unknown): void {
	if (value === undefined) return;
	const [name, ...inner] = way;
	if (inner.length === 0) values[name] = value;
	else put((values[name] ??= {}) as Values, inner, value);
}

export function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');
}

/** `Item ID`, `itemId`, `item_id` and `ItemID` are one name. */
function plain(name: string): string {
	return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The targets of a line by the names that data may have for them: the attribute, its path, the parameter, the label. */
export function targetsByName(line: Repeat): (name: string) => Target | undefined {
	const named = new Map<string, Target>();
	for (const target of targetsOf(line)) {
		const { id, property } = target;
		for (const name of [id, id.slice(id.lastIndexOf('.') + 1), property.name, property.displayName]) {
			if (!named.has(plain(name))) named.set(plain(name), target);
		}
	}
	return (name) => named.get(plain(name));
}

/**
 * What an entry of a list says that has Sterling's names, or those of this node's reads and fields. What is blank says
 * nothing.
 * @throws Refusal for a name that is neither: Sterling would leave it out without a word
 */
export function statedByName(entry: Values, line: Repeat, context: ValueContext): Stated {
	const targetOf = targetsByName(line);
	const values = new Map<string, unknown>();
	const own: Values = {};
	for (const [name, value] of Object.entries(entry)) {
		const isPlain = typeof value !== 'object' || value === null || value instanceof Date;
		const target = isPlain ? targetOf(name) : undefined;
		if (target) values.set(target.id, value);
		else if (name === 'customFields' && !isPlain && !Array.isArray(value)) addCustom(values, value as Values);
		else if (containerOf(name)) values.set(name, value);
		else if (/^@?\p{Lu}/u.test(name)) own[name] = value;
		else
			refuse(`there is no line field "${name}"`, 'Map the names of the list, or use Sterling’s own, such as ItemID.');
	}
	const element = line.path.slice(line.path.lastIndexOf('.') + 1);
	const document = readUserDocument(own, context)?.document ?? {};
	return { values, own: fitted(pruned(document), context, element) };
}

/** Where this node's own reads put custom fields, by their names. */
function addCustom(values: Map<string, unknown>, fields: Values): void {
	for (const [name, value] of Object.entries(fields)) values.set(containerOf(name) ? name : `Extn.${name}`, value);
}

/** Without blank attributes and what is empty then. */
function pruned(document: Document): Document {
	const kept = Object.entries(document).flatMap(([name, value]): Array<[string, Value]> => {
		if (typeof value === 'string') return value.trim() === '' ? [] : [[name, value]];
		if (Array.isArray(value)) return value.length === 0 ? [] : [[name, value]];
		const inner = pruned(value);
		return Object.keys(inner).length === 0 ? [] : [[name, inner]];
	});
	return Object.fromEntries(kept);
}
