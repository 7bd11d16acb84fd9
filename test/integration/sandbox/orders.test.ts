import { closeWire, errorOf, nameOf, orderOf, openWire, Wire, type Answer, type Json } from './wire';

let wire: Wire;
beforeAll(async () => {
	wire = await openWire();
});
afterAll(() => closeWire(wire));

const code = (answer: Answer): unknown => [answer.status, errorOf(answer)?.ErrorCode];

let counter = 0;

/** Creates an order of its own for a test. */
async function fresh(more: object = {}, quantity = '2', item = 'MUG-BLUE'): Promise<string> {
	counter += 1;
	const answer = await wire.invoke('createOrder', orderOf(`ORD-${counter}`, more, quantity, item));
	expect(answer.status).toBe(200);
	return `ORD-${counter}`;
}

const change = (orderNo: string, more: object): Promise<Answer> =>
	wire.invoke('changeOrder', { ...nameOf(orderNo), ...more });

async function details(orderNo: string): Promise<Record<string, Json>> {
	return (await wire.invoke('getCompleteOrderDetails', nameOf(orderNo))).json;
}

describe('createOrder', () => {
	test('generates a number when none is given [captured]', async () => {
		const { json } = await wire.invoke('createOrder', orderOf(''));
		expect(json.OrderNo).toMatch(/^Y1\d{8}$/);
	});

	test('a number that is taken answers YFC0001 with the table [captured, factory index]', async () => {
		const answer = await wire.invoke('createOrder', orderOf('AUR-1001'));
		expect(code(answer)).toEqual([400, 'YFC0001']);
		expect(errorOf(answer).MoreInfo).toMatchObject({ TableName: 'YFS_ORDER_HEADER', SQLState: '23505' });
	});

	test('or YFS10012: sources differ [factory error codes]', async () => {
		wire.sandbox.behaviour.duplicateOrderCode = 'YFS10012';
		const answer = await wire.invoke('createOrder', orderOf('AUR-1001'));
		wire.sandbox.behaviour.duplicateOrderCode = 'YFC0001';
		expect(code(answer)).toEqual([400, 'YFS10012']);
	});

	test('the number is unique for each enterprise and document type only [factory index]', async () => {
		const answer = await wire.invoke('createOrder', {
			EnterpriseCode: 'BOREALIS',
			DocumentType: '0001',
			OrderNo: 'AUR-1001',
			DraftOrderFlag: 'Y',
		});
		expect(answer.status).toBe(200);
	});

	test.each([
		['YFS10395', 'an unknown enterprise', { EnterpriseCode: 'NOBODY' }],
		['YFS10367', 'an unknown document type', { DocumentType: '9999' }],
		['YFS10048', 'an unknown node', { ShipNode: 'NOWHERE' }],
		['YFS10491', 'an unknown payment type', { PaymentMethods: { PaymentMethod: [{ PaymentType: 'SHELLS' }] } }],
		['OMP11035', 'an unknown hold type', { OrderHoldTypes: { OrderHoldType: [{ HoldType: 'NO_SUCH_HOLD' }] } }],
		['YFS10460', 'no bill-to address', { PersonInfoBillTo: undefined }],
	])('%s for %s, and nothing is stored [factory error codes]', async (expected, _case, more) => {
		expect(code(await wire.invoke('createOrder', orderOf('BAD-1', more)))).toEqual([400, expected]);
		expect(wire.sandbox.store.orders().filter((order) => order.OrderNo === 'BAD-1')).toEqual([]);
	});

	test('an invalid node is named in MoreInfo [captured]', async () => {
		const answer = await wire.invoke('createOrder', orderOf('BAD-2', { ShipNode: 'NOWHERE' }));
		expect(errorOf(answer)).toMatchObject({
			ErrorDescription: 'YFS:Invalid Node',
			MoreInfo: { ErrorRelatedMoreInfo: 'NOWHERE', ShipNode: 'NOWHERE' },
		});
	});

	test('YFS10437 for an unknown item, with item and unit; ValidateItem="N" lets it pass', async () => {
		const answer = await wire.invoke('createOrder', orderOf('BAD-3', {}, '1', 'NO-SUCH-ITEM'));
		expect(errorOf(answer)).toMatchObject({
			ErrorCode: 'YFS10437',
			MoreInfo: { ItemID: 'NO-SUCH-ITEM', UnitOfMeasure: 'EACH' },
		});
		await fresh({ ValidateItem: 'N' }, '1', 'NO-SUCH-ITEM');
	});

	test('extension columns are stored; those that the installation lacks are ignored', async () => {
		const orderNo = await fresh({ Extn: { ExtnChannel: 'APP', ExtnNoSuch: 'x' } });
		expect(wire.sandbox.store.order(orderNo)).toMatchObject({ Extn_ExtnChannel: 'APP' });
		expect(JSON.stringify(wire.sandbox.store.order(orderNo))).not.toContain('ExtnNoSuch');
	});

	test('a draft becomes an order by confirmDraftOrder', async () => {
		const orderNo = await fresh({ DraftOrderFlag: 'Y' });
		expect(wire.sandbox.store.order(orderNo)).toMatchObject({ MinOrderStatus: '1000', DraftOrderFlag: 'Y' });
		await wire.invoke('confirmDraftOrder', nameOf(orderNo));
		expect(wire.sandbox.store.order(orderNo)?.MinOrderStatus).toBe('1100');
	});

	test('charges, discounts and taxes go into the total', async () => {
		const orderNo = await fresh({
			HeaderCharges: {
				HeaderCharge: [
					{ ChargeCategory: 'Shipping', ChargeAmount: 5 },
					{ ChargeCategory: 'Discount', ChargeAmount: '1.30' },
				],
			},
			HeaderTaxes: { HeaderTax: { TaxName: 'Sales', Tax: '0.50' } },
		});
		expect(wire.sandbox.store.order(orderNo)?.TotalAmount).toBe('24.00');
	});
});

