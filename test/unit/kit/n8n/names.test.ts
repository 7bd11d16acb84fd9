import type { INodeProperties } from 'n8n-workflow';

import { datesIn } from '../../../../kit/n8n/dates';
import { Parameters } from '../../../../kit/n8n/parameters';

const options = [
	{ name: 'Node One', value: 'one' },
	{ name: 'Node Two', value: 'two' },
];
const free: INodeProperties = { displayName: 'Nodes', name: 'nodes', type: 'multiOptions', default: [] };

const read = (value: unknown, property = free) =>
	new Parameters(() => value, { dates: datesIn('UTC') }, { properties: [property] }).names('nodes');

test.each<[string, unknown, string[]]>([
	['a list', ['A', ' B ', 3], ['A', 'B', '3']],
	['a text with commas', 'A, B ,,C', ['A', 'B', 'C']],
	['lines', 'A\r\nB\n', ['A', 'B']],
	['the JSON of a list', '["A", "B"]', ['A', 'B']],
	['a number', 7, ['7']],
	['one name twice', 'A,A', ['A']],
	['nothing', undefined, []],
	['an empty list', [], []],
	['empty entries', ['', null], []],
])('names are read of %s', (_what, value, names) => expect(read(value)).toEqual(names));

test.each<[string, unknown, RegExp]>([
	['an object', { a: 1 }, /^Nodes has an entry that is not a name: \{"a":1\}$/],
	['a list in a list', [['A']], /^Nodes has an entry that is not a name/],
	['a switch', [true], /^Nodes has an entry that is not a name: true$/],
	['JSON that is cut off', '["A"', /^Nodes is not valid JSON/],
])('%s is refused', (_what, value, words) => expect(() => read(value)).toThrow(words));

describe('where there are choices', () => {
	const chosen = (value: unknown) => read(value, { ...free, options });

	test('each name is one of them, by value or name', () => {
		expect(chosen(['one', 'node two'])).toEqual(['one', 'two']);
		expect(chosen('["Node One"]')).toEqual(['one']);
	});

	test('what is none is refused', () => {
		expect(() => chosen('one,tow')).toThrow(/^Nodes: "tow" is not a valid choice$/);
	});
});
