import { closeWire, errorOf, orderOf, openWire, type Wire, type Json } from './wire';

let wire: Wire;
beforeAll(async () => {
	wire = await openWire();
});
afterAll(() => closeWire(wire));

/** Numbers of the orders that a getOrderList finds. */
async function numbers(filter: object): Promise<string[]> {
	const { json } = await wire.invoke('getOrderList', filter);
	return ((json.Order ?? []) as Array<{ OrderNo: string }>).map((order) => order.OrderNo);
}

describe('Query types [IBM: apis-form-queries]', () => {
	test.each([
		[{ OrderNo: 'AUR-1001' }, ['AUR-1001']],
		[
			{ OrderNo: 'AUR-100', OrderNoQryType: 'FLIKE', EnterpriseCode: 'AURORA', Status: '1100' },
			['AUR-1001', 'AUR-1002', 'AUR-1008'],
		],
		[{ OrderNo: '200', OrderNoQryType: 'LIKE' }, ['BOR-2001', 'BOR-2002']],
		[{ OrderNo: 'AUR-1009', OrderNoQryType: 'GT' }, ['AUR-1010', 'BOR-2001', 'BOR-2002']],
		[{ EnterpriseCode: 'AURORA', EnterpriseCodeQryType: 'NE' }, ['BOR-2001', 'BOR-2002']],
		[{ CustomerPONoQryType: 'NOTNULL' }, ['BOR-2001']],
		[{ CustomerPONoQryType: 'VOID', EnterpriseCode: 'BOREALIS' }, ['BOR-2002']],
	])('%j finds %j', async (filter, expected) => {
		expect(await numbers(filter)).toEqual(expected);
	});

	test('they are case-sensitive: another spelling is refused (inferred: as an error)', async () => {
		const answer = await wire.invoke('getOrderList', { OrderNo: 'A', OrderNoQryType: 'flike' });
		expect(answer.status).toBe(400);
	});

	test('numbers compare as numbers', async () => {
		const { json } = await wire.invoke('getOrderLineList', { OrderedQty: '9', OrderedQtyQryType: 'GE' });
		const quantities = (json.OrderLine as Array<{ OrderedQty: string }>).map((line) => line.OrderedQty).sort();
		expect(quantities).toEqual(['12', '500', '9']);
	});

	test('BETWEEN takes From and To, either end alone as well [captured by several clients]', async () => {
		const between = { StatusQryType: 'BETWEEN', FromStatus: '3200', ToStatus: '3700' };
		expect(await numbers(between)).toEqual(['AUR-1005', 'AUR-1006', 'AUR-1010']);
		expect(await numbers({ StatusQryType: 'BETWEEN', FromStatus: '9000' })).toEqual(['AUR-1007']);
	});

	test('From and To without a query type do nothing', async () => {
		expect(await numbers({ FromStatus: '9000', EnterpriseCode: 'BOREALIS' })).toHaveLength(2);
	});

	test('DATERANGE takes whole days', async () => {
		const day = new Date(wire.sandbox.clock.now()).toISOString().slice(0, 10);
		const filter = {
			OrderDateQryType: 'DATERANGE',
			FromOrderDate: day,
			ToOrderDate: day,
			EnterpriseCode: 'BOREALIS',
		};
		expect(await numbers(filter)).toHaveLength(2);
	});

	test('empty strings are no filter [captured: IBM’s own tools send them]', async () => {
		expect(
			await numbers({
				EnterpriseCode: 'BOREALIS',
				Status: '',
				OrderNo: '',
				FromOrderDate: '',
				ToOrderDate: '',
				OrderDateQryType: 'BETWEEN',
			}),
		).toHaveLength(2);
	});
});

