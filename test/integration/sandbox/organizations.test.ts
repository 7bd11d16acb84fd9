import { Contract, type Json } from './contract';

const wire = Contract.forFile();

const address = { AddressLine1: '1 Example Street', City: 'Town', ZipCode: '00000', Country: 'US' };
const organization = (OrganizationCode: string, more: object = {}): Json => ({
	OrganizationCode,
	OrganizationName: OrganizationCode,
	ParentOrganizationCode: 'AURORA',
	PrimaryEnterpriseKey: 'AURORA',
	LocaleCode: 'en_US_EST',
	CorporatePersonInfo: address,
	...more,
});
const store = (code: string, more: object = {}): Json =>
	organization(code, {
		Node: { ShipNode: code, NodeType: 'Store', IsFulfillmentNode: 'Y', Description: `Store ${code}`, ...more },
		EnterpriseOrgList: { OrgEnterprise: [{ EnterpriseOrganizationKey: 'AURORA' }] },
		OrgRoleList: { OrgRole: [{ RoleKey: 'NODE' }] },
	});
const create = (body: Json): Promise<void> => wire.void('createOrganizationHierarchy', body);
const remove = (OrganizationCode: string) => wire.refusal('deleteOrganizationHierarchy', { OrganizationCode });
const codes = async (filter: object): Promise<string[]> =>
	((await wire.ok('getOrganizationList', filter)).Organization ?? []).map((one: Json) => one.OrganizationCode);
const one = async (OrganizationCode: string): Promise<Json> =>
	(await wire.ok('getOrganizationList', { OrganizationCode })).Organization[0];

it('a store is created as captured, and answers 204 [payload 25; no factory template]', async () => {
	const answer = await wire.xml(
		'createOrganizationHierarchy',
		`<Organization CreatorOrganizationKey="DEFAULT"
		IsHubOrganization="N" IsNode="Y" LocaleCode="en_US_CST" Operation="Create" OrganizationCode="12346"
		OrganizationName="Store 12346" ParentOrganizationCode="DEFAULT" PrimaryEnterpriseKey="DEFAULT">
		<Node Description="12346" IsFulfillmentNode="Y" NodeType="Store" ShipNode="12346" ShipnodeKey="12346"/>
		<CorporatePersonInfo AddressLine1="1 Example Street" City="Exampleton" Country="US" ZipCode="00000"/>
		<EnterpriseOrgList><OrgEnterprise EnterpriseOrganizationKey="DEFAULT" OrganizationKey=""/>
		</EnterpriseOrgList>
		<OrgRoleList><OrgRole OrganizationKey="12346" RoleKey="NODE"/></OrgRoleList></Organization>`,
	);
	expect(answer).toEqual({ status: 204, body: '' });
	expect(await one('12346')).toMatchObject({
		OrganizationKey: '12346',
		OrganizationName: 'Store 12346',
		IsNode: 'Y',
		IsEnterprise: 'N',
		LocaleCode: 'en_US_CST',
		CorporatePersonInfo: { City: 'Exampleton', Country: 'US' },
		Node: { ShipNode: '12346', NodeType: 'Store', ActivateFlag: 'Y' },
	});
	expect(wire.sandbox.store.rows('OrgEnterprise').filter((row) => row.OrganizationKey === '12346')).toMatchObject([
		{ EnterpriseOrganizationKey: 'DEFAULT' },
	]);
});

it('a new node is in getShipNodeList and belongs to its parent (owner inferred)', async () => {
	await create(store('O-A'));
	const nodes = await wire.ok('getShipNodeList', { ShipNode: 'O-A' });
	expect(nodes.ShipNode).toMatchObject([{ NodeType: 'Store', OwnerKey: 'AURORA', Description: 'Store O-A' }]);
});

