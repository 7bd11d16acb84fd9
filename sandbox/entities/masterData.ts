import { defineEntity, type Entity } from '../engine/entity';

export const organization = defineEntity({
	name: 'Organization',
	table: 'YFS_ORGANIZATION',
	key: 'OrganizationKey',
	unique: [['OrganizationCode']],
	indexes: ['ParentOrganizationCode'],
	complexQuery: true,
	columns: {
		text: `OrganizationCode OrganizationName ParentOrganizationCode PrimaryEnterpriseKey CreatorOrganizationKey
			LocaleCode CatalogOrganizationCode InventoryOrganizationCode CapacityOrganizationCode
			CustomerMasterOrganizationCode PricingOrganizationCode BusinessCalendarKey CorporateAddressKey
			ContactAddressKey BillingAddressKey DefaultDistributionRuleId DefaultPaymentRuleId XrefOrganizationCode
			DefaultPaymentType Currency`,
		flag: `IsBuyer IsSeller IsCarrier IsNode IsEnterprise IsHubOrganization IsLegalEntity InventoryKeptExternally
			InheritConfigFromEnterprise InventoryPublished PaymentProcessingReqd RequiresChainedOrder ActivateFlag`,
	},
	extension: ['ExtnRegion', 'ExtnLedger'],
	defaults: { ActivateFlag: 'Y' },
	relations: {
		CorporatePersonInfo: { kind: 'one', entity: 'PersonInfo', column: 'CorporateAddressKey' },
		ContactPersonInfo: { kind: 'one', entity: 'PersonInfo', column: 'ContactAddressKey' },
		BillingPersonInfo: { kind: 'one', entity: 'PersonInfo', column: 'BillingAddressKey' },
		Node: { kind: 'one', entity: 'ShipNode', column: 'OrganizationCode', writable: false },
		OrgRoleList: {
			kind: 'list', member: 'OrgRole', entity: 'OrgRole', by: 'OrganizationKey', identity: ['RoleKey'],
		},
		SubOrganization: {
			kind: 'list', member: 'Organization', entity: 'Organization', by: 'ParentOrganizationCode',
			from: 'OrganizationCode', writable: false,
		},
	},
});

export const orgRole = defineEntity({
	name: 'OrgRole', table: 'YFS_ORG_ROLE', key: 'OrgRoleKey', indexes: ['OrganizationKey'],
	columns: { text: 'OrganizationKey RoleKey' },
});

export const shipNode = defineEntity({
	name: 'ShipNode',
	table: 'YFS_SHIP_NODE',
	key: 'ShipNode',
	indexes: ['OwnerKey'],
	columns: {
		text: 'ShipnodeKey NodeType Description OwnerKey Localecode ShipNodeAddressKey IdentifiedByParentAs NodeOrgCode',
		flag: 'ActivateFlag InventoryTracked IsFulfillmentNode ReturnCenterFlag',
		integer: 'Priority',
	},
	extension: ['ExtnOpeningHours'],
	defaults: { ActivateFlag: 'Y', InventoryTracked: 'Y', IsFulfillmentNode: 'Y' },
	relations: {
		ShipNodePersonInfo: { kind: 'one', entity: 'PersonInfo', column: 'ShipNodeAddressKey' },
		Organization: { kind: 'one', entity: 'Organization', column: 'ShipNode', target: 'OrganizationCode' },
	},
});

export const customer = defineEntity({
	name: 'Customer',
	table: 'YFS_CUSTOMER',
	key: 'CustomerKey',
	unique: [['CustomerID', 'OrganizationCode']],
	columns: {
		text: `CustomerID OrganizationCode CustomerType BuyerOrganizationCode CustomerClassificationCode CustomerLevel
			CustomerRewardsNo ExternalCustomerID ParentCustomerKey RelationshipType Vertical Status SlotPreferenceType
			BuyerOrganizationName`,
		dateTime: 'RegisteredDate MaxModifyTS',
	},
	extension: ['ExtnSegment', 'ExtnCreditGroup'],
	defaults: { Status: '10' },
	relations: {
		CustomerContactList: {
			kind: 'list', member: 'CustomerContact', entity: 'CustomerContact', by: 'CustomerKey',
			identity: ['CustomerContactID'],
		},
	},
});

export const customerContact = defineEntity({
	name: 'CustomerContact', table: 'YFS_CUSTOMER_CONTACT', key: 'CustomerContactKey', indexes: ['CustomerKey'],
	columns: {
		text: `CustomerKey CustomerContactID Title FirstName MiddleName LastName Company Department JobTitle EmailID
			DayPhone MobilePhone Status`,
	},
});

