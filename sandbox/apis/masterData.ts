import { defineListApi } from '../engine/list';

export const getOrganizationList = defineListApi({
	name: 'getOrganizationList',
	root: 'Organization',
	template: `<OrganizationList><Organization OrganizationCode="" OrganizationKey="" OrganizationName=""
		ParentOrganizationCode="" PrimaryEnterpriseKey="" CreatorOrganizationKey="" LocaleCode=""
		CatalogOrganizationCode="" InventoryOrganizationCode="" CapacityOrganizationCode=""
		CustomerMasterOrganizationCode="" BusinessCalendarKey="" InheritConfigFromEnterprise="" IsBuyer="" IsSeller=""
		IsCarrier="" IsNode="" IsEnterprise="" IsHubOrganization="" IsLegalEntity="" InventoryKeptExternally=""
		InventoryPublished="" PaymentProcessingReqd="" RequiresChainedOrder="" DefaultDistributionRuleId=""
		DefaultPaymentRuleId="" XrefOrganizationCode="" ActivateFlag="">
		<CorporatePersonInfo AddressLine1="" City="" State="" ZipCode="" Country=""/>
		<Node ShipNode="" NodeType="" Description="" ActivateFlag=""/></Organization></OrganizationList>`,
	plain: true,
});

/** The container shows neither a last key nor a total, and rows have six attributes [factory template]. */
export const getCustomerList = defineListApi({
	name: 'getCustomerList',
	root: 'Customer',
	template: `<CustomerList><Customer CustomerKey="" CustomerID="" CustomerType="" OrganizationCode=""
		BuyerOrganizationCode="" CustomerClassificationCode=""/></CustomerList>`,
	plain: true,
});
