import { ENTITIES } from '../../../clients/oms/entities';
import type { Documents } from '../documents/output';
import type { Document } from '../../../kit/xml/document';
import { additionalFields, documentInput } from '../fields/document';
import type { Use } from '../fields/use';
import { attribute, attributeOf, collection, element, type Field } from '../../../kit/n8n/fields/field';
import { repeat } from '../../../kit/n8n/fields/repeat';
import { conditions, sort } from '../fields/filters';
import { organizationIdentity } from '../fields/identity';
import { anyOrganization, enterprise } from '../fields/locators';
import { output, returnAll, writeOutput } from '../fields/output';
import { organizationEverything, organizationSummary, organizationWithDetails } from '../documents/shapes/organization';
import { address } from '../fields/address';
import { getOptions, listOptions, unknownCustomFields, writeOptions } from '../fields/options';
import { levels } from './levels';
import type { Operation, Resource } from './types';

const ORGANIZATIONS: Documents = {
	entity: ENTITIES.organization,
	levels: { summary: organizationSummary, details: organizationWithDetails, everything: organizationEverything },
};

const LEVELS = levels('The summary, addresses, roles, enterprises and the node');

const TEMPLATE = { example: '{"OrganizationCode": "", "OrganizationName": ""}' };
const written = () => writeOutput(LEVELS, TEMPLATE.example);

const ROLES = [
	{ name: 'Buyer', value: 'BUYER', description: 'Buys goods' },
	{ name: 'Carrier', value: 'CARRIER', description: 'Ships goods' },
	{ name: 'Enterprise', value: 'ENTERPRISE', description: 'Owns orders, rules and catalogs' },
	{ name: 'Node', value: 'NODE', description: 'A store, warehouse or other place with stock' },
	{ name: 'Seller', value: 'SELLER', description: 'Sells goods' },
];

const other = (displayName: string, name: string, path: string, description: string): Field =>
	attributeOf(anyOrganization(displayName, name, description), path);

const code = (): Field =>
	attribute('Organization Code', 'organizationCode', 'OrganizationCode', {
		required: true,
		placeholder: 'e.g. STORE12',
		description: 'Code of the organization, unique in Sterling',
	});

const content = (use: Use): Field[] => [
	attribute('Name', 'organizationName', 'OrganizationName', {
		placeholder: 'e.g. Store 12',
		description: 'Name as shown in lists',
	}),
	address(
		'Corporate Address',
		'corporateAddress',
		'CorporatePersonInfo',
		'Address of the organization. Sterling requires it for new ones.',
	),
	element(
		'Node',
		'node',
		'Node',
		[
			attribute('Active', 'activateFlag', 'ActivateFlag', {
				type: 'boolean',
				default: true,
				description: 'Whether the node is in use. Turn it off to retire a node.',
			}),
			attribute('Description', 'description', 'Description', {
				placeholder: 'e.g. Store 12, city center',
				description: 'Description of the node',
			}),
			attribute('Fulfills Orders', 'isFulfillmentNode', 'IsFulfillmentNode', {
				type: 'boolean',
				default: true,
				description: 'Whether orders are sourced from the node',
			}),
			attribute('Node Type', 'nodeType', 'NodeType', {
				placeholder: 'e.g. Store',
				description: 'Kind of node, such as Store or DC',
			}),
			attribute('Ship Node', 'shipNode', 'ShipNode', {
				placeholder: 'e.g. STORE12',
				description: 'Code of the node, normally the organization code',
			}),
			attribute('Tracks Inventory', 'inventoryTracked', 'InventoryTracked', {
				type: 'boolean',
				default: true,
				description: 'Whether Sterling keeps the stock of the node',
			}),
		],
		'What makes the organization a node. Only for stores, warehouses and other places with stock.',
	),
	repeat(
		'Roles',
		'roles',
		'OrgRoleList.OrgRole',
		{
			entry: 'Role',
			key: 'role',
			description: 'What the organization does in Sterling',
		},
		[
			attribute('Role', 'roleKey', 'RoleKey', {
				type: 'options',
				default: 'NODE',
				options: ROLES,
				description: 'A role of the organization',
			}),
		],
	),
	repeat(
		'Enterprises',
		'enterprises',
		'EnterpriseOrgList.OrgEnterprise',
		{
			entry: 'Enterprise',
			key: 'enterprise',
			description: 'Enterprises that the organization participates in',
		},
		[attributeOf(enterprise('Enterprise that the organization participates in'), 'EnterpriseOrganizationKey')],
	),
	...additionalFields(use, [
		attribute('Business Calendar Key', 'businessCalendarKey', 'BusinessCalendarKey', {
			placeholder: 'e.g. WEEKDAYS',
			description: 'Calendar with the working days of the organization',
		}),
		other(
			'Catalog Organization',
			'catalogOrganizationCode',
			'CatalogOrganizationCode',
			'Organization whose catalog it uses',
		),
		other(
			'Inventory Organization',
			'inventoryOrganizationCode',
			'InventoryOrganizationCode',
			'Organization that owns its stock',
		),
		attribute('Locale', 'localeCode', 'LocaleCode', {
			placeholder: 'e.g. en_US_EST',
			description: 'Language, country and time zone of the organization',
		}),
		other(
			'Parent Organization',
			'parentOrganizationCode',
			'ParentOrganizationCode',
			'Organization above it in the hierarchy',
		),
		other('Primary Enterprise', 'primaryEnterpriseKey', 'PrimaryEnterpriseKey', 'Enterprise that defines its rules'),
		attribute('Xref Organization Code', 'xrefOrganizationCode', 'XrefOrganizationCode', {
			placeholder: 'e.g. 0012',
			description: 'Code of the organization in another system',
		}),
	]),
];

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
			code(),
			...documentInput(EXAMPLE, content('create')),
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
			code(),
			...documentInput(EXAMPLE, content('upsert')),
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
			collection(
				'Filters',
				'filters',
				'Add Filter',
				[
					attribute('Name', 'organizationName', 'OrganizationName', {
						placeholder: 'e.g. Store 12',
						description: 'Only the organization with this name',
					}),
					attribute('Organization Code', 'organizationCode', 'OrganizationCode', {
						placeholder: 'e.g. STORE12',
						description: 'Only the organization with this code',
					}),
					other(
						'Parent Organization',
						'parentOrganizationCode',
						'ParentOrganizationCode',
						'Only organizations below this one',
					),
					other(
						'Primary Enterprise',
						'primaryEnterpriseKey',
						'PrimaryEnterpriseKey',
						'Only organizations whose rules this enterprise defines',
					),
					attribute('Role', 'roleKey', 'OrgRoleList.OrgRole.RoleKey', {
						type: 'options',
						default: 'NODE',
						options: ROLES,
						description: 'Only organizations with this role',
					}),
				],
				'Only organizations that match all of these',
			),
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
		description: 'Update an organization that exists',
		api: 'modifyOrganizationHierarchy',
		kind: 'write',
		afterLoss: 'holds',
		inputRoot: 'Organization',
		identity: organizationIdentity(),
		fields: [
			...documentInput(EXAMPLE, content('update')),
			writeOptions({ output: written(), more: [unknownCustomFields] }),
		],
		result: ORGANIZATIONS,
	},
];

export const organization: Resource = { value: 'organization', name: 'Organization', operations };
