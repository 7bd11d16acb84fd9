import { Contract, type Json } from './contract';

const wire = Contract.forFile({ withoutOrders: true });

const names = (list: Json): string[] => (list.Attribute ?? []).map(({ XMLName }: Json) => XMLName);
const described = (Name: string) => wire.ok('getEntityAttributeList', { Name });

/** Changes settings over the control endpoint, as a demo would. */
async function behave(change: object): Promise<void> {
	await fetch(`${wire.sandbox.controlUrl}/behaviour`, { method: 'POST', body: JSON.stringify(change) });
}

afterEach(() => behave({ closedApis: {}, entityNames: 'both', unknownEntity: 'refused' }));

it.each([
	['Order', 'YFS_ORDER_HEADER', 'OrderNo', 'ExtnGiftText'],
	['OrderLine', 'YFS_ORDER_LINE', 'OrderedQty', 'ExtnGiftWrap'],
	['Item', 'YFS_ITEM', 'ItemID', 'ExtnBrand'],
	['Customer', 'YFS_CUSTOMER', 'CustomerID', 'ExtnSegment'],
	['Organization', 'YFS_ORGANIZATION', 'OrganizationCode', 'ExtnRegion'],
	['Shipment', 'YFS_SHIPMENT', 'ShipmentNo', 'ExtnDockDoor'],
	['OrderRelease', 'YFS_ORDER_RELEASE', 'ReleaseNo', 'ExtnWaveNo'],
])('getEntityAttributeList describes %s, also as %s [apis §3.2]', async (root, table, own, extn) => {
	const answer = await described(root);
	expect(answer.Name).toBe(root);
	expect(names(answer.Attributes)).toContain(own);
	expect(names(answer.ExtnAttributes)).toContain(extn);
	expect(answer.Attributes.TotalNumberOfRecords).toBe(String(names(answer.Attributes).length));
	expect(await described(table)).toEqual({ ...answer, Name: table });
});

it('names come back alone, and extension columns are not among the others [factory template]', async () => {
	const answer = await described('Order');
	expect(Object.keys(answer.ExtnAttributes.Attribute[0])).toEqual(['XMLName']);
	expect(names(answer.Attributes).filter((name) => name.startsWith('Extn'))).toEqual([]);
});

it.each([
	['root', 'Item', 'YFS_ITEM'],
	['table', 'YFS_ITEM', 'Item'],
])('entityNames %s: %s is taken, %s is not (inferred: no document)', async (entityNames, good, bad) => {
	await behave({ entityNames });
	expect(names((await described(good)).ExtnAttributes)).toEqual(['ExtnBrand', 'ExtnSeason']);
	expect(await wire.refusal('getEntityAttributeList', { Name: bad })).toMatchObject({ ErrorCode: 'YFC0003' });
	await behave({ unknownEntity: 'empty' });
	expect((await described(bad)).ExtnAttributes).toEqual({ TotalNumberOfRecords: '0' });
});

it('an unknown or missing name is refused (inferred)', async () => {
	for (const body of [{ Name: 'Nonsense' }, {}]) {
		expect((await wire.refusal('getEntityAttributeList', body)).ErrorCode).toBe('YFC0003');
	}
});

const paths = [
	'getEntityAttributeList',
	'getEntityCustomAttributeList',
	'getAttributeList',
	'getEntityAttributeDomainDetails',
	'getAttributeGroupList',
];

it.each(paths)('%s can be denied to the user group: YCP0428 [apis §3.2]', async (api) => {
	await behave({ closedApis: { [api]: 'denied' } });
	expect(await wire.refusal(api, {})).toMatchObject({ ErrorCode: 'YCP0428', MoreInfo: { APIName: api } });
});

it.each(paths)('%s can be missing: answered as an unknown API is [apis §3.2]', async (api) => {
	await behave({ closedApis: { [api]: 'unknown' } });
	const unknown = await wire.post('getNothingLikeThis', {});
	const answer = await wire.post(api, {});
	expect(answer.status).toBe(unknown.status);
	expect(answer.body.errors[0].ErrorCode).toBe(unknown.body.errors[0].ErrorCode);
});

it('a closed API is closed inside getPage too', async () => {
	await behave({ closedApis: { getCustomerList: 'denied' } });
	const answer = await wire.post('getPage', {
		PageNumber: '1',
		PageSize: '5',
		PaginationStrategy: 'GENERIC',
		API: { Name: 'getCustomerList', Input: { Customer: {} } },
	});
	expect(answer.body.errors[0].ErrorCode).toBe('YCP0428');
});

