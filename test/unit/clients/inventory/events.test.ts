import fc from 'fast-check';

import { emptyMemory, eventRow, joined, news, parseEvents, type InventoryEvent } from '../../../../clients/inventory';

const data = {
	productId: 'PLATE',
	unitOfMeasure: 'EACH',
	productClass: null,
	deliveryMethod: 'SHP',
	shipNode: 'DC1',
	computeTs: '2030-01-01T00:00:00.000Z',
	currentAvailability: { availableQuantity: 10, thresholdLevel: 3, fulfillmentAllowed: true },
	futureAvailability: [{ fromTs: '2030-01-05T00:00:00.000Z', availableQuantity: 19 }],
};
const envelope = { type: 'productAvailability.v2', id: 'e-1', time: '2030-01-01T00:00:01.000Z', data };

test.each<[string, unknown]>([
	['a list', [envelope]],
	['an object', envelope],
	['text', JSON.stringify([envelope])],
	['one object on each line', `${JSON.stringify(envelope)}\n\n`],
])('%s is read', (_form, body) => {
	const [event] = parseEvents(body);
	expect(event).toMatchObject({ id: 'e-1', kind: 'nodeAvailability', computeTs: data.computeTs });
	expect(eventRow(event)).toMatchObject({
		itemId: 'PLATE',
		node: 'DC1',
		onHand: 10,
		future: 9,
		at: '2030-01-05T00:00:00.000Z',
	});
});

test('lines of several kinds are read one by one', () => {
	const text = [envelope, { ...envelope, id: 'e-2', type: 'dgAvailabilityChange.v2' }]
		.map((one) => JSON.stringify(one))
		.join('\n');
	expect(parseEvents(text).map(({ kind }) => kind)).toEqual(['nodeAvailability', 'networkAvailability']);
});

test('the older form: attributes become members, numbers numbers, and the item is found', () => {
	const attributes = [
		{ name: 'productID', type: 'string', value: 'A&amp;B' },
		{ name: 'quantity', type: 'Number', value: '1.0' },
		{ name: 'segment', type: 'string', value: '' },
	];
	const events = [{ code: 'supplyChange', timestamp: '2030-01-01T00:00:00Z', attributes }];
	const [event] = parseEvents({ eventbatch: [{ channel: 'Order Management', events }] });
	expect(event).toMatchObject({ kind: 'supply', data: { productId: 'A&B', quantity: 1, segment: null } });
	expect(event.id).toHaveLength(12);
	expect(eventRow(event)).toBeUndefined();
});

test.each([
	[{}],
	[[[], []]],
	[''],
	['no json'],
	['"text"'],
	[7],
	[null],
	[{ eventbatch: [{}] }],
	[[{ a: 1 }, 2]],
	['{"a":\n1'],
])('%j has no event', (body) => {
	expect(() => parseEvents(body)).toThrow(/not an Inventory Visibility event/);
});

test.each([[[]], ['[]'], [{ eventbatch: [] }], [{ eventbatch: [{ events: [] }] }]])('%j is empty', (body) => {
	expect(parseEvents(body)).toEqual([]);
});

describe('entries that cannot be read', () => {
	const legacy = { code: 'supplyChange', attributes: [{ name: 'productID', type: 'string', value: 'P' }] };
	const damaged: Array<[raw: unknown, kind: string]> = [
		[{ type: 'productAvailability.v2' }, 'nodeAvailability'],
		[{ type: 'dgAvailabilityChange.v2', id: 'd', data: [1] }, 'networkAvailability'],
		[{ type: 'somethingNew', data: 'text' }, 'other'],
		[{ no: 'event' }, 'other'],
		['text', 'other'],
		[null, 'other'],
		[[envelope], 'other'],
	];
	const batch = (events: unknown) => ({ eventbatch: [{ events }] });

	test.each(damaged)('%j stands beside the others, with what is wrong', (raw, kind) => {
		const [before, unread, after] = parseEvents([envelope, raw, { ...envelope, id: 'e-2' }]);
		expect([before.id, after.id]).toEqual(['e-1', 'e-2']);
		expect(unread).toMatchObject({
			kind,
			data: {},
			unread: { raw, problem: expect.stringContaining('it is') as string },
		});
	});

	test.each<[string, unknown]>([
		['an event without attributes', { code: 'supplyChange' }],
		['attributes that are none', { code: 'supplyChange', attributes: [1] }],
		['no event', 7],
	])('the older form: %s', (_what, raw) => {
		const events = parseEvents(batch([raw, legacy]));
		expect(events.map(({ unread }) => unread?.raw)).toEqual([raw, undefined]);
		expect(events[1].data).toEqual({ productId: 'P' });
	});

	test('a damaged line of a file', () => {
		const [first, second] = parseEvents(`${JSON.stringify(envelope)}\n{"type": "cut`);
		expect([first.id, second.unread?.raw]).toEqual(['e-1', '{"type": "cut']);
	});

	test('one that names its kind is no foreign body, even alone', () => {
		expect(parseEvents([{ type: 'productAvailability.v2', id: 'x' }])).toMatchObject([{ id: 'x', data: {} }]);
	});

	test('whatever stands beside them, events come through once, in their order, and each entry is told', () => {
		const entry = fc.oneof(
			fc.record({ id: fc.uuid(), isEvent: fc.constant(true as const) }),
			fc.record({ raw: fc.jsonValue({ maxDepth: 2 }), isEvent: fc.constant(false as const) }),
		);
		fc.assert(
			fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
				const list = entries.map((one) => (one.isEvent ? { ...envelope, id: one.id } : { raw: one.raw }));
				const sent = [...list, { ...envelope, id: 'last' }];
				for (const body of [sent, JSON.stringify(sent), sent.map((one) => JSON.stringify(one)).join('\n')]) {
					const events = parseEvents(body);
					expect(events).toHaveLength(sent.length);
					expect(events.filter(({ unread }) => !unread).map(({ id }) => id)).toEqual(
						sent.filter((one) => 'id' in one).map(({ id }) => id),
					);
				}
			}),
		);
	});
});

