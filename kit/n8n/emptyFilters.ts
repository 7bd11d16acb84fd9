import type { INodeProperties } from 'n8n-workflow';

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
