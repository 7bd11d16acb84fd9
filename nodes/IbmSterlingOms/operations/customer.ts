import { ENTITIES } from '../../../clients/oms/entities';
import type { Documents } from '../documents/output';
import type { Document } from '../../../kit/xml/document';
import { additionalFields, documentInput } from '../fields/document';
import type { Use } from '../fields/use';
import { attribute, attributeOf, collection, type Field } from '../../../kit/n8n/fields/field';
import { repeat } from '../../../kit/n8n/fields/repeat';
import { conditions, modified, sort } from '../fields/filters';
import { customerIdentity } from '../fields/identity';
import { anyOrganization, customerOwner } from '../fields/locators';
import { output, returnAll, writeOutput } from '../fields/output';
import { customerEverything, customerSummary, customerWithContacts } from '../documents/shapes/customer';
import { address } from '../fields/address';
import { getOptions, listOptions, unknownCustomFields, writeOptions } from '../fields/options';
import { levels } from './levels';
import { inOrganization } from './naming';
import type { Operation, Resource, RunContext } from './types';

const CUSTOMERS: Documents = {
	entity: ENTITIES.customer,
	levels: { summary: customerSummary, details: customerWithContacts, everything: customerEverything },
};

const LEVELS = levels('The summary, contacts and addresses');

const TEMPLATE = { example: '{"CustomerID": "", "Status": ""}' };
const written = () => writeOutput(LEVELS, TEMPLATE.example);

const STATUSES = [
	{ name: 'Active', value: '10', description: 'The customer may order' },
	{ name: 'Inactive', value: '30', description: 'The customer no longer orders' },
	{ name: 'On Hold', value: '20', description: 'Orders of the customer are held' },
];

const TYPES = [
	{ name: 'Business', value: '01', description: 'A company' },
	{ name: 'Consumer', value: '02', description: 'A person' },
];

const identifying = (): Field[] => [
	attribute('Customer ID', 'customerId', 'CustomerID', {
		required: true,
		placeholder: 'e.g. C-100',
		description: 'ID of the customer, unique within the organization',
	}),
	attributeOf(customerOwner(), 'OrganizationCode'),
];

const type = (): Field =>
	attribute('Customer Type', 'customerType', 'CustomerType', {
		type: 'options',
		default: '02',
		options: TYPES,
		description: 'Whether the customer is a person or a company',
	});

const contacts = (): Field =>
	repeat(
		'Contacts',
		'contacts',
		'CustomerContactList.CustomerContact',
		{
			entry: 'Contact',
			key: 'contact',
			description: 'Contacts of the customer, with their addresses. A consumer has one contact: the consumer.',
		},
		[
			attribute('Contact ID', 'customerContactId', 'CustomerContactID', {
				placeholder: 'e.g. C-100',
				description: 'ID of the contact. Updates use it to find the contact.',
			}),
			attribute('First Name', 'firstName', 'FirstName', {
				placeholder: 'e.g. Ada',
				description: 'First name of the contact',
			}),
			attribute('Last Name', 'lastName', 'LastName', {
				placeholder: 'e.g. Example',
				description: 'Last name of the contact',
			}),
			attribute('Email', 'emailId', 'EmailID', {
				placeholder: 'e.g. name@email.com',
				description: 'Email address of the contact',
			}),
			attribute('Phone', 'dayPhone', 'DayPhone', {
				placeholder: 'e.g. +1 555 0100',
				description: 'Phone number during the day',
			}),
			repeat(
				'Addresses',
				'addresses',
				'CustomerAdditionalAddressList.CustomerAdditionalAddress',
				{ entry: 'Address', key: 'address', description: 'Addresses of the contact' },
				[
					attribute('Default Ship-To', 'isDefaultShipTo', 'IsDefaultShipTo', {
						type: 'boolean',
						default: true,
						description: 'Whether goods go here unless specified otherwise',
					}),
					attribute('Default Bill-To', 'isDefaultBillTo', 'IsDefaultBillTo', {
						type: 'boolean',
						description: 'Whether invoices go here unless specified otherwise',
					}),
					address('Address', 'personInfo', 'PersonInfo', 'The address itself'),
				],
			),
		],
	);

