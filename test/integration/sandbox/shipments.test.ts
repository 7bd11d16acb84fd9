import { Contract } from './contract';
import { quantities, released, shipped } from './fulfilment';

const wire = Contract.forFile({ withoutOrders: true });

const details = (names: object) => wire.ok('getShipmentDetails', names);
const confirmed = { ConfirmShip: 'Y' };

describe('createShipment', () => {
	test('from lines with containers; answers the identifying attributes [factory template, payload 20]', async () => {
		const { order, release, lines } = await released(wire, 'SH-1', [8]);
		const answer = await wire.ok('createShipment', {
			ShipmentNo: 'S-1',
			ScacAndService: 'UPSNND',
			ConfirmShip: 'N',
			Containers: {
				Container: [
					{
						ContainerNo: 'C1',
						TrackingNo: 'T1',
						ContainerDetails: {
							ContainerDetail: {
								ItemID: 'MUG-BLUE',
								Quantity: '6',
								UnitOfMeasure: 'EACH',
								ShipmentLine: {
									ShipmentLineNo: '1',
									ShipmentSubLineNo: '0',
								},
							},
						},
					},
				],
			},
			ShipmentLines: {
				ShipmentLine: [
					{
						OrderLineKey: lines[0],
						Quantity: '6',
						OrderReleaseKey: release.OrderReleaseKey,
						ShipmentLineNo: '1',
					},
				],
			},
		});
		expect(Object.keys(answer).sort()).toEqual(['SellerOrganizationCode', 'ShipNode', 'ShipmentKey', 'ShipmentNo']);
		expect(quantities(wire, order)).toEqual({ 3200: 2, 3350: 6 });
		const {
			Containers: {
				Container: [container],
			},
		} = await details({ ShipmentKey: answer.ShipmentKey });
		expect(container).toMatchObject({ ContainerNo: 'C1', TrackingNo: 'T1' });
		const [row] = wire.sandbox.store.rows('ContainerDetail').slice(-1);
		expect(row.ShipmentLineKey).toBeTruthy();
	});

	test('ConfirmShip="Y" ships at once: order 3700, invoice arises, goods leave [apis §1.6]', async () => {
		const order = await released(wire, 'SH-2', [3]);
		await shipped(wire, order, confirmed);
		expect(quantities(wire, order.order)).toEqual({ 3700: 3 });
		expect((await wire.ok('getOrderInvoiceList', { OrderNo: 'SH-2' })).OrderInvoice).toMatchObject([
			{ InvoiceType: 'SHIPMENT', TotalAmount: '30.00' },
		]);
	});

	test('YFC0001 for a number that is taken, YFS10412 for a wrong release, YFS10048 for a wrong node', async () => {
		const order = await released(wire, 'SH-3', [2]);
		await shipped(wire, order, { ShipmentNo: 'S-3' });
		expect(
			await wire.refusal('createShipment', {
				ShipmentNo: 'S-3',
				ShipNode: 'AUR_DC1',
				SellerOrganizationCode: 'AURORA',
			}),
		).toMatchObject({ ErrorCode: 'YFC0001' });
		expect(
			await wire.refusal('createShipment', { OrderReleases: { OrderRelease: [{ OrderReleaseKey: '1' }] } }),
		).toMatchObject({ ErrorCode: 'YFS10412' });
		expect(
			await wire.refusal('createShipment', { ShipNode: 'NOWHERE', SellerOrganizationCode: 'AURORA' }),
		).toMatchObject({ ErrorCode: 'YFS10048' });
	});
});

