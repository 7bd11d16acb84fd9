import type { EventItem } from '../../../../nodes/IbmSterlingOms/trigger/item';
import { randomFrom } from '../../../../sandbox/kit/random';
import { Bench, line, numbered } from '../../../support/bench';
import { Trigger } from './active';

const bench = Bench.forFile({ withoutOrders: true });

/**
 * A fixed instant: the fraction of a second that a run begins with decides which changes fall into the second of a
 * creation. With this one some do.
 */
beforeAll(() => bench.sandbox.clock.freeze(Date.parse('2031-01-01T00:00:00Z')));

const POLLS = 50;
const CHANGES_PER_POLL = 60;

/** What happened, as the table of the sandbox has it. */
interface Change {
	key: string;
	lock: number;
	isCreation: boolean;
}

/** Makes orders and changes them, some of it in transactions of up to three minutes. */
class Business {
	readonly changes: Change[] = [];
	private readonly orders: Array<{ orderNo: string; lockedUntil: number }> = [];
	private readonly random: () => number;

	constructor(private readonly name: string) {
		this.random = randomFrom(name.length);
	}

	/** So many changes within a minute, two in five of them new orders. */
	minute(): void {
		for (let i = 0; i < CHANGES_PER_POLL; i++) this.change();
	}

	private change(): void {
		const { clock, store } = bench.sandbox;
		clock.advance(60_000 / CHANGES_PER_POLL);
		const takes = this.random() < 0.3 ? Math.floor(this.random() * 180_000) : 0;
		store.database.commitLagMs = takes;
		// A transaction locks what it changes until it commits.
		const free = this.orders.filter(({ lockedUntil }) => lockedUntil <= clock.now());
		let order = free[Math.floor(this.random() * free.length)];
		const isCreation = !order || this.random() < 0.4;
		if (isCreation) {
			order = { orderNo: `${this.name}-${this.orders.length}`, lockedUntil: 0 };
			this.orders.push(order);
			bench.place(order.orderNo, { OrderLines: { OrderLine: [line('1')] } });
		} else {
			bench.call('changeOrder', { ...numbered(order.orderNo), CustomerPONo: `PO-${this.changes.length}` });
		}
		order.lockedUntil = clock.now() + takes;
		this.changes.push(changeOf(order.orderNo));
	}
}

/**
 * A change within the second of the creation belongs to it, with a grace of 0 seconds too: the two stamps are one.
 * Counted as a change of its own it would look lost.
 */
function changeOf(orderNo: string): Change {
	const { OrderHeaderKey, Lockid, Createts, Modifyts } = bench.stored(orderNo)!;
	return { key: OrderHeaderKey, lock: Number(Lockid ?? 0), isCreation: Createts === Modifyts };
}

/** Creations without their event, and changes after which no state of the order was told. */
function lost(changes: Change[], items: EventItem[]): Change[] {
	const created = new Set(
		items.filter(({ event }) => event === 'orderCreated').map(({ OrderHeaderKey }) => OrderHeaderKey),
	);
	const latest = new Map<unknown, number>();
	for (const { event, eventKey, OrderHeaderKey } of items) {
		if (event !== 'orderUpdated') continue;
		latest.set(OrderHeaderKey, Math.max(latest.get(OrderHeaderKey) ?? 0, Number(eventKey.split('#')[1])));
	}
	return changes.filter(({ key, lock, isCreation }) =>
		isCreation ? !created.has(key) : (latest.get(key) ?? -1) < lock,
	);
}

test.each(['legacy', 'durable'] as const)(
	`${POLLS * CHANGES_PER_POLL} changes over ${POLLS} polls with restarts, failures and overlapping polls: %s cursors`,
	async (cursors) => {
		const { clock, faults } = bench.sandbox;
		clock.advance(3_600_000);
		const business = new Business(cursors);
		const { changes } = business;
		const events = ['orderCreated', 'orderUpdated'];
		const options = { eventsPerPoll: 90, lag: 30, overlap: 180, creationGrace: 0 };
		const trigger = new Trigger(bench.sandbox, { events, output: 'event', options }, { cursors });
		await trigger.activate();
		const items: EventItem[] = [];
		let failed = 0;
		let largest = 0;
		for (let round = 0; round < POLLS; round++) {
			business.minute();
			if (round % 7 === 3) trigger.workflow.restart();
			if (round % 9 === 4) faults.add({ kind: 'status', status: 400, times: 10 });
			const polls = [trigger.poll(), ...(round % 5 === 2 && cursors === 'legacy' ? [trigger.poll()] : [])];
			for (const { items: emitted, error } of await Promise.all(polls)) {
				if (error) failed++;
				items.push(...(emitted ?? []).map(({ json }) => json as EventItem));
			}
			faults.clear();
			largest = Math.max(largest, trigger.workflow.stored.length);
		}
		bench.sandbox.store.database.commitLagMs = 0;
		for (let i = 0; i < 12; i++) items.push(...(await trigger.after(60)));

		const missing = lost(changes, items);
		const keys = items.map(({ eventKey }) => eventKey);
		const repeated = keys.length - new Set(keys).size;
		console.log(
			`${cursors} cursors: ${changes.length} changes, ${POLLS} polls (${failed} of them failed), ${items.length} items, ` +
				`${missing.length} lost, ${repeated} duplicated, largest cursor ${largest} bytes`,
		);
		expect(failed).toBeGreaterThan(0);
		expect(changes).toHaveLength(POLLS * CHANGES_PER_POLL);
		expect({ missing, repeated }).toEqual({ missing: [], repeated: 0 });
		expect(largest).toBeLessThan(65_536);
	},
	240_000,
);