describe('changeOrder', () => {
	test('an order that is not there answers YFS10003 [captured]', async () => {
		expect(code(await change('NONE', { OrderName: 'x' }))).toEqual([400, 'YFS10003']);
	});

	test('changes the header, and the audit says who, why and what', async () => {
		const orderNo = await fresh();
		await change(orderNo, { OrderName: 'New name', Extn: { ExtnChannel: 'APP' }, ModificationReasonCode: 'CUST_REQ' });
		const { json } = await wire.invoke('getOrderAuditList', {
			OrderHeaderKey: wire.sandbox.store.order(orderNo)?.OrderHeaderKey,
		});
		expect(json.OrderAudit).toHaveLength(1);
		expect(json.OrderAudit[0]).toMatchObject({ ReasonCode: 'CUST_REQ', Modifyuserid: 'integration' });
		const level = json.OrderAudit[0].OrderAuditLevels.OrderAuditLevel[0];
		expect(level.ModificationTypes.ModificationType).toEqual([{ Name: 'ORDER_NAME' }, { Name: 'CUSTOM_FIELDS' }]);
		expect(JSON.stringify(level)).toContain('{"Name":"OrderName","OldValue":"","NewValue":"New name"}');
	});

	test('Modifyts and Lockid move with a change, and stay with none', async () => {
		const orderNo = await fresh();
		wire.sandbox.clock.advance(5000);
		await change(orderNo, { OrderName: 'A' });
		const changed = wire.sandbox.store.order(orderNo);
		expect(Date.parse(changed?.Modifyts ?? '') - Date.parse(changed?.Createts ?? '')).toBeGreaterThanOrEqual(5000);
		wire.sandbox.clock.advance(5000);
		await change(orderNo, { OrderName: 'A' });
		expect(wire.sandbox.store.order(orderNo)).toEqual(changed);
	});

	test('a line is added with Action CREATE; lines that are not listed stay [factory templates]', async () => {
		const orderNo = await fresh();
		await change(orderNo, {
			OrderLines: {
				OrderLine: [{ Action: 'CREATE', OrderedQty: '3', Item: { ItemID: 'MUG-RED', UnitOfMeasure: 'EACH' } }],
			},
		});
		const { OrderLines } = await details(orderNo);
		expect(OrderLines.OrderLine.map((line: Json) => [line.PrimeLineNo, line.OrderedQty])).toEqual([
			['1', '2'],
			['2', '3'],
		]);
	});

	test('a lower OrderedQty cancels the difference [production code]', async () => {
		const orderNo = await fresh({}, '5');
		await change(orderNo, { OrderLines: { OrderLine: [{ PrimeLineNo: '1', SubLineNo: '1', OrderedQty: '2' }] } });
		const { OrderLines, Status } = await details(orderNo);
		expect(OrderLines.OrderLine[0]).toMatchObject({ OrderedQty: '2', OriginalOrderedQty: '5' });
		expect(
			OrderLines.OrderLine[0].OrderStatuses.OrderStatus.map((row: Json) => [row.Status, row.StatusQty]).sort(),
		).toEqual([
			['1100', '2'],
			['9000', '3'],
		]);
		expect(Status).toBe('Created');
	});

	test('Action CANCEL on a line cancels it; on the header the whole order', async () => {
		const orderNo = await fresh({
			OrderLines: {
				OrderLine: ['MUG-BLUE', 'MUG-RED'].map((ItemID) => ({
					OrderedQty: '1',
					Item: { ItemID, UnitOfMeasure: 'EACH' },
				})),
			},
		});
		await change(orderNo, { OrderLines: { OrderLine: [{ Action: 'CANCEL', PrimeLineNo: '2', SubLineNo: '1' }] } });
		expect((await details(orderNo)).OrderLines.OrderLine.map((line: Json) => line.Status)).toEqual([
			'Created',
			'Cancelled',
		]);
		await change(orderNo, { Action: 'CANCEL' });
		expect(wire.sandbox.store.order(orderNo)?.MaxOrderStatus).toBe('9000');
	});

	test('Action REMOVE takes a line out of a draft only', async () => {
		const remove = { OrderLines: { OrderLine: [{ Action: 'REMOVE', PrimeLineNo: '1', SubLineNo: '1' }] } };
		const draft = await fresh({ DraftOrderFlag: 'Y' });
		await change(draft, remove);
		expect((await details(draft)).OrderLines).toEqual({});
		expect(code(await change(await fresh(), remove))).toEqual([400, 'YFS10137']);
	});

	test('a change that the status forbids answers YFS10137 with its details [captured]', async () => {
		const answer = await change('AUR-1006', { Action: 'CANCEL' });
		expect(errorOf(answer)).toMatchObject({
			ErrorCode: 'YFS10137',
			ErrorDescription: 'YFS: Order cannot be modified in current status',
			MoreInfo: {
				ModificationType: 'CANCEL',
				ModificationLevel: 'ORDER',
				OrderNo: 'AUR-1006',
				EnterpriseCode: 'AURORA',
				Override: '',
			},
		});
		expect(errorOf(answer).ErrorUniqueExceptionId).toMatch(/^127\.0\.0\.1\d+$/);
	});

	test('Override="Y" lifts a rule for a user who may, and not for others (rules inferred)', async () => {
		const address = { PersonInfoShipTo: { City: 'Elsewhere' } };
		expect(code(await change('AUR-1005', address))).toEqual([400, 'YFS10137']);
		const clerk = new Wire(wire.sandbox);
		await clerk.login('clerk', 'Clerk-1');
		const refused = await clerk.invoke('changeOrder', { ...nameOf('AUR-1005'), ...address, Override: 'Y' });
		await clerk.close();
		expect(errorOf(refused)).toMatchObject({ ErrorCode: 'YFS10137', MoreInfo: { Override: 'Y' } });
		expect((await change('AUR-1005', { ...address, Override: 'Y' })).status).toBe(200);
		expect((await details('AUR-1005')).PersonInfoShipTo).toMatchObject({ City: 'Elsewhere', FirstName: 'Ada' });
	});

	test('a refused change leaves nothing behind', async () => {
		const before = wire.sandbox.store.order('AUR-1006');
		await change('AUR-1006', { Notes: { Note: [{ NoteText: 'x' }] }, PersonInfoShipTo: { City: 'Elsewhere' } });
		expect(wire.sandbox.store.order('AUR-1006')).toEqual(before);
		expect((await details('AUR-1006')).Notes.NumberOfNotes).toBe('0');
	});
});

