import { attribute, attributeOf, element, type Field } from '../../../kit/n8n/fields/field';
import { repeat } from '../../../kit/n8n/fields/repeat';
import { address } from './address';
import { additionalFields } from './document';
import { filters } from './filters';
import { anyOrganization, enterprise } from './locators';
import type { Use } from './use';

const ROLES = [
	{ name: 'Buyer', value: 'BUYER', description: 'Buys goods' },
	{ name: 'Carrier', value: 'CARRIER', description: 'Ships goods' },
	{ name: 'Enterprise', value: 'ENTERPRISE', description: 'Owns orders, rules and catalogs' },
	{ name: 'Node', value: 'NODE', description: 'A store, warehouse or other place with stock' },
	{ name: 'Seller', value: 'SELLER', description: 'Sells goods' },
];

const other = (displayName: string, name: string, path: string, description: string): Field =>
	attributeOf(anyOrganization(displayName, name, description), path);

/** What names a new organization. */
export const organizationCode = (): Field =>
	attribute('Organization Code', 'organizationCode', 'OrganizationCode', {
		required: true,
		placeholder: 'e.g. STORE12',
		description: 'Code of the organization, unique in Sterling',
	});

/** What an organization is created and updated with. */
export const organizationContent = (use: Use): Field[] => [
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
	...additionalFields(
		use,
		[
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
		],
		{ attributes: '{"CapacityOrganizationCode": "AURORA"}', clear: 'XrefOrganizationCode' },
	),
];

export const organizationFilters = (): Field =>
	filters('organizations', [
		attribute('Name', 'organizationName', 'OrganizationName', {
			placeholder: 'e.g. Store 12',
			description: 'Only the organization with this name',
		}),
		attributeOf(
			anyOrganization('Organization Code', 'organizationCode', 'Only the organization with this code'),
			'OrganizationCode',
		),
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
	]);
