import fc from 'fast-check';

import { stockOf, type Window } from '../../../../clients/inventory';

const NOW = '2030-01-01T00:00:00.000Z';
const day = (days: number) => new Date(Date.parse(NOW) + days * 86_400_000).toISOString();
const windows = (levels: number[]): Window[] =>
	levels.map((availableQuantity, i) => ({ fromTs: day(i + 1), toTs: day(i + 2), availableQuantity }));

test.each<[string, number, number[], object]>([
	['a purchase order on top', 10, [30], { onHand: 10, future: 20, at: day(1), earliestShipDate: NOW }],
	['levels that rise and fall', 10, [19, 9], { onHand: 10, future: 9, at: day(1) }],
	['levels that only fall', 10, [9, 0], { onHand: 10, future: 0, at: null }],
	['nothing now', 0, [0, 5], { onHand: 0, future: 5, at: day(2), earliestShipDate: day(2), available: false }],
	['nothing ever', 0, [], { onHand: 0, future: 0, at: null, earliestShipDate: null, available: false }],
	['fractions', 0.1, [0.3], { onHand: 0.1, future: 0.2 }],
	['unlimited', 999999999, [], { onHand: 999999999, future: 0 }],
])('%s', (_what, now, later, expected) => {
	expect(stockOf({ availableQuantity: now }, windows(later), NOW)).toMatchObject(expected);
});

test('windows are never summed', () => {
	const levels = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 8 });
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 1000 }), levels, (now, later) => {
			const { onHand, future, at } = stockOf({ availableQuantity: now }, windows(later), NOW);
			expect(onHand + future).toBe(Math.max(now, ...later));
			expect(at === null).toBe(future === 0);
		}),
	);
});

test('a quantity may be called otherwise, be a text, or be missing', () => {
	expect(stockOf({ quantity: '7.5' }, [], NOW).onHand).toBe(7.5);
	expect(stockOf({ totalAvailableQuantity: 3 }, [], NOW).onHand).toBe(3);
	expect(stockOf(undefined, [], NOW)).toMatchObject({ onHand: 0, available: false });
});

test('a place that is off is not available, now or until its window begins', () => {
	const off = { availableQuantity: 4, fulfillmentAllowed: false };
	expect(stockOf(off, [], NOW)).toMatchObject({ onHand: 4, available: false, fulfillmentAllowed: false });
	expect(stockOf({ availableQuantity: 4, fromTs: day(2) }, [], NOW)).toMatchObject({
		available: false,
		earliestShipDate: day(2),
	});
	expect(stockOf({ availableQuantity: 4, fromTs: '2030-01-01T00:02:00.000Z' }, [], NOW).available).toBe(true);
});
