import { missing, ShopRefusal } from '../refusal';
import type { ShopAsked, ShopRoute } from '../route';
import { search } from '../search';
import type { Order, OrderItem } from '../order';
import type { Paper } from '../store';

type Json = Record<string, unknown>;
type Counted = 'qty_shipped' | 'qty_invoiced' | 'qty_refunded';

/** The quantities of a request, or all that is left where it names none. @throws ShopRefusal for more than is left */
function taken(order: Order, body: Json, what: Counted, most: (item: OrderItem) => number): Paper['items'] {
	const left = (item: OrderItem) => most(item) - item[what];
	const given = Array.isArray(body.items) && body.items.length > 0 ? (body.items as Json[]) : undefined;
	const items = given
		? given.map(({ order_item_id, qty }) => ({ order_item_id: Number(order_item_id), qty: Number(qty) }))
		: order.items.map((item) => ({ order_item_id: item.item_id, qty: left(item) })).filter(({ qty }) => qty > 0);
	const problems = items.flatMap(({ order_item_id, qty }) => {
		const item = order.items.find(({ item_id }) => item_id === order_item_id);
		if (!item) return [`The order item ${order_item_id} does not exist.`];
		return qty > 0 && qty <= left(item) ? [] : [`The quantity of ${item.sku} must not be greater than ${left(item)}.`];
	});
	if (items.length === 0) problems.push('There is nothing left.');
	if (problems.length > 0) refuse('Document Validation Error(s)', problems);
	for (const { order_item_id, qty } of items)
		order.items.find(({ item_id }) => item_id === order_item_id)![what] += qty;
	return items;
}

function refuse(text: string, problems: string[]): never {
	throw new ShopRefusal(
		400,
		`${text}:\n${problems.join('\n')}`,
		{},
		problems.map((message) => ({ message })),
	);
}

function note(order: Order, { comment, appendComment }: Json, now: string): void {
	const text = (comment as Json | undefined)?.comment;
	if (appendComment !== true || typeof text !== 'string') return;
	order.status_histories.push({ comment: text, status: order.status, created_at: now, is_visible_on_front: 0 });
}

const commentsOf = ({ comment }: Json): unknown[] => (comment === undefined ? [] : [comment]);

/** Where all is shipped and invoiced the order is complete. */
function settle(order: Order): void {
	if (order.items.every((item) => item.qty_shipped === item.qty_ordered && item.qty_invoiced === item.qty_ordered)) {
		order.state = order.status = 'complete';
	}
}

function ship({ params, body, store }: ShopAsked): number {
	const order = store.order(params.id);
	if (order.state === 'holded' || order.state === 'canceled') {
		refuse('Shipment Document Validation Error(s)', [
			'A shipment cannot be created when an order has a status of On Hold',
		]);
	}
	const source = ((body.arguments as Json | undefined)?.extension_attributes as Json | undefined)?.source_code;
	if (source !== undefined && !store.sources.has(String(source)))
		refuse('Source', [`Source ${String(source)} does not exist.`]);
	const items = taken(order, body, 'qty_shipped', ({ qty_ordered }) => qty_ordered);
	const shipment: Paper = {
		entity_id: store.next(),
		order_id: order.entity_id,
		items,
		tracks: body.tracks ?? [],
		comments: commentsOf(body),
		source_code: source,
	};
	store.shipments.push(shipment);
	note(order, body, store.now());
	if (body.notify === true) store.mails.push({ order_id: order.entity_id, what: 'shipment' });
	settle(order);
	return shipment.entity_id;
}

function invoice({ params, body, store }: ShopAsked): number {
	const order = store.order(params.id);
	const items = taken(order, body, 'qty_invoiced', ({ qty_ordered }) => qty_ordered);
	const paper: Paper = { entity_id: store.next(), order_id: order.entity_id, items };
	store.invoices.push(paper);
	settle(order);
	return paper.entity_id;
}

function refund(order: Order, { body, store }: ShopAsked): number {
	const items = taken(order, body, 'qty_refunded', ({ qty_invoiced }) => qty_invoiced);
	const memo: Paper = {
		entity_id: store.next(),
		order_id: order.entity_id,
		items,
		comments: commentsOf(body),
		...((body.arguments as Json | undefined) ?? {}),
	};
	store.creditMemos.push(memo);
	note(order, body, store.now());
	if (order.items.every((item) => item.qty_refunded === item.qty_ordered)) order.state = order.status = 'closed';
	return memo.entity_id;
}