const content = (use: Use): Field[] => [
	contacts(),
	...additionalFields(use, [
		attributeOf(
			anyOrganization('Buyer Organization', 'buyerOrganizationCode', 'Organization of a business customer'),
			'BuyerOrganizationCode',
		),
		attribute('Classification', 'customerClassificationCode', 'CustomerClassificationCode', {
			placeholder: 'e.g. VIP',
			description: 'Class of the customer, as a code of your Sterling',
		}),
		attribute('External Customer ID', 'externalCustomerId', 'ExternalCustomerID', {
			placeholder: 'e.g. CRM-9',
			description: 'ID of the customer in another system',
		}),
		attribute('Level', 'customerLevel', 'CustomerLevel', {
			placeholder: 'e.g. GOLD',
			description: 'Level of the customer, as a code of your Sterling',
		}),
		attribute('Registered Date', 'registeredDate', 'RegisteredDate', {
			type: 'dateTime',
			placeholder: 'e.g. 2026-01-15',
			description: 'When the customer registered',
		}),
		attribute('Rewards Number', 'customerRewardsNo', 'CustomerRewardsNo', {
			placeholder: 'e.g. R-1001',
			description: 'Number of the customer in the loyalty program',
		}),
		attribute('Status', 'status', 'Status', {
			type: 'options',
			default: '10',
			options: STATUSES,
			description: 'Whether the customer may order',
		}),
		attribute('Vertical', 'vertical', 'Vertical', {
			placeholder: 'e.g. HOSPITALITY',
			description: 'Industry of a business customer',
		}),
	]),
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
		result: CUSTOMERS,
		fields: [
			...identifying(),
			...documentInput(EXAMPLE, [type(), ...content('create')]),
			writeOptions({ output: written(), more: [unknownCustomFields] }),
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
		result: CUSTOMERS,
		fields: [
			...identifying(),
			...documentInput(EXAMPLE, [type(), ...content('upsert')]),
			writeOptions({ output: written(), more: [unknownCustomFields] }),
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
		fields: [writeOptions()],
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
		fields: [...output(LEVELS, TEMPLATE), getOptions()],
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
			collection(
				'Filters',
				'filters',
				'Add Filter',
				[
					attribute('Customer ID', 'customerId', 'CustomerID', {
						placeholder: 'e.g. C-100',
						description: 'Only the customer with this ID',
					}),
					attribute('Customer Type', 'customerType', 'CustomerType', {
						type: 'options',
						default: '02',
						options: TYPES,
						description: 'Only persons or only companies',
					}),
					attribute('Email', 'emailId', 'CustomerContactList.CustomerContact.EmailID', {
						placeholder: 'e.g. name@email.com',
						description: 'Only customers with a contact who has this email address',
					}),
					attribute('External Customer ID', 'externalCustomerId', 'ExternalCustomerID', {
						placeholder: 'e.g. CRM-9',
						description: 'Only customers with this ID in another system',
					}),
					...modified('customer'),
					attributeOf(customerOwner(), 'OrganizationCode'),
					attribute('Status', 'status', 'Status', {
						type: 'options',
						default: '10',
						options: STATUSES,
						description: 'Only customers with this status',
					}),
				],
				'Only customers that match all of these',
			),
			conditions('CustomerContactList.CustomerContact.LastName'),
			sort('CustomerID'),
			...output(LEVELS, TEMPLATE),
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
		result: CUSTOMERS,
		identity: customerIdentity(),
		fields: [
			...documentInput(EXAMPLE, content('update')),
			writeOptions({ output: written(), more: [unknownCustomFields] }),
		],
	},
];

export const customer: Resource = { value: 'customer', name: 'Customer', operations };
