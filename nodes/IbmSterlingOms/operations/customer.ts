import { ENTITIES } from '../../../clients/oms/entities';
import type { Documents } from '../documents/output';
import type { Document } from '../../../kit/xml/document';
import { documentInput } from '../fields/document';
import { conditions, sort } from '../fields/filters';
import { customerIdentity } from '../fields/identity';
import { output, returnAll, writeOutput } from '../fields/output';
import { customerEverything, customerSummary, customerWithContacts } from '../documents/shapes/customer';
import { customerContent, customerFilters, customerType, newCustomer } from '../fields/customer';
import { getOptions, listOptions, unknownCustomFields, writeOptions } from '../fields/options';
import { levels } from './levels';
import { inOrganization } from '../documents/naming';
import type { Operation, Resource, RunContext } from '../operation';

const CUSTOMERS: Documents = {
	entity: ENTITIES.customer,
	levels: { summary: customerSummary, details: customerWithContacts, everything: customerEverything },
};

const LEVELS = levels('The summary, contacts and addresses');

const TEMPLATE = {
	example: '{"CustomerID": "", "Status": ""}',
	storedExample: 'def_getCustomerList_01',
};
const written = () => writeOutput(LEVELS, TEMPLATE.example);

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
			...newCustomer(),
			...documentInput(EXAMPLE, [customerType(), ...customerContent('create')]),
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
			...newCustomer(),
			...documentInput(EXAMPLE, [customerType(), ...customerContent('upsert')]),
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
		warning: 'The customer will be removed from Sterling permanently.',
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
			customerFilters(),
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
		description: 'Update an existing customer',
		api: 'modifyCustomer',
		kind: 'write',
		afterLoss: 'holds',
		inputRoot: 'Customer',
		result: CUSTOMERS,
		identity: customerIdentity(),
		fields: [
			...documentInput(EXAMPLE, customerContent('update')),
			writeOptions({ output: written(), more: [unknownCustomFields] }),
		],
	},
];

export const customer: Resource = { value: 'customer', name: 'Customer', operations };