/** A change of state that is false where the state does not allow it. */
const move = (name: string, from: readonly string[], to: string): ShopRoute => ({
	name: `orders.${name}`,
	method: 'POST',
	path: `V1/orders/{id}/${name}`,
	handle: ({ params, store }) => {
		const order = store.order(params.id);
		const isShipped = order.items.some(({ qty_shipped }) => qty_shipped > 0);
		if (!from.includes(order.state) || (name === 'cancel' && isShipped)) return false;
		order.state = order.status = to;
		return true;
	},
});

/**
 * Ships orders for pickup and mails the shoppers. HTTP 200 also where some fail; an order that was shipped already only
 * gets its mail again [magento/inventory].
 */
function readyForPickup(asked: ShopAsked): object {
	const { body, store } = asked;
	const errors: Array<{ id: number; message: string }> = [];
	for (const id of (body.orderIds ?? []) as number[]) {
		const order = store.orders.get(id);
		if (order?.shipping_method !== 'instore_pickup') {
			errors.push({ id, message: `The order ${id} is not ready for pickup` });
			continue;
		}
		const isShipped = store.shipments.some(({ order_id }) => order_id === id);
		if (!isShipped) ship({ ...asked, params: { id: String(id) }, body: {} });
		store.mails.push({ order_id: id, what: 'ready for pickup' });
	}
	return { successful: errors.length === 0, errors };
}

/** A route of an order that notes the time at which it changed the order. */
const touching = (route: ShopRoute): ShopRoute => ({
	...route,
	handle: (asked) => {
		const response = route.handle(asked);
		const order = asked.store.orders.get(Number(asked.params.id));
		if (route.method === 'POST' && route.path.startsWith('V1/order') && order) order.updated_at = asked.store.now();
		return response;
	},
});

const ROUTES: readonly ShopRoute[] = [
	{ name: 'orders.get', method: 'GET', path: 'V1/orders/{id}', handle: ({ params, store }) => store.order(params.id) },
	{
		name: 'orders.list',
		method: 'GET',
		path: 'V1/orders',
		handle: ({ store, query }) => search([...store.orders.values()], query),
	},
	{
		name: 'orders.status',
		method: 'GET',
		path: 'V1/orders/{id}/statuses',
		handle: ({ params, store }) => store.order(params.id).status,
	},
	{
		name: 'orders.comment',
		method: 'POST',
		path: 'V1/orders/{id}/comments',
		handle: ({ params, body, store }) => {
			const order = store.order(params.id);
			const { comment, status, is_visible_on_front } = (body.statusHistory ?? {}) as Json;
			if (typeof comment !== 'string')
				throw new ShopRefusal(400, '"%fieldName" is required.', { fieldName: 'comment' });
			if (typeof status === 'string') order.status = status;
			const created_at = store.now();
			order.status_histories.push({
				comment,
				status: order.status,
				created_at,
				is_visible_on_front: Number(is_visible_on_front ?? 0),
			});
			return true;
		},
	},
	move('hold', ['new', 'processing'], 'holded'),
	move('unhold', ['holded'], 'processing'),
	move('cancel', ['new', 'processing'], 'canceled'),
	{ name: 'orders.ship', method: 'POST', path: 'V1/order/{id}/ship', handle: ship },
	{ name: 'orders.invoice', method: 'POST', path: 'V1/order/{id}/invoice', handle: invoice },
	{
		name: 'orders.refund',
		method: 'POST',
		path: 'V1/order/{id}/refund',
		handle: (asked) => refund(asked.store.order(asked.params.id), asked),
	},
	{
		name: 'invoices.refund',
		method: 'POST',
		path: 'V1/invoice/{id}/refund',
		handle: (asked) => {
			const paper = asked.store.invoices.find(({ entity_id }) => entity_id === Number(asked.params.id));
			if (!paper) throw missing('invoice', asked.params.id);
			return refund(asked.store.order(paper.order_id), asked);
		},
	},
	{
		name: 'orders.readyForPickup',
		method: 'POST',
		path: 'V1/order/notify-orders-are-ready-for-pickup',
		handle: readyForPickup,
	},
	{
		name: 'shipments.list',
		method: 'GET',
		path: 'V1/shipments',
		handle: ({ store, query }) => search(store.shipments, query),
	},
	{
		name: 'creditMemos.list',
		method: 'GET',
		path: 'V1/creditmemos',
		handle: ({ store, query }) => search(store.creditMemos, query),
	},
	{
		name: 'returns.list',
		method: 'GET',
		path: 'V1/returns',
		handle: ({ store, query }) => search(store.returns, query),
	},
];

/** Orders and what is made of them [Adobe: order processing]. */
export const orderRoutes = ROUTES.map(touching);
