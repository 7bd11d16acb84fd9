import assert from 'node:assert/strict';
import { outputOf } from '../lib/api';
import { withCommerce } from './commerce';
import type { TemplateCheck } from './scene';
import { importTemplate } from './template';

const TEMPLATE = 'commerce-orders-to-sterling';
const TRIGGER = 'Every 5 minutes';

/** Orders of the shop in Sterling: each once, large ones on hold, and one bad order holds up none. */
const orders: TemplateCheck = {
	name: `${TEMPLATE}: each order once, a hold above the amount; bad ones are reported and hold up none`,
	run: async (scene) =>
		await withCommerce(scene, async ({ shop, token }) => {
			const { api, sandbox } = scene;
			const { store } = shop;
			store.addOrder('M-1001', [{ sku: 'MUG-BLUE', qty: 2, price: 9.9 }], {
				shipping_amount: 5,
				discount_amount: -1.98,
				payment: { method: 'stripe', amount_authorized: 22.82, cc_last4: '4242', last_trans_id: 'auth-1' },
			});
			store.addOrder('M-1002', [
				{ sku: 'CHAIR-OAK', qty: 6, price: 120, type: 'configurable' },
				{ sku: 'CHAIR-OAK', qty: 6, price: 0, of: 0 },
			]);
			const pickup = store.addOrder('M-1003', [{ sku: 'MUG-RED', qty: 1 }], { shipping_method: 'instore_pickup' });
			pickup.extension_attributes.pickup_location_code = 'AUR_STORE1';
			store.addOrder('M-1004', [{ sku: 'NO-SUCH-ITEM', qty: 1 }]);
			store.addOrder('M-1005', [{ sku: 'MUG-RED', qty: 1 }], { shipping_method: 'instore_pickup' });
			store.addOrder('M-1006', [{ sku: 'MUG-RED', qty: 1 }], { state: 'canceled' });
			store.addOrder('M-1007', [{ sku: 'MUG-RED', qty: 1 }], { updated_at: '2020-01-01 00:00:00' });
			store.addOrder('AUR-1001', [{ sku: 'MUG-BLUE', qty: 1 }]);

			const run = async (preview: boolean) => {
				const workflow = await importTemplate(scene, TEMPLATE, {
					settings: { commerceUrl: shop.rest, preview },
					credentials: [token],
				});
				const execution = await api.runWorkflow(workflow, TRIGGER);
				const rows = outputOf(execution, 'Report') as Array<Record<string, string>>;
				return {
					rows: Object.fromEntries(rows.map(({ orderNo, result }) => [orderNo, result])),
					error: execution.data.resultData.error?.message ?? '',
				};
			};

			const shown = await run(true);
			assert.equal(shown.rows['M-1001'], 'would be created');
			assert.equal(sandbox.store.order('M-1001'), undefined);

			const first = await run(false);
			assert.deepEqual(first.rows, {
				'M-1001': 'created',
				'M-1002': 'created',
				'M-1003': 'created',
				'M-1004': 'failed',
				'M-1005': 'failed',
				'AUR-1001': 'already there',
			});
			assert.match(first.error, /^2 of 6 orders failed:/);
			assert.match(first.error, /M-1004: .*Item does not exist/);
			assert.match(first.error, /M-1005: it is to be picked up, and names no store/);

			const inSterling = (orderNo: string) => {
				const order = sandbox.store.order(orderNo)!;
				const lines = sandbox.store.rows('OrderLine').filter((row) => row.OrderHeaderKey === order.OrderHeaderKey);
				return { order, lines };
			};
			const plain = inSterling('M-1001');
			assert.deepEqual([plain.order.HoldFlag === 'Y', Number(plain.order.TotalAmount)], [false, 22.82]);
			const large = inSterling('M-1002');
			assert.deepEqual([large.order.HoldFlag, large.lines.length], ['Y', 1]);
			const [picked] = inSterling('M-1003').lines;
			assert.deepEqual([picked!.DeliveryMethod, picked!.ShipNode], ['PICK', 'AUR_STORE1']);

			const second = await run(false);
			assert.deepEqual(second.rows, { 'M-1004': 'failed', 'M-1005': 'failed' });
			const doubled = sandbox.store.rows('Order').filter(({ OrderNo }) => OrderNo === 'M-1001');
			assert.equal(doubled.length, 1);
			const commented = [...store.orders.values()].filter(({ status_histories }) => status_histories.length > 0);
			assert.deepEqual(
				commented.map(({ increment_id, status_histories }) => [increment_id, status_histories.length]),
				[
					['M-1001', 1],
					['M-1002', 1],
					['M-1003', 1],
					['AUR-1001', 1],
				],
			);
			return first.error.replaceAll('\n', ' / ');
		}),
};

export const commerceOrders = [orders];
