import { ENTITIES } from '../../../clients/oms/entities';
import type { Documents } from '../documents/output';
import type { Document } from '../../../kit/xml/document';
import { customFields } from '../fields/customFields';
import { changeInput, documentInput } from '../fields/document';
import { attribute, attributeOf, collection, element, repeat, type Field } from '../../../kit/n8n/fields/field';
import { conditions, sort } from '../fields/filters';
import { organizationIdentity } from '../fields/identity';
import { by, locator } from '../fields/locators';
import { output, returnAll } from '../fields/output';
import { organizationEverything, organizationSummary, organizationWithDetails } from '../documents/shapes/organization';
import { address } from '../fields/address';
import { delivery, getOptions, listOptions, unknownCustomFields, writeOptions } from '../fields/options';
import { levels } from './levels';
import type { Operation, Resource } from './types';

const ORGANIZATIONS: Documents = {
	entity: ENTITIES.organization,
	levels: { summary: organizationSummary, details: organizationWithDetails, everything: organizationEverything },
};

const LEVELS = levels('The summary, addresses, roles, enterprises and the node');

const ROLES = [
	{ name: 'Buyer', value: 'BUYER' },
	{ name: 'Carrier', value: 'CARRIER' },
	{ name: 'Enterprise', value: 'ENTERPRISE' },
	{ name: 'Node', value: 'NODE' },
	{ name: 'Seller', value: 'SELLER' },
];

const other = (displayName: string, name: string, path: string, description: string): Field =>
	attributeOf(
		locator(displayName, name, {
			search: 'searchOrganizations',
			by: [by('code', 'By Code', 'e.g. AURORA')],
			description,
		}),
		path,
	);

const code = (): Field =>
	attribute('Organization Code', 'organizationCode', 'OrganizationCode', {
		required: true,
		placeholder: 'e.g. STORE12',
	});

const content = (mode: 'add' | 'map'): Field[] => [
	attribute('Name', 'organizationName', 'OrganizationName', { placeholder: 'e.g. Store 12' }),
	address('Corporate Address', 'corporateAddress', 'CorporatePersonInfo'),
	element(
		'Node',
		'node',
		'Node',
		[
			attribute('Active', 'activateFlag', 'ActivateFlag', {
				type: 'boolean',
				default: true,
				description: 'Whether the node takes part; turn it off to retire a node',
			}),
			attribute('Description', 'description', 'Description'),
			attribute('Fulfills Orders', 'isFulfillmentNode', 'IsFulfillmentNode', {
				type: 'boolean',
				default: true,
				description: 'Whether orders are sourced from the node',
			}),
			attribute('Node Type', 'nodeType', 'NodeType', { placeholder: 'e.g. Store' }),
			attribute('Ship Node', 'shipNode', 'ShipNode', {
				description: 'Code of the node, normally the organization code',
			}),
			attribute('Tracks Inventory', 'inventoryTracked', 'InventoryTracked', {
				type: 'boolean',
				default: true,
				description: 'Whether Sterling keeps the stock of the node',
			}),
		],
		'Only for stores, warehouses and other nodes',
	),
	repeat('Roles', 'roles', 'OrgRoleList.OrgRole', { entry: 'Role', key: 'role' }, [
		attribute('Role', 'roleKey', 'RoleKey', { type: 'options', default: 'NODE', options: ROLES }),
	]),
	repeat('Enterprises', 'enterprises', 'EnterpriseOrgList.OrgEnterprise', { entry: 'Enterprise', key: 'enterprise' }, [
		attribute('Enterprise', 'enterpriseCode', 'EnterpriseOrganizationKey', {
			placeholder: 'e.g. AURORA',
			description: 'Enterprise that the organization takes part in',
		}),
	]),
	collection('Additional Fields', 'additionalFields', 'Add Field', [
		attribute('Business Calendar Key', 'businessCalendarKey', 'BusinessCalendarKey'),
		other('Catalog Organization', 'catalogOrganizationCode', 'CatalogOrganizationCode', 'Owner of its catalog'),
		other('Inventory Organization', 'inventoryOrganizationCode', 'InventoryOrganizationCode', 'Owner of its stock'),
		attribute('Locale', 'localeCode', 'LocaleCode', { placeholder: 'e.g. en_US_EST' }),
		other('Parent Organization', 'parentOrganizationCode', 'ParentOrganizationCode', 'Organization above it'),
		other('Primary Enterprise', 'primaryEnterpriseKey', 'PrimaryEnterpriseKey', 'Enterprise that defines its rules'),
		attribute('Xref Organization Code', 'xrefOrganizationCode', 'XrefOrganizationCode'),
	]),
	...customFields(mode),
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
		fields: [code(), ...documentInput(EXAMPLE, content('add')), ...delivery(), writeOptions([unknownCustomFields])],
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
		fields: [code(), ...documentInput(EXAMPLE, content('map')), ...delivery(), writeOptions([unknownCustomFields])],
		build: managed,
		names: ORGANIZATIONS.entity.natural,
	},
	{
		type: 'write',
		value: 'delete',
		name: 'Delete',
		action: 'Delete an organization',
		description: 'Delete an organization; Sterling refuses while anything refers to it',
		api: 'deleteOrganizationHierarchy',
		kind: 'write',
		afterLoss: 'gone',
		inputRoot: 'Organization',
		identity: organizationIdentity(),
		fields: [...delivery(), writeOptions()],
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
		fields: [...output(LEVELS), getOptions()],
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
			collection('Filters', 'filters', 'Add Filter', [
				attribute('Name', 'organizationName', 'OrganizationName'),
				attribute('Organization Code', 'organizationCode', 'OrganizationCode'),
				other('Parent Organization', 'parentOrganizationCode', 'ParentOrganizationCode', 'Organization above them'),
				other(
					'Primary Enterprise',
					'primaryEnterpriseKey',
					'PrimaryEnterpriseKey',
					'Enterprise that defines their rules',
				),
				attribute('Role', 'roleKey', 'OrgRoleList.OrgRole.RoleKey', {
					type: 'options',
					default: 'NODE',
					options: ROLES,
				}),
			]),
			conditions('CorporatePersonInfo.City'),
			sort('OrganizationCode'),
			...output(LEVELS),
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
		fields: [...changeInput(EXAMPLE, content('map')), ...delivery(), writeOptions([unknownCustomFields])],
	},
];

export const organization: Resource = { value: 'organization', name: 'Organization', operations };
