import type { Element } from '../../document/element';
import { defineApi, type Api } from '../../engine/api';
import type { Context } from '../../engine/context';
import { javaFailure, refuse } from '../../exception';
import { defineListApi } from '../../engine/list';
import { deleteOrganization } from '../../pipeline/deleteOrganization';
import { findOrganization, lookUpOrganization, writeOrganization } from '../../pipeline/organizations';

type Operation = 'CREATE' | 'MODIFY' | 'MANAGE';

function write(context: Context, operation: Operation, input: Element): undefined {
	const look = operation === 'MODIFY' ? findOrganization : lookUpOrganization;
	const existing = look(context, input);
	if (existing && operation === 'CREATE') {
		throw refuse('YFC0001', {
			SQLState: '23505',
			TableName: 'YFS_ORGANIZATION',
			OrganizationCode: existing.OrganizationCode,
		});
	}
	writeOrganization(context, existing, input);
}

function operationOf(input: Element): Operation {
	const operation = input.get('Operation').toUpperCase() || 'MANAGE';
	if (operation === 'CREATE' || operation === 'MODIFY' || operation === 'MANAGE') return operation;
	throw javaFailure('java.lang.IllegalArgumentException', { Operation: operation });
}

/** None of the writes has an output template: they answer HTTP 204 (inferred for these APIs). */
function writer(name: string, operation: (input: Element) => Operation): Api {
	return defineApi({
		name,
		root: 'Organization',
		kind: 'write',
		run: (context, input) => write(context, operation(input), input),
	});
}

/** @throws YFC0001, YCP0040, YFS10460 */
export const createOrganizationHierarchy = writer('createOrganizationHierarchy', () => 'CREATE');

/** @throws YCP0267, YCP0040 */
export const modifyOrganizationHierarchy = writer('modifyOrganizationHierarchy', () => 'MODIFY');

/**
 * By Operation: Create, Modify or Manage (also when it is left out: inferred). A node is retired by it, not
 * deleted.
 */
export const manageOrganizationHierarchy = writer('manageOrganizationHierarchy', operationOf);

/** @throws YCP0267, and the refusals of organizations in use */
export const deleteOrganizationHierarchy = defineApi({
	name: 'deleteOrganizationHierarchy',
	root: 'Organization',
	kind: 'write',
	run(context, input) {
		deleteOrganization(context, findOrganization(context, input));
		return undefined;
	},
});

const header = `OrganizationCode="" OrganizationKey="" OrganizationName="" ParentOrganizationCode=""
	PrimaryEnterpriseKey="" CreatorOrganizationKey="" LocaleCode="" CatalogOrganizationCode=""
	InventoryOrganizationCode="" CapacityOrganizationCode="" CustomerMasterOrganizationCode=""
	BusinessCalendarKey=""
	InheritConfigFromEnterprise="" IsBuyer="" IsSeller="" IsCarrier="" IsNode="" IsEnterprise=""
	IsHubOrganization=""
	IsLegalEntity="" InventoryKeptExternally="" InventoryPublished="" PaymentProcessingReqd=""
	RequiresChainedOrder=""
	DefaultDistributionRuleId="" DefaultPaymentRuleId="" XrefOrganizationCode="" CorporateAddressKey=""
	ContactAddressKey="" BillingAddressKey="" ActivateFlag=""`;

const address = 'FirstName="" LastName="" AddressLine1="" City="" State="" ZipCode="" Country=""';

/** Organizations by any column, by OrgRoleList/OrgRole@RoleKey, by Node [factory template]. */
export const getOrganizationList = defineListApi({
	name: 'getOrganizationList',
	root: 'Organization',
	template: `<OrganizationList><Organization ${header}><CorporatePersonInfo ${address}/><ContactPersonInfo
		${address}/>
		<BillingPersonInfo ${address}/><Node ShipNode="" ShipnodeKey="" NodeType="" Description="" Localecode=""
		ActivateFlag="" InventoryTracked="" IsFulfillmentNode=""/></Organization></OrganizationList>`,
	plain: true,
});

/** One organization with its roles and those below it. @throws YCP0267 (inferred) */
export const getOrganizationHierarchy = defineApi({
	name: 'getOrganizationHierarchy',
	root: 'Organization',
	kind: 'read',
	template: `<Organization ${header}><OrgRoleList><OrgRole OrganizationKey="" RoleKey=""/></OrgRoleList>
		<LegalEntity OrganizationCode="" OrganizationName=""/>
		<SubOrganization><Organization OrganizationCode="" OrganizationKey="" OrganizationName=""
		ParentOrganizationCode=""/></SubOrganization></Organization>`,
	run: (context, input) => context.project('Organization', findOrganization(context, input)),
});
