import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import { columnValues, writeChildren } from '../engine/write';
import { organizationOf } from './items';

/** A role, and the column that says so on the organization itself. */
const roleFlags = {
	ENTERPRISE: 'IsEnterprise',
	SELLER: 'IsSeller',
	BUYER: 'IsBuyer',
	NODE: 'IsNode',
	CARRIER: 'IsCarrier',
};

/** The organization that an input names by key or code. */
export function lookUpOrganization(context: Context, input: Element): Row | undefined {
	const key = input.get('OrganizationKey');
	if (key) return context.database.get('Organization', key);
	return context.database.find('Organization', { OrganizationCode: input.get('OrganizationCode') });
}

/** @throws SterlingException YCP0267 when there is no such organization */
export function findOrganization(context: Context, input: Element): Row {
	const row = lookUpOrganization(context, input);
	if (!row) {
		throw refuse('YCP0267', {
			OrganizationKey: input.get('OrganizationKey'),
			OrganizationCode: input.get('OrganizationCode'),
		});
	}
	return row;
}

/**
 * Roles and flags follow one another (inferred): a role sets its flag, a given flag adds or takes the role.
 */
function alignRoles(context: Context, organization: Row, input: Element): void {
	const names = input.list('OrgRoleList', 'OrgRole').map((role) => role.get('RoleKey'));
	for (const [role, flag] of Object.entries(roleFlags)) {
		const held = context.database
			.where('OrgRole', 'OrganizationKey', organization.OrganizationKey)
			.find((row) => row.RoleKey === role);
		const wanted = input.get(flag) || (role === 'NODE' && input.child('Node') ? 'Y' : '');
		const mentioned = names.includes(role);
		const keeps = held ? mentioned || wanted !== 'N' : !mentioned && wanted === 'Y';
		if (keeps && !held) {
			context.insert('OrgRole', { OrganizationKey: organization.OrganizationKey, RoleKey: role });
		}
		if (!keeps && held) context.remove('OrgRole', held);
		context.update('Organization', organization, { [flag]: keeps ? 'Y' : '' });
	}
}

/** @throws SterlingException YFC0001 when another organization has a node of that code */
function writeNode(context: Context, organization: Row, input: Element): void {
	const entity = context.database.entity('ShipNode');
	const existing = context.database.where('ShipNode', 'NodeOrgCode', organization.OrganizationCode)[0];
	const code = existing?.ShipNode ?? (input.get('ShipNode') || organization.OrganizationCode);
	if (!existing && context.database.get('ShipNode', code)) {
		throw refuse('YFC0001', { SQLState: '23505', TableName: entity.table, ShipNode: code });
	}
	const values = columnValues(entity, input, ['ShipNode', 'ShipnodeKey', 'NodeOrgCode']);
	const row = existing
		? context.update('ShipNode', existing, values)
		: context.insert('ShipNode', {
				OwnerKey: organization.ParentOrganizationCode ?? organization.PrimaryEnterpriseKey ?? '',
				Description: organization.OrganizationName ?? '',
				Localecode: organization.LocaleCode ?? '',
				...values,
				ShipNode: code,
				ShipnodeKey: code,
				NodeOrgCode: organization.OrganizationCode,
			});
	writeChildren(context, entity, row, input);
}

function assertNew(code: string, input: Element): void {
	if (!code) throw refuse('YFS10460', { Attribute: 'OrganizationCode' });
	if (!input.get('CorporateAddressKey') && !input.child('CorporatePersonInfo')) {
		throw refuse('YFS10460', { ElementName: 'CorporatePersonInfo', OrganizationCode: code });
	}
}

function assertReferences(context: Context, code: string, input: Element): void {
	const known = (name: string): void => {
		const other = input.get(name);
		if (other && other !== code) organizationOf(context, other);
	};
	[
		'ParentOrganizationCode',
		'PrimaryEnterpriseKey',
		'CatalogOrganizationCode',
		'InventoryOrganizationCode',
		'CapacityOrganizationCode',
		'CustomerMasterOrganizationCode',
	].forEach(known);
	for (const enterprise of input.list('EnterpriseOrgList', 'OrgEnterprise')) {
		organizationOf(context, enterprise.get('EnterpriseOrganizationKey'));
	}
}

/**
 * Creates an organization, or changes the existing one, with its roles, enterprises, addresses, node and
 * SubOrganization hierarchy.
 * @throws SterlingException YFS10460 (inferred) without a code or corporate address, YCP0040 for an unknown
 * parent,
 *   enterprise, catalog, inventory or capacity organization, YFC0001 for a node code that is taken
 */
export function writeOrganization(context: Context, existing: Row | undefined, input: Element): Row {
	const entity = context.database.entity('Organization');
	const code = existing?.OrganizationCode ?? (input.get('OrganizationCode') || input.get('OrganizationKey'));
	if (!existing) assertNew(code, input);
	assertReferences(context, code, input);
	const values = columnValues(entity, input, ['OrganizationKey', 'OrganizationCode']);
	const row = existing
		? context.update('Organization', existing, values)
		: context.insert('Organization', {
				CreatorOrganizationKey: context.user.organization,
				...values,
				OrganizationCode: code,
				OrganizationKey: input.get('OrganizationKey') || code,
			});
	writeChildren(context, entity, row, input);
	alignRoles(context, row, input);
	const node = input.child('Node');
	if (node) writeNode(context, row, node);
	for (const below of input.list('SubOrganization', 'Organization')) {
		const child = below.with({ ParentOrganizationCode: code });
		writeOrganization(context, lookUpOrganization(context, child), child);
	}
	return context.database.get('Organization', row.OrganizationKey) ?? row;
}
