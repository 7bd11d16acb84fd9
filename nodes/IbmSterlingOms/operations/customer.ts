import { ENTITIES } from '../../../clients/oms/entities';
import type { Documents } from '../documents/output';
import type { Document } from '../../../kit/xml/document';
import { customFields } from '../fields/customFields';
import { changeInput, documentInput } from '../fields/document';
import { attribute, attributeOf, collection, element, repeat, type Field } from '../../../kit/n8n/fields/field';
import { conditions, modified, sort } from '../fields/filters';
import { customerIdentity } from '../fields/identity';
import { customerOwner } from '../fields/locators';
import { output, returnAll } from '../fields/output';
import { customerEverything, customerSummary, customerWithContacts } from '../documents/shapes/customer';
import { addressAttributes } from '../fields/address';
import { delivery, getOptions, listOptions, unknownCustomFields, writeOptions } from '../fields/options';
import { levels } from './levels';
import { inOrganization } from './shared';
import type { Operation, Resource, RunContext } from './types';

const CUSTOMERS: Documents = {
	entity: ENTITIES.customer,
	levels: { summary: customerSummary, details: customerWithContacts, everything: customerEverything },
};

const LEVELS = levels('The summary, contacts and addresses');

const STATUSES = [
	{ name: 'Active', value: '10' },
	{ name: 'Inactive', value: '30' },
	{ name: 'On Hold', value: '20' },
];

const TYPES = [
	{ name: 'Business', value: '01' },
	{ name: 'Consumer', value: '02' },
];

const identifying = (): Field[] => [
	attribute('Customer ID', 'customerId', 'CustomerID', { required: true, placeholder: 'e.g. C-100' }),
	attributeOf(customerOwner(), 'OrganizationCode'),
];

const type = (): Field =>
	attribute('Customer Type', 'customerType', 'CustomerType', { type: 'options', default: '02', options: TYPES });

const contacts = (): Field =>
	repeat('Contacts', 'contacts', 'CustomerContactList.CustomerContact', { entry: 'Contact', key: 'contact' }, [
		attribute('Contact ID', 'customerContactId', 'CustomerContactID'),
		attribute('First Name', 'firstName', 'FirstName'),
		attribute('Last Name', 'lastName', 'LastName'),
		attribute('Email', 'emailId', 'EmailID', { placeholder: 'e.g. name@email.com' }),
		attribute('Phone', 'dayPhone', 'DayPhone'),
		repeat(
			'Addresses',
			'addresses',
			'CustomerAdditionalAddressList.CustomerAdditionalAddress',
			{ entry: 'Address', key: 'address' },
			[
				attribute('Default Ship-To', 'isDefaultShipTo', 'IsDefaultShipTo', {
					type: 'boolean',
					default: true,
					description: 'Whether goods go here unless told otherwise',
				}),
				attribute('Default Bill-To', 'isDefaultBillTo', 'IsDefaultBillTo', {
					type: 'boolean',
					description: 'Whether invoices go here unless told otherwise',
				}),
				element('Address', 'personInfo', 'PersonInfo', addressAttributes()),
			],
		),
	]);

const content = (mode: 'add' | 'map'): Field[] => [
	contacts(),
	collection('Additional Fields', 'additionalFields', 'Add Field', [
		attribute('Buyer Organization Code', 'buyerOrganizationCode', 'BuyerOrganizationCode'),
		attribute('Classification', 'customerClassificationCode', 'CustomerClassificationCode'),
		attribute('External Customer ID', 'externalCustomerId', 'ExternalCustomerID'),
		attribute('Level', 'customerLevel', 'CustomerLevel'),
		attribute('Registered Date', 'registeredDate', 'RegisteredDate', { type: 'dateTime' }),
		attribute('Rewards Number', 'customerRewardsNo', 'CustomerRewardsNo'),
		attribute('Status', 'status', 'Status', { type: 'options', default: '10', options: STATUSES }),
		attribute('Vertical', 'vertical', 'Vertical'),
	]),
	...customFields(mode),
];

