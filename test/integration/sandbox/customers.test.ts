import { Contract, type Json } from './contract';

const wire = Contract.forFile({ withoutOrders: true });

const named = (CustomerID: string, more: object = {}): Json => ({ CustomerID, OrganizationCode: 'AURORA', ...more });
const ids = (list: Json): string[] => (list.Customer ?? []).map(({ CustomerID }: Json) => CustomerID);
const find = async (filter: object): Promise<string[]> => ids(await wire.ok('getCustomerList', filter));

const contact = (id: string, city: string): Json => ({
	CustomerContact: [
		{
			CustomerContactID: id,
			FirstName: 'Ada',
			LastName: 'Test',
			EmailID: `${id.toLowerCase()}@example.com`,
			CustomerAdditionalAddressList: {
				CustomerAdditionalAddress: [
					{
						CustomerAdditionalAddressID: 'HOME',
						IsShipTo: 'Y',
						IsDefaultShipTo: 'Y',
						PersonInfo: { City: city, Country: 'US' },
					},
				],
			},
		},
	],
});

const everything = {
	CustomerID: '',
	Extn: {},
	CustomerContactList: {
		CustomerContact: {
			CustomerContactID: '',
			EmailID: '',
			CustomerAdditionalAddressList: {
				CustomerAdditionalAddress: { CustomerAdditionalAddressID: '', IsShipTo: '', PersonInfo: { City: '' } },
			},
		},
	},
	CustomerCurrencyList: { CustomerCurrency: { Currency: '' } },
	NoteList: { Note: { NoteText: '' } },
	CustomerPaymentMethodList: { CustomerPaymentMethod: { PaymentType: '' } },
	CustomerSchedulingPreferences: { IsShipComplete: '' },
	ParentCustomer: { CustomerID: '' },
};

async function read(CustomerID: string): Promise<Json> {
	const page = await wire.paged('getCustomerDetails', 'Customer', named(CustomerID), { Customer: everything });
	return page.Customer;
}

it.each(['createCustomer', 'manageCustomer'])('%s answers the customer [factory template]', async (api) => {
	const answer = await wire.ok(api, named(`C-A-${api}`, { CustomerType: '02' }));
	expect(answer).toMatchObject({
		CustomerKey: expect.stringMatching(/^\d{21}$/),
		CustomerID: `C-A-${api}`,
		OrganizationCode: 'AURORA',
		CustomerType: '02',
		CustomerClassificationCode: '',
		BuyerOrganizationCode: '',
	});
});

it('whether writes answer is a setting: a 204 is possible over REST (open point, apis §7)', async () => {
	wire.sandbox.behaviour.customerWritesAnswer = 'none';
	await wire.void('createCustomer', named('C-B'));
	await wire.void('modifyCustomer', named('C-B', { CustomerLevel: 'GOLD' }));
	wire.sandbox.behaviour.customerWritesAnswer = 'document';
	expect(await find({ CustomerID: 'C-B', CustomerLevel: 'GOLD' })).toEqual(['C-B']);
});

it('createCustomer of one that is there: YFC0001 with TableName [apis §1.2]', async () => {
	expect(await wire.refusal('createCustomer', named('C-100'))).toMatchObject({
		ErrorCode: 'YFC0001',
		MoreInfo: { TableName: 'YFS_CUSTOMER', SQLState: '23505' },
	});
	expect(await wire.refusal('manageCustomer', named('C-100', { Operation: 'Create' }))).toMatchObject({
		ErrorCode: 'YFC0001',
	});
});

it('one CustomerID may be in several organizations [unique index, apis §1.2]', async () => {
	await wire.ok('createCustomer', { CustomerID: 'C-100', OrganizationCode: 'BOREALIS' });
	expect(await find({ CustomerID: 'C-100' })).toHaveLength(2);
});

it('an unknown or missing organization: YCP0040 [apis §1.2]', async () => {
	for (const OrganizationCode of ['NOBODY', '']) {
		expect(await wire.refusal('createCustomer', { CustomerID: 'C-C', OrganizationCode })).toMatchObject({
			ErrorCode: 'YCP0040',
			MoreInfo: { OrganizationCode },
		});
	}
	expect(await wire.refusal('createCustomer', named('C-C', { BuyerOrganizationCode: 'NOBODY' }))).toMatchObject({
		ErrorCode: 'YCP0040',
		MoreInfo: { OrganizationCode: 'NOBODY' },
	});
});

it.each([
	['modifyCustomer', {}],
	['deleteCustomer', {}],
	['getCustomerDetails', {}],
	['manageCustomer', { Operation: 'Modify' }],
	['manageCustomer', { Operation: 'Delete' }],
])('%s %j of nobody: YFS10319, or YCP0165 by setting [apis §1.2, both named]', async (api, more) => {
	expect(await wire.refusal(api, named('NOBODY', more))).toMatchObject({
		ErrorCode: 'YFS10319',
		MoreInfo: named('NOBODY'),
	});
	wire.sandbox.behaviour.unknownCustomerCode = 'YCP0165';
	expect((await wire.refusal(api, named('NOBODY', more))).ErrorCode).toBe('YCP0165');
	wire.sandbox.behaviour.unknownCustomerCode = 'YFS10319';
});

