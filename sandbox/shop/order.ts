interface Address {
	firstname: string;
	lastname: string;
	street: string[];
	city: string;
	region_code: string;
	postcode: string;
	country_id: string;
	telephone: string;
	email?: string;
}

export interface OrderItem {
	item_id: number;
	parent_item_id?: number;
	sku: string;
	name: string;
	product_type: string;
	price: number;
	tax_amount: number;
	qty_ordered: number;
	qty_shipped: number;
	qty_invoiced: number;
	qty_refunded: number;
}

/** An order as `V1/orders` shows it, as far as integrations have been seen to read it [Adobe: sales data]. */
export interface Order {
	entity_id: number;
	/** What other systems know as the number of the order. */
	increment_id: string;
	state: string;
	status: string;
	/** UTC, without a zone: 2026-01-15 10:00:00. */
	created_at: string;
	updated_at: string;
	order_currency_code: string;
	grand_total: number;
	shipping_amount: number;
	discount_amount: number;
	shipping_method: string;
	customer_email: string;
	customer_firstname: string;
	customer_lastname: string;
	billing_address: Address;
	payment: Record<string, unknown>;
	extension_attributes: {
		shipping_assignments: Array<{ shipping: { address: Address; method: string } }>;
		pickup_location_code?: string;
	};
	items: OrderItem[];
	status_histories: Array<{ comment: string; status: string; created_at: string; is_visible_on_front: number }>;
}

/** What an order is made of; `of` is the position of the line that it is a part of. */
export interface OrderLine {
	sku: string;
	qty: number;
	price?: number;
	type?: string;
	of?: number;
}

const ADDRESS: Address = {
	firstname: 'Ada',
	lastname: 'Example',
	street: ['1 Example Street', 'Floor 2'],
	city: 'Exampleton',
	region_code: 'MA',
	postcode: '02110',
	country_id: 'US',
	telephone: '555-0100',
};

export function makeOrder(
	increment_id: string,
	lines: OrderLine[],
	more: Partial<Order>,
	{ next, now }: { next: () => number; now: () => string },
): Order {
	const entity_id = next();
	const items: OrderItem[] = [];
	for (const { sku, qty, price = 10, type = 'simple', of } of lines) {
		items.push({
			item_id: next(),
			...(of === undefined ? {} : { parent_item_id: items[of].item_id }),
			sku,
			name: sku,
			product_type: type,
			price,
			tax_amount: 0,
			qty_ordered: qty,
			qty_shipped: 0,
			qty_invoiced: 0,
			qty_refunded: 0,
		});
	}
	const total = items.reduce((sum, { price, qty_ordered }) => sum + price * qty_ordered, 0);
	const shipping_method = more.shipping_method ?? 'flatrate_flatrate';
	return {
		entity_id,
		increment_id,
		state: 'processing',
		status: 'processing',
		created_at: now(),
		updated_at: now(),
		order_currency_code: 'USD',
		grand_total: total,
		shipping_amount: 0,
		discount_amount: 0,
		shipping_method,
		customer_email: 'ada@example.com',
		customer_firstname: 'Ada',
		customer_lastname: 'Example',
		billing_address: { ...ADDRESS, email: 'ada@example.com' },
		payment: { method: 'checkmo', amount_ordered: total },
		extension_attributes: { shipping_assignments: [{ shipping: { address: ADDRESS, method: shipping_method } }] },
		items,
		status_histories: [],
		...more,
	};
}
