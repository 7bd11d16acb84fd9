import type { INodeProperties } from 'n8n-workflow';

import { datesIn } from '../../../../kit/n8n/dates';
import { entriesIn, namedEntries } from '../../../../kit/n8n/entries';
import { choice, entries, text } from '../../../../kit/n8n/fields/basic';
import { expressionsIn } from '../../../../kit/n8n/parameterReader';
import { Parameters } from '../../../../kit/n8n/parameters';

const FACTS = entries('Facts', 'facts', 'What is known', { entry: 'Fact', key: 'fact' }, [
	text('Name', 'name', 'Name of the fact', 'code'),
	choice('Kind', 'kind', 'Kind of the fact', [
		{ name: 'A Number', value: 'number' },
		{ name: 'A Text', value: 'text' },
	]),
	text('Value', 'value', 'Value of the fact', '42'),
]);

/** The parameter with a value as n8n resolves it; `given` is what the node has, with its expressions. */
function withFacts(value: unknown, given: unknown = value): Parameters {
	const properties: INodeProperties[] = [FACTS];
	const isExpression = expressionsIn({ facts: given } as never);
	return new Parameters(() => value, { dates: datesIn('Europe/Berlin') }, { properties, isExpression });
}

const read = (parameters: Parameters) =>
	entriesIn(parameters, 'facts', (fact) => [fact.requiredText('name'), fact.choice('kind'), fact.exactText('value')]);

test('an entry that was added and not filled in says nothing; one that an expression leaves empty does', () => {
	const blank = [{}, { name: '', kind: 'text', value: ' ' }, { name: 'code', value: '1' }];
	expect(read(withFacts({ fact: blank }))).toEqual([['code', 'number', '1']]);
	const left = withFacts({ fact: [{ name: '' }] }, { fact: [{ name: '={{ null }}' }] });
	expect(() => read(left)).toThrow('Facts → Fact 1 → Name is empty: its expression returns nothing');
});

test('entries are read by the rules of all parameters', () => {
	const fact = [
		{ name: ' code ', kind: 'a text', value: ' 007 ' },
		{ name: 'on', value: true },
		{ name: 'none', value: null },
	];
	expect(read(withFacts({ fact }))).toEqual([
		['code', 'text', ' 007 '],
		['on', 'number', 'true'],
		['none', 'number', ''],
	]);
});

test.each([undefined, '', {}, { fact: [] }])('there are none in %j', (value) => {
	expect(read(withFacts(value))).toEqual([]);
});

test.each<[string, unknown, string]>([
	['an entry without a name', { fact: [{ name: 'a' }, { value: 'x' }] }, 'Facts → Fact 2 → Name is empty'],
	[
		'a choice that is none',
		{ fact: [{ name: 'a', kind: 'date' }] },
		'Facts → Fact 1 → Kind: "date" is not a valid choice',
	],
	['an object', { fact: [{ name: 'a', value: {} }] }, 'Facts → Fact 1 → Value must be one value, got an object'],
	['a name of no field', { fact: [{ nam: 'a' }] }, 'Facts → Fact 1: there is no field "nam" here'],
	['null in the list', { fact: [null] }, 'Facts → Fact 1 must be an object of fields, got empty'],
	['a list', [{ name: 'a' }], 'Facts must be { "fact": […] }, got a list'],
])('%s is refused by its place', (_what, value, message) => {
	expect(() => read(withFacts(value))).toThrow(message);
});

test('an expression that returns nothing is said to be one', () => {
	const parameters = withFacts({ fact: [{ name: '' }] }, { fact: [{ name: '={{ $json.none }}' }] });
	expect(() => read(parameters)).toThrow('Facts → Fact 1 → Name is empty: its expression returns nothing');
});

test('an expression for the whole list may leave out what has a default', () => {
	expect(read(withFacts({ fact: [{ name: 'a' }] }, '={{ $json.facts }}'))).toEqual([['a', 'number', '']]);
});

test('a name that comes twice is refused, because one of its values would be lost', () => {
	const values = (parameters: Parameters) => namedEntries(parameters, 'facts', (fact) => fact.text('value'));
	expect(values(withFacts({ fact: [{ name: 'a', value: '1' }, { name: 'b' }] }))).toEqual({ a: '1', b: '' });
	expect(() => values(withFacts({ fact: [{ name: 'a', value: '1' }, { name: 'a ' }] }))).toThrow('Facts has "a" twice');
});
