import * as fc from 'fast-check';

import { jsonIn, parseJson } from '../../../../kit/json/parse';

test('what JSON.stringify writes is read', () => {
	fc.assert(
		fc.property(fc.json(), (text) => {
			expect(parseJson(text)).toEqual(JSON.parse(text));
			expect(jsonIn(text)).toEqual(JSON.parse(text));
		}),
	);
});

/** Wherever the text breaks off or goes wrong, V8 quotes what is around it. */
test('an error quotes nothing of the text', () => {
	const secret = 'hunter2-swordfish';
	const broken = fc.constantFrom(
		secret,
		`{"password": ${secret}}`,
		`{"password": "${secret}"`,
		`{"password": "${secret}", }`,
		`{"a": 1 "${secret}": 2}`,
		`["${secret}" x, ...`,
		`"${secret}`,
	);
	fc.assert(
		fc.property(broken, fc.string(), (text, after) => {
			const bad = `${text}${after}\u0000`;
			expect(() => parseJson(bad)).toThrow(SyntaxError);
			expect(() => parseJson(bad)).not.toThrow(/hunter2|swordfish/);
			expect(jsonIn(bad)).toBeUndefined();
		}),
	);
});
