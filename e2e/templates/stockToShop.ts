import assert from 'node:assert/strict';
import { outputOf } from '../lib/api';
import type { Execution } from '../lib/apiTypes';
import { type Change, SHOP_KEY, startStockShop } from '../standIns/stockShop';
import type { TemplateCheck, TemplateScene } from './scene';
import { itemOf, stock } from './stock';
import { importTemplate } from './template';

const TEMPLATE = 'stock-to-shop';
const OFTEN = 'Every 10 minutes: changes';
const NIGHTLY = 'Every night: everything';

/** Changes of items of these checks, as "item node quantity". */
const own = (requests: Change[][]) =>
	requests
		.flat()
		.filter(({ item }) => item.startsWith('RETAIL-'))
		.map(({ item, node, quantity }) => `${item} ${node} ${quantity}`);

/** A shop, and the template filled in for it. */
async function openShop(scene: TemplateScene, settings: Record<string, unknown> = {}) {
	const shop = await startStockShop();
	const key = await scene.api.createCredential('Key of the shop', 'httpHeaderAuth', SHOP_KEY);
	const workflow = await importTemplate(scene, TEMPLATE, {
		settings: { nodes: ['AUR_DC1', 'AUR_STORE1'], shopUrl: `${shop.url}/stock`, changesPerRequest: 4, ...settings },
		credentials: [key, await scene.postgresCredential()],
	});
	const run = async (trigger = OFTEN, wanted: Execution['status'] = 'success') => {
		const execution = await scene.api.runWorkflow(workflow, trigger);
		assert.equal(execution.status, wanted, execution.data.resultData.error?.message);
		return execution;
	};
	/** A run that fails; responds with what it says. */
	const failing = async () => (await run(OFTEN, 'error')).data.resultData.error?.message ?? '';
	return { ...shop, run, failing };
}

const changes: TemplateCheck = {
	name: `${TEMPLATE}: what changed, once; everything at night; what is gone`,
	async run(scene) {
		const { sandbox } = scene;
		const shop = await openShop(scene);
		stock(sandbox, 'RETAIL-1', 'AUR_DC1', 7);
		stock(sandbox, 'RETAIL-1', 'AUR_STORE1', 2);
		stock(sandbox, 'RETAIL-2', 'AUR_DC1', 3);

		await shop.run();
		const first = shop.taken();
		assert.ok(first.length > 1 && first.every((request) => request.length <= 4), 'more changes in a request than set');
		assert.deepEqual(own(first), [
			'RETAIL-1 AUR_DC1 7',
			'RETAIL-1 AUR_STORE1 2',
			'RETAIL-2 AUR_DC1 3',
			'RETAIL-2 AUR_STORE1 0',
		]);
		const inStock = ['RETAIL-2 AUR_DC1', 'RETAIL-2 AUR_STORE1'].map((place) => shop.believed.get(place)?.inStock);
		assert.deepEqual(inStock, [true, false]);
		await shop.run();
		assert.deepEqual(shop.taken(), [], 'nothing had changed');

		stock(sandbox, 'RETAIL-1', 'AUR_STORE1', 0);
		stock(sandbox, 'RETAIL-2', 'AUR_DC1', 4);
		await shop.run();
		assert.deepEqual(own(shop.taken()), ['RETAIL-1 AUR_STORE1 0', 'RETAIL-2 AUR_DC1 4']);

		await shop.run(NIGHTLY);
		assert.deepEqual(own(shop.taken()), [
			'RETAIL-1 AUR_DC1 7',
			'RETAIL-1 AUR_STORE1 0',
			'RETAIL-2 AUR_DC1 4',
			'RETAIL-2 AUR_STORE1 0',
		]);
		await shop.run();
		assert.deepEqual(shop.taken(), [], 'the night had sent everything');

		stock(sandbox, 'RETAIL-2', 'AUR_DC1', 0);
		sandbox.store.call('manageItem', { Item: [{ Action: 'Delete', ...itemOf('RETAIL-2') }] });
		await shop.run();
		assert.deepEqual(own(shop.taken()), ['RETAIL-2 AUR_DC1 0'], 'an item that is gone has none left');
		return `${first.length} requests at first, ${first.flat().length} changes`;
	},
};

