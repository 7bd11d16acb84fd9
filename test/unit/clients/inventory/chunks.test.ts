import fc from 'fast-check';

import { chunks } from '../../../../clients/inventory/chunks';

interface Entry {
	id: number;
	nodes: number;
	bytesEach: number;
}

const weigh = ({ nodes, bytesEach }: Entry) => ({ actions: nodes, bytes: 10 + nodes * bytesEach });
const split = ({ id, nodes, bytesEach }: Entry, actions: number): [Entry, Entry] | undefined =>
	nodes > 1
		? [
				{ id, nodes: actions, bytesEach },
				{ id, nodes: nodes - actions, bytesEach },
			]
		: undefined;
const limits = { actions: 20, bytes: 2000 };

const entries = fc
	.array(fc.record({ nodes: fc.integer({ min: 1, max: 70 }), bytesEach: fc.integer({ min: 1, max: 60 }) }), {
		maxLength: 40,
	})
	.map((list) => list.map((entry, id) => ({ id, ...entry })));

test('every call is within the limits, nothing is lost, doubled or out of order', () => {
	fc.assert(
		fc.property(entries, (given) => {
			const calls = [...chunks(given, limits, weigh, split)];
			for (const call of calls) {
				expect(call.length).toBeGreaterThan(0);
				expect(call.reduce((sum, entry) => sum + weigh(entry).actions, 0)).toBeLessThanOrEqual(limits.actions);
				expect(call.reduce((sum, entry) => sum + weigh(entry).bytes, 0)).toBeLessThanOrEqual(limits.bytes);
			}
			const nodes = new Map<number, number>();
			for (const { id, nodes: count } of calls.flat()) nodes.set(id, (nodes.get(id) ?? 0) + count);
			expect([...nodes]).toEqual(given.map(({ id, nodes: count }) => [id, count]));
		}),
	);
});

test('small entries share calls as far as they fit', () => {
	const given = Array.from({ length: 45 }, (_, id) => ({ id, nodes: 1, bytesEach: 1 }));
	expect([...chunks(given, limits, weigh)].map((call) => call.length)).toEqual([20, 20, 5]);
});

test('an entry that no call can hold makes one of its own, for IV to refuse', () => {
	const given = [
		{ id: 0, nodes: 1, bytesEach: 1 },
		{ id: 1, nodes: 1, bytesEach: 5000 },
		{ id: 2, nodes: 1, bytesEach: 1 },
	];
	expect([...chunks(given, limits, weigh, split)].map((call) => call.map(({ id }) => id))).toEqual([[0], [1], [2]]);
});