describe('Status and child elements', () => {
	test('Status filters by code, and answers a description [captured by IBM’s tools]', async () => {
		const { json } = await wire.invoke('getOrderList', { Status: '1500', EnterpriseCode: 'AURORA' });
		expect(json.Order).toHaveLength(1);
		expect(json.Order[0]).toMatchObject({ OrderNo: 'AUR-1003', Status: 'Scheduled', MinOrderStatus: '1500' });
	});

	test('different lowest and highest statuses are "Partially" the highest [captured]', async () => {
		const { json } = await wire.invoke('getOrderList', { OrderNo: 'AUR-1010' });
		expect(json.Order[0]).toMatchObject({
			Status: 'Partially Shipped',
			MinOrderStatus: '1300',
			MinOrderStatusDesc: 'Backordered',
			MaxOrderStatus: '3700',
		});
	});

	test.each([
		[{ OrderLine: { Item: { ItemID: 'PUMP-100' } } }, ['BOR-2002']],
		[{ OrderLine: [{ OrderedQty: '500' }] }, ['BOR-2001']],
		[{ OrderHoldType: { HoldType: 'FRAUD_HOLD', Status: '1100' } }, ['AUR-1008']],
		[{ OrderStatus: { Status: '1300' }, EnterpriseCode: 'AURORA' }, ['AUR-1004', 'AUR-1010']],
		[{ PersonInfoShipTo: { City: 'Specimen', CityQryType: 'FLIKE' } }, ['BOR-2001', 'BOR-2002']],
		[{ Extn: { ExtnGiftText: 'Happy', ExtnGiftTextQryType: 'FLIKE' } }, ['AUR-1001']],
		[{ OrderLine: { Extn: { ExtnPalletNo: 'P-1' } } }, ['BOR-2001']],
	])('%j finds %j', async (filter, expected) => {
		expect(await numbers(filter)).toEqual(expected);
	});

	test('getOrderLineList filters by its order as a child element', async () => {
		const { json } = await wire.invoke('getOrderLineList', {
			Status: '1300',
			Order: { EnterpriseCode: 'BOREALIS', DocumentType: '0001' },
		});
		expect(json.OrderLine.map((line: Json) => line.Item.ItemID)).toEqual(['PUMP-100']);
	});
});

describe('ComplexQuery [SSFS 9.4: Defining complex queries]', () => {
	const exp = (Name: string, Value: string, QryType = 'EQ') => ({ Name, Value, QryType });

	test('Or of several values, ANDed with the attributes outside', async () => {
		expect(
			await numbers({
				EnterpriseCode: 'AURORA',
				ComplexQuery: {
					Or: { Exp: [exp('Status', '1300'), exp('OrderNo', 'BOR-2001')] },
				},
			}),
		).toEqual(['AUR-1004', 'AUR-1010']);
	});

	test('And and Or nest; extension columns are named Extn_', async () => {
		expect(
			await numbers({
				ComplexQuery: {
					Operator: 'AND',
					And: {
						Exp: [exp('EnterpriseCode', 'AURORA')],
						Or: { Exp: [exp('Extn_ExtnChannel', 'APP'), exp('Extn_ExtnLoyaltyTier', 'GOLD')] },
					},
				},
			}),
		).toEqual(['AUR-1001', 'AUR-1002']);
	});

	test('by XML as in the documentation', async () => {
		const answer = await wire.invoke(
			'getOrderList',
			`<Order><ComplexQuery Operator="AND"><And><Or>
			<Exp Name="OrderNo" Value="AUR-1001" QryType="EQ"/><Exp Name="OrderNo" Value="AUR-1002" QryType="EQ"/>
			</Or></And></ComplexQuery></Order>`,
		);
		expect(answer.json.Order).toHaveLength(2);
	});

	test.each([
		['a column that the entity lacks', { Or: { Exp: [exp('NoSuchColumn', 'x')] } }],
		['an empty value', { Or: { Exp: [exp('OrderNo', '')] } }],
		['two operators at the top', { Or: { Exp: [exp('OrderNo', 'x')] }, And: { Exp: [exp('OrderNo', 'x')] } }],
	])('%s is refused', async (_case, complexQuery) => {
		expect((await wire.invoke('getOrderList', { ComplexQuery: complexQuery })).status).toBe(400);
	});

	test('an entity outside the documented ones is refused', async () => {
		const answer = await wire.invoke('getCustomerList', {
			ComplexQuery: { Or: { Exp: [exp('CustomerID', 'C-100')] } },
		});
		expect(answer.status).toBe(400);
	});
});

