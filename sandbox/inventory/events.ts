import { iso, type Json } from './body';
import type { ItemKey, StockRecord } from './ledger';
import { availability, type Availability, type Window } from './levels';
import { thresholdsFor } from './rules';
import { OPEN_END, type Thresholds, type World } from './world';

/** One event as it is sent [IBM: format-sample-array-payloads]. */
export interface Envelope {
	type: string;
	id: string;
	time: string;
	specversion: '1.0';
	datacontenttype: 'application/json';
	data: Json;
}

const METHODS = ['SHP', 'PICK'];
const DAY = 24 * 60 * 60_000;
type At = { shipNode: string } | { distributionGroup: string };

/** What IV has to say to its subscriber, in the order of what happened. */
export class EventQueue {
	private waiting: Envelope[] = [];

	constructor(private readonly world: World) {}

	/** Takes all that is waiting. */
	take(): Envelope[] {
		const taken = this.waiting;
		this.waiting = [];
		return taken;
	}

	get length(): number {
		return this.waiting.length;
	}

	/** A supply or demand changed: its own event, and those of what is available. */
	stock(record: StockRecord, changedQuantity: number): void {
		if (record.kind === 'supply') {
			const { kind: _, from, until, itemId, ...named } = record;
			this.put('supplyChange.v2', {
				productId: itemId,
				...blanksAsNull(named),
				baseType: record.type,
				eta: iso(from),
				shipByDate: iso(Math.min(until, OPEN_END)),
				changedQuantity,
			});
		}
		this.available(record, record.shipNode);
	}

	/** A reservation was made, changed or ended. */
	availability(reservation: ItemKey & { shipNode: string }): void {
		this.available(reservation, reservation.shipNode);
	}

	/** A rule of an item changed: all nodes are concerned. */
	item(item: ItemKey): void {
		for (const shipNode of this.world.nodes.keys()) this.available(item, shipNode);
	}

	/** A node changed: all of its items are concerned. */
	node(shipNode: string): void {
		for (const item of this.world.ledger.known()) {
			const isThere = this.world.ledger.of('supply', item).some((record) => record.shipNode === shipNode);
			if (isThere) this.available(item, shipNode);
		}
	}

	/** Raises a snapshot event for every item at each node or in each group [IBM: events-inventory-snapshots]. */
	publishAll(kind: 'node' | 'network', only?: string): number {
		const before = this.waiting.length;
		const isNode = kind === 'node';
		const places = [...(isNode ? this.world.nodes : this.world.groups).keys()].filter(
			(place) => only === undefined || place === only,
		);
		const type = isNode ? 'productAvailabilitySnapshot.v2' : 'dgAvailabilitySnapshot.v2';
		for (const place of places) {
			const at = isNode ? { shipNode: place } : { distributionGroup: place };
			for (const item of this.world.ledger.known())
				for (const method of METHODS) this.level(type, item, method, at, true);
		}
		return this.waiting.length - before;
	}

	private available(item: ItemKey, shipNode: string): void {
		for (const method of METHODS) {
			if (shipNode !== '') this.level('productAvailability.v2', item, method, { shipNode });
			for (const [distributionGroup, nodes] of this.world.groups) {
				if (shipNode !== '' && !nodes.includes(shipNode)) continue;
				this.level('dgAvailabilityChange.v2', item, method, { distributionGroup });
			}
		}
	}

	private level(type: string, item: ItemKey, deliveryMethod: string, at: At, isSnapshot = false): void {
		const now = this.world.clock.now();
		const levels = availability(this.world, {
			...item,
			...at,
			deliveryMethod,
			segment: '',
			segmentType: '',
			considerSafetyStock: true,
			until: now + this.world.behaviour.defaultDays * DAY,
		});
		const place = { shipNode: '', distributionGroup: '', deliveryMethod, ...at };
		if (!isSnapshot && !this.passes(levels.currentAvailability, thresholdsFor(this.world, item, place))) return;
		this.put(type, {
			productId: item.itemId,
			unitOfMeasure: item.unitOfMeasure,
			productClass: item.productClass || null,
			segment: null,
			segmentType: null,
			deliveryMethod,
			...('shipNode' in at ? at : { distributionGroupId: at.distributionGroup }),
			computeTs: iso(now),
			...shown(levels),
		});
	}

	/** Whether the tenant's event threshold lets a change through [IBM: c_IS_EventThresholds]. */
	private passes({ availableQuantity }: Window, thresholds: Thresholds): boolean {
		const { eventThreshold } = this.world.behaviour;
		if (eventThreshold === 'ALL' || eventThreshold === 'NONE') return eventThreshold === 'ALL';
		const [side, level] = eventThreshold.split('_');
		const bound = thresholds[level.toLowerCase() as keyof Thresholds];
		return side === 'BELOW' ? availableQuantity <= bound : availableQuantity >= bound;
	}

	private put(type: string, data: Json): void {
		const { clock } = this.world;
		this.waiting.push({
			type,
			id: this.world.id(),
			time: iso(clock.now()),
			specversion: '1.0',
			datacontenttype: 'application/json',
			data: { ...data, tenantId: this.world.tenantId },
		});
	}
}

function shown({ currentAvailability: { fromTs: _, ...current }, futureAvailability }: Availability): Json {
	return { currentAvailability: current, futureAvailability };
}

function blanksAsNull(named: Json): Json {
	return Object.fromEntries(Object.entries(named).map(([name, value]) => [name, value === '' ? null : value]));
}