describe('changeShipment', () => {
	test('upserts without Action: changes what is there, creates what is not [apis §1.6]', async () => {
		const { release } = await released(wire, 'SH-4', [2]);
		const names = { ShipmentNo: 'S-4', ShipNode: 'AUR_DC1', SellerOrganizationCode: 'AURORA' };
		const created = await wire.ok('changeShipment', {
			...names,
			OrderReleases: { OrderRelease: [{ OrderReleaseKey: release.OrderReleaseKey }] },
		});
		expect(await wire.ok('changeShipment', { ...names, TrackingNo: '1Z9' })).toEqual(created);
		expect(await details(names)).toMatchObject({ TrackingNo: '1Z9', Status: '1100' });
	});

	test.each(['Modify', 'Cancel', 'Delete'])(
		'Action %s of nothing: YDM00166, YDM00017 by key, YDM00065 without names',
		async (Action) => {
			expect(await wire.refusal('changeShipment', { Action, ShipmentNo: 'NONE' })).toMatchObject({
				ErrorCode: 'YDM00166',
			});
			expect(await wire.refusal('changeShipment', { Action, ShipmentKey: '1' })).toMatchObject({
				ErrorCode: 'YDM00017',
			});
			expect(await wire.refusal('changeShipment', { Action })).toMatchObject({ ErrorCode: 'YDM00065' });
		},
	);

	test('Action Create of what is there: YFC0001', async () => {
		const names = await shipped(wire, await released(wire, 'SH-5', [1]));
		expect(await wire.refusal('changeShipment', { Action: 'Create', ...names })).toMatchObject({
			ErrorCode: 'YFC0001',
		});
	});

	test('ShipmentLine@Action: Delete gives quantity back to the release, Create takes it in again', async () => {
		const order = await released(wire, 'SH-6', [2, 3]);
		const names = await shipped(wire, order);
		const change = (line: object) => wire.ok('changeShipment', { ...names, ShipmentLines: { ShipmentLine: [line] } });
		await change({ Action: 'Delete', OrderLineKey: order.lines[1] });
		expect(quantities(wire, order.order)).toEqual({ 3200: 3, 3350: 2 });
		await change({
			Action: 'Create',
			OrderLineKey: order.lines[1],
			OrderReleaseKey: order.release.OrderReleaseKey,
			Quantity: '2',
		});
		expect(quantities(wire, order.order)).toEqual({ 3200: 1, 3350: 4 });
		await change({ OrderLineKey: order.lines[1], Quantity: '3' });
		expect(quantities(wire, order.order)).toEqual({ 3350: 5 });
		expect(
			(await details(names)).ShipmentLines.ShipmentLine.map((line: { Quantity: string }) => line.Quantity),
		).toEqual(['2', '3']);
		expect(
			await wire.refusal('changeShipment', {
				...names,
				ShipmentLines: { ShipmentLine: [{ OrderLineKey: order.lines[1], Quantity: '9' }] },
			}),
		).toMatchObject({ ErrorCode: 'YFS10431' });
	});

	test.each([
		['CancelRemovedQuantity', { 3350: 1, 9000: 3 }],
		['BackOrderRemovedQuantity', { 1400: 3, 3350: 1 }],
		['neither', { 3200: 3, 3350: 1 }],
	])('%s decides the fate of what is taken out', async (option, expected) => {
		const order = await released(wire, `SH-7-${option}`, [4]);
		const names = await shipped(wire, order);
		await wire.ok('changeShipment', {
			...names,
			[option]: 'Y',
			ShipmentLines: { ShipmentLine: [{ ShipmentLineNo: '1', Quantity: '1' }] },
		});
		expect(quantities(wire, order.order)).toEqual(expected);
	});

	test('Containers: Action of each one, Replace="Y" for all', async () => {
		const names = await shipped(wire, await released(wire, 'SH-8', [1]));
		const numbers = async () =>
			((await details(names)).Containers.Container ?? []).map(
				({ ContainerNo }: { ContainerNo: string }) => ContainerNo,
			);
		const change = (Containers: object) => wire.ok('changeShipment', { ...names, Containers });
		await change({ Container: [{ ContainerNo: 'A' }, { ContainerNo: 'B' }] });
		await change({
			Container: [
				{ Action: 'Delete', ContainerNo: 'A' },
				{ Action: 'Create', ContainerNo: 'C' },
			],
		});
		expect(await numbers()).toEqual(['B', 'C']);
		await change({ Replace: 'Y', Container: [{ ContainerNo: 'D', TrackingNo: 'T-D' }] });
		expect(await numbers()).toEqual(['D']);
		expect((await wire.ok('getShipmentContainerList', { TrackingNo: 'T-D' })).Container).toMatchObject([
			{ ContainerNo: 'D' },
		]);
		expect(
			(await wire.ok('getShipmentList', { Containers: { Container: { TrackingNo: 'T-D' } } })).Shipment,
		).toMatchObject([{ ShipmentKey: names.ShipmentKey }]);
	});

	test('Delete: YDM00112 with lines, YDM00113 with containers, YDM00090 with both; an empty one goes', async () => {
		const order = await released(wire, 'SH-9', [1]);
		const names = await shipped(wire, order);
		const code = async () => (await wire.refusal('changeShipment', { ...names, Action: 'Delete' })).ErrorCode;
		const change = (more: object) => wire.ok('changeShipment', { ...names, ...more });
		expect(await code()).toBe('YDM00112');
		await change({ Containers: { Container: [{ ContainerNo: 'A' }] } });
		expect(await code()).toBe('YDM00090');
		await change({ ShipmentLines: { ShipmentLine: [{ Action: 'Delete', ShipmentLineNo: '1' }] } });
		expect(await code()).toBe('YDM00113');
		await change({ Containers: { Replace: 'Y' } });
		await change({ Action: 'Delete' });
		expect(await wire.refusal('getShipmentDetails', { ShipmentNo: names.ShipmentNo })).toMatchObject({
			ErrorCode: 'YDM00166',
		});
	});

	test('Cancel keeps the record at 9000 and releases its quantity again (fate inferred)', async () => {
		const order = await released(wire, 'SH-10', [2]);
		const names = await shipped(wire, order);
		await wire.ok('changeShipment', { ...names, Action: 'Cancel' });
		expect(await details(names)).toMatchObject({ Status: '9000', ShipmentClosedFlag: 'Y' });
		expect(quantities(wire, order.order)).toEqual({ 3200: 2 });
	});

	test('YDM00025 once shipped; OverrideModificationRules lifts it for header data', async () => {
		const names = await shipped(wire, await released(wire, 'SH-11', [1]), confirmed);
		for (const more of [{ TrackingNo: 'X' }, { Action: 'Cancel' }, { Action: 'Delete' }]) {
			expect(await wire.refusal('changeShipment', { ...names, ...more })).toMatchObject({ ErrorCode: 'YDM00025' });
		}
		await wire.ok('changeShipment', { ...names, TrackingNo: 'X', OverrideModificationRules: 'Y' });
		expect((await details(names)).TrackingNo).toBe('X');
	});
});

