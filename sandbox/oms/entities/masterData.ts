import { defineEntity, type Entity } from '../store/entity';

/** A flat table of configuration: read by one list API, filled by the seed. */
function configuration(name: string, table: string, key: string, columns: string, indexes: string[] = []): Entity {
	return defineEntity({ name, table, key, columns: { text: columns }, indexes });
}

export const configurationTables: Entity[] = [
	configuration(
		'DocumentParams',
		'YFS_DOCUMENT_PARAMS',
		'DocumentParamsKey',
		'DocumentType Description BaseDocumentType',
		['DocumentType'],
	),
	defineEntity({
		name: 'Status',
		table: 'YFS_STATUS',
		key: 'StatusKey',
		unique: [['ProcessTypeKey', 'Status']],
		columns: { text: 'Status Description StatusName ProcessTypeKey OwnerKey StatusType' },
	}),
	configuration(
		'HoldType',
		'YFS_HOLD_TYPE',
		'HoldTypeKey',
		'HoldType HoldTypeDescription OrganizationCode DocumentType HoldLevel',
		['HoldType'],
	),
	configuration(
		'CommonCode',
		'YFS_COMMON_CODE',
		'CommonCodeKey',
		'CodeType CodeValue CodeShortDescription CodeLongDescription OrganizationCode',
		['CodeType'],
	),
	configuration('Scac', 'YFS_SCAC', 'ScacKey', 'Scac ScacDesc ScacType OrganizationCode'),
	configuration(
		'ScacAndService',
		'YFS_SCAC_AND_SERVICE',
		'ScacAndServiceKey',
		`ScacAndService ScacAndServiceDesc ScacKey Scac CarrierServiceKey CarrierServiceCode CarrierType
		OrganizationCode`,
	),
	configuration(
		'CarrierService',
		'YFS_CARRIER_SERVICE',
		'CarrierServiceKey',
		'CarrierServiceCode CarrierServiceDesc CarrierType Scac OrganizationCode',
	),
	configuration(
		'ItemUOMMaster',
		'YFS_ITEM_UOM_MASTER',
		'ItemUOMMasterKey',
		'UnitOfMeasure Description UOMType ItemGroupCode OrganizationCode',
	),
	configuration('Uom', 'YFS_UOM', 'UomKey', 'Uom UomDescription UomType'),
	configuration('Flow', 'YFS_FLOW', 'FlowKey', 'FlowName FlowGroupName ProcessTypeKey OwnerKey IsRealtime'),
	configuration(
		'Transaction',
		'YFS_TRANSACTION',
		'TransactionKey',
		'Tranid Tranname BaseTransactionKey ProcessTypeKey OwnerKey PickupStatuses DropStatuses',
		['Tranid'],
	),
	configuration(
		'InventorySupplyType',
		'YFS_INVENTORY_SUPPLY_TYPE',
		'InventorySupplyTypeKey',
		'SupplyType Description OnhandSupply OrganizationCode',
	),
	configuration(
		'InventoryDemandType',
		'YFS_INVENTORY_DEMAND_TYPE',
		'InventoryDemandTypeKey',
		'DemandType Description OrganizationCode',
	),
	configuration(
		'OrderLineType',
		'YFS_ORDER_LINE_TYPE',
		'OrderLineTypeKey',
		'LineType Description DocumentType OrganizationCode',
	),
	configuration(
		'PaymentType',
		'YFS_PAYMENT_TYPE',
		'PaymentTypeKey',
		'PaymentType PaymentTypeDescription PaymentTypeGroup OrganizationCode',
		['PaymentType'],
	),
	configuration(
		'ChargeCategory',
		'YFS_CHARGE_CATEGORY',
		'ChargeCategoryKey',
		'ChargeCategory Description IsDiscount OrganizationCode DocumentType',
	),
	configuration(
		'ChargeName',
		'YFS_CHARGE_NAME',
		'ChargeNameKey',
		'ChargeName Description ChargeCategory OrganizationCode',
	),
	configuration(
		'FreightTerms',
		'YFS_FREIGHT_TERMS',
		'FreightTermsKey',
		'FreightTerms ShortDescription OrganizationCode',
	),
	configuration('Currency', 'YFS_CURRENCY', 'CurrencyKey', 'Currency CurrencyDescription PrefixSymbol'),
	configuration('Locale', 'YFS_LOCALE', 'LocaleKey', 'Localecode LocaleDescription Currency Country Language'),
	configuration(
		'AdjustmentReason',
		'YFS_ADJUSTMENT_REASON',
		'AdjustmentReasonKey',
		'ReasonCode ShortDescription OrganizationCode',
	),
	configuration('User', 'YFS_USER', 'UserKey', 'Loginid Username OrganizationKey UsergroupKey Localecode Activateflag'),
	configuration('Queue', 'YFS_QUEUE', 'QueueKey', 'QueueId QueueName QueueDescription OwnerKey'),
	configuration(
		'Category',
		'YFS_CATEGORY',
		'CategoryKey',
		'CategoryID CategoryPath ShortDescription Description OrganizationCode',
	),
];
