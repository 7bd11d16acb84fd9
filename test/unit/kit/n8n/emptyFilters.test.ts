import type { INodeProperties } from 'n8n-workflow';

import { emptyFilterHint, emptyFilters } from '../../../../kit/n8n/emptyFilters';
import { options } from '../../../../kit/n8n/fields/basic';
import { Parameters } from '../../../../kit/n8n/parameters';
import { datesIn } from '../../../../kit/n8n/dates';

const LIMIT: INodeProperties = { displayName: 'Limit', name: 'limit', type: 'number', default: 50 };

test.each<[string, INodeProperties[], string]>([
	[
		'the option',
		[options(emptyFilters).property],
		'All. Check the expression, or set When a Filter Is Empty under Options.',
	],
	['other options', [options(LIMIT).property], 'All. Check the expression.'],
	['no options', [LIMIT], 'All. Check the expression.'],
])('of an operation with %s, the hint names what there is', (_what, properties, expected) => {
	const parameters = new Parameters(() => '', { dates: datesIn('UTC') }, { properties });
	expect(emptyFilterHint(parameters, 'All.')).toBe(expected);
});
