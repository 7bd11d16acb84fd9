import { Contract, type Json } from './contract';

const wire = Contract.forFile();
afterEach(() => {
	wire.sandbox.behaviour.blankCustomFields = 'empty';
});

/** The first record of a list, by a template and multiApi (getPage leaves blanks out by itself). */
async function first(api: string, root: string, input: object, template: object, list = `${root}List`): Promise<Json> {
	const answer = await wire.ok('multiApi', {
		API: { Name: api, Input: { [root]: input }, Template: { [list]: { [root]: template } } },
	});
	return answer.API.Output[list][root][0];
}

const orderOf = (enterprise: string, documentType: string, more: object): Json => ({
	EnterpriseCode: enterprise,
	DocumentType: documentType,
	PersonInfoBillTo: { City: 'Town', Country: 'US' },
	OrderLines: {
		OrderLine: [
			{
				OrderedQty: '1',
				Item: {
					ItemID: enterprise === 'AURORA' ? 'MUG-BLUE' : 'BOLT-M8',
					UnitOfMeasure: 'EACH',
				},
			},
		],
	},
	...more,
});

const orderColumns = ['ExtnChannel', 'ExtnCostCentre', 'ExtnDepotRegion', 'ExtnGiftText', 'ExtnLoyaltyTier'];

it('default outputs show neither Extn nor CustomAttributes [factory templates; captured]', async () => {
	const orders = await wire.ok('getOrderList', { OrderNo: 'AUR-1001' });
	const customers = await wire.ok('getCustomerList', { CustomerID: 'C-100' });
	for (const record of [orders.Order[0], customers.Customer[0]]) {
		expect(record).not.toHaveProperty('Extn');
		expect(record).not.toHaveProperty('CustomAttributes');
	}
});

it('an empty Extn in the template returns all columns [IBM: templates]', async () => {
	const order = await first('getOrderList', 'Order', { OrderNo: 'AUR-1001' }, { Extn: {} });
	expect(Object.keys(order.Extn).sort()).toEqual(orderColumns);
	expect(order.Extn).toMatchObject({ ExtnGiftText: 'Happy birthday', ExtnCostCentre: '' });
});

it('columns named one by one come back alone, unknown ones not at all', async () => {
	const order = await first(
		'getOrderList',
		'Order',
		{ OrderNo: 'AUR-1001' },
		{
			Extn: { ExtnChannel: '', ExtnNowhere: '' },
		},
	);
	expect(order.Extn).toEqual({ ExtnChannel: 'WEB' });
});

it.each([
	[
		'empty',
		{
			ExtnChannel: 'APP',
			ExtnCostCentre: '',
			ExtnDepotRegion: '',
			ExtnGiftText: '',
			ExtnLoyaltyTier: '',
		},
	],
	[
		'space',
		{
			ExtnChannel: 'APP',
			ExtnCostCentre: ' ',
			ExtnDepotRegion: ' ',
			ExtnGiftText: ' ',
			ExtnLoyaltyTier: ' ',
		},
	],
	['absent', { ExtnChannel: 'APP' }],
] as const)('blank columns: %s [captured in all three ways]', async (blank, expected) => {
	wire.sandbox.behaviour.blankCustomFields = blank;
	const order = await first('getOrderList', 'Order', { OrderNo: 'AUR-1002' }, { OrderNo: '', Extn: {} });
	expect(order).toEqual({ OrderNo: 'AUR-1002', Extn: expected });
});

it('an Extn without any value is an empty element where blanks are left out', async () => {
	wire.sandbox.behaviour.blankCustomFields = 'absent';
	expect((await first('getOrderList', 'Order', { OrderNo: 'AUR-1003' }, { Extn: {} })).Extn).toEqual({});
});

