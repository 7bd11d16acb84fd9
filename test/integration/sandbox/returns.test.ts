import { Contract, type Json } from './contract';
import { quantities, released, shipped } from './fulfilment';

const wire = Contract.forFile({ withoutOrders: true });

interface Returned {
	sold: Record<string, string>;
	back: Record<string, string>;
	line: string;
	key: string;
}

/** A shipped order of three and the request of a return of some of it. */
async function sale(OrderNo: string, confirm = true): Promise<{ sold: Record<string, string>; line: string }> {
	const order = await released(wire, OrderNo, [3]);
	if (confirm) await shipped(wire, order, { ConfirmShip: 'Y' });
	return { sold: order.order, line: order.lines[0] };
}

const returnOf = (OrderNo: string, OrderLineKey: string, OrderedQty: string, more: object = {}) => ({
	OrderNo,
	DocumentType: '0003',
	EnterpriseCode: 'AURORA',
	SellerOrganizationCode: 'AURORA',
	DefaultCustomerInformation: 'Y',
	...more,
	OrderLines: {
		OrderLine: [{ OrderedQty, ReturnReason: 'DAMAGED', DerivedFrom: { OrderLineKey }, ShipNode: 'AUR_DC2' }],
	},
});

async function returned(number: string, quantity = '2'): Promise<Returned> {
	const { sold, line: original } = await sale(`SOLD-${number}`);
	const back = { OrderNo: `RO-${number}`, EnterpriseCode: 'AURORA', DocumentType: '0003' };
	const { OrderHeaderKey: key } = await wire.ok('createOrder', returnOf(back.OrderNo, original, quantity));
	const [{ OrderLineKey: line }] = (await wire.ok('getOrderDetails', back)).OrderLines.OrderLine;
	return { sold, back, line, key };
}

const receiptOf = ({ back, key }: Returned, more: object = {}) => ({
	DocumentType: '0003',
	ReceivingNode: 'AUR_DC2',
	Shipment: { ...back, OrderHeaderKey: key },
	...more,
});

const receive = (receipt: Json, { line }: Returned, Quantity: string) => ({
	DocumentType: '0003',
	ReceiptHeaderKey: receipt.ReceiptHeaderKey,
	ReceiptLines: { ReceiptLine: [{ OrderLineKey: line, Quantity, DispositionCode: '' }] },
});

test('createOrder 0003 takes item, price and customer over; the sale shows 3700.01 [payload 21]', async () => {
	const { sold, back } = await returned('1');
	const read = await wire.ok('getOrderDetails', back);
	expect(read.OrderLines.OrderLine[0]).toMatchObject({
		OrderedQty: '2',
		Item: { ItemID: 'MUG-BLUE', UnitOfMeasure: 'EACH' },
		LinePriceInfo: { UnitPrice: '10.00' },
	});
	expect(wire.sandbox.store.order('RO-1', 'AURORA', '0003')).toMatchObject({ BillToID: 'C-100' });
	expect(quantities(wire, sold)).toEqual({ 3700: 1, '3700.01': 2 });
	expect((await wire.ok('getOrdersForReturn', { OrderNo: sold.OrderNo })).Order).toHaveLength(1);
});

test('more than was shipped is refused, over several returns too (YFS10431, code inferred)', async () => {
	const { line } = await sale('SOLD-2');
	await wire.ok('createOrder', returnOf('RO-2a', line, '2'));
	expect(await wire.refusal('createOrder', returnOf('RO-2b', line, '2'))).toMatchObject({
		ErrorCode: 'YFS10431',
		MoreInfo: { ExcessQuantity: '1' },
	});
	expect(wire.sandbox.store.order('RO-2b', 'AURORA', '0003')).toBeUndefined();
	const open = await sale('SOLD-2-open', false);
	expect(await wire.refusal('createOrder', returnOf('RO-2c', open.line, '1'))).toMatchObject({ ErrorCode: 'YFS10431' });
	expect((await wire.ok('getOrdersForReturn', { OrderNo: 'SOLD-2-open' })).TotalOrderList).toBe('0');
});

test('a cancelled return gives the sale back; a draft claims nothing until it is confirmed', async () => {
	const { sold, back } = await returned('3');
	await wire.ok('cancelOrder', back);
	expect(quantities(wire, sold)).toEqual({ 3700: 3 });
	const line = wire.sandbox.store
		.rows('OrderLine')
		.filter((row) => row.OrderHeaderKey === wire.sandbox.store.order(sold.OrderNo)?.OrderHeaderKey)[0].OrderLineKey;
	await wire.ok('createOrder', returnOf('RO-3d', line, '1', { DraftOrderFlag: 'Y' }));
	expect(quantities(wire, sold)).toEqual({ 3700: 3 });
	await wire.ok('confirmDraftOrder', { ...back, OrderNo: 'RO-3d' });
	expect(quantities(wire, sold)).toEqual({ 3700: 2, '3700.01': 1 });
});