describe('Holds and notes', () => {
	test('Status 1300 resolves a hold; an array around the container works too [captured]', async () => {
		const orderNo = await fresh({ OrderHoldTypes: { OrderHoldType: [{ HoldType: 'FRAUD_HOLD', ReasonText: 'Why' }] } });
		expect(wire.sandbox.store.order(orderNo)?.HoldFlag).toBe('Y');
		await change(orderNo, { OrderHoldTypes: [{ OrderHoldType: { HoldType: 'FRAUD_HOLD', Status: '1300' } }] });
		expect(wire.sandbox.store.order(orderNo)?.HoldFlag).toBeUndefined();
		const { json } = await wire.invoke('getOrderHoldTypeList', {
			OrderHeaderKey: wire.sandbox.store.order(orderNo)?.OrderHeaderKey,
		});
		expect(json.OrderHoldType[0]).toMatchObject({ Status: '1300', ReasonText: 'Why', ResolverUserId: 'integration' });
	});

	test('an order on hold is not scheduled (inferred: without an error)', async () => {
		expect((await wire.invoke('scheduleOrder', nameOf('AUR-1008'))).status).toBe(204);
		expect(wire.sandbox.store.order('AUR-1008')?.MaxOrderStatus).toBe('1100');
	});

	test('notes are added, and counted in the container [captured]', async () => {
		const orderNo = await fresh();
		for (const NoteText of ['One', 'Two'])
			await change(orderNo, { Notes: { Note: [{ NoteText, ReasonCode: 'CUST_CONTACT' }] } });
		const { Notes } = await details(orderNo);
		expect(Notes).toMatchObject({ NumberOfNotes: '2', Note: [{ NoteText: 'One' }, { NoteText: 'Two' }] });
	});

	test('references are kept by name', async () => {
		const orderNo = await fresh();
		for (const Value of ['1', '2']) await change(orderNo, { References: { Reference: [{ Name: 'Ticket', Value }] } });
		expect((await details(orderNo)).References.Reference).toMatchObject([{ Name: 'Ticket', Value: '2' }]);
	});
});

