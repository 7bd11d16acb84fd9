import fc from 'fast-check';

import { isKnown, KnownRecords } from '../../../../kit/polling/known';

it('knows what was reported, with the content that it has now', () => {
	const step = fc.record({ key: fc.constantFrom('a', 'b', 'c'), content: fc.constantFrom('1', '2') });
	fc.assert(
		fc.property(fc.array(step), (steps) => {
			let stored = {};
			const truth = new Map<string, string>();
			for (const { key, content } of steps) {
				const known = new KnownRecords(stored);
				const before = truth.get(key);
				expect(known.judge(key, content, 5)).toBe(
					before === undefined ? 'new' : before === content ? 'same' : 'changed',
				);
				expect(known.report(key, content, 5)).toBe(true);
				truth.set(key, content);
				stored = JSON.parse(JSON.stringify(known.since(0))) as object;
				expect(isKnown(stored)).toBe(true);
			}
		}),
	);
});

it('forgets what was not seen since a day, and says when it is full', () => {
	const known = new KnownRecords({}, 40);
	expect([known.report('a', '1', 1), known.report('b', '1', 2), known.report('c', '1', 3)]).toEqual([
		true,
		true,
		false,
	]);
	expect(known.report('a', '2', 1)).toBe(true);
	const later = new KnownRecords(known.since(2));
	expect([later.judge('a', '2', 3), later.judge('b', '1', 3)]).toEqual(['new', 'same']);
});

it.each([null, [], 'x', { day: 'short' }, { '*': '' }, { '1': 5 }])('%j is not what is known', (value) => {
	expect(isKnown(value)).toBe(false);
});
