import { Contract } from './contract';

const wire = Contract.forFile({ withoutOrders: true });

const mug = { ItemID: 'MUG-BLUE', UnitOfMeasure: 'EACH', OrganizationCode: 'AURORA' };
const named = (ItemID: string): Record<string, string> => ({
	ItemID,
	UnitOfMeasure: 'EACH',
	OrganizationCode: 'AURORA',
});
const manage = (Item: object | object[]): Promise<void> => wire.void('manageItem', { Item });
const details = (ItemID: string) => wire.ok('getItemDetails', named(ItemID));

it('manageItem upserts with Action Manage and answers 204 without a body [captured, payload 03]', async () => {
	const answer = await wire.xml(
		'manageItem',
		`<ItemList><Item Action="Manage" ItemID="I-1"
		UnitOfMeasure="EACH"
		OrganizationCode="AURORA"><PrimaryInformation ShortDescription="One" UnitCost="829" Status="3000"/>
		<ClassificationCodes Model="18917"/><InventoryParameters ATPRule="DEMO_ATP"/>
		<ItemAliasList Reset="Y"><ItemAlias AliasName="EAN1" AliasValue="7502008630089"/></ItemAliasList>
		<Extn ExtnBrand="Demo" ExtnNowhere="x"/></Item></ItemList>`,
	);
	expect(answer).toEqual({ status: 204, body: '' });
	expect(await details('I-1')).toMatchObject({
		PrimaryInformation: { ShortDescription: 'One', UnitCost: '829.00' },
		ClassificationCodes: { Model: '18917' },
		InventoryParameters: { ATPRule: 'DEMO_ATP' },
		ItemAliasList: { ItemAlias: [{ AliasName: 'EAN1', AliasValue: '7502008630089' }] },
	});
	await manage({ Action: 'Manage', ...named('I-1'), PrimaryInformation: { ShortDescription: 'Uno' } });
	expect((await details('I-1')).PrimaryInformation).toMatchObject({ ShortDescription: 'Uno', UnitCost: '829.00' });
});

it('Reset="Y" replaces a child list, otherwise members are added and changed by their Action [captured]', async () => {
	const alias = (AliasName: string, AliasValue: string, Action?: string) => ({ AliasName, AliasValue, Action });
	const names = async () =>
		((await details('I-2')).ItemAliasList.ItemAlias ?? []).map(
			({ AliasName, AliasValue }: Record<string, string>) => `${AliasName}=${AliasValue}`,
		);
	await manage({ ...named('I-2'), ItemAliasList: { ItemAlias: [alias('A', '1'), alias('B', '2')] } });
	await manage({ ...named('I-2'), ItemAliasList: { ItemAlias: [alias('B', '3', 'Modify'), alias('C', '4')] } });
	expect(await names()).toEqual(['A=1', 'B=3', 'C=4']);
	await manage({ ...named('I-2'), ItemAliasList: { ItemAlias: [alias('A', '', 'Delete')] } });
	expect(await names()).toEqual(['B=3', 'C=4']);
	await manage({ ...named('I-2'), ItemAliasList: { Reset: 'Y', ItemAlias: [alias('D', '5')] } });
	expect(await names()).toEqual(['D=5']);
});

it('Action Create of an item that is there: YFC0001 with TableName [apis §1.1]', async () => {
	expect(await wire.refusal('manageItem', { Item: [{ Action: 'Create', ...mug }] })).toMatchObject({
		ErrorCode: 'YFC0001',
		MoreInfo: { TableName: 'YFS_ITEM' },
	});
});

it('YCM0033 with the three names for Modify, Delete and getItemDetails of nothing [captured]', async () => {
	const names = named('NO-ITEM');
	for (const Action of ['Modify', 'Delete']) {
		expect(await wire.refusal('manageItem', { Item: { Action, ...names } })).toMatchObject({
			ErrorCode: 'YCM0033',
			MoreInfo: names,
		});
	}
	expect(await wire.refusal('getItemDetails', names)).toMatchObject({ ErrorCode: 'YCM0033', MoreInfo: names });
});

it('YCM0031 when identifying attributes are missing; YCP0040 for an unknown organization [apis §1.1, 6]', async () => {
	expect(await wire.refusal('manageItem', { Item: { Action: 'Manage', ItemID: 'I-3' } })).toMatchObject({
		ErrorCode: 'YCM0031',
	});
	expect(await wire.refusal('manageItem', { Item: { ...named('I-3'), OrganizationCode: 'NOBODY' } })).toMatchObject({
		ErrorCode: 'YCP0040',
	});
});

