import { Bench, FORMATS, line, onOrder } from '../../support/bench';
import { locate, loginAs } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

beforeAll(() => {
	const PersonInfoShipTo = { FirstName: 'Ben', City: 'Sampleford', Country: 'US' };
	const Extn = { ExtnGiftText: 'Hello', ExtnChannel: 'WEB' };
	bench.place('G-1', { Extn, PersonInfoShipTo, OrderLines: { OrderLine: [line('2')] } });
	bench.place('SAME');
	bench.place('SAME', { EnterpriseCode: 'BOREALIS', OrderLines: { OrderLine: [line('1', 'BOLT-M8')] } });
	bench.place('OLD-1');
	const row = bench.stored('OLD-1')!;
	bench.sandbox.store.database.put('Order', { ...row, isHistory: 'Y' });
});

const UNKNOWN = JSON.stringify({
	OrderNo: '',
	OrderNumber: '',
	PriceInfo: { TotalAmount: '', Nope: '' },
	OrderLines: { OrderLine: { PrimeLineNo: '', Itm: { ItemID: '' } } },
});

describe.each(FORMATS)('get an order over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });

	it.each([
		['its number', () => locate('number', 'G-1')],
		['its key', () => locate('key', bench.stored('G-1')!.OrderHeaderKey)],
		['a choice from the list', () => locate('list', bench.stored('G-1')!.OrderHeaderKey)],
	])('by %s', async (_what, order) => {
		const found = await wire.one({ resource: 'order', operation: 'get', order: order() });
		expect(found).toMatchObject({
			OrderNo: 'G-1',
			Status: 'Created',
			TotalAmount: '19.80',
			customFields: { ExtnGiftText: 'Hello', ExtnChannel: 'WEB' },
		});
		expect(found).not.toHaveProperty('OrderLines');
	});

	it('never one of several that have the number', async () => {
		const credential = { enterpriseCode: '' };
		const error = await wire.refused(onOrder('get', 'SAME'), { credential });
		expect(error.message).toBe('More than one Order matches: OrderNo SAME, DocumentType 0001');
		expect(error.description).toMatch(/Add a value that identifies one, such as the enterprise/);
		const enterpriseCode = locate('code', 'BOREALIS');
		expect(await wire.one(onOrder('get', 'SAME', { enterpriseCode }), { credential })).toMatchObject({
			EnterpriseCode: 'BOREALIS',
		});
		expect(await wire.one(onOrder('get', 'SAME'))).toMatchObject({ EnterpriseCode: 'AURORA' });
	});

	it('never another one, whatever comes in its place', async () => {
		const Order = [{ OrderHeaderKey: '1', OrderNo: 'G-2' }];
		const xml = '<Page><Output><OrderList><Order OrderHeaderKey="1" OrderNo="G-2"/></OrderList></Output></Page>';
		const body = dataFormat === 'xml' ? xml : JSON.stringify({ Output: { OrderList: { Order } } });
		const fault = wire.sandbox.faults.add({ kind: 'status', status: 200, body, api: 'getPage', times: 0 });
		const error = await wire.refused(onOrder('get', 'G-1'));
		wire.sandbox.faults.clear(fault);
		expect(error.message).toContain('is about another Order: OrderNo is "G-2" instead of "G-1"');
	});

	it('with lines, as plain lists', async () => {
		const found = await wire.one(onOrder('get', 'G-1', { output: 'lines' }));
		expect(found).toMatchObject({
			OrderLines: [{ ItemID: 'MUG-BLUE', OrderedQty: '2', UnitPrice: '9.90' }],
			ShipTo: { City: 'Sampleford' },
			Holds: [],
			Notes: [],
		});
	});

	it.each([
		['summary', { PriceInfo: { TotalAmount: '19.80' } }],
		['lines', { OrderLines: { OrderLine: [{ Item: { ItemID: 'MUG-BLUE' } }] } }],
	])('as Sterling answers it, without Simplify: %s', async (output, part) => {
		expect(await wire.one(onOrder('get', 'G-1', { output, simplify: false }))).toMatchObject(part);
	});

	it('with everything', async () => {
		expect(await wire.one(onOrder('get', 'G-1', { output: 'everything' }))).toMatchObject({
			OverallTotals: { GrandTotal: '19.80' },
			Extn: { ExtnGiftText: 'Hello' },
			OrderLines: {
				OrderLine: [
					{
						Item: { ItemID: 'MUG-BLUE' },
						OrderStatuses: { OrderStatus: [{ Status: '1100', StatusQty: '2' }] },
						LineOverallTotals: { LineTotal: '19.80' },
					},
				],
			},
		});
	});

	it.each([
		['of a read', onOrder('get', 'G-1', { output: 'template', template: UNKNOWN })],
		[
			'of a list',
			{ resource: 'order', operation: 'getMany', filters: { orderNo: 'G-1' }, output: 'template', template: UNKNOWN },
		],
		[
			'of a write',
			onOrder('update', 'G-1', {
				additionalFields: { searchCriteria1: 'x' },
				options: { output: 'template', template: UNKNOWN },
			}),
		],
	])('says which names of an own template %s nobody returned', async (_what, parameters) => {
		const finished = await wire.runNode(parameters);
		expect(finished.error).toBeUndefined();
		expect(finished.hints('Sterling')).toEqual([
			expect.stringMatching(/^Sterling returned no OrderNumber, PriceInfo\.Nope, OrderLines\.OrderLine\.Itm\. Either/),
		]);
	});

	it.each([
		['JSON', '{"OrderNo": "", "OrderLines": {"OrderLine": [{"Item": {"ItemID": ""}}]}}'],
		['XML', '<Order OrderNo=""><OrderLines><OrderLine><Item ItemID=""/></OrderLine></OrderLines></Order>'],
		['JSON with the list', '{"Order": {"OrderNo": "", "OrderLines": {"OrderLine": {"Item": {"ItemID": ""}}}}}'],
		[
			'XML with the list',
			'<OrderList><Order OrderNo=""><OrderLines><OrderLine><Item ItemID=""/></OrderLine></OrderLines></Order></OrderList>',
		],
	])('with a template of the user’s own as %s', async (_kind, template) => {
		expect(await wire.one(onOrder('get', 'G-1', { output: 'template', template }))).toEqual({
			OrderHeaderKey: bench.stored('G-1')!.OrderHeaderKey,
			OrderNo: 'G-1',
			OrderLines: { OrderLine: [{ Item: { ItemID: 'MUG-BLUE' } }] },
		});
	});

	it('with a stored template', async () => {
		const output = { output: 'templateKey', templateKey: 'def_getOrderList_01' };
		const found = await wire.one(onOrder('get', 'G-1', output));
		expect(found).toMatchObject({ OrderNo: 'G-1', OrderLines: { OrderLine: [{ OrderedQty: '2' }] } });
		expect(found).not.toHaveProperty('PriceInfo');
	});

	it('says which stored template does not exist', async () => {
		const error = await wire.refused(onOrder('get', 'G-1', { output: 'templateKey', templateKey: 'NONE' }));
		expect(error.message).toContain('[YFS10001]');
	});

	it.each([
		['B', true],
		['Y', true],
		['N', false],
	])('of history, when told to look there (%s)', async (readFromHistory, isFound) => {
		const found = await wire.run(
			onOrder('get', 'OLD-1', { options: { readFromHistory, whenNothingFound: 'continue' } }),
		);
		expect(found.map((order) => order.OrderNo)).toEqual(isFound ? ['OLD-1'] : []);
	});

	it('names what it did not find, and the way out', async () => {
		const error = await wire.refused(onOrder('get', 'NONE'));
		expect(error.message).toBe('Order not found: OrderNo NONE, EnterpriseCode AURORA, DocumentType 0001');
		expect(error.description).toMatch(
			/Check "Order", "Enterprise" and "Document Type", or use the key\. Purged orders are found with "Read From"/,
		);
	});

	it('goes on without an item where that is wanted', async () => {
		expect(await wire.run(onOrder('get', 'NONE', { options: { whenNothingFound: 'continue' } }))).toEqual([]);
	});

	it('tells a login without permission so', async () => {
		const error = await wire.refused(onOrder('get', 'G-1'), {
			credential: loginAs(bench.sandbox, 'outsider'),
		});
		expect(error.message).toContain('[YCP0428]');
		expect(error.description).toMatch(/user group may not call this API/);
	});
});
