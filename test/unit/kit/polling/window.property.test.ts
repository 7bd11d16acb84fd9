import fc from 'fast-check';

import { begin } from '../../../../kit/polling/window';
import type { Told } from '../../../../nodes/IbmSterlingOms/trigger/run/read';
import { World, type Choice, type Poll, type Row, type Version } from '../../nodes/trigger/world';

const START = 1_768_471_200;

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
	pageSeconds: fc.constantFrom(0, 0, 1, 7),
	pageSize: fc.integer({ min: 1, max: 4 }),
	limit: fc.integer({ min: 1, max: 6 }),
	fate: fc.constantFrom('saved', 'saved', 'saved', 'lost', 'overtaken', 'restarted'),
	choice: fc.constantFrom(...CHOICES),
});

const history = fc
	.record({
		rules,
		rows: fc.uniqueArray(row, { minLength: 1, maxLength: 8, selector: ({ key }) => key }),
		polls: fc.array(poll, { minLength: 1, maxLength: 12 }),
	})
	.map(({ rules: given, rows, polls }) => ({
		rules: given,
		polls,
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

/** Long after everything: what is left is told in one go. */
const afterwards = (wait: number): Poll => ({
	wait,
	behind: 0,
	pageSeconds: 0,
	pageSize: 100,
	limit: 1000,
	fate: 'saved',
	choice: ALWAYS,
});

/** What was told too often, too seldom or wrongly. */
function faults(told: Told[], rows: Row[]): string[] {
	const found: string[] = [];
	const counts = new Map<string, number>();
	for (const { name } of told) counts.set(name, (counts.get(name) ?? 0) + 1);
	for (const [name, count] of counts) if (count > 1) found.push(`${name} was told ${count} times`);
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
			const about = told.filter(({ occurrence }) => occurrence.key === key && occurrence.event === event);
			if (about.length > 0 !== isExpected) found.push(`${event} of ${key} was told ${about.length} times`);
			const isNewest = about.some(({ row: { Lockid } }) => Number(Lockid) === versions.length - 1);
			if (event === 'orderUpdated' && isExpected && !isNewest) found.push(`the last change of ${key} was not told`);
		}
	}
	return found;
}

const HISTORIES = 10_000;

test('whatever happens between Sterling and n8n, no event is lost and none is told twice', () => {
	let told = 0;
	fc.assert(
		fc.property(history, ({ rules: given, rows, polls }) => {
			const world = new World(rows, given, begin(START), START);
			for (const each of polls) world.poll(each);
			const last = Math.max(START, ...rows.flatMap(({ versions }) => versions.map(({ commit }) => commit)));
			world.poll(afterwards(1));
			world.poll(afterwards(Math.max(0, last - world.now) + given.lag + given.overlap + 1));
			told += world.told.length;

			expect([...faults(world.told, rows), ...world.early]).toEqual([]);
		}),
		{ numRuns: HISTORIES },
	);
	console.log(`${told} events in ${HISTORIES} histories: 0 lost, 0 told twice`);
}, 120_000);