it('closed APIs may be given at the start, and one sandbox does not close those of another', async () => {
	const closed = await new Contract().open({
		withoutOrders: true,
		behaviour: { closedApis: { getEntityAttributeList: 'denied' } },
	});
	expect((await closed.refusal('getEntityAttributeList', { Name: 'Order' })).ErrorCode).toBe('YCP0428');
	await closed.close();
	expect((await described('Order')).Name).toBe('Order');
});

const attributesOf = async (filter: object): Promise<string[]> =>
	((await wire.ok('getEntityCustomAttributeList', filter)).EntityCustomAttribute ?? []).map(
		({ AttributeID }: Json) => AttributeID,
	);

it('dynamic attributes differ by enterprise, document and table [IBM: attribute_definition]', async () => {
	const of = (OrganizationCode: string, DocumentType: string, TableName = 'YFS_ORDER_HEADER') =>
		attributesOf({ OrganizationCode, DocumentType, TableName });
	expect(await of('AURORA', '0001')).toEqual(['IsPreOrder', 'GiftOccasion', 'PromisedOn']);
	expect(await of('AURORA', '0003')).toEqual(['ReturnChannel']);
	expect(await of('BOREALIS', '0001')).toEqual(['ProjectCode', 'ContractRate']);
	expect(await of('BOREALIS', '0003')).toEqual(['InspectionGrade']);
	expect(await of('AURORA', '0001', 'YFS_ORDER_LINE')).toEqual(['Engraving', 'WrapStyle']);
	expect(await attributesOf({ OrganizationCode: 'NOBODY' })).toEqual([]);
});

it('getEntityCustomAttributeList shows the six attributes of the factory template', async () => {
	const answer = await wire.ok('getEntityCustomAttributeList', { OrganizationCode: 'AURORA' });
	expect(Object.keys(answer.EntityCustomAttribute[0]).sort()).toEqual([
		'AttributeDomainID',
		'AttributeGroupID',
		'AttributeID',
		'ColumnName',
		'Searchable',
		'Status',
	]);
});

it('getEntityAttributeDomainDetails leads from a table to its domain [factory template]', async () => {
	const domain = await wire.ok('getEntityAttributeDomainDetails', {
		OrganizationCode: 'AURORA',
		DocumentType: '0003',
		TableName: 'YFS_ORDER_HEADER',
	});
	expect(await attributesOf({ AttributeDomainID: domain.AttributeDomainID })).toEqual(['ReturnChannel']);
});

it('getEntityAttributeDomainDetails without a domain or an input is refused (inferred)', async () => {
	const api = 'getEntityAttributeDomainDetails';
	expect(
		(
			await wire.refusal(api, {
				OrganizationCode: 'AURORA',
				DocumentType: '0005',
				TableName: 'YFS_ORDER_HEADER',
			})
		).ErrorCode,
	).toBe('YFS10001');
	expect(await wire.refusal(api, { OrganizationCode: 'AURORA' })).toMatchObject({
		MoreInfo: { AttributeName: 'DocumentType' },
	});
});

it('getAttributeList gives type, label, mandatory, allowed values [IBM: attribute_definition]', async () => {
	const one = async (AttributeID: string) => (await wire.ok('getAttributeList', { AttributeID })).Attribute[0];
	expect(await one('ReturnChannel')).toMatchObject({
		DataType: 'TEXT',
		ShortDescription: 'Return channel',
		IsValueMandatory: 'Y',
		AllowedValueList: {
			AllowedValue: [
				{ Value: 'STORE', ShortDescription: 'Store' },
				{ Value: 'MAIL', ShortDescription: 'By mail' },
			],
		},
	});
	expect(await one('IsPreOrder')).toMatchObject({ DataType: 'BOOLEAN', IsValueMandatory: 'N', AllowedValueList: {} });
	expect(await one('PromisedOn')).toMatchObject({ DataType: 'DATE' });
});

it('item attributes have groups of their own, and items show the values [apis §3.1, §3.2]', async () => {
	const groups = await wire.ok('getAttributeGroupList', { AttributeDomainID: 'ItemAttribute' });
	expect(groups.AttributeGroup.map((group: Json) => group.AttributeGroupID)).toEqual(['AUR_LOOK', 'BOR_TECH']);
	const item = await wire.ok('getItemDetails', {
		ItemID: 'BOLT-M8',
		UnitOfMeasure: 'EACH',
		OrganizationCode: 'BOREALIS',
	});
	expect(item.AdditionalAttributeList.AdditionalAttribute).toMatchObject([
		{
			Name: 'ThreadSize',
			Value: 'M8',
			AttributeGroupID: 'BOR_TECH',
			AttributeDomainID: 'ItemAttribute',
		},
	]);
});

it('the control endpoint answers the settings in force', async () => {
	const answer = await (await fetch(`${wire.sandbox.controlUrl}/behaviour`)).json();
	expect(answer).toMatchObject({ entityNames: 'both', closedApis: {} });
});
