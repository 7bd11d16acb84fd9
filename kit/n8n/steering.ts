import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { checkFilter } from './emptyFilters';
import { emptyCheck } from './emptyValues';
import { entriesIn } from './entries';
import type { Field } from './fields/field';
import { namesIn, takesNames } from './fields/names';
import type { Bounds } from './fields/number';
import { textOf } from './fields/value';
import { jsonOf } from './jsonValue';
import type { Parameters } from './parameters';

/**
 * Reads every parameter that steers an operation once, before anything is sent: what does not fit its field must not come
 * up halfway, nor be left out where no one reads it. So is what must not be empty. What is the same for all items of a run
 * is checked until it has passed.
 * @param numbers what numbers may be whose description has no bounds
 * @returns the check for one item, which throws a Refusal that names the parameter
 */
export function steeringCheck(fields: readonly Field[], numbers: Bounds = {}): (parameters: Parameters) => void {
	const checkEmpty = emptyCheck(fields);
	const steering = fields.filter(({ write }) => !write);
	let open: readonly Field[] | undefined;
	return (parameters) => {
		checkEmpty(parameters);
		for (const { property, read } of open ?? steering) {
			if (read) parameters.field(property.name, read);
			else check(property.name, property, parameters, numbers);
		}
		open ??= steering.filter(({ property }) => !parameters.isSame(property.name));
	};
}

/** @param whole all parameters of the node, where `parameters` are those of an entry of a list */
function check(
	path: string,
	property: INodeProperties,
	parameters: Parameters,
	numbers: Bounds,
	whole = parameters,
): void {
	const value = parameters.raw(path);
	if (value === undefined && !parameters.isExpression(path)) return;
	checkFilter(path, property, parameters, whole);
	switch (property.type) {
		case 'boolean':
			return void parameters.flag(path);
		case 'number':
			return void parameters.number(path, undefined, {
				...numbers,
				min: property.typeOptions?.minValue ?? numbers.min,
			});
		case 'options':
			return void parameters.choice(path);
		case 'multiOptions':
			return void parameters.names(path);
		case 'resourceLocator':
			return void parameters.located(path);
		case 'dateTime':
			return void parameters.date(path);
		case 'string':
			return checkText(path, property, parameters);
		case 'collection':
			return checkCollection(path, property.options as INodeProperties[], parameters, numbers);
		case 'fixedCollection':
			return checkEntries(path, property.options as INodePropertyCollection[], parameters, numbers);
		case 'json':
			// A document at the top is read by its operation, which reads it once and knows what it may be.
			if (path.includes('.') && !isXml(value)) parameters.field(path, jsonOf);
	}
}

/** Some documents may be XML as well. */
const isXml = (value: unknown): boolean => typeof value === 'string' && value.trimStart().startsWith('<');

/** A text, or several names where the form says so. A document of many lines is left to its operation. */
function checkText(path: string, property: INodeProperties, parameters: Parameters): void {
	if (property.typeOptions?.rows !== undefined || property.typeOptions?.editor !== undefined) return;
	parameters.field(path, (value) => (takesNames(property) ? namesIn(value) : textOf(value, parameters.values)));
}

function checkCollection(
	path: string,
	inside: readonly INodeProperties[],
	parameters: Parameters,
	numbers: Bounds,
): void {
	for (const property of inside) check(`${path}.${property.name}`, property, parameters, numbers);
}

function checkEntries(
	path: string,
	lists: readonly INodePropertyCollection[],
	parameters: Parameters,
	numbers: Bounds,
): void {
	if (lists.length > 1) return;
	entriesIn(parameters, path, (entry) => {
		for (const property of lists[0].values) check(property.name, property, entry, numbers, parameters);
	});
}