describe('confirmShipment', () => {
	test.each([
		['CancelNonShippedQuantity', { 3700: 6, 9000: 2 }],
		['BackOrderNonShippedQuantity', { 1400: 2, 3700: 6 }],
		['neither', { 3200: 2, 3700: 6 }],
	])('short quantities with %s [payload 20]', async (option, expected) => {
		const order = await released(wire, `SH-12-${option}`, [8]);
		const names = await shipped(wire, order);
		await wire.ok('confirmShipment', {
			...names,
			[option]: 'Y',
			ShipmentLines: { ShipmentLine: [{ ShipmentLineNo: '1', ShipmentSubLineNo: '0', Quantity: '6' }] },
		});
		expect(quantities(wire, order.order)).toEqual(expected);
		expect((await wire.ok('getOrderInvoiceList', { OrderNo: order.order.OrderNo })).OrderInvoice).toMatchObject([
			{ TotalAmount: '60.00' },
		]);
	});

	test('creates the shipment when it is missing [captured, payload 11]; twice is YDM00025', async () => {
		const order = await released(wire, 'SH-13', [3]);
		const input = {
			ShipmentNo: 'S-13',
			ShipNode: 'AUR_DC1',
			OrderNo: 'SH-13',
			EnterpriseCode: 'AURORA',
			DocumentType: '0001',
			ShipmentLines: {
				ShipmentLine: [
					{
						Quantity: '3',
						OrderReleaseKey: order.release.OrderReleaseKey,
						OrderLineKey: order.lines[0],
					},
				],
			},
		};
		expect(await wire.ok('confirmShipment', input)).toMatchObject({
			ShipmentNo: 'S-13',
			SellerOrganizationCode: 'AURORA',
		});
		expect(quantities(wire, order.order)).toEqual({ 3700: 3 });
		expect(await wire.refusal('confirmShipment', input)).toMatchObject({ ErrorCode: 'YDM00025' });
	});

	test('behaviour.invoiceOnConfirm=false leaves the invoice to createShipmentInvoice', async () => {
		const order = await released(wire, 'SH-14', [1]);
		wire.sandbox.behaviour.invoiceOnConfirm = false;
		const names = await shipped(wire, order, confirmed);
		wire.sandbox.behaviour.invoiceOnConfirm = true;
		const count = async () => (await wire.ok('getOrderInvoiceList', { OrderNo: 'SH-14' })).TotalOrderInvoiceList;
		expect(await count()).toBe('0');
		await wire.void('createShipmentInvoice', names);
		expect(await count()).toBe('1');
		expect(await wire.refusal('createShipmentInvoice', names)).toMatchObject({ ErrorCode: 'YDM00025' });
	});
});

