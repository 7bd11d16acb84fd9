import type { Clock } from '../kit/clock';
import { makeOrder, type Order, type OrderLine } from './order';
import { missing } from './refusal';

export interface Product {
	id: number;
	sku: string;
	name: string;
}

export interface Source {
	source_code: string;
	name: string;
	enabled: boolean;
	postcode: string;
	latitude: number;
	longitude: number;
	pickup: boolean;
}

export interface SourceItem {
	sku: string;
	source_code: string;
	quantity: number;
	/** 1 in stock, 0 out of stock. */
	status: number;
}

/** A shipment, invoice or credit memo. */
export interface Paper {
	entity_id: number;
	order_id: number;
	items: Array<{ order_item_id: number; qty: number }>;
	[name: string]: unknown;
}

/** A return as the shop's service desk has authorized it [Adobe Commerce: RMA]. */
interface Return {
	entity_id: number;
	increment_id: string;
	order_id: number;
	order_increment_id: string;
	status: string;
	date_requested: string;
	items: Array<{
		entity_id: number;
		order_item_id: number;
		qty_requested: number;
		qty_authorized: number;
		reason: string;
	}>;
}

interface Bulk {
	bulk_id: string;
	start_time: string;
	/** 1 complete, 2 failed and retriable, 3 failed permanently, 4 open, 5 rejected. */
	operations: Array<{ id: number; status: number; result_message: string; run: () => void }>;
}

/** All that the shop holds. */
export class ShopStore {
	readonly products: Product[] = [];

	readonly sources = new Map<string, Source>();

	readonly sourceItems = new Map<string, SourceItem>();

	readonly orders = new Map<number, Order>();

	readonly shipments: Paper[] = [];

	readonly invoices: Paper[] = [];

	readonly creditMemos: Paper[] = [];

	readonly returns: Return[] = [];

	readonly bulks = new Map<string, Bulk>();

	/** Mails to shoppers, by order. */
	readonly mails: Array<{ order_id: number; what: string }> = [];

	private counter = 0;

	constructor(readonly clock: Clock) {}

	/** The next number of anything. */
	next(): number {
		this.counter += 1;
		return this.counter;
	}

	now(): string {
		return new Date(this.clock.now()).toISOString().slice(0, 19).replace('T', ' ');
	}

	addProduct(sku: string, name = sku): void {
		this.products.push({ id: this.next(), sku, name });
	}

	putSourceItem(item: SourceItem): void {
		this.sourceItems.set(JSON.stringify([item.sku, item.source_code]), item);
	}

	/** What can be sold of a product: the stock of all enabled sources that are in stock. */
	salable(sku: string): number {
		return [...this.sourceItems.values()]
			.filter((item) => item.sku === sku && item.status === 1 && this.sources.get(item.source_code)?.enabled)
			.reduce((sum, { quantity }) => sum + quantity, 0);
	}

	/** An order of the given lines; `more` replaces any other member. */
	addOrder(incrementId: string, lines: OrderLine[], more: Partial<Order> = {}): Order {
		const order = makeOrder(incrementId, lines, more, { next: () => this.next(), now: () => this.now() });
		this.orders.set(order.entity_id, order);
		return order;
	}

	/** A return that the shop has authorized, of so many of each item of the order. */
	addReturn(incrementId: string, order: Order, quantities: number[]): Return {
		const made: Return = {
			entity_id: this.next(),
			increment_id: incrementId,
			order_id: order.entity_id,
			order_increment_id: order.increment_id,
			status: 'authorized',
			date_requested: this.now(),
			items: quantities.map((qty, i) => ({
				entity_id: this.next(),
				order_item_id: order.items[i].item_id,
				qty_requested: qty,
				qty_authorized: qty,
				reason: 'Damaged',
			})),
		};
		this.returns.push(made);
		return made;
	}

	/** @throws ShopRefusal for an ID that is none */
	order(id: string | number): Order {
		const found = this.orders.get(Number(id));
		if (!found) throw missing('entity that was requested', id);
		return found;
	}
}

/** A retailer with three sources, of which one is a store to pick up at, and some products. */
export function seedShop(store: ShopStore): void {
	const sources: Array<[string, string, string, number, number, boolean]> = [
		['default', 'Default Source', '00000', 0, 0, false],
		['AUR_DC1', 'Aurora Distribution 1', '10001', 40.7, -74.0, false],
		['AUR_STORE1', 'Aurora Store Exampleton', '02110', 42.4, -71.1, true],
	];
	for (const [source_code, name, postcode, latitude, longitude, pickup] of sources) {
		store.sources.set(source_code, { source_code, name, enabled: true, postcode, latitude, longitude, pickup });
	}
	for (const sku of ['MUG-BLUE', 'MUG-RED', 'CHAIR-OAK', 'TENT-2P']) store.addProduct(sku);
	store.putSourceItem({ sku: 'MUG-BLUE', source_code: 'AUR_DC1', quantity: 5, status: 1 });
}
