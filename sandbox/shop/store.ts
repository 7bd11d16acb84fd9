import type { Clock } from '../kit/clock';
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

export interface OrderItem {
	item_id: number;
	sku: string;
	qty_ordered: number;
	qty_shipped: number;
	qty_invoiced: number;
	qty_refunded: number;
}

export interface Order {
	entity_id: number;
	/** What other systems know as the number of the order. */
	increment_id: string;
	state: string;
	status: string;
	grand_total: number;
	shipping_method: string;
	items: OrderItem[];
	status_histories: Array<{ comment: string; status: string; created_at: string; is_visible_on_front: number }>;
}

/** A shipment, invoice or credit memo. */
export interface Paper {
	entity_id: number;
	order_id: number;
	items: Array<{ order_item_id: number; qty: number }>;
	[name: string]: unknown;
}

export interface Bulk {
	bulk_id: string;
	start_time: string;
	/** 1 complete, 2 failed and retriable, 3 failed for good, 4 open, 5 rejected. */
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

	addOrder(incrementId: string, lines: Array<{ sku: string; qty: number }>, more: Partial<Order> = {}): Order {
		const order: Order = {
			entity_id: this.next(),
			increment_id: incrementId,
			state: 'processing',
			status: 'processing',
			grand_total: 100,
			shipping_method: 'flatrate_flatrate',
			items: lines.map(({ sku, qty }) => ({
				item_id: this.next(),
				sku,
				qty_ordered: qty,
				qty_shipped: 0,
				qty_invoiced: 0,
				qty_refunded: 0,
			})),
			status_histories: [],
			...more,
		};
		this.orders.set(order.entity_id, order);
		return order;
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
