import { createVerify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'node:https';

import { startShop, type Shop } from '../../../../sandbox/shop';

let shop: Shop;
let token: string;
beforeEach(async () => {
	shop = await startShop();
	token = (await call('POST', 'V1/integration/admin/token', shop.admin, {})).body as string;
});
afterEach(async () => await shop.close());

interface Answered {
	status: number;
	body: unknown;
}

async function call(
	method: string,
	path: string,
	body?: object,
	headers: Record<string, string> = { Authorization: `Bearer ${token}` },
): Promise<Answered> {
	const url =
		path.startsWith('async') || !path.startsWith('V1') ? `${shop.url}/rest/all/${path}` : `${shop.rest}/${path}`;
	return await new Promise((resolve, reject) => {
		const sent = request(
			url,
			{ method, headers: { 'Content-Type': 'application/json', ...headers }, ca: shop.ca },
			(response) => {
				let text = '';
				response.on('data', (chunk: Buffer) => (text += chunk.toString()));
				response.on('end', () =>
					resolve({ status: response.statusCode ?? 0, body: text === '' ? undefined : JSON.parse(text) }),
				);
			},
		);
		sent.on('error', reject);
		sent.end(body === undefined ? undefined : JSON.stringify(body));
	});
}

const filter = (field: string, value: string, more: Record<string, string> = {}) =>
	new URLSearchParams({
		'searchCriteria[filterGroups][0][filters][0][field]': field,
		'searchCriteria[filterGroups][0][filters][0][value]': value,
		...more,
	}).toString();
const item = (sku: string, quantity: number, source_code = 'AUR_DC1') => ({
	sku,
	source_code,
	quantity,
	status: quantity > 0 ? 1 : 0,
});

describe('access', () => {
	it('a token is a JSON text, and nothing goes without one', async () => {
		expect(token).toMatch(/^shop\d{28}$/);
		expect(await call('GET', 'V1/inventory/sources', undefined, {})).toEqual({
			status: 401,
			body: {
				message: "The consumer isn't authorized to access %resources.",
				parameters: { resources: 'sources.list' },
			},
		});
		expect((await call('POST', 'V1/integration/admin/token', { ...shop.admin, password: 'x' }, {})).status).toBe(401);
		expect((await call('GET', 'V1/nothing')).status).toBe(404);
	});
});

describe('stock', () => {
	it('is saved, found and removed by SKU and source', async () => {
		const save = await call('POST', 'V1/inventory/source-items', {
			sourceItems: [item('MUG-RED', 7), item('MUG-BLUE', 0)],
		});
		expect(save).toEqual({ status: 200, body: [] });
		const found = await call('GET', `V1/inventory/source-items?${filter('sku', 'MUG-RED')}`);
		expect(found.body).toMatchObject({ items: [item('MUG-RED', 7)], total_count: 1 });
		expect((await call('GET', 'V1/inventory/get-product-salable-quantity/MUG-RED/1')).body).toBe(7);
		expect((await call('GET', 'V1/inventory/is-product-salable/MUG-BLUE/1')).body).toBe(false);
		await call('POST', 'V1/inventory/source-items-delete', {
			sourceItems: [{ sku: 'MUG-RED', source_code: 'AUR_DC1' }],
		});
		expect((await call('GET', 'V1/inventory/dump-stock-index-data/website/base')).body).toContainEqual({
			sku: 'MUG-RED',
			qty: 0,
			is_salable: false,
		});
	});

	it('is refused as a whole where one entry is wrong', async () => {
		const { status, body } = await call('POST', 'V1/inventory/source-items', {
			sourceItems: [item('MUG-RED', 7), item('NO-SUCH', 1), { sku: '', source_code: 'NOWHERE' }],
		});
		expect(status).toBe(400);
		expect(body).toMatchObject({ errors: [{ message: 'Product NO-SUCH does not exist.' }] });
		expect(shop.store.salable('MUG-RED')).toBe(0);
	});

	it('has a limit where it is switched on', async () => {
		shop.behaviour.entityLimit = 20;
		const sourceItems = Array.from({ length: 21 }, () => item('MUG-RED', 1));
		expect((await call('POST', 'V1/inventory/source-items', { sourceItems })).body).toEqual({
			message: 'Maximum items of type "%type" is %max',
			parameters: { type: 'SourceItem', max: 20 },
		});
	});

	it('in bulk is accepted first, and the truth is in the status', async () => {
		shop.store.addProduct('BROKEN');
		const bodies = [{ sourceItems: [item('MUG-RED', 9)] }, { sourceItems: [item('BROKEN', 9)] }];
		const { status, body } = await call('POST', 'async/bulk/V1/inventory/source-items', bodies);
		expect(status).toBe(202);
		expect(body).toMatchObject({ errors: false, request_items: [{ status: 'accepted' }, { status: 'accepted' }] });
		const path = `V1/bulk/${(body as { bulk_uuid: string }).bulk_uuid}/status`;
		const states = async () =>
			((await call('GET', path)).body as { operations_list: Array<{ status: number }> }).operations_list.map(
				(one) => one.status,
			);
		expect(await states()).toEqual([4, 4]);
		expect(await states()).toEqual([1, 3]);
		expect(shop.store.salable('MUG-RED')).toBe(9);
	});

	it('pages stop at the total, and beyond the last page the last one is repeated', async () => {
		const page = async (number: number) =>
			(await call('GET', `V1/products?searchCriteria[pageSize]=3&searchCriteria[currentPage]=${number}`)).body as {
				items: Array<{ sku: string }>;
				total_count: number;
			};
		expect((await page(1)).items).toHaveLength(3);
		expect(await page(2)).toMatchObject({ items: [{ sku: 'TENT-2P' }], total_count: 4 });
		expect(await page(3)).toMatchObject({ items: [{ sku: 'TENT-2P' }] });
	});

	it('stores for pickup are open to everybody, by distance', async () => {
		const near = async (radius: number) =>
			(
				await call(
					'GET',
					`V1/inventory/in-store-pickup/pickup-locations?searchRequest[scopeCode]=base&searchRequest[area][radius]=${radius}&searchRequest[area][searchTerm]=10001`,
					undefined,
					{},
				)
			).body;
		expect(await near(500)).toMatchObject({ items: [{ pickup_location_code: 'AUR_STORE1' }], total_count: 1 });
		expect(await near(50)).toMatchObject({ items: [], total_count: 0 });
	});
});

describe('an order', () => {
	const place = (more: object = {}) => shop.store.addOrder('000000042', [{ sku: 'MUG-BLUE', qty: 2 }], more);

	it('is found by its number and read by its ID', async () => {
		const { entity_id } = place();
		const found = await call('GET', `V1/orders?${filter('increment_id', '000000042')}`);
		expect(found.body).toMatchObject({ items: [{ entity_id }], total_count: 1 });
		expect((await call('GET', `V1/orders/${entity_id}/statuses`)).body).toBe('processing');
		expect((await call('GET', 'V1/orders/999')).status).toBe(404);
	});

	it('is held, not shipped meanwhile, released, shipped and complete', async () => {
		const { entity_id, items } = place();
		expect((await call('POST', `V1/orders/${entity_id}/hold`)).body).toBe(true);
		expect((await call('POST', `V1/orders/${entity_id}/hold`)).body).toBe(false);
		const held = await call('POST', `V1/order/${entity_id}/ship`, {});
		expect(held).toMatchObject({ status: 400, body: { errors: [{ message: expect.stringContaining('On Hold') }] } });
		await call('POST', `V1/orders/${entity_id}/unhold`);
		await call('POST', `V1/order/${entity_id}/invoice`, { capture: true });
		const part = { items: [{ order_item_id: items[0].item_id, qty: 1 }], notify: true };
		expect((await call('POST', `V1/order/${entity_id}/ship`, part)).body).toEqual(expect.any(Number));
		expect(
			(await call('POST', `V1/order/${entity_id}/ship`, { items: [{ order_item_id: items[0].item_id, qty: 2 }] }))
				.status,
		).toBe(400);
		expect((await call('POST', `V1/orders/${entity_id}/cancel`)).body).toBe(false);
		await call('POST', `V1/order/${entity_id}/ship`, {});
		expect(shop.store.order(entity_id)).toMatchObject({ status: 'complete' });
		expect(shop.store.mails).toEqual([{ order_id: entity_id, what: 'shipment' }]);
	});

	it('takes comments, and refunds what was invoiced', async () => {
		const { entity_id } = place();
		await call('POST', `V1/orders/${entity_id}/comments`, {
			statusHistory: { comment: 'Released to AUR_DC1', status: 'released' },
		});
		expect(shop.store.order(entity_id)).toMatchObject({
			status: 'released',
			status_histories: [{ comment: 'Released to AUR_DC1' }],
		});
		expect((await call('POST', `V1/order/${entity_id}/refund`, {})).status).toBe(400);
		const { body: invoice } = await call('POST', `V1/order/${entity_id}/invoice`, {});
		expect((await call('POST', `V1/invoice/${String(invoice)}/refund`, { isOnline: true })).status).toBe(200);
		expect(shop.store.order(entity_id).state).toBe('closed');
		expect((await call('GET', 'V1/creditmemos')).body).toMatchObject({ total_count: 1 });
	});

	it('is ready for pickup only where it is picked up; HTTP 200 says nothing', async () => {
		const [pick, ship] = [place({ shipping_method: 'instore_pickup' }), place()];
		const ask = { orderIds: [pick.entity_id, ship.entity_id] };
		const { status, body } = await call('POST', 'V1/order/notify-orders-are-ready-for-pickup', ask);
		expect({ status, body }).toMatchObject({
			status: 200,
			body: { successful: false, errors: [{ id: ship.entity_id }] },
		});
		await call('POST', 'V1/order/notify-orders-are-ready-for-pickup', { orderIds: [pick.entity_id] });
		expect(shop.store.shipments).toHaveLength(1);
		expect(shop.store.mails).toHaveLength(2);
	});
});

describe('a webhook', () => {
	/** A receiver that responds so, and what it got. */
	async function receiver(status: number, text: string) {
		const got: Array<{ body: string; signature: string }> = [];
		const server = createServer((incoming, response) => {
			let body = '';
			incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
			incoming.on('end', () => {
				got.push({ body, signature: String(incoming.headers['x-adobe-commerce-webhook-signature']) });
				response.statusCode = status;
				response.end(text);
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const close = async () => await new Promise((resolve) => server.close(resolve));
		return { url, got, close };
	}

	it.each<[string, number, string, boolean, object]>([
		['success', 200, '{"op":"success"}', true, { faults: [] }],
		[
			'a list',
			200,
			'[{"op":"add","path":"result","value":{"x":1}},{"op":"remove","path":"result/y"}]',
			true,
			{ faults: [] },
		],
		['an exception', 200, '{"op":"exception","message":"Sold out"}', false, { message: 'Sold out' }],
		['an exception without words', 200, '{"op":"exception"}', false, { message: 'Please try later' }],
		['an unknown operation', 200, '{"op":"ok"}', false, { faults: ['Unknown operation "ok"'] }],
		['an addition without a value', 200, '{"op":"add","path":"result"}', false, { faults: ['add has no value'] }],
		['no JSON', 200, 'OK', false, { faults: ['The body is not JSON'] }],
		['another status', 201, '{"op":"success"}', false, { faults: ['HTTP 201 is not 200'] }],
	])('answered with %s', async (_what, status, text, goesOn, more) => {
		const { url, close } = await receiver(status, text);
		try {
			const hook = { url, required: true, fallbackErrorMessage: 'Please try later' };
			expect(await shop.call(hook, { sku: 'MUG-BLUE' })).toMatchObject({ goesOn, ...more });
		} finally {
			await close();
		}
	});

	it('is signed over the base64 text of its body', async () => {
		const { url, got, close } = await receiver(200, '{"op":"success"}');
		await shop.call({ url }, { sku: 'MÜG/1' });
		await close();
		const [{ body, signature }] = got;
		const verify = (text: string) => createVerify('SHA256').update(text).verify(shop.webhookKey, signature, 'base64');
		expect(verify(Buffer.from(body).toString('base64'))).toBe(true);
		expect(verify(Buffer.from(body.replace('1', '2')).toString('base64'))).toBe(false);
	});

	it('that nobody answers stops the shopper only where it is required', async () => {
		const { url, close } = await receiver(200, '');
		await close();
		expect(await shop.call({ url }, {})).toMatchObject({ goesOn: true, status: 0 });
		expect(await shop.call({ url, required: true }, {})).toMatchObject({ goesOn: false, status: 0 });
	});
});