const closedShop: TemplateCheck = {
	name: `${TEMPLATE}: what the shop does not accept is sent again`,
	async run(scene) {
		const { sandbox } = scene;
		const shop = await openShop(scene);
		await shop.run();
		shop.taken();

		stock(sandbox, 'RETAIL-1', 'AUR_DC1', 8);
		shop.refuse(1);
		await shop.run();
		const attempts = shop.taken();
		assert.deepEqual(
			attempts.map((request) => own([request])),
			[['RETAIL-1 AUR_DC1 8'], ['RETAIL-1 AUR_DC1 8']],
		);

		stock(sandbox, 'RETAIL-1', 'AUR_DC1', 9);
		shop.refuse(99);
		const message = await shop.failing();
		assert.match(message, /the next run sends them again.*closed/);
		assert.equal(shop.taken().length, 3, 'it does not try three times');
		shop.refuse(0);
		await shop.run();
		assert.deepEqual(own(shop.taken()), ['RETAIL-1 AUR_DC1 9']);
		return message;
	},
};

/** What Sterling responds when it refuses with this code. */
const refusal = (ErrorCode: string, times: number) => ({
	kind: 'status' as const,
	status: 400,
	body: JSON.stringify({ errors: [{ ErrorCode, ErrorDescription: 'Refused' }] }),
	api: 'getAvailableInventory',
	times,
});

const refusedItems: TemplateCheck = {
	name: `${TEMPLATE}: what Sterling refuses does not hold up the rest`,
	async run(scene) {
		const { sandbox } = scene;
		const shop = await openShop(scene);
		const inPairs = await openShop(scene, { itemsPerQuestion: 2 });
		await shop.run();
		shop.taken();

		stock(sandbox, 'RETAIL-1', 'AUR_DC1', 10);
		// The group is refused, and then the first of its items.
		sandbox.faults.add(refusal('YCM0033', 2));
		const oneByOne = await shop.run();
		assert.equal(outputOf(oneByOne, 'Items that Sterling refuses').length, 1);
		assert.deepEqual(own(shop.taken()), ['RETAIL-1 AUR_DC1 10']);

		const items = ['RETAIL-3', 'RETAIL-4', 'RETAIL-5', 'RETAIL-6'];
		for (const item of items) stock(sandbox, item, 'AUR_DC1', 1);
		sandbox.faults.add(refusal('YCP0428', 1));
		assert.match(await inPairs.failing(), /^Sterling did not return all items/);
		const answered = own(inPairs.taken());
		assert.ok(answered.length > 0, 'the other pairs are held up');
		await shop.run();
		const all = items.flatMap((item) => [`${item} AUR_DC1 1`, `${item} AUR_STORE1 0`]);
		assert.deepEqual([...answered, ...own(shop.taken())].sort(), all);

		// The group is refused, and while its items are asked for one by one, Sterling goes away.
		stock(sandbox, 'RETAIL-1', 'AUR_DC1', 11);
		sandbox.faults.add(refusal('YCM0033', 1));
		sandbox.faults.add({ kind: 'drop', api: 'getAvailableInventory', times: 0, skip: 1 });
		assert.match(await shop.failing(), /^Sterling did not return all items/);
		sandbox.faults.clear();
		await shop.run();
		assert.deepEqual(own(shop.taken()), ['RETAIL-1 AUR_DC1 11']);

		const away = sandbox.faults.add({ kind: 'drop', api: 'getAvailableInventory', times: 0 });
		const message = await shop.failing();
		sandbox.faults.clear(away);
		assert.deepEqual(shop.taken(), [], 'nothing is known, so nothing is sent');
		return message;
	},
};

export const stockToShop = [changes, closedShop, refusedItems];