it('INV80_041: an item with inventory cannot be deleted; without it is gone [apis §1.1]', async () => {
	expect(await wire.refusal('manageItem', { Item: { Action: 'Delete', ...mug } })).toMatchObject({
		ErrorCode: 'INV80_041',
		MoreInfo: mug,
	});
	await manage({ ...named('I-4') });
	await manage({ Action: 'Delete', ...named('I-4') });
	expect(await wire.refusal('getItemDetails', named('I-4'))).toMatchObject({ ErrorCode: 'YCM0033' });
});

it('YCM0005: a component of a kit cannot be deleted (inferred)', async () => {
	await manage([
		named('I-5'),
		{
			...named('KIT-5'),
			Components: {
				Component: [{ ComponentItemID: 'I-5', ComponentUnitOfMeasure: 'EACH', KitQuantity: '2' }],
			},
		},
	]);
	expect(await wire.refusal('manageItem', { Item: { Action: 'Delete', ...named('I-5') } })).toMatchObject({
		ErrorCode: 'YCM0005',
	});
});

it('one refused item undoes the whole document (one transaction)', async () => {
	await wire.refusal('manageItem', { Item: [named('I-6'), { Action: 'Modify', ...named('NO-ITEM') }] });
	expect(await wire.ok('getItemList', named('I-6'))).toMatchObject({ TotalItemList: '0' });
});

it('getItemList answers an empty list for no match, with total and last key otherwise [factory template]', async () => {
	const none = await wire.ok('getItemList', { ItemID: 'NO-ITEM' });
	expect(none).toMatchObject({ TotalItemList: '0', LastRecordSet: 'Y' });
	expect(none).not.toHaveProperty('Item');
	const mugs = await wire.ok('getItemList', { OrganizationCode: 'AURORA', ItemID: 'MUG', ItemIDQryType: 'FLIKE' });
	expect(mugs.Item.map(({ ItemID }: { ItemID: string }) => ItemID)).toEqual(['MUG-BLUE', 'MUG-RED']);
	expect(mugs.LastItemKey).toBe(mugs.Item[1].ItemKey);
	expect(mugs.Item[0]).toHaveProperty('InventoryParameters');
	expect(mugs.Item[0]).not.toHaveProperty('Extn');
});

it.each([
	['PrimaryInformation', { PrimaryInformation: { ManufacturerName: 'Filter Works' } }],
	['ItemAliasList', { ItemAliasList: { ItemAlias: { AliasName: 'UPC', AliasValue: 'F-77' } } }],
	['AdditionalAttributeList', { AdditionalAttributeList: { AdditionalAttribute: { Name: 'Colour', Value: 'teal' } } }],
	['CategoryFilter', { CategoryFilter: { CategoryPath: '/AuroraCatalog/TEST', OrganizationCode: 'AURORA' } }],
	['Extn', { Extn: { ExtnSeason: 'AUTUMN' } }],
])('getItemList filters by the child %s [apis §1.1]', async (_child, filter) => {
	await manage({
		...named('I-7'),
		PrimaryInformation: { ManufacturerName: 'Filter Works' },
		Extn: { ExtnSeason: 'AUTUMN' },
		ItemAliasList: { ItemAlias: [{ AliasName: 'UPC', AliasValue: 'F-77' }] },
		AdditionalAttributeList: { AdditionalAttribute: [{ Name: 'Colour', Value: 'teal' }] },
		CategoryList: { Category: [{ CategoryPath: '/AuroraCatalog/TEST', OrganizationCode: 'AURORA' }] },
	});
	expect((await wire.ok('getItemList', filter)).Item).toMatchObject([{ ItemID: 'I-7' }]);
});

it('sorts by an attribute of a group: OrderBy path of the group (inferred)', async () => {
	const answer = await wire.ok('getItemList', {
		OrganizationCode: 'BOREALIS',
		OrderBy: {
			PrimaryInformation: { Attribute: { Name: 'UnitCost', Desc: 'Y' } },
		},
	});
	expect(answer.Item.map(({ ItemID }: { ItemID: string }) => ItemID)).toEqual(['PUMP-100', 'VALVE-20', 'BOLT-M8']);
});

it('MaxModifyTS moves when only a child changes [apis §4.1]', async () => {
	await manage(named('I-8'));
	wire.sandbox.clock.advance(60_000);
	await manage({ ...named('I-8'), ItemAliasList: { ItemAlias: [{ AliasName: 'UPC', AliasValue: '1' }] } });
	const [row] = wire.sandbox.store.rows('Item').filter(({ ItemID }) => ItemID === 'I-8');
	expect(Date.parse(row.MaxModifyTS) - Date.parse(row.Createts)).toBeGreaterThanOrEqual(59_000);
});
