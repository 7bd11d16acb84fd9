import { defined, isRecord } from '../../../kit/record';

test.each([
	['an object', {}, true],
	['an object without a prototype', Object.create(null), true],
	['null', null, false],
	['nothing', undefined, false],
	['a list', [], false],
	['bytes', Buffer.from('a'), false],
	['a text', 'a', false],
])('%s: a record or not', (_what, value, expected) => {
	expect(isRecord(value)).toBe(expected);
});

test('defined leaves out undefined alone, and changes nothing that it is given', () => {
	const given = { a: undefined, b: null, c: '', d: false, e: 0 };
	expect(Object.entries(defined(given))).toEqual([
		['b', null],
		['c', ''],
		['d', false],
		['e', 0],
	]);
	expect('a' in given).toBe(true);
});
