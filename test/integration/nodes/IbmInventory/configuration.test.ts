import { InventoryBench } from '../../../support/inventoryBench';
import { locate } from '../../../support/workflow';

const bench = InventoryBench.forFile();
const DAY = 24 * 60 * 60_000;

describe('ship nodes', () => {
	const on = (operation: string, more: object = {}) => ({
		resource: 'shipNode',
		operation,
		shipNode: locate('id', 'AUR_STORE1'),
		...more,
	});
	const available = async () =>
		(
			await bench.run({
				resource: 'availability',
				operation: 'getNode',
				itemId: 'MUG-BLUE',
				unitOfMeasure: 'EACH',
				shipNodes: ['AUR_STORE1'],
				deliveryMethod: 'PICK',
			})
		)[0];

	it('shipNode:get, shipNode:getMany', async () => {
		expect(await bench.run(on('get'))).toMatchObject([{ shipNode: 'AUR_STORE1', latitude: 42.4 }]);
		expect(await bench.run(on('getMany', { returnAll: true }))).toHaveLength(3);
		expect((await bench.refused(on('get', { shipNode: locate('id', 'A/B') }))).message).toBe(
			'Ship node A/B does not exist.',
		);
	});

	it('shipNode:upsert and shipNode:delete keep and drop what is there', async () => {
		const node = locate('id', 'NEW');
		await bench.run(on('upsert', { shipNode: node, options: { latitude: 50.5, longitude: 8 } }));
		await bench.run(on('upsert', { shipNode: node, options: { longitude: 9 } }));
		expect(bench.sandbox.world.nodes.get('NEW')).toEqual({ shipNode: 'NEW', latitude: 50.5, longitude: 9 });
		expect(await bench.run(on('delete', { shipNode: node }))).toEqual([{ shipNode: 'NEW', deleted: true }]);
	});

	it('shipNode:setFulfillment switches one delivery method off for a while, and on again', async () => {
		const until = new Date(bench.sandbox.clock.now() + 2 * DAY).toISOString();
		await bench.run(on('setFulfillment', { state: 'off', deliveryMethod: 'PICK', until }));
		expect(await available()).toMatchObject({ onHand: 18, available: false, earliestShipDate: until });
		expect(bench.sandbox.world.nodes.get('AUR_STORE1')).toMatchObject({ latitude: 42.4 });
		await bench.run(on('setFulfillment', { state: 'on', deliveryMethod: 'PICK' }));
		expect(await available()).toMatchObject({ available: true });
	});

	it('switches the node as a whole', async () => {
		await bench.run(on('setFulfillment', { state: 'off', deliveryMethod: '' }));
		expect(await available()).toMatchObject({ available: true, onHand: 18 });
		await bench.run(on('setFulfillment', { state: 'on', deliveryMethod: 'PICK' }));
		await bench.run(on('setFulfillment', { state: 'on', deliveryMethod: '' }));
	});

	it('refuses an end that is more than seven days ahead before anything is sent', async () => {
		const until = new Date(bench.sandbox.clock.now() + 8 * DAY).toISOString();
		const { message } = await bench.refused(on('setFulfillment', { state: 'off', deliveryMethod: '', until }));
		expect(message).toMatch(/seven days/);
		expect(bench.requests['shipNodes.put']).toBeUndefined();
	});

	it('says so when the service does not show the change', async () => {
		const overrides = '[{"method": "PICK", "fulfillmentAllowed": false}]';
		bench.sandbox.faults.add({
			kind: 'status',
			status: 200,
			contentType: 'application/json',
			body: '{}',
			api: 'shipNodes.put',
		});
		const { message, description } = await bench.refused(
			on('setFulfillment', { deliveryMethod: '', options: { overrides } }),
		);
		expect(message).toBe('Ship node AUR_STORE1 does not show the change.');
		expect(description).toMatch(/Overrides \(JSON\)/);
	});
});

