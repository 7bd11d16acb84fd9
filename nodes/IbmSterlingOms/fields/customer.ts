import { attribute, attributeOf, type Field } from '../../../kit/n8n/fields/field';
import { repeat } from '../../../kit/n8n/fields/repeat';
import { address } from './address';
import { additionalFields } from './document';
import { filters, modified } from './filters';
import { anyOrganization, by, commonCode, customerOwner, locator } from './locators';
import type { Use } from './use';

const STATUSES = [
	{ name: 'Active', value: '10', description: 'The customer may order' },
	{ name: 'Inactive', value: '30', description: 'The customer no longer orders' },
	{ name: 'On Hold', value: '20', description: 'Orders of the customer are held' },
];

const TYPES = [
	{ name: 'Business', value: '01', description: 'A company' },
	{ name: 'Consumer', value: '02', description: 'A person' },
];

/** What names a new customer. */
export const newCustomer = (): Field[] => [
	attribute('Customer ID', 'customerId', 'CustomerID', {
		required: true,
		placeholder: 'e.g. C-100',
		description: 'ID of the customer, unique within the organization',
	}),
	attributeOf(customerOwner(), 'OrganizationCode'),
];

export const customerType = (): Field =>
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

/** What a customer is created and updated with, beside the type. */
export const customerContent = (use: Use): Field[] => [
	contacts(),
	...additionalFields(
		use,
		[
			attributeOf(
				anyOrganization('Buyer Organization', 'buyerOrganizationCode', 'Organization of a business customer'),
				'BuyerOrganizationCode',
			),
			attribute('Classification', 'customerClassificationCode', 'CustomerClassificationCode', {
				placeholder: 'e.g. VIP',
				description: 'Class of the customer, as a code defined in your Sterling',
			}),
			attribute('External Customer ID', 'externalCustomerId', 'ExternalCustomerID', {
				placeholder: 'e.g. CRM-9',
				description: 'ID of the customer in another system',
			}),
			attributeOf(
				commonCode(
					'Level',
					'customerLevel',
					'searchCustomerLevels',
					'GOLD',
					'Level of the customer, as a code defined in your Sterling',
				),
				'CustomerLevel',
			),
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
		],
		{ attributes: '{"Extn": {"ExtnSegment": "VIP"}}', clear: 'ExternalCustomerID, Vertical' },
	),
];

export const customerFilters = (): Field =>
	filters('customers', [
		attributeOf(
			locator('Customer ID', 'customerId', {
				search: 'searchCustomerIds',
				by: [by('id', 'ID', 'e.g. C-100')],
				description: 'Only the customer with this ID',
			}),
			'CustomerID',
		),
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
	]);
