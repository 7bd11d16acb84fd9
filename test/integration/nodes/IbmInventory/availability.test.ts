import type { INodeParameters } from 'n8n-workflow';

import { record } from '../../../../sandbox/inventory';
import { InventoryBench } from '../../../support/inventoryBench';
import { locate } from '../../../support/workflow';

const bench = InventoryBench.forFile();
const DAY = 24 * 60 * 60_000;

const byNode = {
	resource: 'availability',
	operation: 'getNode',
	itemId: '={{ $json.sku }}',
	unitOfMeasure: 'EACH',
	shipNodes: ['AUR_DC1', 'AUR_STORE1'],
	deliveryMethod: 'SHP',
};

it('availability:getNode returns one row for each node, with what is there and what will be', async () => {
	const rows = await bench.run(byNode, { input: [{ sku: 'MUG-BLUE' }, { sku: 'TENT-2P' }] });
	expect(rows).toMatchObject([
		{ itemId: 'MUG-BLUE', unit: 'EACH', node: 'AUR_DC1', onHand: 995, future: 0, at: null, available: true },
		{ itemId: 'MUG-BLUE', node: 'AUR_STORE1', onHand: 18, threshold: 2 },
		{ itemId: 'TENT-2P', node: 'AUR_DC1', onHand: 0, future: 25, available: false },
		{ itemId: 'TENT-2P', node: 'AUR_STORE1', onHand: 0, future: 0, earliestShipDate: null },
	]);
	expect(rows[2].at).toBe(rows[2].earliestShipDate);
	expect(bench.requests).toEqual({ token: 1, 'availability.node': 1 });
});

it('reads windows as levels: what comes later is the highest level less the present one', async () => {
	const at = bench.sandbox.clock.now();
	const { ledger } = bench.sandbox.world;
	ledger.set(record('supply', 'LEVELS', 'AUR_DC1', 10, { until: at + 5 * DAY }), at);
	ledger.set(record('supply', 'LEVELS', 'AUR_DC1', 9, { from: at + 2 * DAY, reference: 'PO-1' }), at);
	const [row] = await bench.run({ ...byNode, itemId: 'LEVELS', shipNodes: ['AUR_DC1'] });
	expect(row).toMatchObject({ onHand: 10, future: 9, at: new Date(at + 2 * DAY).toISOString() });
});

it('takes the nodes of a group, read once for all items', async () => {
	const rows = await bench.run(
		{ ...byNode, nodeSource: 'group', distributionGroup: locate('id', 'AUR_WAREHOUSES') },
		{ input: [{ sku: 'CHAIR-OAK' }, { sku: 'MUG-RED' }] },
	);
	expect(rows.map(({ itemId, node, onHand }) => [itemId, node, onHand])).toEqual([
		['CHAIR-OAK', 'AUR_DC1', 3],
		['CHAIR-OAK', 'AUR_DC2', 2],
		['MUG-RED', 'AUR_DC1', 4],
		['MUG-RED', 'AUR_DC2', 0],
	]);
	expect(bench.requests['groups.get']).toBe(1);
});

it.each<[unknown, string[] | RegExp]>([
	['AUR_DC1, AUR_STORE1', ['AUR_DC1', 'AUR_STORE1']],
	['AUR_DC1\nAUR_STORE1\n', ['AUR_DC1', 'AUR_STORE1']],
	['["AUR_DC1", "AUR_STORE1"]', ['AUR_DC1', 'AUR_STORE1']],
	[['AUR_DC1', ' AUR_DC1 ', ''], ['AUR_DC1']],
	[1007, ['1007']],
	[[{ shipNode: 'AUR_DC1' }], /^Ship Node Names or IDs has an entry that is not a name: \{"shipNode":"AUR_DC1"\}/],
	[{ node: 'AUR_DC1' }, /has an entry that is not a name/],
	['["AUR_DC1"', /is not valid JSON/],
	['[]', /^Ship Node Names or IDs is empty/],
	['', /^Ship Node Names or IDs is empty/],
	[null, /^Ship Node Names or IDs is empty/],
])('takes the nodes %j', async (nodes, expected) => {
	const parameters = { ...byNode, itemId: 'MUG-BLUE', shipNodes: '={{ $json.nodes }}' };
	const input = [{ nodes }] as never;
	if (expected instanceof RegExp) {
		expect((await bench.refused(parameters, { input })).message).toMatch(expected);
		return;
	}
	expect((await bench.run(parameters, { input })).map(({ node }) => node)).toEqual(expected);
});