test('AUTHORIZE_RETURN.0003 moves to 1100.01 [payload 21]', async () => {
	const { back } = await returned('4');
	await wire.ok('changeOrderStatus', {
		...back,
		TransactionId: 'AUTHORIZE_RETURN.0003',
		OrderLines: { OrderLine: [{ BaseDropStatus: '1100.01', Quantity: '2', PrimeLineNo: '1', SubLineNo: '1' }] },
	});
	expect(quantities(wire, back, '0003')).toEqual({ '1100.01': 2 });
});

test('find, start, receive, close, invoice: 3900, 3950, 3950.01; the sale shows 3700.02; stock rises [payload 21]', async () => {
	const order = await returned('5');
	const found = async (more: object = {}) =>
		(await wire.ok('findReceipt', receiptOf(order, { OpenReceiptFlag: 'Y', ...more }))).Receipt;
	const stock = () =>
		wire.sandbox.store.rows('InventorySupply').find((row) => row.ItemID === 'MUG-BLUE' && row.ShipNode === 'AUR_DC2')
			?.Quantity ?? '0';
	const before = Number(stock());
	expect(await found()).toBeUndefined();
	const receipt = await wire.ok(
		'startReceipt',
		receiptOf(order, { ReceiptNo: 'Receipt-5', ReceiptDate: '2026-01-16' }),
	);
	expect(await found()).toMatchObject([{ ReceiptNo: 'Receipt-5', OpenReceiptFlag: 'Y', Status: '1100' }]);
	await wire.ok('receiveOrder', receive(receipt, order, '1'));
	expect(quantities(wire, order.back, '0003')).toEqual({ 1100: 1, 3900: 1 });
	await wire.ok('receiveOrder', receive(receipt, order, '1'));
	expect(quantities(wire, order.sold)).toEqual({ 3700: 1, '3700.02': 2 });
	expect(Number(stock()) - before).toBe(2);
	await wire.ok('closeReceipt', { DocumentType: '0003', ReceiptHeaderKey: receipt.ReceiptHeaderKey });
	expect(quantities(wire, order.back, '0003')).toEqual({ 3950: 2 });
	expect(await found()).toBeUndefined();
	const { ReceiptLines } = await wire.ok('getReceiptDetails', { ReceiptHeaderKey: receipt.ReceiptHeaderKey });
	expect(ReceiptLines.ReceiptLine.map((line: Json) => line.Quantity)).toEqual(['1', '1']);
	expect((await wire.ok('getReceiptLineList', { OrderLineKey: order.line })).TotalNumberOfRecords).toBe('2');
	const invoice = await wire.ok('createOrderInvoice', {
		...order.back,
		TransactionId: 'CREATE_ORDER_INVOICE.0003',
		OrderLines: { OrderLine: [{ PrimeLineNo: '1', SubLineNo: '1', Quantity: '2' }] },
	});
	expect(invoice).toMatchObject({ InvoiceType: 'RETURN', TotalAmount: '-20.00' });
	expect(quantities(wire, order.back, '0003')).toEqual({ '3950.01': 2 });
});

test('several nodes: a receipt at each', async () => {
	const order = await returned('6');
	for (const ReceivingNode of ['AUR_DC2', 'AUR_STORE1']) {
		const receipt = await wire.ok('startReceipt', receiptOf(order, { ReceivingNode, ReceiptNo: 'Receipt-6' }));
		await wire.ok('receiveOrder', receive(receipt, order, '1'));
	}
	expect((await wire.ok('getReceiptList', { ReceiptNo: 'Receipt-6' })).Receipt).toMatchObject([
		{ ReceivingNode: 'AUR_DC2', Status: '1300' },
		{ ReceivingNode: 'AUR_STORE1' },
	]);
	expect(quantities(wire, order.back, '0003')).toEqual({ 3900: 2 });
});

test('refusals: unknown return, node, receipt; number taken; too much; closed (codes partly inferred)', async () => {
	const order = await returned('7');
	const code = async (api: string, input: object) => (await wire.refusal(api, input)).ErrorCode;
	expect(await code('startReceipt', receiptOf(order, { Shipment: { ...order.back, OrderNo: 'NONE' } }))).toBe(
		'YFS10003',
	);
	expect(await code('startReceipt', receiptOf(order, { ReceivingNode: 'NOWHERE' }))).toBe('YFS10048');
	expect(await code('receiveOrder', receive({ ReceiptHeaderKey: 'NONE' }, order, '1'))).toBe('YFS10001');
	const receipt = await wire.ok('startReceipt', receiptOf(order, { ReceiptNo: 'Receipt-7' }));
	expect(await code('startReceipt', receiptOf(order, { ReceiptNo: 'Receipt-7' }))).toBe('YFC0001');
	expect(await code('receiveOrder', receive(receipt, order, '3'))).toBe('YFS10431');
	expect(await code('createOrderInvoice', order.back)).toBe('YFS10431');
	await wire.ok('closeReceipt', { ReceiptHeaderKey: receipt.ReceiptHeaderKey });
	expect(await code('receiveOrder', receive(receipt, order, '1'))).toBe('YFS10137');
});

