import { counted } from '../../../kit/counted';

test.each([
	[0, 'problem', undefined, '0 problems'],
	[1, 'problem', undefined, '1 problem'],
	[2, 'problem', undefined, '2 problems'],
	[1, 'entry', 'entries', '1 entry'],
	[3, 'entry', 'entries', '3 entries'],
])('%s of "%s"', (count, one, many, text) => {
	expect(counted(count, one, many)).toBe(text);
});