it('takes all nodes of the tenant', async () => {
	const rows = await bench.run({ ...byNode, itemId: 'MUG-BLUE', nodeSource: 'all' });
	expect(rows.map(({ node }) => node)).toEqual(['AUR_DC1', 'AUR_DC2', 'AUR_STORE1']);
});

it('pairs rows with their items and shows the raw data beside the row with Simplify off', async () => {
	const { items } = await bench.runNode(
		{ ...byNode, simplify: false },
		{ input: [{ sku: 'MUG-RED' }, { sku: 'MUG-BLUE' }] },
	);
	const out = items('Sterling');
	expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }, { item: 1 }, { item: 1 }]);
	expect(out[0].json).toMatchObject({
		onHand: 4,
		raw: { shipNode: 'AUR_DC1', currentAvailability: { supplyQuantity: 4 } },
	});
});

it('availability:getNetwork counts a group as one', async () => {
	const rows = await bench.run({
		...byNode,
		operation: 'getNetwork',
		itemId: 'CHAIR-OAK',
		distributionGroup: locate('id', 'AUR_ALL'),
	});
	expect(rows).toMatchObject([{ itemId: 'CHAIR-OAK', network: 'AUR_ALL', node: null, onHand: 5 }]);
});

it.each([
	['node', { lookAt: 'node', shipNodes: ['AUR_DC1'] }, { node: 'AUR_DC1', onHand: 995 }],
	['network', { lookAt: 'network', distributionGroup: locate('id', 'AUR_ALL') }, { network: 'AUR_ALL', onHand: 1013 }],
])('availability:getProduct looks at a %s', async (_where, parameters, expected) => {
	const rows = await bench.run({ ...byNode, operation: 'getProduct', itemId: 'MUG-BLUE', ...parameters });
	expect(rows).toMatchObject([{ itemId: 'MUG-BLUE', ...expected }]);
});

describe('the end of the look-ahead', () => {
	const until = {
		...byNode,
		itemId: 'TENT-2P',
		shipNodes: ['AUR_DC1'],
		options: { requestedEnd: '2100-01-05T00:00:00' },
	};

	it.each(['dateOnly', 'timestamp', 'both'] as const)('is understood by a release that takes %s', async (endDates) => {
		bench.sandbox.behaviour.endDates = endDates;
		expect(await bench.run(until)).toMatchObject([{ future: 25 }]);
		expect(bench.requests['availability.node']).toBe(endDates === 'timestamp' ? 2 : 1);
	});

	it.each([
		['2100-01-05'],
		['2100-01-05T00:00:00'],
		['2100-01-05T23:30'],
		['2100-01-05T23:30:00-05:00'],
		['={{ new Date(Date.UTC(2100, 0, 5, 3)) }}', 'Asia/Tokyo'],
		['={{ new Date(Date.UTC(2100, 0, 6, 3)) }}', 'America/New_York'],
	])('%s is the day that it is written with, in every zone', async (requestedEnd, ...zones) => {
		const { world, clock } = bench.sandbox;
		const fifth = Date.UTC(2100, 0, 5);
		const arrives = (from: number, quantity: number) =>
			world.ledger.set(record('supply', 'DAYS', 'AUR_DC1', quantity, { from, reference: `PO-${from}` }), clock.now());
		arrives(fifth - 1, 2);
		arrives(fifth + 1, 3);
		for (const timezone of zones.length > 0 ? zones : ['Pacific/Auckland', 'UTC', 'America/New_York']) {
			const parameters = { ...until, itemId: 'DAYS', options: { requestedEnd } };
			expect(await bench.run(parameters, { timezone })).toMatchObject([{ future: 2 }]);
		}
	});

	it('is refused here when it is no date', async () => {
		const { message } = await bench.refused({ ...until, options: { requestedEnd: 'soon' } });
		expect(message).toBe('Options → Look Ahead Until: "soon" is not a date');
		expect(bench.requests['availability.node']).toBeUndefined();
	});
});

