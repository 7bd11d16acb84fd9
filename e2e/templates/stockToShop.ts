import assert from 'node:assert/strict';
import { outputOf } from '../lib/api';
import type { Execution } from '../lib/apiTypes';
import { type Change, SHOP_KEY, startStockShop } from '../standIns/stockShop';
import type { TemplateCheck } from './scene';
import { itemOf, stock } from './stock';
import { importTemplate } from './template';

const OFTEN = 'Every 10 minutes: changes';
const NIGHTLY = 'Every night: everything';
const REFUSED = 'Items that Sterling refuses';

/** Changes of this check's own items, as "item node quantity". */
const own = (requests: Change[][]) =>
	requests.flat().filter(({ item }) => item.startsWith('SHOP-')).map(({ item, node, quantity }) => `${item} ${node} ${quantity}`);

const ended = (execution: Execution, wanted: Execution['status']) =>
	assert.equal(execution.status, wanted, execution.data.resultData.error?.message);

const changes: TemplateCheck = {
	name: 'stock-to-shop: what changed, once; what the shop did not take, again; everything at night',
	async run(scene) {
		const { api, sandbox } = scene;
		const shop = await startStockShop();
		const key = await api.createCredential('Key of the shop', 'httpHeaderAuth', SHOP_KEY);
		const credentials = [key, await scene.postgresCredential()];
		const nodes = ['AUR_DC1', 'AUR_STORE1'];
		const fill = (more: Record<string, unknown>) => ({
			settings: { nodes, shopUrl: `${shop.url}/stock`, changesPerRequest: 4, ...more },
			credentials,
		});
		const workflow = await importTemplate(scene, 'stock-to-shop', fill({}));
		const run = async (trigger: string, wanted: Execution['status'] = 'success') => {
			const execution = await api.runWorkflow(workflow, trigger);
			ended(execution, wanted);
			return execution;
		};
		stock(sandbox, 'SHOP-1', 'AUR_DC1', 7);
		stock(sandbox, 'SHOP-1', 'AUR_STORE1', 2);
		stock(sandbox, 'SHOP-2', 'AUR_DC1', 3);

		await run(OFTEN);
		const first = shop.taken();
		assert.ok(first.length > 1 && first.every((request) => request.length <= 4), 'more changes in a request than set');
		const all = ['SHOP-1 AUR_DC1 7', 'SHOP-1 AUR_STORE1 2', 'SHOP-2 AUR_DC1 3', 'SHOP-2 AUR_STORE1 0'];
		assert.deepEqual(own(first), all);
		assert.equal(shop.believed.get('SHOP-2 AUR_STORE1')?.inStock, false);

		await run(OFTEN);
		assert.deepEqual(shop.taken(), [], 'nothing had changed');

		stock(sandbox, 'SHOP-1', 'AUR_STORE1', 0);
		stock(sandbox, 'SHOP-2', 'AUR_DC1', 4);
		await run(OFTEN);
		assert.deepEqual(own(shop.taken()), ['SHOP-1 AUR_STORE1 0', 'SHOP-2 AUR_DC1 4']);

		stock(sandbox, 'SHOP-1', 'AUR_DC1', 8);
		shop.refuse(1);
		await run(OFTEN);
		const attempts = shop.taken();
		assert.deepEqual(attempts.map((request) => own([request])), [['SHOP-1 AUR_DC1 8'], ['SHOP-1 AUR_DC1 8']]);

		stock(sandbox, 'SHOP-1', 'AUR_DC1', 9);
		shop.refuse(99);
		const refused = await run(OFTEN, 'error');
		assert.match(refused.data.resultData.error?.message ?? '', /the next run sends them again.*closed/);
		assert.equal(shop.taken().length, 3, 'it does not try three times');
		shop.refuse(0);
		await run(OFTEN);
		assert.deepEqual(own(shop.taken()), ['SHOP-1 AUR_DC1 9'], 'what was not taken is sent again');

		shop.believed.clear();
		await run(NIGHTLY);
		assert.deepEqual(own(shop.taken()), ['SHOP-1 AUR_DC1 9', 'SHOP-1 AUR_STORE1 0', 'SHOP-2 AUR_DC1 4', 'SHOP-2 AUR_STORE1 0']);
		await run(OFTEN);
		assert.deepEqual(shop.taken(), [], 'the night had told everything');

		stock(sandbox, 'SHOP-2', 'AUR_DC1', 0);
		sandbox.store.call('manageItem', { Item: [{ Action: 'Delete', ...itemOf('SHOP-2') }] });
		await run(OFTEN);
		assert.deepEqual(own(shop.taken()), ['SHOP-2 AUR_DC1 0'], 'an item that is gone has none left');

		stock(sandbox, 'SHOP-1', 'AUR_DC1', 10);
		const body = { errors: [{ ErrorCode: 'YCM0033', ErrorDescription: 'Item does not exist' }] };
		// The group is refused, and then the first of its items.
		sandbox.faults.add({ kind: 'status', status: 400, body: JSON.stringify(body), api: 'getAvailableInventory', times: 2 });
		const oneByOne = await run(OFTEN);
		assert.equal(outputOf(oneByOne, REFUSED).length, 1);
		assert.deepEqual(own(shop.taken()), ['SHOP-1 AUR_DC1 10']);

		const some = ['SHOP-3', 'SHOP-4', 'SHOP-5', 'SHOP-6'];
		for (const item of some) stock(sandbox, item, 'AUR_DC1', 1);
		const broken = { errors: [{ ErrorCode: 'YCP0428', ErrorDescription: 'Not permitted' }] };
		sandbox.faults.add({ kind: 'status', status: 400, body: JSON.stringify(broken), api: 'getAvailableInventory' });
		const inPairs = await importTemplate(scene, 'stock-to-shop', fill({ itemsPerQuestion: 2 }));
		ended(await api.runWorkflow(inPairs, OFTEN), 'error');
		const answered = own(shop.taken());
		assert.ok(answered.length > 0, 'the other groups are held up');
		await run(OFTEN);
		const rest = own(shop.taken());
		const wanted = some.flatMap((item) => [`${item} AUR_DC1 1`, `${item} AUR_STORE1 0`]);
		assert.deepEqual([...answered, ...rest].sort(), wanted);

		const away = sandbox.faults.add({ kind: 'drop', api: 'getAvailableInventory', times: 0 });
		const failed = await run(OFTEN, 'error');
		sandbox.faults.clear(away);
		assert.match(failed.data.resultData.error?.message ?? '', /^Sterling could not be asked/);
		assert.deepEqual(shop.taken(), [], 'nothing is known, so nothing is told');

		return `${first.length} requests at first, ${first.flat().length} changes`;
	},
};

export const stockToShop = [changes];