it('an unknown Operation is refused (inferred)', async () => {
	expect((await wire.refusal('manageCustomer', named('C-D', { Operation: 'Upsert' }))).MoreInfo).toEqual({
		Operation: 'UPSERT',
	});
});

it.each(['Manage', undefined])('manageCustomer upserts, Operation %s [captured]', async (Operation) => {
	const id = `C-E-${Operation ?? 'default'}`;
	const created = await wire.ok('manageCustomer', named(id, { Operation, ExternalCustomerID: 'CRM-1' }));
	const changed = await wire.ok('manageCustomer', named(id, { Operation, CustomerLevel: 'GOLD' }));
	expect(changed.CustomerKey).toBe(created.CustomerKey);
	expect(await find({ CustomerID: id, ExternalCustomerID: 'CRM-1', CustomerLevel: 'GOLD' })).toEqual([id]);
});

it('a customer is found by its key as well [apis §1.2]', async () => {
	const { CustomerKey } = await wire.ok('createCustomer', named('C-F'));
	await wire.ok('modifyCustomer', { CustomerKey, CustomerRewardsNo: 'R-1' });
	expect(await wire.ok('getCustomerDetails', { CustomerKey })).toMatchObject({
		CustomerID: 'C-F',
		OrganizationCode: 'AURORA',
		CustomerRewardsNo: 'R-1',
	});
});

it('contacts, addresses, currencies, notes, payment, preferences, Extn are stored [apis §1.2]', async () => {
	await wire.ok(
		'createCustomer',
		named('C-G', {
			CustomerContactList: contact('C-G', 'Alpha'),
			Extn: { ExtnSegment: 'NEW', ExtnNowhere: 'x' },
			CustomerCurrencyList: { CustomerCurrency: [{ Currency: 'USD', IsDefaultCurrency: 'Y' }] },
			NoteList: { Note: [{ NoteText: 'Hello' }] },
			CustomerPaymentMethodList: { CustomerPaymentMethod: [{ PaymentType: 'INVOICE', CustomerAccountNo: 'A' }] },
			CustomerSchedulingPreferences: { IsShipComplete: 'Y' },
		}),
	);
	expect(await read('C-G')).toEqual({
		CustomerID: 'C-G',
		Extn: { ExtnSegment: 'NEW' },
		CustomerContactList: {
			CustomerContact: [
				{
					CustomerContactID: 'C-G',
					EmailID: 'c-g@example.com',
					CustomerAdditionalAddressList: {
						CustomerAdditionalAddress: [
							{ CustomerAdditionalAddressID: 'HOME', IsShipTo: 'Y', PersonInfo: { City: 'Alpha' } },
						],
					},
				},
			],
		},
		CustomerCurrencyList: { CustomerCurrency: [{ Currency: 'USD' }] },
		NoteList: { Note: [{ NoteText: 'Hello' }] },
		CustomerPaymentMethodList: { CustomerPaymentMethod: [{ PaymentType: 'INVOICE' }] },
		CustomerSchedulingPreferences: { IsShipComplete: 'Y' },
	});
});

it('members with one id are changed, others added, Reset="Y" replaces (inferred from items)', async () => {
	await wire.ok('createCustomer', named('C-H', { CustomerContactList: contact('ONE', 'Alpha') }));
	await wire.ok('modifyCustomer', named('C-H', { CustomerContactList: contact('ONE', 'Beta') }));
	await wire.ok('modifyCustomer', named('C-H', { CustomerContactList: contact('TWO', 'Gamma') }));
	const cities = (customer: Json) =>
		customer.CustomerContactList.CustomerContact.map(
			(one: Json) => one.CustomerAdditionalAddressList.CustomerAdditionalAddress[0].PersonInfo.City,
		);
	expect(cities(await read('C-H'))).toEqual(['Beta', 'Gamma']);
	const reset = { Reset: 'Y', ...contact('TWO', 'Delta') };
	await wire.ok('modifyCustomer', named('C-H', { CustomerContactList: reset }));
	expect(cities(await read('C-H'))).toEqual(['Delta']);
});

it('members without an id are told apart (inferred)', async () => {
	await wire.ok(
		'createCustomer',
		named('C-I', { CustomerContactList: { CustomerContact: [{ FirstName: 'One' }, { FirstName: 'Two' }] } }),
	);
	expect((await read('C-I')).CustomerContactList.CustomerContact).toHaveLength(2);
});

it('getCustomerList shows six attributes, its container no total or key [factory template]', async () => {
	const answer = await wire.ok('getCustomerList', { CustomerID: 'B-200' });
	expect(Object.keys(answer)).toEqual(['Customer']);
	expect(answer.Customer[0]).toEqual({
		CustomerKey: expect.any(String),
		CustomerID: 'B-200',
		CustomerType: '01',
		OrganizationCode: 'BOREALIS',
		BuyerOrganizationCode: 'BUYER1',
		CustomerClassificationCode: '',
	});
	expect(await wire.ok('getCustomerList', { CustomerID: 'NOBODY' })).toEqual({});
});

