import assert from 'node:assert/strict';
import { waitFor } from '../lib/process';
import { nextSecond, placeOrder, scheduleAndRelease } from './aurora';
import { withCommerce } from './commerce';
import { ship } from './commerceStatus';
import { LoyaltyStore } from './loyaltyStore';
import type { TemplateCheck } from './scene';
import { stock } from './stock';
import { importTemplate } from './template';

const TEMPLATE = 'commerce-returns';
const OFTEN = 'Every 10 minutes';
const TRIGGER = 'When a return changes';
const ITEMS = ['SHOP-CUP', 'SHOP-BOWL'];

/** A return of the shop goes to Sterling, and its credit memo comes back; both once. */
const returns: TemplateCheck = {
	name: `${TEMPLATE}: a return in Sterling and a credit memo in the shop, each once; bad ones are reported`,
	run: async (scene) =>
		await withCommerce(scene, async ({ shop, token }) => {
			const { api, sandbox } = scene;
			const began = new Date(sandbox.clock.now() - 1000).toISOString();
			for (const item of ITEMS) stock(sandbox, item, 'AUR_DC1', 100);
			placeOrder(
				sandbox,
				'M-3001',
				ITEMS.map((item) => ({ item, quantity: 3 })),
			);
			scheduleAndRelease(sandbox, 'M-3001');
			ship(sandbox, 'M-3001');
			const order = shop.store.addOrder('M-3001', [
				{ sku: ITEMS[0]!, qty: 3, type: 'configurable' },
				{ sku: ITEMS[0]!, qty: 3, of: 0 },
				{ sku: ITEMS[1]!, qty: 3 },
			]);
			for (const item of order.items) item.qty_invoiced = 3;
			const wanted = shop.store.addReturn('R-1', order, [0, 1, 2]);
			shop.store.addReturn('R-2', shop.store.addOrder('M-3002', [{ sku: ITEMS[0]!, qty: 1 }]), [1]);
			shop.store.addReturn('R-3', order, [1]).status = 'pending';

			const fill = (preview: boolean) => ({
				settings: { commerceUrl: shop.rest, preview },
				credentials: [token],
				parameters: {
					[TRIGGER]: {
						options: { lag: 0, startFrom: began },
						filters: { documentType: { __rl: true, mode: 'code', value: '0003' } },
					},
				},
			});
			const inSterling = () =>
				sandbox.store
					.rows('Order')
					.filter(({ OrderNo }) => OrderNo?.startsWith('RMA-'))
					.map(({ OrderNo }) => OrderNo);
			await api.runWorkflow(await importTemplate(scene, TEMPLATE, fill(true)), OFTEN);
			assert.deepEqual(inSterling(), []);
			const workflow = await importTemplate(scene, TEMPLATE, fill(false));
			let message = '';
			for (let round = 1; round <= 2; round++) {
				const execution = await api.runWorkflow(workflow, OFTEN);
				message = execution.data.resultData.error?.message ?? '';
				assert.match(message, /^1 returns did not reach Sterling:\nRMA-R-2: /);
				assert.deepEqual(inSterling(), ['RMA-R-1']);
			}
			const made = sandbox.store.order('RMA-R-1', 'AURORA', '0003')!;
			const lines = sandbox.store.rows('OrderLine').filter((row) => row.OrderHeaderKey === made.OrderHeaderKey);
			assert.deepEqual(
				lines.map(({ ItemID, OrderedQty, ReturnReason }) => [ItemID, Number(OrderedQty), ReturnReason]),
				[
					[ITEMS[0], 1, 'DAMAGED'],
					[ITEMS[1], 2, 'DAMAGED'],
				],
			);
			wanted.status = 'received';

			// What changes within the first seconds counts as part of the creation.
			for (let second = 0; second < 4; second++) await nextSecond(sandbox);
			new LoyaltyStore(sandbox).receive('RMA-R-1');
			await api.activate(workflow);
			await waitFor(
				async () => shop.store.creditMemos.length > 0,
				120_000,
				() => 'no credit memo was made',
			).catch(async (error: Error) => {
				const [last] = await api.executions(workflow.id);
				const { data } = await api.execution(last!.id);
				throw new Error(
					`${error.message}: ${data.resultData.error?.message ?? Object.keys(data.resultData.runData ?? {}).join(', ')}`,
				);
			});
			await api.deactivate(workflow);
			await api.runWorkflow(workflow, TRIGGER);
			const [memo, ...more] = shop.store.creditMemos;
			assert.deepEqual(more, []);
			assert.deepEqual(memo!.items, [
				{ order_item_id: order.items[0]!.item_id, qty: 1 },
				{ order_item_id: order.items[2]!.item_id, qty: 2 },
			]);
			assert.deepEqual(memo!.comments, [{ comment: 'Sterling return RMA-R-1', is_visible_on_front: 0 }]);
			return message.replaceAll('\n', ' / ');
		}),
};

export const commerceReturns = [returns];