describe('where a gateway says that a node is not there', () => {
	const upsert = (id: string) => ({
		...{ resource: 'shipNode', operation: 'upsert', shipNode: locate('id', id) },
		options: { latitude: 1, longitude: 2 },
	});

	describe.each([
		['a page', { contentType: 'text/html', body: '<html>Not here</html>' }],
		['words', { contentType: 'text/plain', body: 'default backend - 404' }],
		['nothing', { body: '' }],
	])('by %s', (_what, response) => {
		beforeEach(() => bench.sandbox.faults.add({ kind: 'status', status: 404, ...response, api: 'shipNodes.get' }));

		it('it is not replaced by an empty one', async () => {
			const before = structuredClone(bench.sandbox.world.nodes.get('AUR_STORE1'));
			const { message } = await bench.refused(upsert('AUR_STORE1'));
			expect(message).toBe('Ship node AUR_STORE1 is in the list of nodes, but could not be found.');
			expect(bench.requests['shipNodes.put']).toBeUndefined();
			expect(bench.sandbox.world.nodes.get('AUR_STORE1')).toEqual(before);
		});

		it('one that the list does not have is created', async () => {
			await bench.run(upsert('AUR_NEW'));
			expect(bench.sandbox.world.nodes.get('AUR_NEW')).toMatchObject({ latitude: 1, longitude: 2 });
			bench.sandbox.world.nodes.delete('AUR_NEW');
		});
	});
});

describe('distribution groups', () => {
	const on = (operation: string, more: object = {}) => ({
		resource: 'distributionGroup',
		operation,
		distributionGroup: locate('id', 'TRY'),
		...more,
	});
	const nodes = () => bench.sandbox.world.groups.get('TRY');

	it('distributionGroup:upsert, addNodes, removeNodes, get, getMany, delete', async () => {
		await bench.run(on('upsert', { shipNodes: ['AUR_DC2'] }));
		await bench.run(on('addNodes', { shipNodes: ['AUR_STORE1', 'AUR_DC2'] }));
		expect(nodes()).toEqual(['AUR_DC2', 'AUR_STORE1']);
		expect(await bench.run(on('get'))).toEqual([{ distributionGroupId: 'TRY', shipNodes: ['AUR_DC2', 'AUR_STORE1'] }]);
		const removed = await bench.runNode(on('removeNodes', { shipNodes: '={{ ["AUR_DC2", "AUR_DC9"] }}' }));
		expect(removed.hints('Sterling')).toEqual([expect.stringMatching(/^Not in distribution group .*: AUR_DC9\.$/)]);
		expect(nodes()).toEqual(['AUR_STORE1']);
		expect((await bench.refused(on('removeNodes', { shipNodes: ['AUR_STORE1'] }))).message).toMatch(
			/no ship nodes left/,
		);
		expect(await bench.run(on('getMany', { returnAll: true }))).toHaveLength(3);
		expect(await bench.run(on('delete'))).toEqual([{ distributionGroupId: 'TRY', deleted: true }]);
	});
});

describe('several items that change one record', () => {
	it('leave a distribution group with the nodes of all of them', async () => {
		const group = { resource: 'distributionGroup', distributionGroup: locate('id', 'JOINT') };
		await bench.run({ ...group, operation: 'upsert', shipNodes: ['AUR_DC1'] });
		const input = ['AUR_DC2', 'AUR_STORE1'].map((node) => ({ node }));
		await bench.run({ ...group, operation: 'addNodes', shipNodes: '={{ [$json.node] }}' }, { input });
		expect(bench.sandbox.world.groups.get('JOINT')).toEqual(['AUR_DC1', ...input.map(({ node }) => node)]);
		await bench.run({ ...group, operation: 'removeNodes', shipNodes: '={{ [$json.node] }}' }, { input });
		expect(bench.sandbox.world.groups.get('JOINT')).toEqual(['AUR_DC1']);
		await bench.run({ ...group, operation: 'delete' });
	});

	it('leave a ship node with the overrides of all of them', async () => {
		const input = ['PICK', 'SHP'].map((method) => ({ method }));
		const node = { resource: 'shipNode', operation: 'setFulfillment', shipNode: locate('id', 'AUR_STORE1') };
		const deliveryMethod = '={{ $json.method }}';
		const [, last] = await bench.run({ ...node, state: 'off', deliveryMethod }, { input });
		expect(last.fulfillmentOverrides).toMatchObject([{ deliveryMethod: 'PICK' }, { deliveryMethod: 'SHP' }]);
		await bench.run({ ...node, state: 'on', options: { overrides: '[]' } });
	});
});

