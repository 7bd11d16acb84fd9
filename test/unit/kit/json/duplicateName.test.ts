import * as fc from 'fast-check';

import { duplicateNameIn } from '../../../../kit/json/duplicateName';

test.each([
	['{"a":1,"a":2}', 'a'],
	['{"a":1,"\\u0061":2}', 'a'],
	['{"a":{"b":1},"c":[{"d":1,"d":2}]}', 'd'],
	['{ "a" : [ ] , "x" : "a" , "a" : { } }', 'a'],
	['{"a\\"":1,"a\\"":2}', 'a"'],
	['{"":1,"":2}', ''],
	['{"__proto__":1,"__proto__":2}', '__proto__'],
])('%s has a name twice', (json, name) => {
	expect(duplicateNameIn(json)).toBe(name);
});

test.each([
	'{}',
	'[]',
	'"a"',
	'1',
	'{"a":{"a":{"a":1}}}',
	'[{"a":1},{"a":2}]',
	'{"a":["a","a"],"b":"a:a","c":"{\\"a\\":1,\\"a\\":2}"}',
	'{"a\\\\":1,"a":2}',
])('%s has none', (json) => {
	expect(duplicateNameIn(json)).toBeUndefined();
});

test('whatever JSON.stringify writes has none; with a name once more it has that one', () => {
	fc.assert(
		fc.property(fc.json(), fc.string(), fc.json(), (json, name, value) => {
			expect(duplicateNameIn(json)).toBeUndefined();
			const twice = `{${JSON.stringify(name)}:${json},${JSON.stringify(name)} : ${value}}`;
			expect(JSON.parse(twice)).toBeDefined();
			expect(duplicateNameIn(twice)).toBe(name);
			expect(duplicateNameIn(`[${json},${twice}]`)).toBe(name);
		}),
	);
});