describe('invoices', () => {
	test('getOrderInvoiceDetails: root GetOrderInvoiceDetails, InvoiceDetail/InvoiceHeader [apis §2.2]', async () => {
		await sale('SOLD-8');
		const {
			OrderInvoice: [{ InvoiceNo }],
		} = await wire.ok('getOrderInvoiceList', { Order: { OrderNo: 'SOLD-8' } });
		const { body } = await wire.xml('getOrderInvoiceDetails', `<GetOrderInvoiceDetails InvoiceNo="${InvoiceNo}"/>`);
		expect(body).toContain('<InvoiceDetail>');
		expect((await wire.ok('getOrderInvoiceDetails', { InvoiceNo })).InvoiceHeader).toMatchObject({
			Order: { OrderNo: 'SOLD-8' },
			LineDetails: { LineDetail: [{ ShippedQty: '3' }] },
			TotalSummary: { TotalAmount: '30.00' },
			CollectionDetails: { AmountCollected: '0.00' },
		});
		expect((await wire.refusal('getOrderInvoiceDetails', { InvoiceNo: 'NONE' })).ErrorCode).toBe('YFS10001');
	});

	test('createOrderInvoice of a sales order: what is left, once; then YFS10431', async () => {
		const { sold } = await sale('SOLD-9', false);
		expect(await wire.ok('createOrderInvoice', sold)).toMatchObject({ InvoiceType: 'ORDER', TotalAmount: '30.00' });
		expect((await wire.refusal('createOrderInvoice', sold)).ErrorCode).toBe('YFS10431');
	});

	test('recordInvoiceCreation: a pro forma, which counts nothing as invoiced [payload 21]', async () => {
		const { sold } = await sale('SOLD-10', false);
		expect(
			await wire.ok('recordInvoiceCreation', {
				...sold,
				InvoiceType: 'PRO_FORMA',
				Currency: 'USD',
				LineDetails: { LineDetail: [{ Quantity: 1, PrimeLineNo: '1', SubLineNo: '1', UnitPrice: 505.75 }] },
			}),
		).toMatchObject({ InvoiceType: 'PRO_FORMA', TotalAmount: '505.75' });
		expect((await wire.ok('getOrderDetails', sold)).OrderLines.OrderLine[0].InvoicedQty).toBe('0');
	});

	test('recordExternalCharges: payment status follows; YFS10491 for an unknown type [payload 21]', async () => {
		const { sold } = await sale('SOLD-11', false);
		const charge = (PaymentType: string) => ({
			...sold,
			PaymentMethod: {
				PaymentType,
				PaymentDetailsList: {
					PaymentDetails: {
						ChargeType: 'CHARGE',
						RequestAmount: 30,
						ProcessedAmount: 30,
						AuthorizationID: 'demo',
					},
				},
			},
		});
		expect((await wire.refusal('recordExternalCharges', charge('SHELLS'))).ErrorCode).toBe('YFS10491');
		expect(await wire.ok('recordExternalCharges', charge('OTHER'))).toMatchObject({ PaymentStatus: 'PAID' });
	});
});

test.each([
	[
		'manageItem',
		{ ItemList: { Item: [{ ItemID: 'Q-1', UnitOfMeasure: 'EACH', OrganizationCode: 'AURORA' }] } },
		'Item',
		'ItemID',
		'Q-1',
	],
	['createOrder', { Order: null }, 'Order', 'OrderNo', 'Q-2'],
	['startReceipt', { Receipt: null }, 'Receipt', 'ReceiptNo', 'Q-3'],
])(
	'createAsyncRequest of %s is carried out by the agent [apis §1.8]',
	async (Name, given: Json, entity, column, value) => {
		const order = await returned(`q-${value}`, '1');
		const { line } = await sale(`SOLD-q2-${value}`);
		const Input =
			Name === 'createOrder'
				? { Order: returnOf('Q-2', line, '1') }
				: Name === 'startReceipt'
					? { Receipt: receiptOf(order, { ReceiptNo: 'Q-3' }) }
					: given;
		await wire.void('createAsyncRequest', { API: { IsService: 'N', Name, Input } });
		const rows = () => wire.sandbox.store.rows(entity).filter((row) => row[column] === value);
		expect(rows()).toHaveLength(0);
		expect(wire.sandbox.runAsyncAgent()).toEqual({ done: 1, failed: 0 });
		expect(rows()).toHaveLength(1);
	},
);

test('withFulfilment seeds a shipment, an open one, a return and a received one', async () => {
	const seeded = await new Contract().open({ withoutOrders: true, withFulfilment: true });
	const list = async (api: string, input: object, member: string) =>
		((await seeded.ok(api, input))[member] as Json[]).map((row) => row.Status);
	expect(await list('getShipmentList', { ShipmentNo: 'S-AUR-09', ShipmentNoQryType: 'FLIKE' }, 'Shipment')).toEqual([
		'1400',
		'1100',
	]);
	expect(await list('getOrderList', { DocumentType: '0003' }, 'Order')).toEqual(['Created', 'Received']);
	expect(await list('getReceiptList', { ReceiptNo: 'R-RO-3002' }, 'Receipt')).toEqual(['1300']);
	expect(await list('getOrderList', { OrderNo: 'AUR-0950' }, 'Order')).toEqual(['Partially Return Received']);
	await seeded.close();
});