describe('rules of items', () => {
	const on = (resource: string, operation: string, more: object = {}) => ({
		resource,
		operation,
		itemId: 'MUG-BLUE',
		unitOfMeasure: 'EACH',
		...more,
	});

	it('safetyStock:set, get, delete', async () => {
		const atNode = { shipNode: locate('id', 'AUR_DC1'), deliveryMethod: 'SHP' };
		await bench.run(on('safetyStock', 'set', { ...atNode, safetyStockQuantity: 5 }));
		await bench.run(on('safetyStock', 'set', { safetyStockQuantity: 1 }));
		expect(await bench.run(on('safetyStock', 'get'))).toMatchObject([
			{ itemId: 'MUG-BLUE', shipNode: 'AUR_DC1', deliveryMethod: 'SHP', safetyStockQuantity: 5 },
			{ itemId: 'MUG-BLUE', safetyStockQuantity: 1 },
		]);
		await bench.run(on('safetyStock', 'delete', atNode));
		expect(await bench.run(on('safetyStock', 'get'))).toHaveLength(1);
		expect(await bench.run(on('safetyStock', 'delete'))).toMatchObject([{ deleted: true }]);
	});

	it('a delivery method without a ship node is refused where IV would take it for all of them, and filters a read', async () => {
		const pick = { deliveryMethod: 'PICK' };
		const at = (node: string) => ({ shipNode: locate('id', node) });
		for (const node of ['AUR_DC1', 'AUR_DC2']) {
			await bench.run(on('safetyStock', 'set', { ...at(node), ...pick, safetyStockQuantity: 5 }));
			await bench.run(on('safetyStock', 'set', { ...at(node), deliveryMethod: 'SHP', safetyStockQuantity: 4 }));
		}
		for (const operation of ['set', 'delete']) {
			const { message } = await bench.refused(on('safetyStock', operation, pick));
			expect(message).toMatch(/^Delivery Method needs a Ship Node/);
		}
		expect(await bench.run(on('safetyStock', 'get', pick))).toMatchObject([
			{ shipNode: 'AUR_DC1' },
			{ shipNode: 'AUR_DC2' },
		]);
		expect(await bench.run(on('safetyStock', 'get'))).toHaveLength(4);
		await bench.run(on('safetyStock', 'delete'));
	});

	it.each<[string, object, Array<string | null | undefined>]>([
		['without a node', {}, ['PICK', null, '', undefined]],
		['at a node, where IV has chosen', { shipNode: locate('id', 'AUR_DC1') }, ['PICK', 'SHP', null, '', undefined]],
	])('rules of safety stock that name no delivery method are for each: a read %s', async (_where, place, methods) => {
		const rules = ['PICK', 'SHP', null, '', undefined].map((deliveryMethod) => ({
			safetyStockQuantity: 1,
			deliveryMethod,
		}));
		const body = JSON.stringify(rules);
		bench.sandbox.faults.add({
			kind: 'status',
			status: 200,
			api: 'safetyStock.get',
			contentType: 'application/json',
			body,
		});
		const rows = await bench.run(on('safetyStock', 'get', { deliveryMethod: 'PICK', ...place }));
		expect(rows.map(({ deliveryMethod }) => deliveryMethod)).toEqual(methods);
	});

	it('thresholds of two places at once are refused', async () => {
		const places = { shipNode: locate('id', 'AUR_DC1'), distributionGroup: locate('id', 'AUR_ALL') };
		const { message } = await bench.refused(on('threshold', 'get', places));
		expect(message).toMatch(/either Ship Node or Distribution Group/);
	});

	it('threshold:set, get, delete for an item and for the tenant', async () => {
		const levels = { low: 1, medium: 2, high: 3 };
		await bench.run(on('threshold', 'set', levels));
		expect(await bench.run(on('threshold', 'get'))).toMatchObject([{ itemId: 'MUG-BLUE', threshold: levels }]);
		await bench.run(on('threshold', 'delete'));
		const finished = await bench.runNode(on('threshold', 'get'));
		expect(finished.json('Sterling')).toMatchObject([{ threshold: null }]);
		expect(finished.hints('Sterling')).toHaveLength(1);
		await bench.run(on('threshold', 'set', { scope: 'tenant', ...levels }));
		expect(await bench.run(on('threshold', 'get', { scope: 'tenant' }))).toEqual([{ scope: 'tenant', ...levels }]);
	});

	it('refuses levels that do not rise', async () => {
		expect((await bench.refused(on('threshold', 'set', { low: 5, medium: 2, high: 9 }))).message).toMatch(
			/must be in ascending order/,
		);
	});
});
