import fc from 'fast-check';

import { freshOf, takeStock, markEmitted, type Fresh, type Ledger } from '../../../../kit/polling/growingIds';

/** A message of the model: its ID is drawn at `at`, others see it from `visibleAt` until `goneAt`. */
interface Message {
	mailbox: string;
	id: number;
	visibleAt: number;
	goneAt: number;
}

interface Poll {
	wait: number;
	limit: number;
	fate: 'saved' | 'lost' | 'overtaken' | 'restarted';
}

/** A server with mailboxes, and a trigger that polls it: time only moves when told to. */
class World {
	now = 0;
	emitted: Fresh[] = [];
	private ledger: Ledger | undefined;
	private saved: Ledger | undefined;

	constructor(
		private readonly messages: readonly Message[],
		/** When a mailbox comes up, by name. */
		private readonly mailboxes: ReadonlyMap<string, number>,
		private readonly rules: { emitsExisting: boolean; most: number },
	) {}

	poll({ wait, limit, fate }: Poll): void {
		this.now += wait;
		// n8n starts again with what it has on disk.
		if (fate === 'restarted') this.ledger = this.saved;
		const { ledger, emitted } = this.read(limit);
		if (fate === 'lost') return;
		// Another poll on the same ledger ends later, sees that the ledger has moved on, and steps back.
		if (fate === 'overtaken') this.read(limit);
		const isFirst = this.ledger === undefined;
		this.ledger = ledger;
		this.emitted.push(...emitted);
		// n8n without durable cursors writes to disk at activation and with a hand-over only.
		if (emitted.length > 0 || isFirst) this.saved = JSON.parse(JSON.stringify(ledger)) as Ledger;
	}

	get size(): number {
		return JSON.stringify(this.ledger).length;
	}

	private read(limit: number): { ledger: Ledger; emitted: Fresh[] } {
		const sights = [...this.mailboxes]
			.filter(([, from]) => from <= this.now)
			.map(([source]) => ({
				source,
				ids: this.messages
					.filter(({ mailbox, visibleAt, goneAt }) => mailbox === source && visibleAt <= this.now && goneAt > this.now)
					.map(({ id }) => id),
			}));
		const rules = { choice: '/*', ...this.rules };
		const ledger = takeStock(this.ledger, sights, rules);
		const fresh = freshOf(ledger, sights);
		const emitted = fresh.slice(0, limit);
		return { ledger: markEmitted(ledger, emitted, fresh.slice(limit), this.rules.most), emitted };
	}
}

const message = fc.record({
	mailbox: fc.constantFrom('A', 'A', 'B', 'C'),
	at: fc.integer({ min: 0, max: 60 }),
	/** How late it becomes visible. */
	late: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 })),
	/** How long after that it is deleted; mostly never. */
	lives: fc.oneof(fc.constant(Infinity), fc.constant(Infinity), fc.integer({ min: 1, max: 30 })),
});

const poll: fc.Arbitrary<Poll> = fc.record({
	wait: fc.integer({ min: 0, max: 20 }),
	limit: fc.integer({ min: 1, max: 5 }),
	fate: fc.constantFrom('saved', 'saved', 'saved', 'lost', 'overtaken', 'restarted'),
});

const history = fc.record({
	emitsExisting: fc.boolean(),
	messages: fc.array(message, { maxLength: 14 }),
	polls: fc.array(poll, { minLength: 1, maxLength: 14 }),
	/** When mailbox C comes up; the others are there from the start. */
	comes: fc.integer({ min: 0, max: 50 }),
});

