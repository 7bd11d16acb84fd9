import { jsonOf, objectOf } from '../../../../kit/n8n/jsonValue';
import { inField } from '../../../../kit/n8n/refusal';

test.each([undefined, null, '', '  \n'])('%j is empty', (value) => {
	expect(jsonOf(value)).toBeUndefined();
	expect(objectOf(value)).toBeUndefined();
});

test.each([
	['{"a": 1}', { a: 1 }],
	[' [1] ', [1]],
	['false', false],
	[{ a: 1 }, { a: 1 }],
	[0, 0],
])('%j is read', (value, expected) => {
	expect(jsonOf(value)).toEqual(expected);
});

test.each([
	['[1]', 'Body must be an object, got a list'],
	[[1], 'Body must be an object, got a list'],
	['"a"', 'Body must be an object, got "a"'],
	['7', 'Body must be an object, got 7'],
	['null', 'Body must be an object, got empty'],
	['{"a": hunter2}', "Body is not valid JSON: Unexpected token 'h'"],
])('%j is no object', (value, message) => {
	expect(() => inField('Body', () => objectOf(value))).toThrow(expect.objectContaining({ message }));
});