it('a sample shows other fields in Aurora than in Borealis [apis §3.3]', async () => {
	wire.sandbox.behaviour.blankCustomFields = 'absent';
	const seen = async (EnterpriseCode: string): Promise<string[]> => {
		const template = { OrderList: { Order: { Extn: {} } } };
		const list = await wire.paged('getOrderList', 'Order', { EnterpriseCode }, template);
		const all = list.OrderList.Order.flatMap((order: Json) => Object.keys(order.Extn));
		return [...new Set<string>(all)].sort();
	};
	expect(await seen('AURORA')).toEqual(['ExtnChannel', 'ExtnGiftText', 'ExtnLoyaltyTier']);
	expect(await seen('BOREALIS')).toEqual(['ExtnCostCentre', 'ExtnDepotRegion']);
});

it('CustomAttributes are those of the enterprise and document type [IBM: attribute_definition]', async () => {
	const template = { CustomAttributes: {}, OrderLines: { OrderLine: { CustomAttributes: {} } } };
	const aurora = await first('getOrderList', 'Order', { OrderNo: 'AUR-1001' }, template);
	expect(aurora.CustomAttributes).toEqual({ IsPreOrder: 'N', GiftOccasion: 'BIRTHDAY', PromisedOn: '' });
	expect(aurora.OrderLines.OrderLine[0].CustomAttributes).toEqual({ Engraving: '', WrapStyle: '' });
	const borealis = await first('getOrderList', 'Order', { OrderNo: 'BOR-2001' }, template);
	expect(borealis.CustomAttributes).toEqual({ ProjectCode: 'PRJ-1', ContractRate: '' });
	expect(borealis.OrderLines.OrderLine[0].CustomAttributes).toEqual({ PalletCount: '2' });
});

it('a return has attributes of its own', async () => {
	await wire.ok(
		'createOrder',
		orderOf('AURORA', '0003', {
			OrderNo: 'CF-R1',
			CustomAttributes: { ReturnChannel: 'MAIL', GiftOccasion: 'OTHER' },
		}),
	);
	const names = { OrderNo: 'CF-R1', DocumentType: '0003' };
	const order = await first('getOrderList', 'Order', names, { CustomAttributes: {} });
	expect(order.CustomAttributes).toEqual({ ReturnChannel: 'MAIL' });
});

it('unknown Extn columns and dynamic attributes are ignored, known ones stored (inferred)', async () => {
	await wire.ok(
		'createOrder',
		orderOf('AURORA', '0001', {
			OrderNo: 'CF-1',
			Extn: { ExtnChannel: 'APP', ExtnNowhere: 'x' },
			CustomAttributes: { IsPreOrder: 'Y', NoSuch: 'x' },
		}),
	);
	await wire.ok('changeOrder', {
		OrderNo: 'CF-1',
		EnterpriseCode: 'AURORA',
		DocumentType: '0001',
		Extn: { ExtnGiftText: 'Hi' },
		CustomAttributes: { GiftOccasion: 'OTHER' },
		OrderLines: {
			OrderLine: [
				{
					PrimeLineNo: '1',
					SubLineNo: '1',
					Extn: { ExtnGiftWrap: 'Y' },
					CustomAttributes: { Engraving: 'A' },
				},
			],
		},
	});
	const order = await first(
		'getOrderList',
		'Order',
		{ OrderNo: 'CF-1' },
		{
			Extn: {},
			CustomAttributes: {},
			OrderLines: { OrderLine: { Extn: {}, CustomAttributes: {} } },
		},
	);
	expect(order.Extn).toMatchObject({ ExtnChannel: 'APP', ExtnGiftText: 'Hi' });
	expect(order.Extn).not.toHaveProperty('ExtnNowhere');
	expect(order.CustomAttributes).toEqual({ IsPreOrder: 'Y', GiftOccasion: 'OTHER', PromisedOn: '' });
	expect(order.OrderLines.OrderLine[0]).toMatchObject({
		Extn: { ExtnGiftWrap: 'Y' },
		CustomAttributes: { Engraving: 'A', WrapStyle: '' },
	});
});