it('the corporate address is mandatory [factory input]; its refusal YFS10460 is inferred', async () => {
	const homeless = organization('O-B', { CorporatePersonInfo: undefined });
	expect(await wire.refusal('createOrganizationHierarchy', homeless)).toMatchObject({
		ErrorCode: 'YFS10460',
		MoreInfo: { ElementName: 'CorporatePersonInfo' },
	});
	const { CorporateAddressKey } = await one('AURORA');
	await create({ ...homeless, CorporateAddressKey });
	expect((await one('O-B')).CorporatePersonInfo.City).toBe('Exampleton');
	expect((await wire.refusal('createOrganizationHierarchy', organization(''))).ErrorCode).toBe('YFS10460');
});

it('createOrganizationHierarchy of one that is there: YFC0001 with TableName [apis §6]', async () => {
	for (const api of ['createOrganizationHierarchy', 'manageOrganizationHierarchy']) {
		expect(await wire.refusal(api, organization('BOREALIS', { Operation: 'Create' }))).toMatchObject({
			ErrorCode: 'YFC0001',
			MoreInfo: { TableName: 'YFS_ORGANIZATION' },
		});
	}
});

it('a node code that another organization has: YFC0001 (inferred)', async () => {
	expect(await wire.refusal('createOrganizationHierarchy', store('O-C', { ShipNode: 'AUR_DC1' }))).toMatchObject({
		ErrorCode: 'YFC0001',
		MoreInfo: { TableName: 'YFS_SHIP_NODE' },
	});
	expect(await codes({ OrganizationCode: 'O-C' })).toEqual([]);
});

it.each([
	{ ParentOrganizationCode: 'NOBODY' },
	{ PrimaryEnterpriseKey: 'NOBODY' },
	{ CatalogOrganizationCode: 'NOBODY' },
	{ EnterpriseOrgList: { OrgEnterprise: [{ EnterpriseOrganizationKey: 'NOBODY' }] } },
])('%j: YCP0040 [apis §6]', async (more) => {
	expect(await wire.refusal('createOrganizationHierarchy', organization('O-D', more))).toMatchObject({
		ErrorCode: 'YCP0040',
		MoreInfo: { OrganizationCode: 'NOBODY' },
	});
});

it.each([
	['modifyOrganizationHierarchy', {}],
	['deleteOrganizationHierarchy', {}],
	['getOrganizationHierarchy', {}],
	['manageOrganizationHierarchy', { Operation: 'Modify' }],
])('%s %j of nobody: YCP0267 [apis §1.5]', async (api, more) => {
	expect(await wire.refusal(api, { OrganizationCode: 'NOBODY', ...more })).toMatchObject({
		ErrorCode: 'YCP0267',
		MoreInfo: { OrganizationCode: 'NOBODY' },
	});
	expect((await wire.refusal(api, { OrganizationKey: 'NOBODY', ...more })).ErrorCode).toBe('YCP0267');
});

it('manageOrganizationHierarchy upserts; it has no Operation Delete [apis §1.5]', async () => {
	await wire.void('manageOrganizationHierarchy', organization('O-E', { Operation: 'Manage' }));
	const named = { OrganizationCode: 'O-E' };
	await wire.void('manageOrganizationHierarchy', { ...named, Operation: 'Manage', OrganizationName: 'Echo' });
	await wire.void('modifyOrganizationHierarchy', { ...named, CorporatePersonInfo: { City: 'New Town' } });
	expect(await one('O-E')).toMatchObject({
		OrganizationName: 'Echo',
		ParentOrganizationCode: 'AURORA',
		CorporatePersonInfo: { City: 'New Town', Country: 'US' },
	});
	expect(await wire.refusal('manageOrganizationHierarchy', { ...named, Operation: 'Delete' })).toMatchObject({
		MoreInfo: { Operation: 'DELETE' },
	});
});

it('roles and Is… flags go together (inferred, apis §1.5: check both)', async () => {
	const roles = async (): Promise<string[]> =>
		((await wire.ok('getOrganizationHierarchy', { OrganizationCode: 'O-F' })).OrgRoleList.OrgRole ?? []).map(
			(role: Json) => role.RoleKey,
		);
	await create(organization('O-F', { IsBuyer: 'Y', OrgRoleList: { OrgRole: [{ RoleKey: 'SELLER' }] } }));
	expect((await roles()).sort()).toEqual(['BUYER', 'SELLER']);
	expect(await one('O-F')).toMatchObject({ IsBuyer: 'Y', IsSeller: 'Y', IsNode: 'N' });
	await wire.void('modifyOrganizationHierarchy', {
		OrganizationCode: 'O-F',
		IsBuyer: 'N',
		OrgRoleList: { OrgRole: [{ RoleKey: 'SELLER', Action: 'Delete' }] },
	});
	expect(await roles()).toEqual([]);
	expect(await one('O-F')).toMatchObject({ IsBuyer: 'N', IsSeller: 'N' });
});

