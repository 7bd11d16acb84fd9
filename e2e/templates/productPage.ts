import assert from 'node:assert/strict';
import { waitFor } from '../lib/process';
import { withCommerce } from './commerce';
import type { TemplateCheck, TemplateScene } from './scene';
import { importTemplate } from './template';

const HEADER = 'X-Shop-Secret';
const SECRET = 'stand-in-secret';
const ORIGIN = 'https://shop.aurora-retail.example';

interface Answer {
	status: number;
	headers: Headers;
	body: Record<string, unknown>;
}

const page =
	({ n8n }: TemplateScene, path: string) =>
	async (query: string, secret = SECRET): Promise<Answer> => {
		const response = await fetch(`${n8n.url}/webhook/${path}?${query}`, { headers: { [HEADER]: secret } });
		const body = (response.status === 403 ? {} : await response.json()) as Answer['body'];
		return { status: response.status, headers: response.headers, body };
	};

const header = async ({ api }: TemplateScene) =>
	await api.createCredential('Shop', 'httpHeaderAuth', { name: HEADER, value: SECRET });

const STORE = { node: 'AUR_STORE1', name: 'Aurora Store Exampleton', postcode: '02110' };

const pickup: TemplateCheck = {
	name: 'pickup-availability: stores of the shop and of Settings, near and far; unknown items; the others away',
	run: async (scene) =>
		await withCommerce(scene, async ({ shop, tenant, inventory }) => {
			const { api } = scene;
			const credentials = [await header(scene), inventory];
			const settings = { commerceUrl: shop.rest, allowedOrigin: ORIGIN };
			const workflow = await importTemplate(scene, 'pickup-availability', { settings, credentials });
			await api.activate(workflow);
			const ask = page(scene, 'sterling-pickup');
			const registered = async () => (await ask('')).body.error === 'no-item';
			await waitFor(registered, 30_000, () => 'the address was not registered in time');

			assert.equal((await ask('item=MUG-BLUE', 'wrong')).status, 403);
			const full = await ask('item=MUG-BLUE');
			assert.deepEqual(
				[full.status, full.body],
				[
					200,
					{
						item: 'MUG-BLUE',
						stock: 'in-stock',
						quantity: 1013,
						stores: [{ ...STORE, stock: 'in-stock', quantity: 18 }],
					},
				],
			);
			assert.equal(full.headers.get('access-control-allow-origin'), ORIGIN);
			assert.equal(full.headers.get('cache-control'), 'public, max-age=60');
			const near = await ask('item=MUG-BLUE&country=US&zip=02110');
			assert.deepEqual(near.body, full.body);
			const far = await ask('item=MUG-BLUE&country=US&zip=10001');
			assert.deepEqual([far.status, far.body.quantity, far.body.stores], [200, 1013, []]);
			const named = await ask('item=MUG-BLUE&country=Germany&zip=10115');
			assert.deepEqual([named.status, named.body.error], [400, 'no-country-code']);
			const coming = await ask('item=TENT-2P');
			assert.deepEqual([coming.body.stock, coming.body.quantity], ['coming', 0]);
			const unknown = await ask('item=NO-SUCH');
			assert.deepEqual([unknown.status, unknown.body.stock], [200, 'out-of-stock']);

			const asked = tenant.log.counters.requests;
			assert.deepEqual((await ask('item=MUG-BLUE')).body, full.body);
			assert.equal(tenant.log.counters.requests, asked, 'the answer is not kept');
			const away = tenant.faults.add({ kind: 'status', status: 503, times: 0 });
			const failed = await ask('item=CHAIR-OAK');
			tenant.faults.clear(away);
			assert.deepEqual([failed.status, failed.body.error], [503, 'unavailable']);
			assert.equal(failed.headers.get('cache-control'), 'no-store');
			shop.faults.add({ kind: 'status', status: 500, times: 1 });
			assert.equal((await ask('item=MUG-RED')).status, 503);
			assert.deepEqual(await api.executions(workflow.id), [], 'executions are stored');
			await api.deactivate(workflow);

			const stores = [{ node: 'AUR_STORE1', name: 'Corner' }];
			const own = await importTemplate(scene, 'pickup-availability', {
				settings: { ...settings, commerceUrl: 'http://127.0.0.1:1', stores },
				credentials,
			});
			await api.activate(own);
			await waitFor(registered, 30_000, () => 'the address was not registered in time');
			assert.deepEqual((await ask('item=MUG-BLUE')).body.stores, [{ ...stores[0], stock: 'in-stock', quantity: 18 }]);
			await api.deactivate(own);
			return JSON.stringify(full.body);
		}),
};

const delivery: TemplateCheck = {
	name: 'delivery-estimate: the earliest date, nothing to deliver, no address, Sterling away',
	run: async (scene) =>
		await withCommerce(scene, async ({ tenant, inventory }) => {
			const { api } = scene;
			const workflow = await importTemplate(scene, 'delivery-estimate', {
				settings: { allowedOrigin: ORIGIN },
				credentials: [await header(scene), inventory],
			});
			await api.activate(workflow);
			const ask = page(scene, 'sterling-delivery');
			const registered = async () => (await ask('')).body.error === 'no-item-or-address';
			await waitFor(registered, 30_000, () => 'the address was not registered in time');

			const address = 'country=US&zip=02110';
			const full = await ask(`item=MUG-BLUE&${address}`);
			assert.equal(full.status, 200);
			const found = full.body.delivery as Record<string, string>;
			assert.equal(found.carrierService, 'EXPRESS');
			assert.ok(Date.parse(found.earliest) > Date.parse(found.orderBy), JSON.stringify(found));
			assert.ok(Date.parse(found.latest) > Date.parse(found.earliest), JSON.stringify(found));
			assert.match(full.headers.get('cache-control') ?? '', /^public, max-age=\d+$/);
			assert.deepEqual((await ask(`item=MUG-BLUE&${address}`)).body, full.body);
			const none = await ask(`item=NO-SUCH&${address}`);
			assert.deepEqual([none.status, none.body], [200, { item: 'NO-SUCH', delivery: null }]);
			assert.equal((await ask('item=MUG-BLUE')).status, 400);
			assert.equal((await ask('item=MUG-BLUE&country=Germany&zip=02110')).status, 400);
			const away = tenant.faults.add({ kind: 'status', status: 503, times: 0 });
			assert.deepEqual((await ask(`item=MUG-RED&${address}`)).body, { error: 'unavailable', item: 'MUG-RED' });
			tenant.faults.clear(away);
			await api.deactivate(workflow);
			return JSON.stringify(full.body);
		}),
};

export const productPage = [pickup, delivery];
