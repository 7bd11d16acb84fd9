import { segment } from '../../../../kit/http/segment';

test.each([
	['A 1/2', 'A%201%2F2'],
	['...', '...'],
	['a..b', 'a..b'],
	['\u{1f600}', '%F0%9F%98%80'],
])('%j is %s in a path', (value, encoded) => expect(segment(value)).toBe(encoded));

test.each(['', '.', '..', '%2E%2e', 'a/../b', 'a\\..\\b', '\ud800', 'x\udc00y'])('%j is refused', (value) => {
	expect(() => segment(value)).toThrow(expect.objectContaining({ category: 'invalidInput', effect: 'none' }));
});
