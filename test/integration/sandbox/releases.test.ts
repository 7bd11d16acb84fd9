import { Contract } from './contract';
import { quantities, released, shipped } from './fulfilment';

const wire = Contract.forFile({ withoutOrders: true });

const change = (release: { OrderReleaseKey: string }, more: object) =>
	wire.ok('changeRelease', { OrderReleaseKey: release.OrderReleaseKey, ...more });
const lines = (line: object) => ({ OrderLines: { OrderLine: [line] } });
const audits = (OrderNo: string) =>
	wire.sandbox.store
		.rows('OrderAudit')
		.filter((row) => row.OrderHeaderKey === wire.sandbox.store.order(OrderNo)?.OrderHeaderKey).length;

test('a line is cancelled by StatusQuantity, FromStatus, ToStatus; five attributes come back [payload 20]', async () => {
	const {
		order,
		release,
		lines: [OrderLineKey],
	} = await released(wire, 'RE-1', [8]);
	const answer = await change(release, {
		OrderHeaderKey: release.OrderHeaderKey,
		...lines({ Action: 'CANCEL', OrderLineKey, StatusQuantity: '6', FromStatus: '3200', ToStatus: '9000' }),
	});
	expect(answer).toEqual({
		EnterpriseCode: 'AURORA',
		OrderHeaderKey: release.OrderHeaderKey,
		OrderReleaseKey: release.OrderReleaseKey,
		ReleaseNo: '1',
		SalesOrderNo: 'RE-1',
	});
	expect(quantities(wire, order)).toEqual({ 3200: 2, 9000: 6 });
	expect((await wire.ok('getOrderDetails', order)).OrderLines.OrderLine[0].OrderedQty).toBe('2');
});

test('a non-blank StatusQuantity wins over ChangeInQuantity, which is negative [factory API comments]', async () => {
	const {
		order,
		release,
		lines: [OrderLineKey],
	} = await released(wire, 'RE-2', [8]);
	await change(release, lines({ Action: 'BACKORDER', OrderLineKey, ChangeInQuantity: '-3' }));
	expect(quantities(wire, order)).toEqual({ 1400: 3, 3200: 5 });
	await change(
		release,
		lines({ Action: 'CANCEL', PrimeLineNo: '1', SubLineNo: '1', StatusQuantity: '1', ChangeInQuantity: '-5' }),
	);
	expect(quantities(wire, order)).toEqual({ 1400: 3, 3200: 4, 9000: 1 });
});

test.each([
	['CANCEL', '9000'],
	['BACKORDER', '1400'],
])('header Action %s: everything open goes to %s', async (Action, status) => {
	const { order, release } = await released(wire, `RE-3-${Action}`, [2, 1]);
	const before = audits(order.OrderNo);
	await change(release, { Action });
	expect(quantities(wire, order)).toEqual({ [status]: 3 });
	expect(audits(order.OrderNo)).toBe(before + 1);
	expect(await wire.refusal('changeRelease', { OrderReleaseKey: release.OrderReleaseKey, Action })).toMatchObject({
		ErrorCode: 'YFS10137',
		MoreInfo: { ModificationLevel: 'RELEASE' },
	});
});

test('backordered quantity can be scheduled and released again', async () => {
	const { order, release } = await released(wire, 'RE-4', [2]);
	await change(release, { Action: 'BACKORDER' });
	await wire.void('scheduleOrder', { ...order, ScheduleAndRelease: 'Y' });
	expect(quantities(wire, order)).toEqual({ 3200: 2 });
	expect((await wire.ok('getOrderReleaseList', { SalesOrderNo: 'RE-4' })).TotalOrderReleaseList).toBe('2');
});

test('MODIFY changes header data and adds notes; CREATE adds a line to order and release', async () => {
	const { order, release } = await released(wire, 'RE-5', [1]);
	await change(release, { SCAC: 'FEDX', Notes: { Note: [{ NoteText: 'Handle with care' }] } });
	await change(
		release,
		lines({ Action: 'CREATE', OrderedQty: '4', Item: { ItemID: 'MUG-RED', UnitOfMeasure: 'EACH' } }),
	);
	const read = await wire.ok('getOrderReleaseDetails', { ReleaseNo: '1', ...order });
	expect(read).toMatchObject({ SCAC: 'FEDX' });
	expect(read.OrderLines.OrderLine).toHaveLength(2);
	expect(quantities(wire, order)).toEqual({ 3200: 5 });
});

test('YFS10412 unknown release, YFS10001 unknown line, YFS10431 more than stands in the status', async () => {
	const {
		release,
		lines: [OrderLineKey],
	} = await released(wire, 'RE-6', [1]);
	const refused = async (input: object) =>
		(await wire.refusal('changeRelease', { OrderReleaseKey: release.OrderReleaseKey, ...input })).ErrorCode;
	expect(await refused({ OrderReleaseKey: 'NONE' })).toBe('YFS10412');
	expect((await wire.refusal('getOrderReleaseDetails', { OrderReleaseKey: 'NONE' })).ErrorCode).toBe('YFS10412');
	expect(await refused(lines({ Action: 'CANCEL', OrderLineKey: 'NONE' }))).toBe('YFS10001');
	expect(await refused(lines({ Action: 'CANCEL', OrderLineKey, StatusQuantity: '2' }))).toBe('YFS10431');
	expect(await refused(lines({ Action: 'CANCEL', OrderLineKey, FromStatus: '3300' }))).toBe('YFS10431');
});

test('nothing can be taken from a release once it is in a shipment', async () => {
	const order = await released(wire, 'RE-7', [1]);
	await shipped(wire, order);
	expect(
		await wire.refusal('changeRelease', { OrderReleaseKey: order.release.OrderReleaseKey, Action: 'CANCEL' }),
	).toMatchObject({ ErrorCode: 'YFS10137' });
});

test('getOrderReleaseList: header, order and address by default; lines with a template [factory template]', async () => {
	await released(wire, 'RE-8', [3]);
	const {
		OrderRelease: [release],
	} = await wire.ok('getOrderReleaseList', { SalesOrderNo: 'RE-8', Status: '3200' });
	expect(release).toMatchObject({
		Status: 'Released',
		Order: { OrderNo: 'RE-8' },
		PersonInfoShipTo: { City: 'Exampleton' },
	});
	expect(release).not.toHaveProperty('OrderLines');
	const { OrderReleaseList } = await wire.paged(
		'getOrderReleaseList',
		'OrderRelease',
		{
			SalesOrderNo: 'RE-8',
		},
		{
			OrderReleaseList: {
				OrderRelease: { ReleaseNo: '', OrderLines: { OrderLine: { StatusQuantity: '', OrderLineKey: '' } } },
			},
		},
	);
	expect(OrderReleaseList.OrderRelease[0].OrderLines.OrderLine[0].StatusQuantity).toBe('3');
});
