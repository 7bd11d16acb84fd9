import type { INode } from 'n8n-workflow';

import { Bench } from '../../support/bench';

const bench = Bench.forFile({ withoutOrders: true });
beforeAll(() => void bench.place('T-1'));
beforeEach(() => bench.sandbox.log.clear());

const api = (operation: string, more: object): INode['parameters'] =>
	({ resource: 'api', operation, ...more }) as never;
const named = JSON.stringify({ OrderNo: 'T-1', EnterpriseCode: 'AURORA', DocumentType: '0001' });
const read = (apiName: string, outputTemplate: string) =>
	api('invoke', { apiName, document: named, options: { outputTemplate } });
const batch = (more: object) =>
	api('batch', { calls: { call: [{ type: 'api', name: 'getOrderList', document: named, ...more }] } });
const NOTHING = '={{ $json.nothing }}';

it.each([
	['Options → Output Template', read('getOrderList', NOTHING), /default output/],
	[
		'Options → Stored Template Key',
		api('invoke', { apiName: 'getOrderList', document: named, options: { templateKey: NOTHING } }),
		/default output/,
	],
	['Calls → Call 1 → Output Template', batch({ outputTemplate: NOTHING }), /default output/],
	['Calls → Call 1 → Document', batch({ document: NOTHING }), /often means all/],
	['Document', api('invoke', { apiName: 'getOrderList', document: NOTHING }), /enter \{\}/],
])('%s is refused where its expression returns nothing', async (label, parameters, advice) => {
	const { message, description } = await bench.refused(parameters);
	expect(message).toBe(`${label} is empty: its expression returns nothing`);
	expect(description).toMatch(advice);
	expect(bench.requests).toEqual({});
});

it.each([
	['getOrderList', '<Order OrderNo=""/>', 'Order', 'OrderList'],
	['getOrderList', '<Orders><Order OrderNo=""/></Orders>', 'Orders', 'OrderList'],
	['getShipmentList', '<Shipment ShipmentNo=""/>', 'Shipment', 'Shipments'],
])('a template of %s with the root of something else gets a hint: %s', async (apiName, template, root, known) => {
	const finished = await bench.runNode(read(apiName, template));
	expect(finished.hints('Sterling')).toContain(
		`The output template of ${apiName} has the root element ${root}, but the API returns ${known}. Check the output.`,
	);
});

it.each([
	['XML', '<OrderList><Order OrderNo=""/></OrderList>'],
	['JSON with the root', '{"OrderList": {"Order": {"OrderNo": ""}}}'],
	['JSON without it', '{"Order": {"OrderNo": ""}}'],
	['an object of an expression', '={{ ({ OrderList: { Order: { OrderNo: "" } } }) }}'],
])('a template as %s shapes the output, without a hint', async (_what, template) => {
	const finished = await bench.runNode(read('getOrderList', template));
	expect(finished.hints('Sterling')).toEqual([]);
	expect(finished.json('Sterling')).toMatchObject([{ Order: [{ OrderNo: 'T-1' }] }]);
	expect(Object.keys((finished.json('Sterling')[0].Order as object[])[0])).toEqual(['OrderNo']);
});
