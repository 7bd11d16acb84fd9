import assert from 'node:assert/strict';
import { startShop, type HookOutcome } from '../../sandbox/shop';
import { waitFor } from '../lib/process';
import { withCommerce } from './commerce';
import type { TemplateCheck } from './scene';
import { importTemplate } from './template';

const TEMPLATE = 'checkout-stock-check';
const HEADER = 'X-Shop-Secret';
const SECRET = 'stand-in-secret';
/** What Adobe's sample of a stock check sets: the shopper waits no longer. */
const TIMEOUT_MS = 5_000;
const SOFT_TIMEOUT_MS = 1_000;

const item = (sku: string, qty: number) => ({ item: { sku, qty, name: sku } });

/** The hook, called as the shop calls it in the midst of a checkout. */
const checkout: TemplateCheck = {
	name: `${TEMPLATE}: enough, too little, a whole order, Sterling away or hanging; others do not get in`,
	run: async (scene) =>
		await withCommerce(scene, async ({ shop, tenant, inventory }) => {
			const { api, n8n } = scene;
			const header = await api.createCredential('Hook', 'httpHeaderAuth', { name: HEADER, value: SECRET });
			const fill = { settings: { publicKey: shop.webhookKey }, credentials: [header, inventory] };
			const workflow = await importTemplate(scene, TEMPLATE, fill);
			await api.activate(workflow);
			const hook = {
				url: `${n8n.url}/webhook/commerce-stock-check`,
				timeout: TIMEOUT_MS,
				required: true,
				fallbackErrorMessage: 'The stock cannot be checked',
				headers: { [HEADER]: SECRET },
			};
			const call = async (fields: object): Promise<HookOutcome & { ms: number }> => {
				const began = performance.now();
				const outcome = await shop.call(hook, fields);
				return { ...outcome, ms: Math.round(performance.now() - began) };
			};
			await waitFor(
				async () => (await call(item('MUG-BLUE', 1))).status === 200,
				30_000,
				() => 'the address was not registered in time',
			);

			const times: number[] = [];
			for (let round = 1; round <= 2; round++) {
				const enough = await call(item('MUG-RED', 4));
				assert.deepEqual([enough.goesOn, enough.operations, enough.faults], [true, [{ op: 'success' }], []]);
				const short = await call(item('MUG-RED', 5));
				assert.deepEqual(
					[short.goesOn, short.message, short.faults],
					[false, 'Not enough in stock: MUG-RED (4 left)', []],
				);
				const order = {
					order: {
						items: [
							{ sku: 'CHAIR-OAK', qty_ordered: 6, product_type: 'configurable' },
							{ sku: 'CHAIR-OAK', qty_ordered: 6, product_type: 'simple' },
							{ sku: 'MUG-BLUE', qty_ordered: 1000, product_type: 'simple' },
							{ sku: 'Grüße "A&B"', qty_ordered: 1, product_type: 'simple' },
							{ sku: 'E-BOOK', qty_ordered: 1, product_type: 'downloadable' },
						],
					},
				};
				assert.equal((await call(order)).message, 'Not enough in stock: CHAIR-OAK (5 left), Grüße "A&B" (0 left)');
				assert.equal((await call({ order: { items: [] } })).goesOn, true);
				times.push(enough.ms, short.ms);
			}
			assert.ok(Math.max(...times) < SOFT_TIMEOUT_MS, `the shopper waited ${times.join(', ')} ms`);

			const away = tenant.faults.add({ kind: 'status', status: 503, times: 0 });
			assert.deepEqual((await call(item('MUG-RED', 5))).operations, [{ op: 'success' }]);
			tenant.faults.clear(away);
			const hanging = tenant.faults.add({ kind: 'delay', ms: 60_000, times: 0 });
			const late = await call(item('MUG-RED', 5));
			tenant.faults.clear(hanging);
			assert.deepEqual([late.status, late.operations], [200, [{ op: 'success' }]]);

			const stranger = await startShop({ plainHttp: true, name: 'stranger' });
			const forged = await stranger.call(hook, item('MUG-RED', 1));
			await stranger.close();
			assert.deepEqual([forged.status, forged.goesOn, forged.message], [401, false, 'The stock cannot be checked']);
			const unknown = await shop.call({ ...hook, headers: {} }, item('MUG-RED', 1));
			assert.equal(unknown.status, 403);
			assert.deepEqual(await api.executions(workflow.id), [], 'executions are stored');
			await api.deactivate(workflow);
			return `${times.join(', ')} ms; Inventory Visibility hangs: ${late.ms} ms`;
		}),
};

export const checkoutStockCheck = [checkout];
