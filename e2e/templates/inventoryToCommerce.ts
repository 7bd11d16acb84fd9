import assert from 'node:assert/strict';
import { record, startInventorySandbox } from '../../sandbox/inventory';
import { startShop } from '../../sandbox/shop';
import { outputOf } from '../lib/api';
import { waitFor } from '../lib/process';
import type { TemplateCheck } from './scene';
import { importTemplate, readTemplate } from './template';

const TEMPLATE = 'inventory-to-commerce';
const NIGHTLY = 'Every night: everything';
const CLIENT = { clientId: 'ibm-events', clientSecret: 'Event-Secret-123456' };

/** What Adobe Commerce shows after a night, a second night, and an event. */
const stock: TemplateCheck = {
	name: `${TEMPLATE}: everything at night, twice the same; changes as they come; an unknown product holds up nothing`,
	async run(scene) {
		const { api, n8n } = scene;
		const [tenant, shop] = [await startInventorySandbox(), await startShop({ plainHttp: true })];
		try {
			const login = await fetch(`${shop.rest}/V1/integration/admin/token`, {
				method: 'POST',
				body: JSON.stringify(shop.admin),
			});
			const value = `Bearer ${String(await login.json())}`;
			const key = await api.createCredential('Token of the shop', 'httpHeaderAuth', { name: 'Authorization', value });
			const inventory = await api.createCredential('Inventory', 'ibmInventoryApi', {
				baseUrl: tenant.url,
				tenantId: tenant.tenantId,
				authentication: 'oauth2',
				...tenant.client,
				caCertificate: tenant.ca,
				receiveEvents: true,
				eventClientId: CLIENT.clientId,
				eventClientSecret: CLIENT.clientSecret,
			});
			const workflow = await importTemplate(scene, TEMPLATE, {
				settings: { commerceUrl: shop.rest, entriesPerRequest: 3 },
				credentials: [key, inventory],
			});
			const salable = () => ['MUG-BLUE', 'MUG-RED', 'CHAIR-OAK', 'TENT-2P'].map((sku) => shop.store.salable(sku));
			for (let night = 1; night <= 2; night++) {
				const execution = await api.runWorkflow(workflow, NIGHTLY);
				assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
				assert.equal(outputOf(execution, 'Source items').length, 3);
				assert.deepEqual(salable(), [995 + 18, 4, 3, 0]);
			}
			assert.equal(tenant.log.counters.requestsByApi.token, 1, 'more than one token for two nights');

			await api.activate(workflow);
			const { webhookId } = readTemplate(TEMPLATE).nodes.find(({ type }) => type.endsWith('Trigger'))! as {
				webhookId?: string;
			};
			const at = (path: string) => `${n8n.url}/webhook/${webhookId}/${path}`;
			await waitFor(
				async () => (await fetch(at('events'), { method: 'POST' })).status !== 404,
				30_000,
				() => 'n8n does not serve the address of the events',
			);
			for (const [sku, quantity] of [
				['MUG-RED', 41],
				['NOT-SOLD', 9],
			] as const) {
				const supply = record('supply', sku, 'AUR_DC1', quantity);
				tenant.events.stock(supply, tenant.world.ledger.set(supply, tenant.clock.now()) ?? 0);
			}
			const { failed } = await tenant.deliver({ ...CLIENT, url: at('events'), tokenUrl: at('token') }, { batch: 50 });
			assert.equal(failed.length, 0);
			await waitFor(
				async () => shop.store.salable('MUG-RED') === 41,
				30_000,
				() => 'the change did not reach the shop',
			);
			await api.deactivate(workflow);
			return `salable ${salable().join(', ')}`;
		} finally {
			await tenant.close();
			await shop.close();
		}
	},
};

export const inventoryToCommerce = [stock];
