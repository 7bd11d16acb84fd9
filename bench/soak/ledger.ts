import type { ProductTruth } from './productNames';

/** What a soak wanted of Sterling and heard of it, noted while it runs. */
export type Note =
	/** An order that has to come into being, by the reference that it carries. */
	| { kind: 'order'; reference: string }
	/** The name that an order has to end up with. */
	| { kind: 'name'; orderNo: string; name: string }
	/** A note that an order has to carry. */
	| { kind: 'text'; text: string }
	/** A shipment of a release. */
	| { kind: 'shipment'; shipmentNo: string }
	/** Something that has to be made in a product, by its name or key there. */
	| { kind: 'want'; of: string; name: string }
	/** Something that a product's trigger passed on; `again` where it says itself that it was given back before. */
	| { kind: 'passed'; of: string; name: string; again?: boolean }
	/** How an item of a workflow, or a poll, ended. */
	| { kind: 'ended'; of: string; as: string }
	/** Events that a trigger handed over. */
	| { kind: 'reported'; trigger: string; events: ReportedEvent[] }
	/** A promise that was seen broken on the spot. */
	| { kind: 'broken'; what: string };

interface ReportedEvent {
	event: string;
	eventKey: string;
	/** Primary key of the order or shipment. */
	key: string;
}

export type TakeNote = (note: Note) => void;

/** What is in Sterling at the end. Times as Sterling prints them. */
export interface Truth {
	orders: Array<{
		key: string;
		orderNo: string;
		reference: string;
		name: string;
		lock: number;
		created: string;
		modified: string;
	}>;
	notes: string[];
	releases: Array<{ key: string; shipped: boolean }>;
	shipments: Array<{ key: string; shipmentNo: string }>;
	/** The other products of the soak. */
	products?: ProductTruth;
	/** What came over the wire. */
	wire: { requests: number; handshakes: number; logins: number; struck: Record<string, number> };
}

/** One count of the ledger: how many there should be, and those that are not as they should be. */
export interface Count {
	what: string;
	expected: number;
	lost: string[];
	twice: string[];
}

/** Events that a trigger was set to report. */
export type Reported = Record<string, readonly string[]>;

/** Keeps the notes of a soak and holds them against the truth. */
export class Ledger {
	readonly endings = new Map<string, Map<string, number>>();
	readonly broken: string[] = [];
	private readonly orders = new Set<string>();
	private readonly names = new Map<string, string>();
	private readonly texts = new Set<string>();
	private readonly shipments = new Set<string>();
	private readonly wanted = new Map<string, Set<string>>();
	private readonly passed = new Map<string, { all: Set<string>; news: string[] }>();
	private readonly reported = new Map<string, ReportedEvent[]>();

	readonly take: TakeNote = (note) => {
		switch (note.kind) {
			case 'order':
				this.orders.add(note.reference);
				break;
			case 'name':
				this.names.set(note.orderNo, note.name);
				break;
			case 'text':
				this.texts.add(note.text);
				break;
			case 'shipment':
				this.shipments.add(note.shipmentNo);
				break;
			case 'reported':
				if (!this.reported.has(note.trigger)) this.reported.set(note.trigger, []);
				this.reported.get(note.trigger)!.push(...note.events);
				break;
			case 'want':
				this.wanted.set(note.of, (this.wanted.get(note.of) ?? new Set()).add(note.name));
				break;
			case 'passed': {
				const passed = this.passed.get(note.of) ?? { all: new Set(), news: [] };
				passed.all.add(note.name);
				if (!note.again) passed.news.push(note.name);
				this.passed.set(note.of, passed);
				break;
			}
			case 'broken':
				this.broken.push(note.what);
				break;
			case 'ended': {
				const counts = this.endings.get(note.of) ?? new Map<string, number>();
				this.endings.set(note.of, counts.set(note.as, (counts.get(note.as) ?? 0) + 1));
			}
		}
	};

	/** What has happened so far, in a few words. */
	get soFar(): string {
		const events = [...this.reported.values()].reduce((sum, reported) => sum + reported.length, 0);
		const faults = [...this.endings.values()].flatMap((counts) => [...counts]).filter(([as]) => as !== 'done');
		const failed = faults.reduce((sum, [, count]) => sum + count, 0);
		return `${this.orders.size} orders, ${events} events, ${failed} failed items and polls, which are tried again`;
	}

