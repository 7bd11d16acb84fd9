import { closeWire, errorOf, nameOf, orderOf, openWire, type Wire, type Answer, type Json } from './wire';

let wire: Wire;
beforeEach(async () => {
	wire = await openWire();
});
afterEach(() => closeWire(wire));

const code = (answer: Answer): unknown => [answer.status, errorOf(answer)?.ErrorCode];
const statusOf = (orderNo: string): unknown[] => {
	const order = wire.sandbox.store.order(orderNo);
	return [order?.MinOrderStatus, order?.MaxOrderStatus];
};

const create = (orderNo: string, quantity = '2', item = 'MUG-BLUE') =>
	wire.invoke('createOrder', orderOf(orderNo, {}, quantity, item));
const release = (orderNo: string) => wire.invoke('scheduleOrder', { ...nameOf(orderNo), ScheduleAndRelease: 'Y' });
const releaseKey = (orderNo: string): string =>
	wire.sandbox.store.database.where(
		'OrderRelease',
		'OrderHeaderKey',
		wire.sandbox.store.order(orderNo)?.OrderHeaderKey ?? '',
	)[0]?.OrderReleaseKey;

function stock(item: string, node: string): number {
	const row = wire.sandbox.store
		.rows('InventorySupply')
		.find((supply) => supply.ItemID === item && supply.ShipNode === node);
	return Number(row?.Quantity ?? 0);
}

test('created, scheduled, released, shipped: each step shows in the statuses [captured]', async () => {
	await create('PIPE-1');
	expect(statusOf('PIPE-1')).toEqual(['1100', '1100']);
	await wire.invoke('scheduleOrder', nameOf('PIPE-1'));
	expect(statusOf('PIPE-1')).toEqual(['1500', '1500']);
	await wire.invoke('releaseOrder', nameOf('PIPE-1'));
	expect(statusOf('PIPE-1')).toEqual(['3200', '3200']);
	await wire.invoke('createShipment', {
		ShipmentNo: 'S-1',
		ShipmentLines: {
			ShipmentLine: [{ OrderReleaseKey: releaseKey('PIPE-1'), PrimeLineNo: '1' }],
		},
	});
	expect(statusOf('PIPE-1')).toEqual(['3350', '3350']);
	await wire.invoke('confirmShipment', { ShipmentNo: 'S-1', ShipNode: 'AUR_DC1', SellerOrganizationCode: 'AURORA' });
	expect(statusOf('PIPE-1')).toEqual(['3700', '3700']);
});

test('where stock lacks, the rest is backordered [factory statuses]', async () => {
	await create('PIPE-2', '7', 'CHAIR-OAK');
	await wire.invoke('scheduleOrder', nameOf('PIPE-2'));
	const { json } = await wire.invoke('getOrderLineStatusList', nameOf('PIPE-2'));
	expect(json.OrderStatus.map((row: Json) => [row.Status, row.StatusQty, row.ShipNode])).toEqual(
		expect.arrayContaining([
			['1500', '3', 'AUR_DC1'],
			['1500', '2', 'AUR_DC2'],
			['1300', '2', ''],
		]),
	);
});

test('stock that is scheduled is not given out twice; cancelling gives it back', async () => {
	await create('PIPE-3', '5', 'CHAIR-OAK');
	await wire.invoke('scheduleOrder', nameOf('PIPE-3'));
	await create('PIPE-4', '1', 'CHAIR-OAK');
	await wire.invoke('scheduleOrder', nameOf('PIPE-4'));
	expect(statusOf('PIPE-4')).toEqual(['1300', '1300']);
	await wire.invoke('cancelOrder', nameOf('PIPE-3'));
	await wire.invoke('scheduleOrder', nameOf('PIPE-4'));
	expect(statusOf('PIPE-4')).toEqual(['1500', '1500']);
});

test('CheckInventory="N" schedules without stock', async () => {
	await create('PIPE-5', '1', 'TENT-2P');
	await wire.invoke('scheduleOrder', { ...nameOf('PIPE-5'), CheckInventory: 'N' });
	expect(statusOf('PIPE-5')).toEqual(['1500', '1500']);
});

test('a release has its order’s number, and no lines by default [factory template]', async () => {
	await create('PIPE-6');
	await release('PIPE-6');
	const { json } = await wire.invoke('getOrderReleaseList', { SalesOrderNo: 'PIPE-6' });
	expect(json.OrderRelease[0]).toMatchObject({
		ReleaseNo: '1',
		SalesOrderNo: 'PIPE-6',
		ShipNode: 'AUR_DC1',
		Status: 'Released',
		MinOrderReleaseStatus: '3200',
		Order: { OrderNo: 'PIPE-6' },
		PersonInfoShipTo: { City: 'Exampleton' },
	});
	expect(json.OrderRelease[0]).not.toHaveProperty('OrderLines');
});

