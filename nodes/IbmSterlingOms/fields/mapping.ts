import type { ResourceMapperField, ResourceMapperValue } from 'n8n-workflow';

import { containerOf, nameOf } from '../../../clients/oms/customFields/field';
import { isElement } from '../../../kit/xml/document';
import { inField } from '../../../kit/n8n/refusal';
import { textOf, type ValueContext, type ValueKind } from '../../../kit/n8n/fields/value';

type Mapping = Partial<ResourceMapperValue>;
type Described = Pick<ResourceMapperField, 'displayName' | 'type'>;

/** A custom field's id and its text for Sterling. */
type Mapped = [id: string, text: string];

/** What the types of the mapper hold. */
const KINDS: Readonly<Record<string, ValueKind>> = { boolean: 'yesNo', dateTime: 'dateTime', number: 'number' };

/**
 * What the mapper of the editor means for one item, without asking Sterling: the parameter carries the fields that
 * were known when it was filled in. The values are taken as they are and not through n8n's own check, which turns
 * numbers in text into JavaScript's, knows no Y and N, and would refuse values that Sterling has allowed since.
 * @throws Refusal naming the field whose value does not fit its type
 */
export function mappedFields(value: unknown, context: ValueContext): Mapped[] {
	const { mappingMode, value: values, schema } = (value ?? {}) as Mapping;
	const known = new Map((Array.isArray(schema) ? schema : []).map((field): [string, Described] => [field.id, field]));
	const given = mappingMode === 'autoMapInputData' ? byName(known, context.item ?? {}) : Object.entries(values ?? {});
	return given.flatMap(([id, raw]) => {
		const text = convert(id, raw, known.get(id), context);
		return text === undefined ? [] : [[id, text] as Mapped];
	});
}

/**
 * Incoming values for the known fields, by id (`Extn.ExtnGiftText`, also as nested elements) or own name, at the top
 * or below `customFields`, where this node's own reads put them. Where no fields are known, those count that name
 * their place, and names that begin like all extension columns.
 */
function byName(known: Map<string, Described>, item: Readonly<Record<string, unknown>>): Array<[string, unknown]> {
	const incoming = flat(item);
	if (known.size > 0) {
		return [...known.keys()].map((id) => [id, incoming.get(id) ?? incoming.get(nameOf(id))]);
	}
	return [...incoming].flatMap(([name, value]): Array<[string, unknown]> => {
		if (isElement(value) || Array.isArray(value)) return [];
		if (containerOf(name)) return [[name, value]];
		return /^Extn[A-Z]/.test(name) ? [[`Extn.${name}`, value]] : [];
	});
}

/** The item's values by name, with those below `customFields`, `Extn` and `CustomAttributes`. */
function flat(item: Readonly<Record<string, unknown>>): Map<string, unknown> {
	const values = new Map<string, unknown>();
	const add = (prefix: string, content: unknown) => {
		if (!isElement(content)) return;
		for (const [name, value] of Object.entries(content)) values.set(prefix + name, value);
	};
	add('Extn.', item.Extn);
	add('CustomAttributes.', item.CustomAttributes);
	add('', item.customFields);
	for (const [name, value] of Object.entries(item)) values.set(name, value);
	return values;
}

function convert(id: string, raw: unknown, field: Described | undefined, context: ValueContext): string | undefined {
	return inField(field?.displayName ?? id, () => textOf(raw, context, KINDS[field?.type ?? ''] ?? 'custom'));
}
