import type { INodePropertyCollection } from 'n8n-workflow';

import { isElement } from '../xml/document';
import { refuseUnknown } from './fields/field';
import { entriesOf } from './fields/repeat';
import { isBlank } from './fields/value';
import { Parameters } from './parameters';
import { describeValue, inField, refuse } from './refusal';

/**
 * What `read` makes of each entry of a list parameter, such as Properties: it gets the entry's own values, which are read
 * by the rules of all parameters.
 * @throws Refusal that names the entry, also for a name that is none of its fields
 * @example entriesIn(parameters, 'facts', (fact) => [fact.requiredText('name'), fact.text('value')])
 */
export function entriesIn<T>(parameters: Parameters, path: string, read: (entry: Parameters) => T): T[] {
	const [list] = (parameters.property(path)?.options ?? []) as INodePropertyCollection[];
	if (list === undefined) return [];
	const { name: key, displayName, values: properties } = list;
	const known = new Set(properties.map(({ name }) => name));
	return parameters.field(path, (value) =>
		entriesOf(value, key).flatMap((entry, i) =>
			inField(`${displayName} ${i + 1}`, (): T[] => {
				if (!isElement(entry)) return refuse(`must be an object of fields, got ${describeValue(entry)}`);
				refuseUnknown(entry, known);
				const isExpression = (name: string) => name in entry && parameters.isExpression(`${path}.${key}.${i}.${name}`);
				// An entry that was added and not filled in says nothing.
				if (
					properties.every(({ name, type }) => isFilledAtStart(type) || (isBlank(entry[name]) && !isExpression(name)))
				)
					return [];
				return [read(new Parameters((name) => entry[name], parameters.values, { properties, isExpression }))];
			}),
		),
	);
}

/** A choice or a switch has a value from the start. */
const isFilledAtStart = (type: string): boolean => type === 'options' || type === 'boolean';

/**
 * The entries of a list parameter by their names, such as query parameters; `read` gives the value of one, and `key` is the
 * field that names it.
 * @throws Refusal for an entry without a name, and for a name that comes twice: one of the values would be lost
 */
export function namedEntries<T>(
	parameters: Parameters,
	path: string,
	read: (entry: Parameters) => T,
	key = 'name',
): Record<string, T> {
	const named = entriesIn(parameters, path, (entry): [string, T] => [entry.requiredText(key), read(entry)]);
	const names = named.map(([name]) => name);
	const twice = names.find((name, at) => names.indexOf(name) < at);
	if (twice !== undefined) parameters.field(path, () => refuse(`has "${twice}" twice`, 'Use each of them once.'));
	return Object.fromEntries(named);
}
