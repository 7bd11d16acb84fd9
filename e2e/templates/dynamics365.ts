import assert from 'node:assert/strict';
import { outputOf } from '../lib/api';
import type { Execution, StoredWorkflow } from '../lib/apiTypes';
import { type SalesOrder, startDataverse } from '../standIns/dataverse';
import type { TemplateCheck, TemplateScene } from './scene';
import { importTemplate } from './template';

const TEMPLATE = 'dynamics-365-orders';
const KEY_COLUMN = 'new_sterlingkey';

const line = (productnumber: string | undefined, quantity: number, priceperunit: number, lineitemnumber = 1) => ({
	lineitemnumber,
	quantity,
	priceperunit,
	productid: productnumber ? { productnumber } : null,
	uomid: { name: 'Primary Unit' },
});

function salesOrder(number: number, order_details: object[], more: object = {}): SalesOrder {
	const address = (to: string) => ({
		[`${to}_contactname`]: 'Ada Lee Example',
		[`${to}_line1`]: '1 Example Street',
		[`${to}_city`]: 'Exampleton',
		[`${to}_country`]: 'United States',
	});
	return {
		salesorderid: `0000000${number}-0000-0000-0000-000000000000`,
		ordernumber: `D365-${number}`,
		name: `Order ${number}`,
		statecode: 1,
		createdon: '2026-01-15T09:30:00Z',
		modifiedon: new Date().toISOString(),
		emailaddress: null,
		shippingmethodcode: null,
		willcall: false,
		transactioncurrencyid: { isocurrencycode: 'USD' },
		customerid_contact: { firstname: 'Ada', lastname: 'Example', emailaddress1: 'ada@example.com' },
		customerid_account: null,
		new_po: `PO-${number}`,
		...address('billto'),
		...address('shipto'),
		order_details,
		...more,
	};
}

const orders = () => [
	salesOrder(1, [line('MUG-RED', 1, 12.5, 2), line('MUG-BLUE', 2, 9.9, 1)]),
	salesOrder(2, [line('LAMP-DESK', 1, 39)], { shippingmethodcode: 7 }),
	salesOrder(3, [line('NO-SUCH-ITEM', 1, 1)]),
	salesOrder(4, []),
	salesOrder(5, [line(undefined, 1, 5)]),
	salesOrder(6, [line('MUG-BLUE', 1, 9.9)], { statecode: 0 }),
	salesOrder(7, [line('MUG-BLUE', 1, 9.9)], { modifiedon: '2026-01-01T00:00:00Z' }),
	// Was transferred in another way before.
	salesOrder(8, [line('MUG-BLUE', 1, 9.9)], { ordernumber: 'AUR-1001' }),
];

const run = async ({ api }: TemplateScene, workflow: StoredWorkflow) =>
	await api.runWorkflow(workflow, 'Every 5 minutes');

const resultsOf = (execution: Execution) =>
	Object.fromEntries(outputOf(execution, 'Report').map(({ orderNo, result }) => [orderNo, result]));

const transfers: TemplateCheck = {
	name: `${TEMPLATE}: each order is created in Sterling once, bad ones are reported`,
	async run(scene) {
		const { sandbox, api } = scene;
		const dataverse = await startDataverse(orders());
		const credential = await api.createCredential('Dataverse', 'oAuth2Api', dataverse.credential);
		const settings = {
			dataverseUrl: dataverse.url,
			pageSize: 3,
			customerPoColumn: 'new_po',
			sterlingKeyColumn: KEY_COLUMN,
		};
		const workflow = async (preview: boolean) =>
			await importTemplate(scene, TEMPLATE, { settings: { ...settings, preview }, credentials: [credential] });
		const stored = (number: string) => sandbox.store.order(number) as Record<string, unknown> | undefined;
		const detailsOf = (number: string) => sandbox.store.call('getOrderDetails', named(number)) as unknown as Stored;
		const calls = () => sandbox.log.counters.requestsByApi.createOrder ?? 0;

		const preview = resultsOf(await run(scene, await workflow(true)));
		assert.equal(preview['D365-1'], 'would be created');
		assert.equal(stored('D365-1'), undefined);
		assert.ok(dataverse.received.every(({ method, path }) => method === 'GET' || path.endsWith('/token')));

		const live = await workflow(false);
		const first = await run(scene, live);
		const failed = { 'D365-3': 'failed', 'D365-4': 'failed', 'D365-5': 'failed' };
		const there = { 'AUR-1001': 'already there' };
		assert.deepEqual(resultsOf(first), { 'D365-1': 'created', 'D365-2': 'created', ...there, ...failed });
		assert.equal(first.status, 'error');
		const message = first.data.resultData.error!.message;
		for (const number of Object.keys(failed)) assert.match(message, new RegExp(`${number}: .{10,}`));
		checkFirst(detailsOf('D365-1'));
		assert.equal(detailsOf('D365-2').OrderLines.OrderLine[0]!.DeliveryMethod, 'PICK');
		const [one] = dataverse.orders;
		assert.equal(one![KEY_COLUMN], stored('D365-1')!.OrderHeaderKey);

		const before = calls();
		dataverse.expireTokens();
		const again = await run(scene, live);
		assert.deepEqual(resultsOf(again), failed, 'orders whose key was written back are read again');
		for (const order of dataverse.orders) order[KEY_COLUMN] = null;
		const forgotten = await run(scene, live);
		assert.deepEqual(resultsOf(forgotten), {
			'D365-1': 'already there',
			'D365-2': 'already there',
			...there,
			...failed,
		});
		assert.equal(calls() - before, 2, 'only the order that Sterling refuses is tried again');
		await dataverse.close();
		return message;
	},
};

const named = (OrderNo: string) => ({ OrderNo, EnterpriseCode: 'AURORA', DocumentType: '0001' });

interface Stored {
	CustomerPONo: string;
	CustomerEMailID: string;
	PriceInfo: Record<string, string>;
	PersonInfoShipTo: Record<string, string>;
	OrderLines: { OrderLine: Array<Record<string, string> & { Item: Record<string, string> }> };
}

/** What became of the first order in Sterling. */
function checkFirst({ PriceInfo, PersonInfoShipTo: to, OrderLines, ...order }: Stored): void {
	assert.deepEqual([order.CustomerPONo, order.CustomerEMailID], ['PO-1', 'ada@example.com']);
	assert.deepEqual([PriceInfo.Currency, Number(PriceInfo.TotalAmount)], ['USD', 2 * 9.9 + 12.5]);
	assert.deepEqual([to.FirstName, to.LastName, to.City, to.Country], ['Ada Lee', 'Example', 'Exampleton', 'US']);
	const lines = OrderLines.OrderLine.map((each) => [
		each.PrimeLineNo,
		each.Item.ItemID,
		each.Item.UnitOfMeasure,
		Number(each.OrderedQty),
		each.DeliveryMethod,
	]);
	assert.deepEqual(lines, [
		['1', 'MUG-BLUE', 'EACH', 2, 'SHP'],
		['2', 'MUG-RED', 'EACH', 1, 'SHP'],
	]);
}

export const dynamics365 = [transfers];
