import { attributes, extend, type Shape } from '../shape';
import { person } from './person';

export const organizationSummary: Shape = {
	attributes: attributes(`
		OrganizationKey OrganizationCode OrganizationName ParentOrganizationCode PrimaryEnterpriseKey LocaleCode
		IsEnterprise IsNode IsSeller IsBuyer IsCarrier ActivateFlag Createts Modifyts
	`),
	custom: ['Extn'],
};

export const organizationWithDetails: Shape = extend(organizationSummary, {
	elements: {
		Address: { path: 'CorporatePersonInfo', shape: person },
		Contact: { path: 'ContactPersonInfo', shape: person },
		Node: {
			path: 'Node',
			shape: {
				attributes: attributes('ShipNode NodeType Description ActivateFlag InventoryTracked IsFulfillmentNode'),
			},
		},
	},
	lists: {
		Roles: { path: 'OrgRoleList.OrgRole', shape: { attributes: attributes('RoleKey') } },
		Enterprises: {
			path: 'EnterpriseOrgList.OrgEnterprise',
			shape: { attributes: attributes('EnterpriseOrganizationKey') },
		},
	},
});

export const organizationEverything: Shape = extend(organizationWithDetails, {
	attributes: attributes(`
		BusinessCalendarKey CapacityOrganizationCode CatalogOrganizationCode CustomerMasterOrganizationCode
		DefaultDistributionRuleId DefaultPaymentRuleId InheritConfigFromEnterprise InventoryKeptExternally
		InventoryOrganizationCode IsHubOrganization Lockid PaymentProcessingReqd RequiresChainedOrder
		XrefOrganizationCode
	`),
});
