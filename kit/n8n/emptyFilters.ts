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

/** Whether filters that an expression leaves empty are left out; where the option is not set or not offered, they are not. */
export const ignoresEmptyFilters = (parameters: Parameters): boolean =>
	parameters.choice('options.emptyFilters', 'fail') === 'ignore';