it.each([
	[{ CustomerContactList: { CustomerContact: { EmailID: 'ada@example.com' } } }, ['C-100']],
	[{ CustomerContactList: { CustomerContact: { LastName: 'Spec', LastNameQryType: 'FLIKE' } } }, ['C-102']],
	[{ BuyerOrganization: { OrganizationName: 'Demo Buyer' } }, ['B-200']],
	[{ OrganizationCode: 'AURORA', CustomerLevel: 'GOLD', ExternalCustomerID: 'CRM-9' }, ['C-100']],
])('getCustomerList filters by %j [apis §1.2: children are filters]', async (filter, expected) => {
	expect(await find(filter)).toEqual(expected);
});

it('getCustomerList is paged by CustomerKey and MaximumRecords [apis §8]', async () => {
	const all = await find({ OrganizationCode: 'AURORA' });
	const found: string[] = [];
	for (let key = ''; ;) {
		const page = await wire.ok('getCustomerList', {
			OrganizationCode: 'AURORA',
			CustomerKey: key,
			CustomerKeyQryType: 'GT',
			MaximumRecords: '2',
		});
		if (!page.Customer) break;
		found.push(...ids(page));
		key = page.Customer[page.Customer.length - 1].CustomerKey;
	}
	expect(found).toEqual(all);
});

it('getCustomerDetails adds BuyerOrganization and Consumer, no contacts [factory template]', async () => {
	await wire.ok('createCustomer', named('C-J', { Consumer: { BillingPersonInfo: { City: 'Billton' } } }));
	await wire.ok('modifyCustomer', named('C-J', { Consumer: { BillingPersonInfo: { City: 'Billville' } } }));
	const consumer = await wire.ok('getCustomerDetails', named('C-J'));
	expect(consumer.Consumer.BillingPersonInfo.City).toBe('Billville');
	const business = await wire.ok('getCustomerDetails', { CustomerID: 'B-200', OrganizationCode: 'BOREALIS' });
	expect(business.BuyerOrganization).toMatchObject({ OrganizationCode: 'BUYER1', OrganizationName: 'Demo Buyer' });
	expect(business).not.toHaveProperty('CustomerContactList');
});

it('BuyerOrganization writes the organization along, as a buyer (inferred)', async () => {
	const buyer = (OrganizationName: string) => ({
		OrganizationCode: 'BUYER-K',
		OrganizationName,
		CorporatePersonInfo: { City: 'Town', Country: 'US' },
	});
	await wire.ok('createCustomer', named('C-K', { CustomerType: '01', BuyerOrganization: buyer('Kilo') }));
	await wire.ok('modifyCustomer', named('C-K', { BuyerOrganization: { ...buyer('Kilo Works') } }));
	const found = await wire.ok('getOrganizationList', { OrganizationCode: 'BUYER-K' });
	expect(found.Organization).toMatchObject([
		{
			OrganizationName: 'Kilo Works',
			IsBuyer: 'Y',
			ParentOrganizationCode: 'AURORA',
		},
	]);
});

it('ParentCustomer shows the customer above', async () => {
	const { CustomerKey } = await wire.ok('createCustomer', named('C-L'));
	await wire.ok('createCustomer', named('C-L-1', { ParentCustomerKey: CustomerKey }));
	expect((await read('C-L-1')).ParentCustomer).toEqual({ CustomerID: 'C-L' });
});

it.each([
	['deleteCustomer', {}],
	['manageCustomer', { Operation: 'Delete' }],
])('%s %j deletes with contacts and addresses, no body [apis §1.2, §8]', async (api, more) => {
	await wire.ok('createCustomer', named('C-M', { CustomerContactList: contact('C-M', 'Alpha') }));
	const contacts = wire.sandbox.store.rows('CustomerContact').length;
	await wire.void(api, named('C-M', more));
	expect(await find({ CustomerID: 'C-M' })).toEqual([]);
	expect(wire.sandbox.store.rows('CustomerContact')).toHaveLength(contacts - 1);
});

it('MaxModifyTS moves when only a child changes [apis §4.1]', async () => {
	await wire.ok('createCustomer', named('C-N'));
	wire.sandbox.clock.advance(60_000);
	await wire.ok('modifyCustomer', named('C-N', { CustomerContactList: contact('C-N', 'Alpha') }));
	const row = wire.sandbox.store.rows('Customer').find(({ CustomerID }) => CustomerID === 'C-N');
	expect(Date.parse(row?.MaxModifyTS ?? '') - Date.parse(row?.Createts ?? '')).toBeGreaterThanOrEqual(59_000);
});

it('a customer without Status is active, without CustomerID gets one (inferred)', async () => {
	const { CustomerID } = await wire.ok('createCustomer', { OrganizationCode: 'AURORA' });
	expect(await wire.ok('getCustomerDetails', named(CustomerID))).toMatchObject({ Status: '10' });
});