it('enterprises alone: by role, and by IsEnterprise [apis §1.5]', async () => {
	const enterprises = ['AURORA', 'BOREALIS', 'DEFAULT'];
	expect(await codes({ OrgRoleList: { OrgRole: { RoleKey: 'ENTERPRISE' } } })).toEqual(enterprises);
	expect(await codes({ IsEnterprise: 'Y' })).toEqual(enterprises);
	expect(await codes({ Node: { NodeType: 'DC' }, OrganizationCodeQryType: 'FLIKE', OrganizationCode: 'BOR' })).toEqual([
		'BOR_DC1',
	]);
});

it('getOrganizationList shows header, addresses and node, no roles or Extn [factory template]', async () => {
	const answer = await wire.ok('getOrganizationList', { OrganizationCode: 'AUR_DC1' });
	expect(Object.keys(answer)).toEqual(['Organization']);
	expect(answer.Organization[0]).toMatchObject({
		CorporatePersonInfo: { City: 'Exampleton' },
		Node: { NodeType: 'DC' },
	});
	expect(answer.Organization[0]).not.toHaveProperty('OrgRoleList');
	expect(answer.Organization[0]).not.toHaveProperty('Extn');
	expect(await codes({ OrganizationCode: 'NOBODY' })).toEqual([]);
});

it('getOrganizationHierarchy shows roles and the organizations below [factory template]', async () => {
	const answer = await wire.ok('getOrganizationHierarchy', { OrganizationCode: 'BOREALIS' });
	expect(answer.OrgRoleList.OrgRole.map((role: Json) => role.RoleKey)).toEqual(['ENTERPRISE', 'SELLER']);
	const below = answer.SubOrganization.Organization.map((one: Json) => one.OrganizationCode);
	expect(below).toEqual(['BOR_DC1', 'BUYER1']);
});

it('SubOrganization writes the hierarchy below (inferred)', async () => {
	const below = [organization('O-G-1'), organization('O-G-2')];
	await create(organization('O-G', { SubOrganization: { Organization: below } }));
	expect(await codes({ ParentOrganizationCode: 'O-G' })).toEqual(['O-G-1', 'O-G-2']);
});

it('one refused organization of a hierarchy undoes all of it (one transaction)', async () => {
	await wire.refusal(
		'createOrganizationHierarchy',
		organization('O-H', {
			SubOrganization: { Organization: [organization('O-H-1', { CorporatePersonInfo: undefined })] },
		}),
	);
	expect(await codes({ OrganizationCode: 'O-H' })).toEqual([]);
});

it('a node is retired by Node@ActivateFlag="N": it stays, and gets no orders [apis §1.5]', async () => {
	const names = { OrderNo: 'ORG-1', EnterpriseCode: 'AURORA', DocumentType: '0001' };
	await wire.void('manageOrganizationHierarchy', {
		Operation: 'Modify',
		OrganizationCode: 'AUR_DC1',
		Node: { ActivateFlag: 'N' },
	});
	expect((await one('AUR_DC1')).Node.ActivateFlag).toBe('N');
	await wire.ok('createOrder', {
		...names,
		PersonInfoBillTo: address,
		OrderLines: { OrderLine: [{ OrderedQty: '1', Item: { ItemID: 'LAMP-DESK', UnitOfMeasure: 'EACH' } }] },
	});
	await wire.void('scheduleOrder', names);
	const order = wire.sandbox.store.order('ORG-1');
	const statuses = wire.sandbox.store.rows('OrderStatus').filter((row) => row.OrderHeaderKey === order?.OrderHeaderKey);
	expect(statuses).toMatchObject([{ Status: '1500', ShipNode: 'AUR_DC2' }]);
	await wire.void('manageOrganizationHierarchy', { OrganizationCode: 'AUR_DC1', Node: { ActivateFlag: 'Y' } });
});

