import type { INodeProperties } from 'n8n-workflow';

import { isBlank } from './fields/value';
import type { Parameters } from './parameters';

/** What to do about filters that an expression leaves empty; {@link ignoresEmptyFilters} reads it out of `options`. */
export const emptyFilters: INodeProperties = {
	displayName: 'When a Filter Is Empty',
	name: 'emptyFilters',
	type: 'options',
	default: 'fail',
	options: [
		{ name: 'Read Without It', value: 'ignore', description: 'An empty value means no filter' },
		{ name: 'Stop With an Error', value: 'fail', description: 'Stop with an error that names the filter' },
	],
	description: 'What to do when the expression of a filter or condition returns nothing',
};

/**
 * What to do about a filter that is empty, with the option where the operation has it.
 * @param consequence what would be read without the filter, as a sentence
 */
export function emptyFilterHint(parameters: Parameters, consequence: string, toCheck = 'the expression'): string {
	const choice = parameters.has('options.emptyFilters') ? `, or set ${emptyFilters.displayName} under Options` : '';
	return `${consequence} Check ${toCheck}${choice}.`;
}

/** Whether filters that an expression leaves empty are left out; where the option is not set or not offered, they are not. */
export const ignoresEmptyFilters = (parameters: Parameters): boolean =>
	parameters.choice('options.emptyFilters', 'fail') === 'ignore';

/**
 * Marks a parameter that steers, also one inside a collection: where an expression leaves it empty, more is read or changed
 * than people may mean, so {@link checkFilter} refuses that. `emptyMeans` completes "Without it, …".
 */
export const filter = (
	property: INodeProperties,
	emptyMeans = 'more may be returned than you want',
): INodeProperties => ({
	...property,
	typeOptions: { ...property.typeOptions, emptyMeans } as INodeProperties['typeOptions'],
});

/**
 * Checks a parameter that {@link filter} marks.
 * @param whole all parameters of the node, where `parameters` are those of an entry of a list
 * @throws Refusal where its expression returns nothing, unless Options say that it means "no filter"
 */
export function checkFilter(
	path: string,
	{ typeOptions }: INodeProperties,
	parameters: Parameters,
	whole = parameters,
): void {
	const emptyMeans = (typeOptions as { emptyMeans?: string } | undefined)?.emptyMeans;
	if (emptyMeans === undefined || !parameters.isExpression(path)) return;
	const value = parameters.raw(path);
	const isEmpty = isBlank(value) || (Array.isArray(value) && value.length === 0);
	if (!isEmpty || ignoresEmptyFilters(whole)) return;
	parameters.refuseEmpty(path, undefined, emptyFilterHint(whole, `Without it, ${emptyMeans}.`));
}

/** {@link checkFilter} for the parameters of a trigger, and for those inside its collections. @throws Refusal */
export function checkMarked(properties: readonly INodeProperties[], parameters: Parameters): void {
	if (ignoresEmptyFilters(parameters)) return;
	for (const property of properties) {
		const { name, type, options = [] } = property;
		checkFilter(name, property, parameters);
		if (type !== 'collection') continue;
		for (const inside of options as INodeProperties[]) checkFilter(`${name}.${inside.name}`, inside, parameters);
	}
}