describe('Order and limits', () => {
	test('OrderBy sorts, descending with Desc Y or true [IBM support 6590941, captured]', async () => {
		const sorted = (Desc: unknown) =>
			numbers({ EnterpriseCode: 'BOREALIS', OrderBy: { Attribute: { Name: 'OrderNo', Desc } } });
		expect(await sorted('N')).toEqual(['BOR-2001', 'BOR-2002']);
		expect(await sorted('Y')).toEqual(['BOR-2002', 'BOR-2001']);
		expect(await sorted(true)).toEqual(['BOR-2002', 'BOR-2001']);
	});

	test('OrderBy by an extension column stands below Extn [IBM support 280755]', async () => {
		expect(
			(
				await numbers({
					EnterpriseCode: 'AURORA',
					OrderBy: { Extn: { Attribute: { Name: 'ExtnChannel', Desc: 'Y' } } },
				})
			).slice(0, 2),
		).toEqual(['AUR-1001', 'AUR-1002']);
	});

	test('MaximumRecords cuts and LastRecordSet says so [IBM support 452325]', async () => {
		const { json } = await wire.invoke('getOrderList', { EnterpriseCode: 'AURORA', MaximumRecords: '2' });
		expect(json).toMatchObject({ LastRecordSet: 'N', TotalOrderList: '2' });
		expect(json.LastOrderHeaderKey).toBe(json.Order[1].OrderHeaderKey);
	});

	test('reading on after the last key finds each order once [IBM support 452325]', async () => {
		const found: string[] = [];
		let key = '';
		for (let last = 'N'; last === 'N';) {
			const { json } = await wire.invoke('getOrderList', {
				OrderHeaderKey: key,
				OrderHeaderKeyQryType: 'GT',
				MaximumRecords: '5',
				OrderBy: { Attribute: { Name: 'OrderHeaderKey' } },
			});
			found.push(...(json.Order as Array<{ OrderNo: string }>).map((order) => order.OrderNo));
			key = String(json.LastOrderHeaderKey);
			last = String(json.LastRecordSet);
		}
		const live = wire.sandbox.store
			.orders()
			.filter((order) => order.isHistory !== 'Y')
			.map((order) => order.OrderNo);
		expect(found).toEqual(live);
	});

	test('ReadFromHistory: N live, Y history, B both [HCL Commerce, IBM’s tools]', async () => {
		const old = { OrderNo: 'AUR-0901' };
		expect(await numbers(old)).toEqual([]);
		expect(await numbers({ ...old, ReadFromHistory: 'Y' })).toEqual(['AUR-0901']);
		expect(await numbers({ ...old, ReadFromHistory: 'B' })).toEqual(['AUR-0901']);
		expect(await numbers({ OrderNo: 'AUR-1001', ReadFromHistory: 'Y' })).toEqual([]);
	});
});

describe('Dates [IBM: apis-using-date-time-syntax]', () => {
	test('any offset is accepted, the answer stands in the server’s zone and never ends in Z', async () => {
		await wire.invoke('createOrder', orderOf('DATE-1', { OrderDate: '2026-03-01T10:00:00-0500' }));
		await wire.invoke('createOrder', orderOf('DATE-2', { OrderDate: '2026-03-01T15:00:00Z' }));
		const { json } = await wire.invoke('getOrderList', {
			OrderDateQryType: 'BETWEEN',
			FromOrderDate: '2026-03-01T14:59:59',
			ToOrderDate: '20260302',
		});
		expect(json.Order.map((order: Json) => order.OrderDate)).toEqual(Array(2).fill('2026-03-01T15:00:00+00:00'));
	});

	test('a wrong time is cut off to the date', async () => {
		await wire.invoke('createOrder', orderOf('DATE-3', { OrderDate: '2026-04-01 at noon' }));
		expect(wire.sandbox.store.order('DATE-3')?.OrderDate).toBe('2026-04-01T00:00:00+00:00');
	});

	test('what is no date answers YFC0004 [factory error codes]', async () => {
		const answer = await wire.invoke('createOrder', orderOf('DATE-4', { OrderDate: 'soon' }));
		expect(errorOf(answer).ErrorCode).toBe('YFC0004');
	});
});