test('getOrderReleaseDetails has the root OrderReleaseDetail and shows lines [factory]', async () => {
	const found = await wire.invoke(
		'getOrderReleaseDetails',
		'<OrderReleaseDetail OrderNo="AUR-1005" EnterpriseCode="AURORA" DocumentType="0001" ReleaseNo="1"/>',
	);
	expect(found.json.OrderLines.OrderLine[0]).toMatchObject({ StatusQuantity: '2', Item: { ItemID: 'LAMP-DESK' } });
	expect(code(await wire.invoke('getOrderReleaseDetails', { OrderReleaseKey: 'none' }))).toEqual([400, 'YFS10412']);
});

describe('Shipments', () => {
	test('createShipment answers key, number, node and seller [captured]', async () => {
		await create('SHIP-1');
		await release('SHIP-1');
		const { json } = await wire.invoke('createShipment', {
			OrderReleases: { OrderRelease: [{ OrderReleaseKey: releaseKey('SHIP-1'), AssociationAction: 'Add' }] },
		});
		expect(json).toEqual({
			ShipmentKey: expect.stringMatching(/^\d{21}$/),
			ShipmentNo: expect.stringMatching(/^\d+$/),
			ShipNode: 'AUR_DC1',
			SellerOrganizationCode: 'AURORA',
		});
	});

	test('ConfirmShip="Y" ships at once: stock goes down, the invoice arises', async () => {
		await create('SHIP-2', '4');
		await release('SHIP-2');
		const before = stock('MUG-BLUE', 'AUR_DC1');
		await wire.invoke('createShipment', {
			ConfirmShip: 'Y',
			ShipmentLines: {
				ShipmentLine: [{ OrderReleaseKey: releaseKey('SHIP-2'), PrimeLineNo: '1' }],
			},
		});
		expect(stock('MUG-BLUE', 'AUR_DC1')).toBe(before - 4);
		const { json } = await wire.invoke('getOrderInvoiceList', { Order: nameOf('SHIP-2') });
		expect(json.OrderInvoice).toMatchObject([{ InvoiceType: 'SHIPMENT', TotalAmount: '39.60', OrderNo: 'SHIP-2' }]);
		const details = await wire.invoke('getOrderInvoiceDetails', { InvoiceNo: json.OrderInvoice[0].InvoiceNo });
		expect(details.json.InvoiceHeader.LineDetails.LineDetail[0]).toMatchObject({ ShippedQty: '4', ItemID: 'MUG-BLUE' });
	});

	test('confirmShipment creates a shipment that is not there [captured]', async () => {
		await create('SHIP-3', '3');
		await release('SHIP-3');
		const lineKey = wire.sandbox.store.database.where(
			'OrderLine',
			'OrderHeaderKey',
			wire.sandbox.store.order('SHIP-3')?.OrderHeaderKey ?? '',
		)[0].OrderLineKey;
		const { status } = await wire.invoke('confirmShipment', {
			ShipmentNo: 'SHIP-3',
			ShipNode: 'AUR_DC1',
			EnterpriseCode: 'AURORA',
			OrderNo: 'SHIP-3',
			DocumentType: '0001',
			ShipmentLines: {
				ShipmentLine: [{ Quantity: '3', OrderReleaseKey: releaseKey('SHIP-3'), OrderLineKey: lineKey }],
			},
		});
		expect([status, statusOf('SHIP-3')]).toEqual([200, ['3700', '3700']]);
	});

	test('more than was released is refused, and a shipped one is not confirmed again', async () => {
		await create('SHIP-4');
		await release('SHIP-4');
		const over = await wire.invoke('createShipment', {
			ShipmentLines: {
				ShipmentLine: [{ OrderReleaseKey: releaseKey('SHIP-4'), PrimeLineNo: '1', Quantity: '3' }],
			},
		});
		expect(code(over)).toEqual([400, 'YFS10431']);
		expect(code(await wire.invoke('confirmShipment', { ShipmentNo: 'S-AUR-1006-1' }))).toEqual([400, 'YDM00025']);
	});

	test('lists of shipments: root Shipments, by order, by line [factory template]', async () => {
		const list = await wire.invoke('getShipmentList', { ShipmentLines: { ShipmentLine: { OrderNo: 'AUR-1006' } } });
		expect(list.json.Shipment).toMatchObject([{ ShipmentNo: 'S-AUR-1006-1', Status: '1400' }]);
		const ofOrder = await wire.invoke('getShipmentListForOrder', nameOf('AUR-1006'));
		expect(ofOrder.json.Shipment[0].ShipmentLines.ShipmentLine).toHaveLength(2);
		const asXml = await wire.invoke('getShipmentList', { ShipmentNo: 'S-AUR-1006-1' }, { accept: 'application/xml' });
		expect(asXml.text).toMatch(/<Shipments [^>]*><Shipment /);
	});

	test.each([
		['YDM00017', { ShipmentKey: 'none' }],
		['YDM00166', { ShipmentNo: 'none' }],
		['YDM00065', { ShipNode: 'AUR_DC1' }],
	])('%s for %j [factory error codes]', async (expected, input) => {
		expect(code(await wire.invoke('getShipmentDetails', input))).toEqual([400, expected]);
	});
});