describe('cancelOrder and deleteOrder', () => {
	test('cancelOrder answers number and lines [captured]', async () => {
		const orderNo = await fresh();
		const { json } = await wire.invoke('cancelOrder', nameOf(orderNo));
		expect(json).toMatchObject({
			OrderNo: orderNo,
			DocumentType: '0001',
			OrderLines: { OrderLine: [{ OrderedQty: '0' }] },
		});
		expect(code(await wire.invoke('cancelOrder', nameOf(orderNo)))).toEqual([400, 'YFS10137']);
	});

	test('deleteOrder removes an order for good, and answers 204 [factory template]', async () => {
		const orderNo = await fresh();
		const key = wire.sandbox.store.order(orderNo)?.OrderHeaderKey ?? '';
		expect((await wire.invoke('deleteOrder', { OrderHeaderKey: key })).status).toBe(204);
		expect(code(await wire.invoke('getOrderDetails', { OrderHeaderKey: key }))).toEqual([400, 'YFS10003']);
		expect(wire.sandbox.store.database.where('OrderLine', 'OrderHeaderKey', key)).toEqual([]);
	});

	test('an order that was released is not deleted (inferred)', async () => {
		expect(code(await wire.invoke('deleteOrder', nameOf('AUR-1006')))).toEqual([400, 'YFS10137']);
	});
});
