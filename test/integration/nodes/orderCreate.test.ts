import { Bench, FORMATS, orders } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

const MUG = { itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', orderedQty: '2', unitPrice: '9.90' };
const ADDRESSES = { billTo: { firstName: 'Ada', lastName: 'Example', city: 'Exampleton', country: 'US' } };
const create = (orderNo: string, more = {}) =>
	orders('create', { orderNo, lines: { line: [MUG] }, addresses: ADDRESSES, ...more });

describe.each(FORMATS)('create an order over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;

	it('writes every part of the document', async () => {
		const orderNo = name('FULL');
		const created = await wire.one(
			create(orderNo, {
				lines: {
					line: [
						{
							...MUG,
							deliveryMethod: 'SHP',
							more: { giftFlag: true, reqShipDate: '2031-05-01T10:00:00' },
						},
						{
							itemId: 'LAMP-DESK',
							unitOfMeasure: 'EACH',
							orderedQty: '1',
							more: { primeLineNo: '7', subLineNo: '1' },
						},
					],
				},
				addresses: { ...ADDRESSES, shipTo: { firstName: 'Ben', city: 'Sampleford', zipCode: '00000', country: 'US' } },
				additionalFields: {
					charges: {
						charge: [{ chargeCategory: 'Shipping', chargeName: 'Standard', chargeAmount: '4.90' }],
					},
					notes: {
						note: [{ noteText: 'Ring <twice> & "wait"', reasonCode: locate('code', 'CUST_CONTACT') }],
					},
					references: { reference: [{ name: 'Cart', value: '7' }] },
					additionalAttributes: '{"Extn": {"ExtnGiftText": "Grüße"}, "SearchCriteria1": "spring"}',
					entryType: 'WEB',
					customerPoNo: 'PO-1',
					currency: 'EUR',
					orderDate: '2031-04-01T08:00:00',
				},
			}),
			{ timezone: 'Europe/Berlin' },
		);
		const order = wire.stored(orderNo);
		expect(created).toEqual({
			OrderHeaderKey: order?.OrderHeaderKey,
			OrderNo: orderNo,
			EnterpriseCode: 'AURORA',
			DocumentType: '0001',
		});
		expect(order).toMatchObject({
			EntryType: 'WEB',
			CustomerPONo: 'PO-1',
			Currency: 'EUR',
			OrderDate: '2031-04-01T06:00:00+00:00',
			Extn_ExtnGiftText: 'Grüße',
			SearchCriteria1: 'spring',
		});
		expect(wire.lines(orderNo)).toMatchObject([
			{ ItemID: 'MUG-BLUE', OrderedQty: '2', GiftFlag: 'Y', ReqShipDate: '2031-05-01T08:00:00+00:00' },
			{ ItemID: 'LAMP-DESK', PrimeLineNo: '7' },
		]);
		expect(wire.rows('Note', orderNo)).toMatchObject([
			{ NoteText: 'Ring <twice> & "wait"', ReasonCode: 'CUST_CONTACT' },
		]);
		expect(wire.rows('HeaderCharge', orderNo)).toMatchObject([{ ChargeCategory: 'Shipping', ChargeAmount: '4.90' }]);
		expect(wire.rows('Reference', orderNo)).toMatchObject([{ Name: 'Cart', Value: '7' }]);
		const people = wire.sandbox.store.rows('PersonInfo');
		expect(people.find((row) => row.PersonInfoKey === order?.ShipToKey)).toMatchObject({
			City: 'Sampleford',
		});
		expect(people.find((row) => row.PersonInfoKey === order?.BillToKey)).toMatchObject({
			City: 'Exampleton',
		});
	});

	it('lets Sterling number the order, and takes each item’s own values', async () => {
		const parameters = create('={{ $json.no }}', {
			lines: { line: [{ ...MUG, orderedQty: '={{ $json.qty }}' }] },
		});
		const made = await wire.run(parameters, { input: [{ qty: 1 }, { no: name('ITEM'), qty: 2.5 }] });
		expect(made[0].OrderNo).toMatch(/^Y\d+$/);
		expect(wire.lines(String(made[0].OrderNo))).toMatchObject([{ OrderedQty: '1' }]);
		expect(wire.lines(name('ITEM'))).toMatchObject([{ OrderedQty: '2.5' }]);
	});

	it('creates a draft for another enterprise', async () => {
		const draft = create(name('DRAFT'), {
			lines: { line: [{ itemId: 'BOLT-M8', unitOfMeasure: 'EACH', orderedQty: '500' }] },
			additionalFields: { draftOrderFlag: true, enterpriseCode: locate('code', 'BOREALIS') },
		});
		expect(await wire.one(draft)).toMatchObject({ EnterpriseCode: 'BOREALIS' });
		const order = wire.sandbox.store.order(name('DRAFT'), 'BOREALIS');
		expect(order).toMatchObject({ DraftOrderFlag: 'Y', MinOrderStatus: '1000' });
	});

	const lines = { OrderLine: [{ OrderedQty: '3', Item: { ItemID: 'MUG-RED', UnitOfMeasure: 'EACH' } }] };
	const whole = { OrderLines: lines, PersonInfoBillTo: { City: 'Exampleton' }, CustomerPONo: 'PO-2' };
	const xml =
		'<Order CustomerPONo="PO-2"><PersonInfoBillTo City="Exampleton"/><OrderLines><OrderLine OrderedQty="3">' +
		'<Item ItemID="MUG-RED" UnitOfMeasure="EACH"/></OrderLine></OrderLines></Order>';
	it.each([
		['JSON', JSON.stringify(whole)],
		['JSON with its root', JSON.stringify({ Order: whole })],
		['XML', xml],
		['an object', '={{ $json.document }}'],
	])('takes a whole document as %s, and adds what identifies it', async (kind, document) => {
		const orderNo = name(`WHOLE-${kind.replaceAll(' ', '-')}`);
		const parameters = orders('create', { orderNo, inputMode: 'document', document });
		await wire.run(parameters, { input: [{ document: whole }] });
		expect(wire.stored(orderNo)).toMatchObject({ CustomerPONo: 'PO-2', EnterpriseCode: 'AURORA' });
		expect(wire.lines(orderNo)).toMatchObject([{ ItemID: 'MUG-RED', OrderedQty: '3' }]);
	});

	it('lets fields win over additional attributes, line by line', async () => {
		const additionalAttributes =
			'<Order CustomerPONo="theirs" OrderType="B2B"><OrderLines><OrderLine CustomerPONo="P"/></OrderLines></Order>';
		const more = { additionalFields: { customerPoNo: 'ours', additionalAttributes } };
		await wire.run(create(name('MERGE'), more));
		expect(wire.stored(name('MERGE'))).toMatchObject({ CustomerPONo: 'ours', OrderType: 'B2B' });
		expect(wire.lines(name('MERGE'))).toMatchObject([{ ItemID: 'MUG-BLUE', CustomerPONo: 'P' }]);
	});

	it('refuses a second order of the same number, in Sterling’s words', async () => {
		wire.place(name('TWICE'));
		const error = await wire.refused(create(name('TWICE')));
		expect(error.message).toBe('Record already exists in the database. [YFC0001]');
		expect(error.description).toMatch(/^An order with this number already exists\. .+: SQLState/);
		expect(error.httpCode).toBe('400');
	});

	it.each([
		[
			'an unknown item',
			{ lines: { line: [{ ...MUG, itemId: 'NONE' }] } },
			'YFS10437',
			/check "Order Lines → Item ID" and/,
		],
		['no bill-to address', { addresses: {} }, 'YFS10460', /required attribute/],
		['an unknown node', { additionalFields: { shipNode: 'NOWHERE' } }, 'YFS10048', /"Additional Fields → Ship Node"/],
		[
			'an unknown enterprise',
			{ additionalFields: { enterpriseCode: locate('code', 'NOBODY') } },
			'YFS10395',
			/check "Additional Fields → Enterprise"/,
		],
	])('says what is wrong with %s', async (_what, more, code, hint) => {
		const error = await wire.refused(create(name('WRONG'), more));
		expect(error.message).toContain(`[${code}]`);
		expect(error.description).toMatch(hint);
		expect(wire.stored(name('WRONG'))).toBeUndefined();
	});
});

it('says which document cannot be read', async () => {
	const parameters = orders('create', { orderNo: 'X', inputMode: 'document', document: '{"OrderNo": ' });
	const error = await bench.refused(parameters);
	expect(error.message).toMatch(/^Document is neither valid JSON nor valid XML: /);
});

it.each([
	['XML', { inputMode: 'document', document: '<Shipment ShipmentNo="S-1"/>' }],
	['JSON', { inputMode: 'document', document: '{"Shipment": {"ShipmentNo": "S-1"}}' }],
	['additional attributes', { additionalFields: { additionalAttributes: '<Shipment ShipmentNo="S-1"/>' } }],
])('refuses another document than an order as %s', async (_kind, more) => {
	const error = await bench.refused(orders('create', { orderNo: 'WRONG-ROOT', ...more }));
	expect(error.message).toMatch(/ must be one Order element, but is Shipment$/);
	expect(bench.stored('WRONG-ROOT')).toBeUndefined();
});
