import fc from 'fast-check';

import { stockOf as read } from '../../../../clients/inventory';

const NOW = '2030-01-01T00:00:00.000Z';
const day = (days: number) => new Date(Date.parse(NOW) + days * 86_400_000).toISOString();
const WHERE = 'item MUG at DC1';
const stockOf = (current: unknown, later: unknown, asOf: string) => read(current, later, asOf, WHERE);
const windows = (levels: number[]) =>
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

test('a quantity may be called otherwise, and be a text', () => {
	expect(stockOf({ quantity: '7.5' }, [], NOW).onHand).toBe(7.5);
	expect(stockOf({ availableQuantity: null, quantity: 5 }, [], NOW).onHand).toBe(5);
	expect(stockOf({ totalAvailableQuantity: 3 }, null, NOW).onHand).toBe(3);
	expect(stockOf({ availableQuantity: ' 1e2 ' }, undefined, NOW).onHand).toBe(100);
	expect(stockOf({ availableQuantity: 0 }, [], NOW)).toMatchObject({ onHand: 0, available: false });
	expect(stockOf(undefined, windows([5]), NOW)).toMatchObject({ onHand: 0, future: 5, available: false });
});

const UNREADABLE = ['', ' ', 'many', '12 EA', '1,000', '0x10', null, true, [], [1], {}, 'Infinity', 'NaN'];

test.each(UNREADABLE.map((value) => [value]))('a quantity of %j is an error that says what and where', (value) => {
	const said = new RegExp(`^The response for ${WHERE} cannot be read: `);
	const shown = JSON.stringify(value);
	for (const name of ['availableQuantity', 'quantity', 'totalAvailableQuantity']) {
		const window = { [name]: value };
		expect(() => stockOf(window, [], NOW)).toThrow(said);
		expect(() => stockOf(window, [], NOW)).toThrow(`currentAvailability.${name} is ${shown} and not a number`);
		expect(() => stockOf({ availableQuantity: 1 }, [{ availableQuantity: 2 }, window], NOW)).toThrow(
			`futureAvailability[1].${name} is ${shown} and not a number`,
		);
	}
});

test.each<[string, unknown, unknown, string]>([
	['nothing at all', undefined, undefined, 'it has no quantity'],
	['nothing but an empty future', null, [], 'it has no quantity'],
	['a window without a quantity', {}, [], 'currentAvailability.availableQuantity is missing and not a number'],
	['a window that is none', 5, [], 'currentAvailability is 5 and not a period'],
	['a future that is none', { quantity: 1 }, 'x', 'futureAvailability is "x" and not a list'],
	['a future of nothing', { quantity: 1 }, [null], 'futureAvailability[0] is null and not a period'],
	['a switch that is none', { quantity: 1, fulfillmentAllowed: 'no' }, [], 'fulfillmentAllowed is "no" and neither'],
])('%s is an error', (_what, current, later, said) => {
	expect(() => stockOf(current, later, NOW)).toThrow(said);
});

test('a switch may be a text', () => {
	const off = { quantity: 1, fulfillmentAllowed: 'false' };
	expect(stockOf(off, [], NOW)).toMatchObject({ available: false, fulfillmentAllowed: false });
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
