import { ENTITIES } from '../../../clients/oms/entities';
import type { Documents } from '../documents/output';
import type { Document } from '../../../kit/xml/document';
import { documentInput } from '../fields/document';
import { conditions, sort } from '../fields/filters';
import { organizationIdentity } from '../fields/identity';
import { output, returnAll, writeOutput } from '../fields/output';
import { organizationEverything, organizationSummary, organizationWithDetails } from '../documents/shapes/organization';
import { organizationCode, organizationContent, organizationFilters } from '../fields/organization';
import { getOptions, listOptions, unknownCustomFields, writeOptions } from '../fields/options';
import { levels } from './levels';
import type { Operation, Resource } from '../operation';

const ORGANIZATIONS: Documents = {
	entity: ENTITIES.organization,
	levels: { summary: organizationSummary, details: organizationWithDetails, everything: organizationEverything },
};

const LEVELS = levels('The summary, addresses, roles, enterprises and the node');

const TEMPLATE = {
	example: '{"OrganizationCode": "", "OrganizationName": ""}',
	storedExample: 'def_getOrganizationList_01',
};
const written = () => writeOutput(LEVELS, TEMPLATE.example);

const EXAMPLE = 'e.g. {"OrganizationName": "Store 12"}';
const managed = (organization: Document): Document => ({ Operation: 'Manage', ...organization });

const operations: Operation[] = [
	{
		type: 'write',
		value: 'create',
		name: 'Create',
		action: 'Create an organization',
		description: 'Create an organization, an enterprise or a node',
		api: 'createOrganizationHierarchy',
		kind: 'write',
		afterLoss: 'made',
		inputRoot: 'Organization',
		fields: [
			organizationCode(),
			...documentInput(EXAMPLE, organizationContent('create')),
			writeOptions({ output: written(), more: [unknownCustomFields] }),
		],
		result: ORGANIZATIONS,
		names: ORGANIZATIONS.entity.natural,
		lookUp: ORGANIZATIONS.entity,
	},
	{
		type: 'write',
		value: 'upsert',
		name: 'Create or Update',
		action: 'Create or update an organization',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		api: 'manageOrganizationHierarchy',
		kind: 'write',
		afterLoss: 'holds',
		entity: ORGANIZATIONS.entity,
		inputRoot: 'Organization',
		fields: [
			organizationCode(),
			...documentInput(EXAMPLE, organizationContent('upsert')),
			writeOptions({ output: written(), more: [unknownCustomFields] }),
		],
		result: ORGANIZATIONS,
		build: managed,
		names: ORGANIZATIONS.entity.natural,
	},
	{
		type: 'write',
		value: 'delete',
		name: 'Delete',
		action: 'Delete an organization',
		description: 'Delete an organization. Sterling refuses if anything refers to it.',
		warning: 'The organization will be removed from Sterling permanently.',
		api: 'deleteOrganizationHierarchy',
		kind: 'write',
		afterLoss: 'gone',
		inputRoot: 'Organization',
		identity: organizationIdentity(),
		fields: [writeOptions()],
		done: { deleted: true },
	},
	{
		type: 'get',
		value: 'get',
		name: 'Get',
		action: 'Get an organization',
		description: 'Read one organization',
		api: ORGANIZATIONS.entity.listApi,
		kind: 'read',
		identity: organizationIdentity(),
		fields: [...output(LEVELS, TEMPLATE), getOptions()],
		result: ORGANIZATIONS,
	},
	{
		type: 'getMany',
		value: 'getMany',
		name: 'Get Many',
		action: 'Get many organizations',
		description: 'Read the organizations that match filters',
		api: ORGANIZATIONS.entity.listApi,
		kind: 'read',
		fields: [
			...returnAll(),
			organizationFilters(),
			conditions('CorporatePersonInfo.City'),
			sort('OrganizationCode'),
			...output(LEVELS, TEMPLATE),
			listOptions(),
		],
		result: ORGANIZATIONS,
	},
	{
		type: 'write',
		value: 'update',
		name: 'Update',
		action: 'Update an organization',
		description: 'Update an existing organization',
		api: 'modifyOrganizationHierarchy',
		kind: 'write',
		afterLoss: 'holds',
		inputRoot: 'Organization',
		identity: organizationIdentity(),
		fields: [
			...documentInput(EXAMPLE, organizationContent('update')),
			writeOptions({ output: written(), more: [unknownCustomFields] }),
		],
		result: ORGANIZATIONS,
	},
];

export const organization: Resource = { value: 'organization', name: 'Organization', operations };