describe('changeOrderStatus [factory template]', () => {
	const move = (orderNo: string, more: object) =>
		wire.invoke('changeOrderStatus', { ...nameOf(orderNo), TransactionId: 'CONFIRM_PICK.0001.ex', ...more });

	test('moves all that is available and answers the input’s own attributes', async () => {
		const { json } = await move('AUR-1005', { BaseDropStatus: '3200.10', ChangeForAllAvailableQty: 'Y' });
		expect(json).toMatchObject({
			OrderNo: 'AUR-1005',
			TransactionId: 'CONFIRM_PICK.0001.ex',
			BaseDropStatus: '3200.10',
		});
		expect(statusOf('AUR-1005')).toEqual(['3200.10', '3200.10']);
	});

	test('moves a part of a line', async () => {
		await move('AUR-1005', {
			OrderLines: { OrderLine: [{ PrimeLineNo: '1', Quantity: '1', BaseDropStatus: '3200.10' }] },
		});
		expect(statusOf('AUR-1005')).toEqual(['3200', '3200.10']);
	});

	test('YFS10428 for an unknown transaction or status, YFS10431 without quantity in the status', async () => {
		const all = { BaseDropStatus: '3200.10', ChangeForAllAvailableQty: 'Y' };
		expect(code(await move('AUR-1005', { ...all, TransactionId: 'NONE.0001' }))).toEqual([400, 'YFS10428']);
		expect(code(await move('AUR-1005', { ...all, BaseDropStatus: '9999' }))).toEqual([400, 'YFS10428']);
		expect(code(await move('AUR-1001', all))).toEqual([400, 'YFS10431']);
	});
});

describe('Sources of dropdowns', () => {
	test.each([
		['getShipNodeList', {}, 'ShipNode', { ShipNode: 'AUR_DC1', Description: 'Aurora distribution centre' }],
		['getDocumentTypeList', {}, 'DocumentParams', { DocumentType: '0001', Description: 'Sales Order' }],
		['getStatusList', { ProcessTypeKey: 'ORDER_FULFILLMENT' }, 'Status', { Status: '3700', Description: 'Shipped' }],
		['getHoldTypeList', {}, 'HoldType', { HoldType: 'FRAUD_HOLD', HoldTypeDescription: 'Fraud check' }],
		['getCommonCodeList', { CodeType: 'MODIFICATION_REASON' }, 'CommonCode', { CodeValue: 'CUST_REQ' }],
		['getScacList', {}, 'Scac', { Scac: 'UPSN' }],
		['getScacAndServiceList', {}, 'ScacAndService', { ScacAndService: 'UPSNND' }],
		['getCarrierServiceList', {}, 'CarrierService', { CarrierServiceCode: 'Ground' }],
		['getItemUOMMasterList', {}, 'ItemUOMMaster', { UnitOfMeasure: 'EACH' }],
		['getFlowList', {}, 'Flow', { FlowName: 'DemoCreateOrder', FlowGroupName: 'Demo' }],
		['getTransactionList', { ProcessTypeKey: 'ORDER_FULFILLMENT' }, 'Transaction', { Tranid: 'CONFIRM_PICK.0001.ex' }],
		['getInventorySupplyTypeList', {}, 'InventorySupplyType', { SupplyType: 'ONHAND' }],
		['getPaymentTypeList', {}, 'PaymentType', { PaymentType: 'CREDIT_CARD' }],
		['getUserList', {}, 'User', { Loginid: 'integration', Username: 'Integration User' }],
		[
			'getOrganizationList',
			{ OrgRoleList: { OrgRole: { RoleKey: 'ENTERPRISE' } } },
			'Organization',
			{ OrganizationCode: 'BOREALIS', OrganizationName: 'Borealis Parts' },
		],
	])('%s %j answers %s[] [factory templates]', async (api, input, member, expected) => {
		const { json } = await wire.invoke(api, input);
		expect(json[member]).toContainEqual(expect.objectContaining(expected));
	});
});
