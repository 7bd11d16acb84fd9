import type { Api } from '../engine/api';
import { defineListApi } from '../engine/list';

/** API, input root and entity, container, shown attributes. */
const lists: Array<[name: string, root: string, list: string, attributes: string]> = [
	[
		'getShipNodeList',
		'ShipNode',
		'ShipNodeList',
		'ShipNode ShipnodeKey NodeType Description OwnerKey Localecode ActivateFlag IsFulfillmentNode ' +
			'InventoryTracked',
	],
	[
		'getDocumentTypeList',
		'DocumentParams',
		'DocumentParamsList',
		'DocumentParamsKey DocumentType Description BaseDocumentType',
	],
	['getStatusList', 'Status', 'StatusList', 'StatusKey Status Description StatusName ProcessTypeKey OwnerKey'],
	[
		'getHoldTypeList',
		'HoldType',
		'HoldTypeList',
		'HoldTypeKey HoldType HoldTypeDescription OrganizationCode DocumentType HoldLevel',
	],
	[
		'getCommonCodeList',
		'CommonCode',
		'CommonCodeList',
		'CommonCodeKey CodeType CodeValue CodeShortDescription CodeLongDescription OrganizationCode',
	],
	['getScacList', 'Scac', 'ScacList', 'ScacKey Scac ScacDesc ScacType OrganizationCode'],
	[
		'getScacAndServiceList',
		'ScacAndService',
		'ScacAndServiceList',
		'ScacAndServiceKey ScacAndService ScacAndServiceDesc Scac CarrierServiceCode CarrierType OrganizationCode',
	],
	[
		'getCarrierServiceList',
		'CarrierService',
		'CarrierServiceList',
		'CarrierServiceKey CarrierServiceCode CarrierServiceDesc CarrierType Scac OrganizationCode',
	],
	[
		'getItemUOMMasterList',
		'ItemUOMMaster',
		'ItemUOMMasterList',
		'ItemUOMMasterKey UnitOfMeasure Description UOMType ItemGroupCode OrganizationCode',
	],
	['getUomList', 'Uom', 'UomList', 'UomKey Uom UomDescription UomType'],
	['getFlowList', 'Flow', 'FlowList', 'FlowKey FlowName FlowGroupName ProcessTypeKey OwnerKey IsRealtime'],
	[
		'getTransactionList',
		'Transaction',
		'TransactionList',
		'TransactionKey Tranid Tranname BaseTransactionKey ProcessTypeKey OwnerKey',
	],
	[
		'getInventorySupplyTypeList',
		'InventorySupplyType',
		'InventorySupplyTypeList',
		'InventorySupplyTypeKey SupplyType Description OnhandSupply OrganizationCode',
	],
	[
		'getInventoryDemandTypeList',
		'InventoryDemandType',
		'InventoryDemandTypeList',
		'InventoryDemandTypeKey DemandType Description OrganizationCode',
	],
	[
		'getOrderLineTypeList',
		'OrderLineType',
		'OrderLineTypeList',
		'OrderLineTypeKey LineType Description DocumentType OrganizationCode',
	],
	[
		'getPaymentTypeList',
		'PaymentType',
		'PaymentTypeList',
		'PaymentTypeKey PaymentType PaymentTypeDescription PaymentTypeGroup OrganizationCode',
	],
	[
		'getChargeCategoryList',
		'ChargeCategory',
		'ChargeCategoryList',
		'ChargeCategoryKey ChargeCategory Description IsDiscount OrganizationCode DocumentType',
	],
	[
		'getChargeNameList',
		'ChargeName',
		'ChargeNameList',
		'ChargeNameKey ChargeName Description ChargeCategory OrganizationCode',
	],
	[
		'getFreightTermsList',
		'FreightTerms',
		'FreightTermsList',
		'FreightTermsKey FreightTerms ShortDescription OrganizationCode',
	],
	['getCurrencyList', 'Currency', 'CurrencyList', 'CurrencyKey Currency CurrencyDescription PrefixSymbol'],
	['getLocaleList', 'Locale', 'LocaleList', 'LocaleKey Localecode LocaleDescription Currency Country Language'],
	[
		'getAdjustmentReasonList',
		'AdjustmentReason',
		'AdjustmentReasonList',
		'AdjustmentReasonKey ReasonCode ShortDescription OrganizationCode',
	],
	['getUserList', 'User', 'UserList', 'UserKey Loginid Username OrganizationKey UsergroupKey Localecode Activateflag'],
	['getQueueList', 'Queue', 'QueueList', 'QueueKey QueueId QueueName QueueDescription OwnerKey'],
	[
		'getCategoryList',
		'Category',
		'CategoryList',
		'CategoryKey CategoryID CategoryPath ShortDescription Description OrganizationCode',
	],
];

const blank = (attribute: string): string => `${attribute}=""`;

/** The list APIs of configuration: the sources of dropdowns. A new one is one more row of the table. */
export const configurationApis: Api[] = lists.map(([name, root, list, attributes]) =>
	defineListApi({
		name,
		root,
		template: `<${list}><${root} ${attributes.split(' ').map(blank).join(' ')}/></${list}>`,
		plain: true,
	}),
);