describe('moving a shipment', () => {
	const stock = () =>
		wire.sandbox.store.rows('InventorySupply').find((row) => row.ItemID === 'MUG-BLUE' && row.ShipNode === 'AUR_DC1')
			?.Quantity;

	test('unconfirmShipment takes shipping back: 3350, stock and invoice as before', async () => {
		const order = await released(wire, 'SH-15', [2]);
		const before = stock();
		const names = await shipped(wire, order, confirmed);
		expect(stock()).not.toBe(before);
		await wire.ok('unconfirmShipment', names);
		expect([quantities(wire, order.order), stock()]).toEqual([{ 3350: 2 }, before]);
		expect((await wire.ok('getOrderInvoiceList', { OrderNo: 'SH-15' })).TotalOrderInvoiceList).toBe('0');
		expect(await wire.refusal('unconfirmShipment', names)).toMatchObject({ ErrorCode: 'YDM00025' });
		await wire.ok('confirmShipment', names);
		expect(quantities(wire, order.order)).toEqual({ 3700: 2 });
	});

	test('deliverShipment: 1500, order 3700.7777; YDM00025 before it is shipped', async () => {
		const order = await released(wire, 'SH-16', [1]);
		const names = await shipped(wire, order);
		expect(await wire.refusal('deliverShipment', names)).toMatchObject({ ErrorCode: 'YDM00025' });
		await wire.ok('confirmShipment', names);
		await wire.ok('deliverShipment', names);
		expect(await details(names)).toMatchObject({ Status: '1500' });
		expect(quantities(wire, order.order)).toEqual({ '3700.7777': 1 });
	});

	test('changeShipmentStatus: default transaction, YFS10428 for an unknown status [apis §1.6]', async () => {
		const names = await shipped(wire, await released(wire, 'SH-17', [1]));
		await wire.ok('changeShipmentStatus', { ...names, BaseDropStatus: '1100.70.06.10' });
		expect((await details(names)).Status).toBe('1100.70.06.10');
		expect(await wire.refusal('changeShipmentStatus', { ...names, BaseDropStatus: '77' })).toMatchObject({
			ErrorCode: 'YFS10428',
		});
		expect(await wire.refusal('changeShipmentStatus', names)).toMatchObject({ ErrorCode: 'YFS10428' });
	});
});

test('lists: root Shipments, for an order, and lines [factory templates]', async () => {
	const order = await released(wire, 'SH-18', [1, 2]);
	const names = await shipped(wire, order);
	expect((await wire.xml('getShipmentList', '<Shipment OrderNo="SH-18"/>')).body).toMatch(
		/^(<\?xml[^>]*>\s*)?<Shipments /,
	);
	expect((await wire.ok('getShipmentListForOrder', order.order)).Shipment).toMatchObject([
		{ ShipmentNo: names.ShipmentNo },
	]);
	expect((await wire.ok('getShipmentLineList', { ShipmentKey: names.ShipmentKey })).ShipmentLine).toHaveLength(2);
	const byLine = { ShipmentLines: { ShipmentLine: { OrderLineKey: order.lines[1] } } };
	expect((await wire.ok('getShipmentList', byLine)).Shipment).toHaveLength(1);
});