	/** What is lost and what is there twice; `triggers` says which events each trigger was to report. */
	counts(truth: Truth, triggers: Reported): Count[] {
		const { orders, notes, releases, shipments } = truth;
		const references = orders.map(({ reference }) => reference).filter(Boolean);
		const nameOf = new Map(orders.map(({ orderNo, name }) => [orderNo, name]));
		const wrong = [...this.names].filter(([orderNo, name]) => nameOf.get(orderNo) !== name);
		return [
			countOf('orders created', this.orders, references),
			{ what: 'orders changed', expected: this.names.size, lost: wrong.map(([orderNo]) => orderNo), twice: [] },
			countOf('notes added', this.texts, notes),
			countOf('releases shipped', new Set(releases.map(({ key }) => key)), shippedOnce(releases)),
			countOf(
				'shipments created',
				this.shipments,
				shipments.map(({ shipmentNo }) => shipmentNo),
			),
			...Object.entries(triggers).map(([trigger, events]) => this.eventsOf(trigger, events, truth)),
			...(truth.products ? this.ofProducts(truth.products) : []),
		];
	}

	/** What was made in the other products, and what their triggers passed on. */
	ofProducts({ made, happened }: ProductTruth): Count[] {
		const writes = Object.entries(made).map(([of, found]) => countOf(of, this.wanted.get(of) ?? new Set(), found));
		const events = Object.entries(happened).map(([of, names]): Count => {
			const { all, news } = this.passed.get(of) ?? { all: new Set(), news: [] };
			const lost = names.filter((name) => !all.has(name));
			return { what: of, expected: names.length, lost, twice: repeated(news) };
		});
		return [...writes, ...events];
	}

	private eventsOf(trigger: string, events: readonly string[], { orders, shipments }: Truth): Count {
		const reported = this.reported.get(trigger) ?? [];
		const keysOf = (event: string) => new Set(reported.filter((one) => one.event === event).map(({ key }) => key));
		const expected: string[] = [];
		const lost: string[] = [];
		const expect = (name: string, isTold: boolean) => {
			expected.push(name);
			if (!isTold) lost.push(name);
		};
		const has = (event: string) => events.includes(event);
		const [createdKeys, shippedKeys] = [keysOf('orderCreated'), keysOf('shipmentCreated')];
		const updates = latestLocks(reported);
		for (const { key, orderNo, lock, created, modified } of orders) {
			if (has('orderCreated')) expect(`${orderNo} created`, createdKeys.has(key));
			// Changes between two polls come as one, so what counts is that the last state was reported.
			const isChanged = Date.parse(modified) > Date.parse(created);
			if (has('orderUpdated') && isChanged) expect(`${orderNo} updated`, (updates.get(key) ?? -1) >= lock);
		}
		for (const { key, shipmentNo } of shipments) {
			if (has('shipmentCreated')) expect(`${shipmentNo} created`, shippedKeys.has(key));
		}
		const twice = repeated(reported.map(({ eventKey }) => eventKey));
		return { what: `events of ${trigger}`, expected: expected.length, lost, twice };
	}
}

function countOf(what: string, wanted: Set<string>, found: string[]): Count {
	const present = new Set(found);
	return { what, expected: wanted.size, lost: [...wanted].filter((one) => !present.has(one)), twice: repeated(found) };
}

function shippedOnce(releases: Truth['releases']): string[] {
	return releases.filter(({ shipped }) => shipped).map(({ key }) => key);
}

/** The highest change counter that was reported of each order; it is at the end of the event's key. */
function latestLocks(reported: ReportedEvent[]): Map<string, number> {
	const latest = new Map<string, number>();
	for (const { event, eventKey, key } of reported) {
		if (event !== 'orderUpdated') continue;
		latest.set(key, Math.max(latest.get(key) ?? -1, Number(eventKey.split('#')[1])));
	}
	return latest;
}

function repeated(names: string[]): string[] {
	const seen = new Set<string>();
	return names.filter((name) => seen.size === seen.add(name).size);
}
