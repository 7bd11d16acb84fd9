import type { Clock } from '../kit/clock';
import { Ledger, nameOf, type ItemKey, type StockRecord } from './ledger';
import type { InventoryBehaviour } from './options';

/** Stock that is held for a while. Times in epoch milliseconds. */
export interface Reservation extends ItemKey {
	id: string;
	reference: string;
	shipNode: string;
	deliveryMethod: string;
	segment: string;
	segmentType: string;
	quantity: number;
	/** From when on the stock is taken. */
	at: number;
	expiresAt: number;
}

export interface ShipNode {
	shipNode: string;
	latitude?: number;
	longitude?: number;
	fulfillmentOverrides?: Override[];
}

/** A node that is off, as a whole or for one delivery method. The names of its members are this sandbox's own. */
export interface Override {
	/** Empty for the whole node. */
	deliveryMethod?: string;
	fulfillmentAllowed: boolean;
	expirationTs?: string;
}

export interface Thresholds {
	low: number;
	medium: number;
	high: number;
}

/** A rule for an item at one place: safety stock, a threshold, or whether it may be sold. */
export interface Rule<T> extends ItemKey {
	shipNode: string;
	distributionGroup: string;
	deliveryMethod: string;
	value: T;
}

/** An accepted batch of supplies or demands. */
export interface Transaction {
	id: string;
	batchId: string;
	at: number;
	records: StockRecord[];
	applied: boolean;
}

export const OPEN_START = Date.parse('1900-01-01T00:00:00.000Z');
export const OPEN_END = Date.parse('2500-01-01T00:00:00.000Z');

/** All that the emulated tenant holds. */
export class World {
	readonly ledger = new Ledger();

	readonly nodes = new Map<string, ShipNode>();

	/** Nodes of each distribution group, in the order of their priority. */
	readonly groups = new Map<string, string[]>();

	safetyStock: Array<Rule<number>> = [];

	thresholds: Array<Rule<Thresholds>> = [];

	fulfillment: Array<Rule<boolean>> = [];

	tenantThresholds: Thresholds = { low: 0, medium: 0, high: 0 };

	readonly transactions = new Map<string, Transaction>();

	/** Items of the catalog service. */
	readonly catalog = new Map<string, Record<string, unknown>>();

	/** Minutes after which a reservation expires that names no time. */
	defaultExpirationMinutes = 15;

	private readonly reserved = new Map<string, Reservation>();

	private readonly reservedByItem = new Map<string, Set<Reservation>>();

	private counter = 0;

	private pending: Array<{ due: number; apply: () => void }> = [];

	constructor(
		readonly clock: Clock,
		readonly behaviour: InventoryBehaviour,
		readonly tenantId: string,
	) {}

	/** A new id in the form of a UUID; the same in every run. */
	id(): string {
		this.counter += 1;
		return `4a61f54d-0000-4000-8000-${String(this.counter).padStart(12, '0')}`;
	}

	/** Does something once the time that processing takes has gone by. */
	later(apply: () => void): void {
		const due = this.clock.now() + this.behaviour.processingMs;
		if (this.behaviour.processingMs <= 0) apply();
		else this.pending.push({ due, apply });
	}

	/** Brings the tenant up to now: what was accepted takes effect, what has expired goes. @returns what expired */
	settle(): Reservation[] {
		const now = this.clock.now();
		const due = this.pending.filter((work) => work.due <= now);
		this.pending = this.pending.filter((work) => work.due > now);
		due.forEach(({ apply }) => apply());
		const expired = this.reservations().filter(({ expiresAt }) => expiresAt <= now);
		expired.forEach((reservation) => this.release(reservation));
		return expired;
	}

	reservations(): Reservation[] {
		return [...this.reserved.values()];
	}

	reservation(id: string): Reservation | undefined {
		return this.reserved.get(id);
	}

	reservationsOf(item: ItemKey): Reservation[] {
		return [...(this.reservedByItem.get(nameOf(item)) ?? [])];
	}

	/** Keeps a reservation, in place of an older one of its id. */
	reserve(reservation: Reservation): void {
		const older = this.reserved.get(reservation.id);
		if (older) this.release(older);
		this.reserved.set(reservation.id, reservation);
		const ofItem = this.reservedByItem.get(nameOf(reservation)) ?? new Set();
		this.reservedByItem.set(nameOf(reservation), ofItem.add(reservation));
	}

	release(reservation: Reservation): void {
		this.reserved.delete(reservation.id);
		this.reservedByItem.get(nameOf(reservation))?.delete(reservation);
	}

	isKnown(item: ItemKey): boolean {
		return this.catalog.has(item.itemId) || this.ledger.knows(item);
	}
}
