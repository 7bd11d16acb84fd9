import type { ResourceMapperField, ResourceMapperValue } from 'n8n-workflow';

import { containerOf, nameOf } from '../../../clients/oms/customFields/field';
import { isElement } from '../../../kit/n8n/path';
import { toSterling, toSterlingDate, type ValueContext } from '../../../kit/n8n/fields/value';

type Mapping = Partial<ResourceMapperValue>;
type Described = Pick<ResourceMapperField, 'displayName' | 'type'>;

/** A custom field's id and its text for Sterling. */
type Mapped = [id: string, text: string];

const YES = /^(y|yes|true|1)$/i;
const NO = /^(n|no|false|0)$/i;
const DECIMAL = /^[+-]?\d+(\.\d+)?$/;

/**
 * What the mapper of the editor means for one item, without asking Sterling: the parameter carries the fields that
 * were known when it was filled in. The values are taken as they are and not through n8n's own check, which turns
 * numbers in text into JavaScript's, knows no Y and N, and would refuse values that Sterling has allowed since.
 * @throws TypeError naming the field whose value does not fit its type
 */
export function mappedFields(value: unknown, context: ValueContext): Mapped[] {
	const { mappingMode, value: values, schema } = (value ?? {}) as Mapping;
	const known = new Map((Array.isArray(schema) ? schema : []).map((field): [string, Described] => [field.id, field]));
	const given = mappingMode === 'autoMapInputData' ? byName(known, context.item ?? {}) : Object.entries(values ?? {});
	return given.flatMap(([id, raw]) => {
		const text = textOf(id, raw, known.get(id), context);
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
	for (const [name, value] of Object.entries(item)) if (!isElement(value)) values.set(name, value);
	return values;
}

function textOf(id: string, raw: unknown, field: Described | undefined, context: ValueContext): string | undefined {
	try {
		return convert(raw, field?.type, context);
	} catch (error) {
		throw new TypeError(`Custom field ${field?.displayName ?? id}: ${(error as Error).message}`);
	}
}

function convert(raw: unknown, type: string | undefined, context: ValueContext): string | undefined {
	if (type === 'dateTime') return toSterlingDate(raw, context);
	const text = toSterling(raw, context)?.trim();
	if (text === undefined || text === '') return toSterling(raw, context);
	if (type === 'boolean') {
		if (YES.test(text)) return 'Y';
		if (NO.test(text)) return 'N';
		throw new TypeError(`expected yes or no, got "${text}"`);
	}
	if (type === 'number') {
		if (DECIMAL.test(text)) return text;
		if (!Number.isFinite(Number(text))) throw new TypeError(`expected a number, got "${text}"`);
		return toSterling(Number(text), context);
	}
	return toSterling(raw, context);
}
