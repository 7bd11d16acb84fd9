import fc from 'fast-check';

import { begin } from '../../../../kit/polling/window';
import type { EventItem } from '../../../../nodes/IbmSterlingOms/trigger/item';
import { BLANKS, World, type Choice, type Poll, type Row, type Version } from '../../nodes/trigger/world';

const START = 1_768_471_200;
const YEAR = 31_557_600;

/** Everything that the test promises about: chosen in every poll. */
const ALWAYS: Choice = { events: ['orderCreated', 'orderCancelled', 'orderUpdated'], endings: '01234567' };

const rules = fc.record({
	lag: fc.integer({ min: 0, max: 20 }),
	overlap: fc.integer({ min: 0, max: 40 }),
	// Room for two ids up to more than ever needed.
	most: fc.oneof(fc.integer({ min: 22, max: 90 }), fc.constant(50_000)),
});

const change = fc.record({
	gap: fc.integer({ min: 0, max: 60 }),
	/** How long the transaction takes, as a part of the longest that lag and overlap allow for. */
	takes: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
	cancels: fc.boolean(),
});

const row = fc.record({
	source: fc.constantFrom<Array<Row['source']>>('order', 'order', 'shipment'),
	key: fc.integer({ min: 0, max: 99_999 }).map((key) => String(key).padStart(5, '0')),
	created: fc.integer({ min: -30, max: 200 }),
	changes: fc.array(change, { minLength: 1, maxLength: 4 }),
});

/** What the user changes meanwhile. */
const CHOICES: Choice[] = [
	ALWAYS,
	ALWAYS,
	{ ...ALWAYS, endings: '0123456789' },
	{ events: [...ALWAYS.events, 'shipmentCreated'], endings: '012345678' },
];

const poll: fc.Arbitrary<Poll> = fc.record({
	wait: fc.integer({ min: 0, max: 60 }),
	behind: fc.constantFrom(0, 0, 3),
	rogue: fc.constantFrom(0, 0, 0, 0, 3600, 5 * YEAR, -3600, -10 * YEAR),
	pageSeconds: fc.constantFrom(0, 0, 1, 7),
	pageSize: fc.integer({ min: 1, max: 4 }),
	limit: fc.integer({ min: 1, max: 6 }),
	fate: fc.constantFrom('saved', 'saved', 'saved', 'lost', 'overtaken', 'restarted'),
	blank: fc.option(fc.record({ request: fc.nat(4), as: fc.nat(BLANKS.length - 1) }), { nil: undefined, freq: 2 }),
	choice: fc.constantFrom(...CHOICES),
});

const history = fc
	.record({
		rules,
		rows: fc.uniqueArray(row, { minLength: 1, maxLength: 8, selector: ({ key }) => key }),
		polls: fc.array(poll, { minLength: 1, maxLength: 12 }),
		localOff: fc.constantFrom(0, 0, 20, -20, 3600, -3600, 10 * YEAR, -10 * YEAR),
	})
	.map(({ rules: given, rows, polls, localOff }) => ({
		// Where this machine's clock is behind, what does not fit waits for a newer row, so it has to fit here.
		rules: localOff < -60 ? { ...given, most: 50_000 } : given,
		localOff,
		// Where both clocks are ahead together, there is nothing that says so.
		polls: polls.map((each) => (localOff >= 3600 ? { ...each, rogue: Math.min(each.rogue, 0) } : each)),
		rows: rows.map(({ source, key, created, changes }): Row => ({
			source,
			key,
			versions: versionsOf(START + created, changes, given.lag + given.overlap),
		})),
	}));

/** A row is locked until its transaction commits, so changes of one row follow one another. */
function versionsOf(
	created: number,
	changes: Array<{ gap: number; takes: number; cancels: boolean }>,
	longest: number,
): Version[] {
	const versions: Version[] = [];
	let free = created;
	changes.forEach(({ gap, takes, cancels }, i) => {
		const stamp = i === 0 ? created : free + gap;
		const commit = stamp + Math.floor(takes * longest);
		versions.push({ stamp, commit, cancels: i > 0 && cancels });
		free = commit;
	});
	return versions;
}

/** Long after everything: what is left is reported in one go. */
const afterwards = (wait: number): Poll => ({
	wait,
	behind: 0,
	rogue: 0,
	pageSeconds: 0,
	pageSize: 100,
	limit: 1000,
	fate: 'saved',
	choice: ALWAYS,
});

/** What came too often, too seldom or wrongly. */
function faults(items: EventItem[], rows: Row[]): string[] {
	const found: string[] = [];
	const counts = new Map<string, number>();
	for (const { eventKey } of items) counts.set(eventKey, (counts.get(eventKey) ?? 0) + 1);
	for (const [name, count] of counts) if (count > 1) found.push(`${name} came ${count} times`);
	for (const { source, key, versions } of rows) {
		if (source !== 'order' || !ALWAYS.endings.includes(key.at(-1)!)) continue;
		const [{ stamp: created }] = versions;
		const newest = versions.at(-1)!;
		const cancelled = versions.find(({ cancels }) => cancels);
		const expected = {
			orderCreated: created >= START,
			orderCancelled: cancelled !== undefined && cancelled.stamp >= START,
			// Changes between two polls come as one, with the state after the last of them.
			orderUpdated: newest.stamp > created && newest.stamp >= START,
		};
		for (const [event, isExpected] of Object.entries(expected)) {
			const about = items.filter((item) => item.OrderHeaderKey === key && item.event === event);
			if (about.length > 0 !== isExpected) found.push(`${event} of ${key} came ${about.length} times`);
			const isNewest = about.some(({ OrderNo }) => Number(OrderNo) === versions.length - 1);
			if (event === 'orderUpdated' && isExpected && !isNewest) found.push(`the last change of ${key} did not come`);
		}
	}
	return found;
}

/** `npm run fuzz` makes many more. */
const HISTORIES = Number(process.env.FUZZ_RUNS ?? 600);

test('whatever happens between Sterling and n8n, no event is lost and none comes twice', async () => {
	let came = 0;
	let world: World;
	// The time that a request takes is the world's.
	const clock = jest.spyOn(performance, 'now').mockImplementation(() => world.now * 1000);
	await fc.assert(
		fc.asyncProperty(history, async ({ rules: given, rows, polls, localOff }) => {
			world = new World(rows, given, begin(START), START, localOff);
			for (const each of polls) await world.poll(each);
			const last = Math.max(START, ...rows.flatMap(({ versions }) => versions.map(({ commit }) => commit)));
			await world.poll(afterwards(1));
			await world.poll(afterwards(Math.max(0, last - world.now) + given.lag + given.overlap + 1));
			came += world.items.length;

			expect([...faults(world.items, rows), ...world.wrong]).toEqual([]);
		}),
		{ numRuns: HISTORIES },
	);
	clock.mockRestore();
	console.log(`${came} events in ${HISTORIES} histories: 0 lost, 0 twice`);
}, 3_600_000);
