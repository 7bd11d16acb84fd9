import { defineEntity } from '../store/entity';

/** An enterprise, seller, buyer, node or carrier: its roles say which, the Is… flags follow them. */
export const organization = defineEntity({
	name: 'Organization',
	table: 'YFS_ORGANIZATION',
	key: 'OrganizationKey',
	unique: [['OrganizationCode']],
	indexes: ['OrganizationCode', 'ParentOrganizationCode'],
	complexQuery: true,
	columns: {
		text: `OrganizationCode OrganizationName ParentOrganizationCode PrimaryEnterpriseKey CreatorOrganizationKey
			LegalEntityKey LocaleCode CatalogOrganizationCode InventoryOrganizationCode CapacityOrganizationCode
			CustomerMasterOrganizationCode PricingOrganizationCode BusinessCalendarKey CorporateAddressKey
			ContactAddressKey BillingAddressKey DefaultDistributionRuleId DefaultPaymentRuleId XrefOrganizationCode
			DefaultPaymentType Currency`,
		flag: `IsBuyer IsSeller IsCarrier IsNode IsEnterprise IsHubOrganization IsLegalEntity
			InventoryKeptExternally
			InheritConfigFromEnterprise InventoryPublished PaymentProcessingReqd RequiresChainedOrder ActivateFlag`,
	},
	extension: ['ExtnRegion', 'ExtnLedger'],
	defaults: { ActivateFlag: 'Y' },
	relations: {
		CorporatePersonInfo: { kind: 'one', entity: 'PersonInfo', column: 'CorporateAddressKey' },
		ContactPersonInfo: { kind: 'one', entity: 'PersonInfo', column: 'ContactAddressKey' },
		BillingPersonInfo: { kind: 'one', entity: 'PersonInfo', column: 'BillingAddressKey' },
		Node: {
			kind: 'one',
			entity: 'ShipNode',
			column: 'OrganizationCode',
			target: 'NodeOrgCode',
			writable: false,
		},
		LegalEntity: {
			kind: 'one',
			entity: 'Organization',
			column: 'LegalEntityKey',
			target: 'OrganizationCode',
			writable: false,
		},
		OrgRoleList: {
			kind: 'list',
			member: 'OrgRole',
			entity: 'OrgRole',
			by: 'OrganizationKey',
			identity: ['RoleKey'],
		},
		EnterpriseOrgList: {
			kind: 'list',
			member: 'OrgEnterprise',
			entity: 'OrgEnterprise',
			by: 'OrganizationKey',
			identity: ['EnterpriseOrganizationKey'],
		},
		SubOrganization: {
			kind: 'list',
			member: 'Organization',
			entity: 'Organization',
			by: 'ParentOrganizationCode',
			from: 'OrganizationCode',
			writable: false,
		},
	},
});

export const orgRole = defineEntity({
	name: 'OrgRole',
	table: 'YFS_ORG_ROLE',
	key: 'OrgRoleKey',
	indexes: ['OrganizationKey'],
	columns: { text: 'OrganizationKey RoleKey' },
});

/** An enterprise that an organization takes part in. */
export const orgEnterprise = defineEntity({
	name: 'OrgEnterprise',
	table: 'YFS_ORG_ENTERPRISE',
	key: 'OrgEnterpriseKey',
	indexes: ['OrganizationKey'],
	columns: { text: 'OrganizationKey EnterpriseOrganizationKey' },
});

/** The node that an organization is: a warehouse, a store. */
export const shipNode = defineEntity({
	name: 'ShipNode',
	table: 'YFS_SHIP_NODE',
	key: 'ShipNode',
	indexes: ['OwnerKey', 'NodeOrgCode'],
	columns: {
		text: `ShipnodeKey NodeType Description OwnerKey Localecode ShipNodeAddressKey IdentifiedByParentAs
			NodeOrgCode`,
		flag: 'ActivateFlag InventoryTracked IsFulfillmentNode ReturnCenterFlag',
		integer: 'Priority',
	},
	extension: ['ExtnOpeningHours'],
	defaults: { ActivateFlag: 'Y', InventoryTracked: 'Y', IsFulfillmentNode: 'Y' },
	relations: {
		ShipNodePersonInfo: { kind: 'one', entity: 'PersonInfo', column: 'ShipNodeAddressKey' },
		Organization: {
			kind: 'one',
			entity: 'Organization',
			column: 'NodeOrgCode',
			target: 'OrganizationCode',
			writable: false,
		},
	},
});