/** A flat table of configuration: read by one list API, filled by the seed. */
function configuration(name: string, table: string, key: string, columns: string, indexes: string[] = []): Entity {
	return defineEntity({ name, table, key, columns: { text: columns }, indexes });
}

export const configurationTables: Entity[] = [
	configuration('DocumentParams', 'YFS_DOCUMENT_PARAMS', 'DocumentParamsKey',
		'DocumentType Description BaseDocumentType', ['DocumentType']),
	defineEntity({
		name: 'Status', table: 'YFS_STATUS', key: 'StatusKey', unique: [['ProcessTypeKey', 'Status']],
		columns: { text: 'Status Description StatusName ProcessTypeKey OwnerKey StatusType' },
	}),
	configuration('HoldType', 'YFS_HOLD_TYPE', 'HoldTypeKey',
		'HoldType HoldTypeDescription OrganizationCode DocumentType HoldLevel', ['HoldType']),
	configuration('CommonCode', 'YFS_COMMON_CODE', 'CommonCodeKey',
		'CodeType CodeValue CodeShortDescription CodeLongDescription OrganizationCode', ['CodeType']),
	configuration('Scac', 'YFS_SCAC', 'ScacKey', 'Scac ScacDesc ScacType OrganizationCode'),
	configuration('ScacAndService', 'YFS_SCAC_AND_SERVICE', 'ScacAndServiceKey',
		'ScacAndService ScacAndServiceDesc ScacKey Scac CarrierServiceKey CarrierServiceCode CarrierType OrganizationCode'),
	configuration('CarrierService', 'YFS_CARRIER_SERVICE', 'CarrierServiceKey',
		'CarrierServiceCode CarrierServiceDesc CarrierType Scac OrganizationCode'),
	configuration('ItemUOMMaster', 'YFS_ITEM_UOM_MASTER', 'ItemUOMMasterKey',
		'UnitOfMeasure Description UOMType ItemGroupCode OrganizationCode'),
	configuration('Uom', 'YFS_UOM', 'UomKey', 'Uom UomDescription UomType'),
	configuration('Flow', 'YFS_FLOW', 'FlowKey', 'FlowName FlowGroupName ProcessTypeKey OwnerKey IsRealtime'),
	configuration('Transaction', 'YFS_TRANSACTION', 'TransactionKey',
		'Tranid Tranname BaseTransactionKey ProcessTypeKey OwnerKey PickupStatuses DropStatuses', ['Tranid']),
	configuration('InventorySupplyType', 'YFS_INVENTORY_SUPPLY_TYPE', 'InventorySupplyTypeKey',
		'SupplyType Description OnhandSupply OrganizationCode'),
	configuration('InventoryDemandType', 'YFS_INVENTORY_DEMAND_TYPE', 'InventoryDemandTypeKey',
		'DemandType Description OrganizationCode'),
	configuration('OrderLineType', 'YFS_ORDER_LINE_TYPE', 'OrderLineTypeKey',
		'LineType Description DocumentType OrganizationCode'),
	configuration('PaymentType', 'YFS_PAYMENT_TYPE', 'PaymentTypeKey',
		'PaymentType PaymentTypeDescription PaymentTypeGroup OrganizationCode', ['PaymentType']),
	configuration('ChargeCategory', 'YFS_CHARGE_CATEGORY', 'ChargeCategoryKey',
		'ChargeCategory Description IsDiscount OrganizationCode DocumentType'),
	configuration('ChargeName', 'YFS_CHARGE_NAME', 'ChargeNameKey',
		'ChargeName Description ChargeCategory OrganizationCode'),
	configuration('FreightTerms', 'YFS_FREIGHT_TERMS', 'FreightTermsKey',
		'FreightTerms ShortDescription OrganizationCode'),
	configuration('Currency', 'YFS_CURRENCY', 'CurrencyKey', 'Currency CurrencyDescription PrefixSymbol'),
	configuration('Locale', 'YFS_LOCALE', 'LocaleKey', 'Localecode LocaleDescription Currency Country Language'),
	configuration('AdjustmentReason', 'YFS_ADJUSTMENT_REASON', 'AdjustmentReasonKey',
		'ReasonCode ShortDescription OrganizationCode'),
	configuration('User', 'YFS_USER', 'UserKey', 'Loginid Username OrganizationKey UsergroupKey Localecode Activateflag'),
	configuration('Queue', 'YFS_QUEUE', 'QueueKey', 'QueueId QueueName QueueDescription OwnerKey'),
	configuration('Category', 'YFS_CATEGORY', 'CategoryKey',
		'CategoryID CategoryPath ShortDescription Description OrganizationCode'),
];
