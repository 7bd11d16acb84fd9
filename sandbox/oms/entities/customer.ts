import { defineEntity, type Relation } from '../store/entity';

const children = (member: string, by: string, identity: string[]): Relation => ({
	kind: 'list',
	member,
	entity: member,
	by,
	identity,
});

/** Lists that customers and their contacts have alike. */
const addressesAndPayment = (by: string): Record<string, Relation> => ({
	CustomerAdditionalAddressList: children('CustomerAdditionalAddress', by, ['CustomerAdditionalAddressID']),
	CustomerPaymentMethodList: children('CustomerPaymentMethod', by, ['PaymentType', 'PaymentReference1']),
});

/** A customer of a customer-master organization: 01 business, 02 consumer. */
export const customer = defineEntity({
	name: 'Customer',
	table: 'YFS_CUSTOMER',
	key: 'CustomerKey',
	unique: [['CustomerID', 'OrganizationCode']],
	indexes: ['CustomerID'],
	columns: {
		text: `CustomerID OrganizationCode CustomerType BuyerOrganizationCode CustomerClassificationCode
			CustomerLevel
			CustomerRewardsNo ExternalCustomerID ParentCustomerKey RelationshipType Vertical Status SlotPreferenceType
			ConsumerKey CustomerSchedulingPreferencesKey`,
		dateTime: 'RegisteredDate MaxModifyTS',
	},
	extension: ['ExtnSegment', 'ExtnCreditGroup'],
	defaults: { Status: '10' },
	relations: {
		BuyerOrganization: {
			kind: 'one',
			entity: 'Organization',
			column: 'BuyerOrganizationCode',
			target: 'OrganizationCode',
			writable: false,
		},
		Consumer: { kind: 'one', entity: 'Consumer', column: 'ConsumerKey' },
		CustomerSchedulingPreferences: {
			kind: 'one',
			entity: 'CustomerSchedulingPreferences',
			column: 'CustomerSchedulingPreferencesKey',
		},
		ParentCustomer: { kind: 'one', entity: 'Customer', column: 'ParentCustomerKey', writable: false },
		CustomerContactList: children('CustomerContact', 'CustomerKey', ['CustomerContactID']),
		...addressesAndPayment('CustomerKey'),
		CustomerCurrencyList: children('CustomerCurrency', 'CustomerKey', ['Currency']),
		NoteList: {
			kind: 'list',
			member: 'Note',
			entity: 'Note',
			by: 'TableKey',
			fixed: { TableName: 'YFS_CUSTOMER' },
		},
	},
});

export const customerContact = defineEntity({
	name: 'CustomerContact',
	table: 'YFS_CUSTOMER_CONTACT',
	key: 'CustomerContactKey',
	indexes: ['CustomerKey'],
	columns: {
		text: `CustomerKey CustomerContactID Title FirstName MiddleName LastName Company Department JobTitle EmailID
			DayPhone EveningPhone MobilePhone UserID Status`,
	},
	extension: ['ExtnNewsletter'],
	relations: addressesAndPayment('CustomerContactKey'),
});

/** An address of a customer (CustomerKey) or of a contact (CustomerContactKey). */
export const customerAdditionalAddress = defineEntity({
	name: 'CustomerAdditionalAddress',
	table: 'YFS_CUSTOMER_ADDNL_ADDRESS',
	key: 'CustomerAdditionalAddressKey',
	indexes: ['CustomerKey', 'CustomerContactKey'],
	columns: {
		text: 'CustomerKey CustomerContactKey CustomerAdditionalAddressID AddressType PersonInfoKey',
		flag: 'IsBillTo IsShipTo IsSoldTo IsDefaultBillTo IsDefaultShipTo IsDefaultSoldTo IsDefault',
	},
	relations: { PersonInfo: { kind: 'one', entity: 'PersonInfo', column: 'PersonInfoKey' } },
});

export const customerPaymentMethod = defineEntity({
	name: 'CustomerPaymentMethod',
	table: 'YFS_CUSTOMER_PAYMENT_METHOD',
	key: 'CustomerPaymentMethodKey',
	indexes: ['CustomerKey', 'CustomerContactKey'],
	columns: {
		text: `CustomerKey CustomerContactKey PaymentType PaymentReference1 PaymentReference2 CustomerAccountNo
			DisplayCustomerAccountNo DisplayCreditCardNo`,
		flag: 'IsDefaultMethod',
	},
});

export const customerCurrency = defineEntity({
	name: 'CustomerCurrency',
	table: 'YFS_CUSTOMER_CURRENCY',
	key: 'CustomerCurrencyKey',
	indexes: ['CustomerKey'],
	columns: { text: 'CustomerKey Currency', flag: 'IsDefaultCurrency' },
});

export const customerSchedulingPreferences = defineEntity({
	name: 'CustomerSchedulingPreferences',
	table: 'YFS_CUSTOMER_SCHED_PREF',
	key: 'CustomerSchedulingPreferencesKey',
	columns: {
		text: 'OptimizationType',
		flag: 'IsLineShipComplete IsLineShipSingleNode IsShipComplete IsShipSingleNode',
	},
});

/** What a consumer has beside a customer's own columns. */
export const consumer = defineEntity({
	name: 'Consumer',
	table: 'YFS_CONSUMER',
	key: 'ConsumerKey',
	columns: { text: 'BillingAddressKey TaxPayerId' },
	relations: { BillingPersonInfo: { kind: 'one', entity: 'PersonInfo', column: 'BillingAddressKey' } },
});