it('deleteOrganizationHierarchy of an unused store: no body, its node is gone too [apis §8]', async () => {
	await create(store('O-I'));
	await wire.void('deleteOrganizationHierarchy', { OrganizationCode: 'O-I' });
	expect(await codes({ OrganizationCode: 'O-I' })).toEqual([]);
	expect(wire.sandbox.store.rows('ShipNode').filter((row) => row.ShipNode === 'O-I')).toEqual([]);
	expect(wire.sandbox.store.rows('OrgRole').filter((row) => row.OrganizationKey === 'O-I')).toEqual([]);
});

describe('deleteOrganizationHierarchy is refused [factory error codes]', () => {
	it('DEFAULT: YCP0199', async () => {
		expect((await remove('DEFAULT')).ErrorCode).toBe('YCP0199');
	});

	it.each([
		['YCP0260', 'CatalogOrganizationCode'],
		['YCP0261', 'InventoryOrganizationCode'],
		['YCP0262', 'CapacityOrganizationCode'],
	])('%s: it is another one’s %s', async (code, column) => {
		await create(organization(`O-${code}`));
		await create(organization(`O-${code}-USER`, { [column]: `O-${code}` }));
		expect(await remove(`O-${code}`)).toMatchObject({
			ErrorCode: code,
			MoreInfo: { OrganizationCode: `O-${code}`, OrganizationKey: `O-${code}-USER` },
		});
	});

	it('YCP0266: it is another one’s parent (meaning inferred)', async () => {
		await create(organization('O-P'));
		await create(organization('O-P-1', { ParentOrganizationCode: 'O-P' }));
		expect((await remove('O-P')).ErrorCode).toBe('YCP0266');
		await wire.void('deleteOrganizationHierarchy', { OrganizationCode: 'O-P-1' });
		await wire.void('deleteOrganizationHierarchy', { OrganizationCode: 'O-P' });
	});

	it('YDB100100: it owns nodes', async () => {
		await create(organization('O-Q'));
		await create({ ...store('O-Q-1'), ParentOrganizationCode: 'O-Q' });
		await wire.void('modifyOrganizationHierarchy', {
			OrganizationCode: 'O-Q-1',
			ParentOrganizationCode: 'AURORA',
		});
		expect(await remove('O-Q')).toMatchObject({ ErrorCode: 'YDB100100', MoreInfo: { ShipNode: 'O-Q-1' } });
	});

	it('YDB100100: its own node has stock (code inferred)', async () => {
		expect(await remove('AUR_STORE1')).toMatchObject({
			ErrorCode: 'YDB100100',
			MoreInfo: { ShipNode: 'AUR_STORE1', TableName: 'YFS_INVENTORY_SUPPLY' },
		});
	});

	it('YDB10053: customers refer to it', async () => {
		expect((await remove('BUYER1')).ErrorCode).toBe('YDB10053');
		await create(organization('O-R'));
		await wire.ok('createCustomer', { CustomerID: 'C-R', OrganizationCode: 'O-R' });
		expect((await remove('O-R')).ErrorCode).toBe('YDB10053');
	});

	it('YDB10024: users refer to it', async () => {
		await create(organization('O-S'));
		wire.sandbox.store.database.put('User', { UserKey: 'sam', Loginid: 'sam', OrganizationKey: 'O-S' });
		expect((await remove('O-S')).ErrorCode).toBe('YDB10024');
	});

	it('YDB10011: orders refer to it (code inferred from the range)', async () => {
		await create(organization('O-T', { OrgRoleList: { OrgRole: [{ RoleKey: 'ENTERPRISE' }] } }));
		await wire.ok('createOrder', { EnterpriseCode: 'O-T', DocumentType: '0001', DraftOrderFlag: 'Y' });
		expect((await remove('O-T')).ErrorCode).toBe('YDB10011');
	});
});