it('decodes HTML entities in what comes back', async () => {
	const at = bench.sandbox.clock.now();
	bench.sandbox.world.ledger.set(record('supply', 'Q&A <"1">', 'AUR_DC1', 7), at);
	expect(await bench.run({ ...byNode, itemId: 'Q&A <"1">', shipNodes: ['AUR_DC1'] })).toMatchObject([
		{ itemId: 'Q&A <"1">', onHand: 7 },
	]);
});

describe('an item that IV refuses', () => {
	const input = [...'abcdefg'].map((name) => ({ sku: name === 'd' ? 'NO-SUCH' : 'MUG-BLUE' }));

	it('spoils nothing for the others with Continue On Fail', async () => {
		bench.sandbox.behaviour.unknownItems = 'refused';
		const rows = await bench.run(
			{ ...byNode, shipNodes: ['AUR_DC1'] },
			{ input, node: { onError: 'continueRegularOutput' } },
		);
		expect(rows.filter(({ onHand }) => onHand === 995)).toHaveLength(6);
		expect(rows[3]).toMatchObject({ error: 'Item NO-SUCH does not exist.' });
	});

	it('ends the run without it, and names the item', async () => {
		bench.sandbox.behaviour.unknownItems = 'refused';
		const { message, context } = await bench.refused({ ...byNode, shipNodes: ['AUR_DC1'] }, { input });
		expect(message).toBe('Item NO-SUCH does not exist.');
		expect(context.itemIndex).toBe(3);
	});
});

describe('the limits of a call', () => {
	const many = (count: number) => Array.from({ length: count }, () => ({ sku: 'MUG-BLUE' }));

	it.each([
		[99, 1],
		[100, 1],
		[101, 2],
		[250, 3],
	])('%i actions make %i calls', async (count, calls) => {
		const rows = await bench.run({ ...byNode, shipNodes: ['AUR_DC1'] }, { input: many(count) });
		expect(rows).toHaveLength(count);
		expect(bench.requests['availability.node']).toBe(calls);
	});

	it('counts each node of a line, and cuts a line with more nodes than a call may hold', async () => {
		const nodes = Array.from({ length: 230 }, (_, i) => `N${i}`);
		for (const shipNode of nodes) bench.sandbox.world.nodes.set(shipNode, { shipNode });
		const rows = await bench.run({ ...byNode, itemId: 'MUG-BLUE', shipNodes: nodes });
		expect(rows.map(({ node }) => node)).toEqual(nodes);
		expect(bench.requests['availability.node']).toBe(3);
		for (const shipNode of nodes) bench.sandbox.world.nodes.delete(shipNode);
	});

	it('finds a limit of the tenant that is lower than the credential says', async () => {
		bench.sandbox.behaviour.actionLimit = 30;
		const rows = await bench.run({ ...byNode, shipNodes: ['AUR_DC1'] }, { input: many(100) });
		expect(rows).toHaveLength(100);
	});

	it('keeps bodies below 500 KB', async () => {
		const at = bench.sandbox.clock.now();
		const sku = 'X'.repeat(20_000);
		bench.sandbox.world.ledger.set(record('supply', sku, 'AUR_DC1', 1), at);
		const rows = await bench.run(
			{ ...byNode, shipNodes: ['AUR_DC1'] },
			{ input: Array.from({ length: 60 }, () => ({ sku })) },
		);
		expect(rows.filter(({ onHand }) => onHand === 1)).toHaveLength(60);
		expect(bench.sandbox.log.list('availability.node').map(({ status }) => status)).toEqual([200, 200, 200]);
	});
});

