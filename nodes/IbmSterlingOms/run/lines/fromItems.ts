import type { ResourceMapperValue } from 'n8n-workflow';

import { containerOf, nameOf as fieldNameOf } from '../../../../clients/oms/customFields/field';
import type { Repeat } from '../../../../kit/n8n/fields/repeat';
import type { Parameters } from '../../../../kit/n8n/parameters';
import { inField, refuse } from '../../../../kit/n8n/refusal';
import type { Document } from '../../../../kit/xml/document';
import type { RunContext } from '../../operation';
import { isRequired, presetOf, targetsOf } from '../../fields/lineTargets';
import { isGiven, lineOf, targetsByName } from './entry';

/** What an input item is called in messages; people count from 1. */
export const inputItem = ({ item }: Pick<RunContext, 'item'>): string => `Input Item ${item + 1}`;

/** Whether each input item of the run is a line, and not a document. */
export function isLineByItem({ parameters }: Pick<RunContext, 'parameters'>): boolean {
	return parameters.choice('inputMode', 'fields') === 'items';
}

/**
 * One line of each input item, in the order of the items.
 * @throws Refusal that names the input item, and the field in it
 */
export function linesFromItems(line: Repeat, group: readonly RunContext[]): Document[] {
	return group.map((context) =>
		inField(inputItem(context), () => {
			const { parameters } = context;
			return lineOf({ values: valuesOf(line, parameters) }, line, parameters.values);
		}),
	);
}

/** What the input item says of its line, by the ids of the fields. */
function valuesOf(line: Repeat, parameters: Parameters): Map<string, unknown> {
	const { mappingMode, value, schema } = (parameters.raw('lineColumns') ?? {}) as Partial<ResourceMapperValue>;
	const item = parameters.values.item ?? {};
	if (mappingMode !== 'autoMapInputData') {
		const values = new Map(Object.entries(value ?? {}));
		if (![...values.values()].some(isGiven))
			inField(parameters.label('lineColumns'), () =>
				refuse('no value is given', 'Drag columns of the input here, or choose Map Automatically.'),
			);
		return values;
	}
	const targetOf = targetsByName(line);
	const values = new Map<string, unknown>();
	for (const [name, column] of Object.entries(item)) {
		const target = targetOf(name);
		if (target && !isGiven(values.get(target.id))) values.set(target.id, column);
	}
	for (const { id } of Array.isArray(schema) ? schema : []) {
		if (containerOf(id)) values.set(id, item[id] ?? item[fieldNameOf(id)]);
	}
	for (const target of targetsOf(line).filter(isRequired)) {
		if (values.has(target.id) || presetOf(target) !== undefined) continue;
		const columns = Object.keys(item).slice(0, 12).join(', ');
		refuse(`has no column for ${target.property.displayName}`, `Its columns are: ${columns}. Map each column instead.`);
	}
	return values;
}
