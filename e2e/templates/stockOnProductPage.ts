import assert from 'node:assert/strict';
import { waitFor } from '../lib/process';
import { stock } from './stock';
import type { TemplateCheck, TemplateScene } from './scene';
import { importTemplate } from './template';

const HEADER = 'X-Shop-Secret';
const SECRET = 'stand-in-secret';
const ORIGIN = 'https://shop.aurora-retail.example';

interface Answer {
	status: number;
	headers: Headers;
	body: Record<string, unknown>;
	ms: number;
}

async function ask({ n8n }: TemplateScene, query: string, secret = SECRET): Promise<Answer> {
	const started = performance.now();
	const headers = { origin: ORIGIN, [HEADER]: secret };
	const response = await fetch(`${n8n.url}/webhook/sterling-stock?${query}`, { headers });
	const body = (response.status === 403 ? {} : await response.json()) as Answer['body'];
	return { status: response.status, headers: response.headers, body, ms: Math.round(performance.now() - started) };
}

/** The address, called as a product page calls it; from the first response that n8n does not give itself. */
const answers: TemplateCheck = {
	name: 'stock-on-product-page: stock, stores and estimate; unknown items; Sterling away',
	async run(scene) {
		const { api, sandbox } = scene;
		const workflow = await importTemplate(scene, 'stock-on-product-page', {
			settings: { allowedOrigin: ORIGIN },
			credentials: [await api.createCredential('Shop', 'httpHeaderAuth', { name: HEADER, value: SECRET })],
		});
		await api.activate(workflow);
		const registered = async () => (await ask(scene, '')).body.error === 'no-item';
		await waitFor(registered, 30_000, () => 'the address was not registered in time');

		assert.equal((await ask(scene, 'item=PAGE-1', 'wrong')).status, 403);
		stock(sandbox, 'PAGE-1', 'AUR_DC1', 5);
		const full = await ask(scene, 'item=PAGE-1&country=US&zip=00000');
		assert.equal(full.status, 200);
		assert.equal(full.headers.get('access-control-allow-origin'), ORIGIN);
		assert.equal(full.headers.get('cache-control'), 'public, max-age=60');
		const { delivery, ...rest } = full.body as { delivery: { earliest: string; latest: string } };
		assert.deepEqual(rest, {
			item: 'PAGE-1',
			stock: 'in-stock',
			quantity: 5,
			stores: [{ node: 'AUR_STORE1', name: 'Aurora Exampleton', quantity: 0 }],
		});
		assert.ok(Date.parse(delivery.earliest) > Date.now(), delivery.earliest);

		stock(sandbox, 'PAGE-1', 'AUR_STORE1', 2);
		const more = await ask(scene, 'item=PAGE-1');
		stock(sandbox, 'PAGE-1', 'AUR_STORE1', 0);
		assert.deepEqual([more.body.quantity, more.body.delivery], [7, null]);
		assert.deepEqual(more.body.stores, [{ node: 'AUR_STORE1', name: 'Aurora Exampleton', quantity: 2 }]);

		const tooMany = await ask(scene, 'item=PAGE-1&country=US&quantity=50');
		assert.deepEqual([tooMany.status, tooMany.body.delivery], [200, null]);
		stock(sandbox, 'PAGE-2', 'AUR_DC1', 0);
		const none = await ask(scene, 'item=PAGE-2&country=US');
		assert.deepEqual([none.body.stock, none.body.quantity, none.body.delivery], ['out-of-stock', 0, null]);

		const unknown = await ask(scene, 'item=NO-SUCH&item=OTHER');
		assert.deepEqual([unknown.status, unknown.body.error], [404, 'unknown-item']);
		assert.equal(unknown.headers.get('access-control-allow-origin'), ORIGIN);
		const unnamed = await ask(scene, 'country=US');
		assert.deepEqual([unnamed.status, unnamed.headers.get('cache-control')], [400, 'no-store']);

		const estimateAway = sandbox.faults.add({ kind: 'status', status: 503, api: 'findInventory', times: 0 });
		const withoutEstimate = await ask(scene, 'item=PAGE-1&country=US&zip=11111');
		sandbox.faults.clear(estimateAway);
		assert.deepEqual([withoutEstimate.status, withoutEstimate.body.delivery], [200, null]);
		const away = sandbox.faults.add({ kind: 'status', status: 503, times: 0 });
		const unavailable = await ask(scene, 'item=PAGE-3');
		const remembered = await ask(scene, 'item=PAGE-1');
		sandbox.faults.clear(away);
		assert.deepEqual([unavailable.status, unavailable.body.error], [503, 'unavailable']);
		assert.equal(unavailable.headers.get('cache-control'), 'no-store');

		assert.deepEqual(remembered.body, more.body, 'the answer is not kept');
		assert.deepEqual(await api.executions(workflow.id), [], 'executions are stored');

		const again = await ask(scene, 'item=PAGE-1&country=US&zip=00000');
		assert.deepEqual(again.body.stores, full.body.stores);
		await api.deactivate(workflow);
		return `with estimate ${again.ms} ms, without ${more.ms} ms, Sterling away ${unavailable.ms} ms`;
	},
};

export const stockOnProductPage = [answers];