test('late, deleted and repeated messages, lost polls and restarts: nothing is lost and nothing reported twice', () => {
	let emitted = 0;
	fc.assert(
		fc.property(history, ({ emitsExisting, messages: given, polls, comes }) => {
			const mailboxes = new Map([
				['A', 0],
				['B', 0],
				['C', comes],
			]);
			const messages = [...given]
				.sort((a, b) => a.at - b.at)
				.map(({ mailbox, at, late, lives }, index): Message => {
					const visibleAt = Math.max(at + late, mailboxes.get(mailbox) ?? 0);
					return { mailbox, id: 100 + index * 3, visibleAt, goneAt: visibleAt + lives };
				});
			const world = new World(messages, mailboxes, { emitsExisting, most: 10_000 });
			const first = { ...polls[0], fate: 'saved' as const };
			world.poll(first);
			const stock = world.now;
			for (const each of polls.slice(1)) world.poll(each);
			for (let i = 0; i < 30; i++) world.poll({ wait: 10, limit: 100, fate: 'saved' });

			const counts = new Map<number, number>();
			for (const { id } of world.emitted) counts.set(id, (counts.get(id) ?? 0) + 1);
			expect([...counts.values()].filter((count) => count > 1)).toEqual([]);
			for (const { id, visibleAt, goneAt, mailbox } of messages) {
				const isOld = visibleAt <= stock && goneAt > stock && (mailboxes.get(mailbox) ?? 0) <= stock;
				if (isOld && !emitsExisting) expect(counts.has(id)).toBe(false);
				else if (goneAt === Infinity) expect(counts.has(id)).toBe(true);
			}
			emitted += world.emitted.length;
		}),
		{ numRuns: Number(process.env.FUZZ_RUNS ?? 400) },
	);
	expect(emitted).toBeGreaterThan(1_500);
}, 60_000);

test('with room for few IDs nothing is reported twice, and only what comes very late is passed over', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 40 }),
			fc.integer({ min: 1, max: 8 }),
			fc.integer({ min: 1, max: 4 }),
			(distances, most, limit) => {
				let id = 0;
				const ids = distances.map((distance) => (id += distance));
				const emitted: number[] = [];
				let ledger = takeStock(undefined, [{ source: 'A', ids: [] }], { choice: 'a', emitsExisting: false, most });
				for (let count = 1; count <= ids.length * 2; count++) {
					const sights = [{ source: 'A', ids: ids.slice(0, count) }];
					const fresh = freshOf(ledger, sights);
					ledger = markEmitted(ledger, fresh.slice(0, limit), fresh.slice(limit), most);
					emitted.push(...fresh.slice(0, limit).map((each) => each.id));
				}
				expect(emitted).toEqual(ids);
			},
		),
	);
});

test('10,000 remembered IDs take less than 64 KB', () => {
	const ids = Array.from({ length: 12_000 }, (_, index) => 5_000_000 + index * 37);
	const ledger = takeStock(undefined, [{ source: '333', ids }], { choice: '/A', emitsExisting: false });
	expect(JSON.stringify(ledger).length).toBeLessThan(64 * 1024);
	expect(freshOf(ledger, [{ source: '333', ids }])).toEqual([]);
	expect(freshOf(ledger, [{ source: '333', ids: [...ids, 5_000_001, 6_000_000] }]).map(({ id }) => id)).toEqual([
		6_000_000,
	]);
});

describe('another choice of sources', () => {
	const rules = { choice: '/A', emitsExisting: false };
	const ledger = takeStock(undefined, [{ source: 'A', ids: [1, 2] }], rules);

	it('takes what is in a new source as told', () => {
		const sights = [
			{ source: 'A', ids: [1, 2, 3] },
			{ source: 'B', ids: [4, 5] },
		];
		const changed = takeStock(ledger, sights, { ...rules, choice: '/A,/B' });
		expect(freshOf(changed, sights)).toEqual([{ source: 'A', id: 3 }]);
	});

	it('tells everything of a source that comes up under the same choice', () => {
		const sights = [
			{ source: 'A', ids: [1, 2] },
			{ source: 'B', ids: [4, 5] },
		];
		expect(freshOf(takeStock(ledger, sights, rules), sights).map(({ id }) => id)).toEqual([4, 5]);
	});

	it('tells nothing twice of a source that was away', () => {
		const away = takeStock(ledger, [{ source: 'B', ids: [] }], rules);
		expect(freshOf(takeStock(away, [{ source: 'A', ids: [1, 2] }], rules), [{ source: 'A', ids: [1, 2] }])).toEqual([]);
	});
});