const EXAMPLE = 'e.g. {"ExternalCustomerID": "CRM-9"}';

const managed = (customer: Document, context: RunContext): Document => ({
	Operation: 'Manage',
	...inOrganization(customer, context),
});

const operations: Operation[] = [
	{
		type: 'write',
		value: 'create',
		name: 'Create',
		action: 'Create a customer',
		description: 'Create a customer',
		api: 'createCustomer',
		kind: 'write',
		afterLoss: 'made',
		inputRoot: 'Customer',
		fields: [
			...identifying(),
			...documentInput(EXAMPLE, [type(), ...content('add')]),
			...delivery(),
			writeOptions([unknownCustomFields]),
		],
		build: inOrganization,
		names: CUSTOMERS.entity.natural,
		lookUp: CUSTOMERS.entity,
	},
	{
		type: 'write',
		value: 'upsert',
		name: 'Create or Update',
		action: 'Create or update a customer',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		api: 'manageCustomer',
		kind: 'write',
		afterLoss: 'holds',
		entity: CUSTOMERS.entity,
		inputRoot: 'Customer',
		fields: [
			...identifying(),
			...documentInput(EXAMPLE, [type(), ...content('map')]),
			...delivery(),
			writeOptions([unknownCustomFields]),
		],
		build: managed,
		names: CUSTOMERS.entity.natural,
	},
	{
		type: 'write',
		value: 'delete',
		name: 'Delete',
		action: 'Delete a customer',
		description: 'Delete a customer',
		api: 'deleteCustomer',
		kind: 'write',
		afterLoss: 'gone',
		inputRoot: 'Customer',
		identity: customerIdentity(),
		fields: [...delivery(), writeOptions()],
		done: { deleted: true },
	},
	{
		type: 'get',
		value: 'get',
		name: 'Get',
		action: 'Get a customer',
		description: 'Read one customer',
		api: CUSTOMERS.entity.listApi,
		kind: 'read',
		identity: customerIdentity(),
		fields: [...output(LEVELS), getOptions()],
		result: CUSTOMERS,
	},
	{
		type: 'getMany',
		value: 'getMany',
		name: 'Get Many',
		action: 'Get many customers',
		description: 'Read the customers that match filters',
		api: CUSTOMERS.entity.listApi,
		kind: 'read',
		fields: [
			...returnAll(),
			collection('Filters', 'filters', 'Add Filter', [
				attribute('Customer ID', 'customerId', 'CustomerID'),
				attribute('Customer Type', 'customerType', 'CustomerType', { type: 'options', default: '02', options: TYPES }),
				attribute('Email', 'emailId', 'CustomerContactList.CustomerContact.EmailID', {
					placeholder: 'e.g. name@email.com',
				}),
				attribute('External Customer ID', 'externalCustomerId', 'ExternalCustomerID'),
				...modified(),
				attributeOf(customerOwner(), 'OrganizationCode'),
				attribute('Status', 'status', 'Status', { type: 'options', default: '10', options: STATUSES }),
			]),
			conditions('CustomerContactList.CustomerContact.LastName'),
			sort('CustomerID'),
			...output(LEVELS),
			listOptions(),
		],
		build: inOrganization,
		result: CUSTOMERS,
	},
	{
		type: 'write',
		value: 'update',
		name: 'Update',
		action: 'Update a customer',
		description: 'Update a customer that exists',
		api: 'modifyCustomer',
		kind: 'write',
		afterLoss: 'holds',
		inputRoot: 'Customer',
		identity: customerIdentity(),
		fields: [...changeInput(EXAMPLE, content('map')), ...delivery(), writeOptions([unknownCustomFields])],
	},
];

export const customer: Resource = { value: 'customer', name: 'Customer', operations };