it('a thousand items use one token', async () => {
	await bench.run(byNode, {
		input: Array.from({ length: 1000 }, () => ({ sku: 'MUG-BLUE' })),
		credential: { timeout: 30 },
	});
	expect(bench.requests.token ?? 0).toBeLessThanOrEqual(1);
	expect(bench.requests['availability.node']).toBe(20);
});

it('a response that is not an availability is an error, never "no stock"', async () => {
	const wrong = { kind: 'status', status: 200, api: 'availability.node', times: 0 } as const;
	for (const [body, words] of [
		['{"error_message":"Demo failure"}', 'The response contains no data, but says: Demo failure'],
		['{"items":[]}', 'The response contains no lines.'],
	]) {
		bench.sandbox.faults.clear();
		bench.sandbox.faults.add({ ...wrong, body });
		const { message } = await bench.refused({ ...byNode, itemId: 'MUG-BLUE' });
		expect(message).toBe(words);
	}
});

it('an item whose ID is empty is refused before anything is asked', async () => {
	const { message } = await bench.refused(byNode, { input: [{ sku: 'MUG-RED' }, { sku: '' }] });
	expect(message).toBe('Item ID is empty: its expression returns nothing');
	expect(bench.requests).toEqual({});
});

describe('a chosen node that the tenant does not have', () => {
	const unknown = { ...byNode, shipNodes: ['AUR_DC1', 'NOWHERE'] };
	const ask = async (parameters: typeof byNode & { options?: INodeParameters }) =>
		await bench.runNode(parameters, { input: [{ sku: 'MUG-BLUE' }] });

	it.each(['getNode', 'getProduct'])('%s: is named in a hint beside its row of nothing', async (operation) => {
		const finished = await ask({ ...unknown, operation });
		expect(finished.json('Sterling').find(({ node }) => node === 'NOWHERE')?.onHand ?? 0).toBe(0);
		expect(finished.hints('Sterling')).toEqual(['NOWHERE is not a ship node of this tenant.']);
	});

	it('is named wherever the item is in the list that chooses its nodes', async () => {
		const chosen = { sku: 'MUG-BLUE', source: 'chosen', nodes: ['NOWHERE'] };
		const whole = { sku: 'MUG-BLUE', source: 'all', nodes: [] };
		const parameters = {
			...byNode,
			nodeSource: '={{ $json.source }}',
			shipNodes: '={{ $json.nodes }}',
			distributionGroup: locate('id', 'AUR_WAREHOUSES'),
		};
		for (const input of [
			[whole, chosen, chosen],
			[chosen, whole],
		]) {
			const finished = await bench.runNode(parameters, { input });
			expect(finished.hints('Sterling')).toEqual(['NOWHERE is not a ship node of this tenant.']);
		}
	});

	it('a node that has something costs no further call, and one that is sold out gives no hint', async () => {
		expect((await ask({ ...byNode, shipNodes: ['AUR_DC1'] })).hints('Sterling')).toEqual([]);
		expect(bench.requests['shipNodes.list']).toBeUndefined();
		const soldOut = await bench.runNode({ ...byNode, shipNodes: ['AUR_DC2'] }, { input: [{ sku: 'MUG-RED' }] });
		expect(soldOut.hints('Sterling')).toEqual([]);
	});

	it('if the nodes cannot be read, the figures come without a hint, and without a second attempt', async () => {
		bench.sandbox.faults.add({ kind: 'status', status: 503, api: 'shipNodes.list', times: 0 });
		const finished = await ask(unknown);
		expect([finished.json('Sterling').length, finished.hints('Sterling')]).toEqual([2, []]);
		expect(bench.requests['shipNodes.list']).toBe(1);
		expect((await ask({ ...unknown, options: { maxAttempts: 3 } })).error).toBeUndefined();
		expect(bench.requests['shipNodes.list']).toBe(2);
	});
});
