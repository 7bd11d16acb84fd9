import type { INodeProperties } from 'n8n-workflow';

import { datesIn } from '../../../../kit/n8n/dates';
import { emptyFilterHint, emptyFilters, filter } from '../../../../kit/n8n/emptyFilters';
import { date, names, options, text } from '../../../../kit/n8n/fields/basic';
import { steering, type Field } from '../../../../kit/n8n/fields/field';
import { Parameters } from '../../../../kit/n8n/parameters';
import { steeringCheck } from '../../../../kit/n8n/steering';

const inside = [
	filter(date('Since', 'since', 'Since when')),
	filter(names('Nodes', 'nodes', 'nodes', 'A, B'), 'all nodes count'),
];
const fields = (...more: INodeProperties[]): Field[] => [
	steering(filter(text('Name', 'name', 'Name', 'A*'))),
	steering(text('Note', 'note', 'Note', 'x')),
	options(...inside, ...more),
];

/** What is refused of a form in which each place holds an expression; undefined where nothing is. */
function refusalOf(form: Field[], values: Record<string, unknown>, isExpression = true): string | undefined {
	const parameters = new Parameters(
		(name) => values[name],
		{ dates: datesIn('UTC') },
		{
			properties: form.map(({ property }) => property),
			isExpression: (path) => isExpression && (path in values || path.split('.')[1] in Object(values.options)),
		},
	);
	try {
		steeringCheck(form)(parameters);
		return undefined;
	} catch (error) {
		const { message, hint } = error as { message: string; hint: string };
		return `${message}. ${hint}`;
	}
}

test.each([[undefined], [null], [''], ['  '], [[]]])('a filter that comes to %j is refused', (value) => {
	expect(refusalOf(fields(), { name: value })).toBe(
		'Name is empty: its expression returns nothing. Without it, more may be returned than you want. Check the expression.',
	);
	expect(refusalOf(fields(emptyFilters), { options: { nodes: value } })).toBe(
		'Options → Nodes is empty: its expression returns nothing. Without it, all nodes count. Check the expression, or set When a Filter Is Empty under Options.',
	);
	expect(refusalOf(fields(emptyFilters), { options: { nodes: value, emptyFilters: 'ignore' } })).toBeUndefined();
	expect(refusalOf(fields(), { note: value === null || Array.isArray(value) ? '' : value })).toBeUndefined();
});

test.each([
	['what is filled in by hand', { name: '', options: { nodes: '' } }, false],
	['what comes to something', { name: 'A*', options: { nodes: ['A'], since: '2030-01-01' } }, true],
	['what is not there', { options: {} }, true],
])('%s is not refused', (_what, values, isExpression) => {
	expect(refusalOf(fields(emptyFilters), values, isExpression)).toBeUndefined();
});

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