test('a snapshot is about the same subject as a change', () => {
	const [change, snapshot] = parseEvents([envelope, { ...envelope, type: 'productAvailabilitySnapshot.v2' }]);
	expect(snapshot.subject).toBe(change.subject);
	const [other] = parseEvents({ ...envelope, data: { ...data, deliveryMethod: 'PICK' } });
	expect(other.subject).not.toBe(change.subject);
});

describe('what is news', () => {
	const rules = { keep: 1000, dropOlder: true };
	const at = (id: string, subject: string, second: number): InventoryEvent => ({
		id,
		key: id,
		type: 'productAvailability.v2',
		kind: 'nodeAvailability',
		time: null,
		computeTs: new Date(second * 1000).toISOString(),
		subject,
		data: {},
	});

	test('an event comes once, and what is older than its subject is dropped', () => {
		const first = news([at('1', 'a', 5), at('1', 'a', 5), at('2', 'a', 4), at('3', 'b', 4)], emptyMemory(), rules);
		expect(first.fresh.map(({ id }) => id)).toEqual(['1', '3']);
		const second = news([at('3', 'b', 4), at('4', 'a', 5), at('5', 'a', 4)], first.memory, rules);
		expect(second.fresh.map(({ id }) => id)).toEqual(['4']);
		expect(news([at('6', 'a', 1)], second.memory, { ...rules, dropOlder: false }).fresh).toHaveLength(1);
	});

	test('the newest figures of each subject come through, whatever the order and however often', () => {
		const event = fc.record({
			subject: fc.constantFrom('a', 'b', 'c'),
			second: fc.nat(50),
			copies: fc.integer({ min: 1, max: 3 }),
		});
		fc.assert(
			fc.property(fc.array(event, { maxLength: 30 }), fc.integer({ min: 1, max: 5 }), (list, size) => {
				const sent = list.flatMap(({ subject, second, copies }, i) =>
					Array.from({ length: copies }, () => at(String(i), subject, second)),
				);
				let memory = emptyMemory();
				const seen: InventoryEvent[] = [];
				for (let from = 0; from < sent.length; from += size) {
					const step = news(sent.slice(from, from + size), memory, rules);
					// What is kept must survive as JSON.
					memory = JSON.parse(JSON.stringify(step.memory)) as typeof memory;
					seen.push(...step.fresh);
				}
				expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
				for (const subject of ['a', 'b', 'c']) {
					const times = (events: InventoryEvent[]) =>
						events.filter((one) => one.subject === subject).map(({ computeTs }) => computeTs!);
					const shown = times(seen);
					expect([...shown].sort()).toEqual(shown);
					expect(shown.at(-1)).toBe([...times(sent)].sort().at(-1));
				}
			}),
		);
	});

	test('what two have seen is known to both, and neither order nor repetition matters', () => {
		const event = fc.record({ id: fc.nat(20), subject: fc.constantFrom('a', 'b'), second: fc.nat(20) });
		fc.assert(
			fc.property(fc.array(event), fc.array(event), (one, other) => {
				const memoryOf = (list: typeof one) =>
					news(
						list.map(({ id, subject, second }) => at(String(id), subject, second)),
						emptyMemory(),
						rules,
					).memory;
				const both = joined(memoryOf(one), memoryOf(other), 1000);
				const all = [...one, ...other].map(({ id, subject, second }) => at(String(id), subject, second));
				expect(news(all, both, rules).fresh).toEqual([]);
				expect(joined(both, memoryOf(one), 1000)).toEqual({
					keys: both.keys,
					newest: expect.objectContaining(both.newest) as object,
				});
			}),
		);
		expect(joined(emptyMemory(), { keys: ['1', '2', '3'], newest: { a: 1, b: 2 } }, 1)).toEqual({
			keys: ['3'],
			newest: { b: 2 },
		});
	});

	test('memory stays bounded', () => {
		const many = Array.from({ length: 50 }, (_, i) => at(String(i), String(i), i));
		const { memory } = news(many, emptyMemory(), { keep: 10, dropOlder: true });
		expect(memory.keys).toHaveLength(10);
		expect(Object.keys(memory.newest)).toHaveLength(10);
		expect(memory.keys.at(-1)).toBe('49');
	});
});