it.each([
	['getOrderList', 'Order', { CustomAttributes: { GiftOccasion: 'BIRTHDAY' } }, { OrderNo: 'AUR-1001' }],
	[
		'getOrderList',
		'Order',
		{ Extn: { ExtnGiftText: 'Happy', ExtnGiftTextQryType: 'FLIKE' } },
		{
			OrderNo: 'AUR-1001',
		},
	],
	[
		'getOrderList',
		'Order',
		{ References: { Reference: { Name: 'Campaign', Value: 'SPRING' } } },
		{
			OrderNo: 'AUR-1001',
		},
	],
	['getOrderLineList', 'OrderLine', { CustomAttributes: { WrapStyle: 'RIBBON' } }, { ItemID: 'LAMP-DESK' }],
	['getOrderLineList', 'OrderLine', { Extn: { ExtnPalletNo: 'P-1' } }, { ItemID: 'BOLT-M8' }],
	['getCustomerList', 'Customer', { Extn: { ExtnCreditGroup: 'CG-1' } }, { CustomerID: 'B-200' }],
	['getOrganizationList', 'Organization', { Extn: { ExtnLedger: 'L-200' } }, { OrganizationCode: 'BOREALIS' }],
	['getItemList', 'Item', { Extn: { ExtnBrand: 'Luma' } }, { ItemID: 'LAMP-DESK' }],
])('%s filters %s by %j [IBM support 280755; apis §3.1]', async (api, root, filter, expected) => {
	const template = Object.fromEntries(Object.keys(expected).map((name) => [name, '']));
	expect(await first(api, root, filter, template)).toEqual(expected);
	const all = await wire.ok(api, filter);
	expect(all[root]).toHaveLength(1);
});

it('shipments carry Extn, and are found by it', async () => {
	const shipment = await first(
		'getShipmentList',
		'Shipment',
		{ OrderNo: 'AUR-1006' },
		{ OrderNo: '', Extn: {} },
		'Shipments',
	);
	expect(shipment.Extn).toEqual({ ExtnDockDoor: 'D-4' });
	const found = await wire.ok('getShipmentList', { Extn: { ExtnDockDoor: 'D-4' } });
	expect(found.Shipment.length).toBeGreaterThan(0);
	expect((await wire.ok('getShipmentList', { Extn: { ExtnDockDoor: 'D-5' } })).Shipment).toBeUndefined();
});

it('ComplexQuery names extension columns Extn_<column> [SSFS 9.4: Defining complex queries]', async () => {
	const found = await wire.ok('getOrganizationList', {
		ComplexQuery: {
			Or: {
				Exp: [
					{ Name: 'Extn_ExtnRegion', QryType: 'EQ', Value: 'WEST' },
					{ Name: 'Extn_ExtnLedger', QryType: 'EQ', Value: 'L-200' },
				],
			},
		},
	});
	expect(found.Organization.map((one: Json) => one.OrganizationCode)).toEqual(['AURORA', 'BOREALIS']);
});

it('OrderBy/Extn sorts by an extension column [IBM support 280755]', async () => {
	const found = await wire.ok('getCustomerList', {
		OrganizationCode: 'AURORA',
		OrderBy: { Extn: { Attribute: { Name: 'ExtnSegment', Desc: 'Y' } } },
	});
	expect(found.Customer.map((one: Json) => one.CustomerID)).toEqual(['C-101', 'C-100', 'C-102']);
});

it('References of an order come back when the template asks for them', async () => {
	const order = await first(
		'getOrderList',
		'Order',
		{ OrderNo: 'AUR-1001' },
		{
			References: { Reference: { Name: '', Value: '' } },
		},
	);
	expect(order.References.Reference).toEqual([{ Name: 'Campaign', Value: 'SPRING' }]);
});

it('an empty Extn by XML template is the same [apis §3.3]', async () => {
	const answer = await wire.xml(
		'multiApi',
		`<MultiApi><API Name="getOrderList"><Input>
		<Order OrderNo="AUR-1001"/></Input>
		<Template><OrderList><Order OrderNo=""><Extn/></Order></OrderList></Template></API></MultiApi>`,
	);
	expect(answer.body).toContain('ExtnLoyaltyTier="GOLD"');
});
