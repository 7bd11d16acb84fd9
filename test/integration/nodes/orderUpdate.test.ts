import { Bench, FORMATS, ORDER, line, onOrder } from '../../support/bench';
import { locate, loginAs } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });
const REASON = {
	modificationReasonCode: locate('code', 'CUST_REQ'),
	modificationReasonText: 'Customer called',
};

describe.each(FORMATS)('update an order over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;

	it('changes the header by key, and says why', async () => {
		const key = wire.place(name('HEADER'));
		const updated = await wire.one({
			resource: 'order',
			operation: 'update',
			order: locate('key', key),
			additionalFields: {
				charges: { charge: [{ chargeCategory: 'Shipping', chargeName: 'Standard', chargeAmount: '5' }] },
				references: { reference: [{ name: 'Ticket', value: '12' }] },
				customerPoNo: 'PO-9',
				orderName: 'Gift',
				reqDeliveryDate: '2031-06-01T00:00:00',
				...REASON,
			},
			addresses: { shipTo: { city: 'Sampleford', country: 'US' } },
		});
		expect(updated).toMatchObject({ OrderHeaderKey: key, OrderNo: name('HEADER') });
		expect(wire.stored(name('HEADER'))).toMatchObject({
			CustomerPONo: 'PO-9',
			OrderName: 'Gift',
			ReqDeliveryDate: '2031-06-01T00:00:00+00:00',
		});
		expect(wire.rows('HeaderCharge', name('HEADER'))).toMatchObject([{ ChargeAmount: '5.00' }]);
		expect(wire.rows('Reference', name('HEADER'))).toMatchObject([{ Name: 'Ticket', Value: '12' }]);
		expect(wire.rows('OrderAudit', name('HEADER'))).toMatchObject([
			{ ReasonCode: 'CUST_REQ', ReasonText: 'Customer called' },
		]);
	});

	it('finds the order by number, enterprise and document type', async () => {
		wire.place(name('PLACE'));
		const BillTo = { FirstName: 'Dora', City: 'Specimen Hill' };
		const Item = { ItemID: 'BOLT-M8', UnitOfMeasure: 'EACH' };
		wire.place(name('PLACE'), {
			EnterpriseCode: 'BOREALIS',
			PersonInfoBillTo: BillTo,
			OrderLines: { OrderLine: [{ OrderedQty: '1', Item }] },
		});
		const enterpriseCode = locate('code', 'BOREALIS');
		await wire.run(onOrder('update', name('PLACE'), { enterpriseCode, additionalFields: { orderName: 'Theirs' } }));
		expect(wire.sandbox.store.order(name('PLACE'), 'BOREALIS')).toMatchObject({ OrderName: 'Theirs' });
		expect(wire.stored(name('PLACE'))?.OrderName).toBeUndefined();
	});

	it('adds, changes, cancels and leaves lines', async () => {
		const OrderLine = ['2', '5', '4', '1'].map((quantity) => line(quantity));
		wire.place(name('LINES'), { OrderLines: { OrderLine } });
		const [, , , fourth] = wire.lines(name('LINES'));
		const lines = [
			{
				lineAction: 'MODIFY',
				primeLineNo: '1',
				orderedQty: '3',
				more: { giftFlag: true, subLineNo: '1' },
			},
			{ lineAction: 'CANCEL', primeLineNo: '2' },
			{ lineAction: 'MODIFY', orderLineKey: fourth.OrderLineKey, unitPrice: '8.50' },
			{
				lineAction: 'CREATE',
				itemId: 'LAMP-DESK',
				unitOfMeasure: 'EACH',
				orderedQty: '1',
				unitPrice: '39',
			},
		];
		await wire.run(onOrder('update', name('LINES'), { lines: { line: lines } }));
		expect(wire.lines(name('LINES'))).toMatchObject([
			{ PrimeLineNo: '1', OrderedQty: '3', GiftFlag: 'Y' },
			{ PrimeLineNo: '2', OrderedQty: '0', MaxLineStatus: '9000' },
			{ PrimeLineNo: '3', OrderedQty: '4', UnitPrice: '9.90' },
			{ PrimeLineNo: '4', OrderedQty: '1', UnitPrice: '8.50' },
			{ PrimeLineNo: '5', ItemID: 'LAMP-DESK', UnitPrice: '39.00' },
		]);
	});

	it('removes a line of a draft', async () => {
		const draft = { DraftOrderFlag: 'Y', OrderLines: { OrderLine: [line('1'), line('2')] } };
		wire.place(name('REMOVE'), draft);
		const lines = [{ lineAction: 'REMOVE', primeLineNo: '1' }];
		await wire.run(onOrder('update', name('REMOVE'), { lines: { line: lines } }));
		expect(wire.lines(name('REMOVE'))).toMatchObject([{ PrimeLineNo: '2' }]);
	});

	it('empties attributes, extension columns among them, and leaves empty fields as they are', async () => {
		wire.place(name('CLEAR'), {
			CustomerPONo: 'PO-1',
			OrderName: 'Stays',
			SearchCriteria1: 'Goes',
			Extn: { ExtnGiftText: 'Hello', ExtnChannel: 'WEB' },
		});
		await wire.run(
			onOrder('update', name('CLEAR'), {
				additionalFields: {
					orderName: '',
					customerPoNo: '',
					clearAttributes: 'SearchCriteria1, Extn.ExtnGiftText ,CustomerPONo',
					additionalAttributes: '{"Extn": {"ExtnChannel": "APP"}}',
				},
			}),
		);
		const order = wire.stored(name('CLEAR'));
		expect(order).toMatchObject({ OrderName: 'Stays', Extn_ExtnChannel: 'APP' });
		expect(order).not.toHaveProperty('CustomerPONo');
		expect(order).not.toHaveProperty('SearchCriteria1');
		expect(order).not.toHaveProperty('Extn_ExtnGiftText');
	});

	it.each([
		['JSON', '{"OrderLines": {"OrderLine": {"PrimeLineNo": "1", "SubLineNo": "1", "OrderedQty": "7"}}}'],
		['XML', '<Order><OrderLines><OrderLine PrimeLineNo="1" SubLineNo="1" OrderedQty="7"/></OrderLines></Order>'],
	])('takes a whole document as %s', async (kind, document) => {
		const orderNo = name(`WHOLE-${kind}`);
		wire.place(orderNo);
		await wire.run(onOrder('update', orderNo, { inputMode: 'document', document }));
		expect(wire.lines(orderNo)).toMatchObject([{ OrderedQty: '7' }]);
	});

	it('lifts modification rules where the login may', async () => {
		wire.place(name('OVERRIDE'));
		wire.release(name('OVERRIDE'));
		const change = { addresses: { shipTo: { city: 'Testbury', country: 'US' } } };
		const refused = await wire.refused(onOrder('update', name('OVERRIDE'), change));
		expect(refused.message).toBe('YFS: Order cannot be modified in current status [YFS10137]');
		expect(refused.description).toMatch(/"Override Modification Rules" overrides the rules/);
		await wire.run(
			onOrder('update', name('OVERRIDE'), {
				...change,
				additionalFields: { override: true },
				options: { waitForLock: true },
			}),
		);
		const people = wire.sandbox.store.rows('PersonInfo');
		const shipTo = people.find((row) => row.PersonInfoKey === wire.stored(name('OVERRIDE'))?.ShipToKey);
		expect(shipTo).toMatchObject({ City: 'Testbury' });
	});

	it.each([
		[
			'an order that does not exist',
			onOrder('update', 'NONE'),
			'YFS10003',
			/Check "Order", "Enterprise" and "Document Type"/,
		],
		[
			'a line that does not exist',
			onOrder('update', name('NOLINE'), {
				lines: { line: [{ lineAction: 'CANCEL', primeLineNo: '9' }] },
			}),
			'YFS10001',
			/has no such line/,
		],
	])('says that %s is missing', async (_what, parameters, code, hint) => {
		if (!wire.stored(name('NOLINE'))) wire.place(name('NOLINE'));
		const error = await wire.refused(parameters);
		expect(error.message).toContain(`[${code}]`);
		expect(error.description).toMatch(hint);
	});

	it('tells a login without permission which one it lacks', async () => {
		const key = wire.place(name('FORBIDDEN'), ORDER);
		const credential = loginAs(wire.sandbox, 'reader');
		const parameters = { resource: 'order', operation: 'update', order: locate('key', key) };
		const error = await wire.refused(parameters, { credential });
		expect(error.message).toContain('[YCP0428]');
		expect(error.description).toMatch(/Ask the administrator/);
	});
});

it.each(['key', 'number'])('asks for the order when the expression for its %s is empty', async (mode) => {
	const order = locate(mode, '={{ $json.nothing }}');
	const error = await bench.refused({ resource: 'order', operation: 'update', order });
	expect(error.message).toMatch(/^Order is empty: its expression returns nothing$/);
});
