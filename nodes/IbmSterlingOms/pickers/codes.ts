import { ENTITIES } from '../../../clients/oms/entities';
import type { Document } from '../../../kit/xml/document';
import { documentTypeOf, orderPipeline, pipelineOf, returnTypeOf } from './scope';
import type { Editor } from './editor';
import { configurationSearch } from './search';

export const searchCarriers = configurationSearch({
	api: 'getScacList',
	inputRoot: 'Scac',
	row: 'Scac',
	value: 'Scac',
	label: 'ScacDesc',
});

export const searchCarrierServices = configurationSearch({
	api: 'getScacAndServiceList',
	inputRoot: 'ScacAndService',
	row: 'ScacAndService',
	value: 'ScacAndService',
	label: 'ScacAndServiceDesc',
});

export const searchCarrierServiceCodes = configurationSearch({
	api: 'getCarrierServiceList',
	inputRoot: 'CarrierService',
	row: 'CarrierService',
	value: 'CarrierServiceCode',
	label: 'CarrierServiceDesc',
});

/** Units of weights and sizes. */
export const searchMeasures = configurationSearch({
	api: 'getUomList',
	inputRoot: 'Uom',
	row: 'Uom',
	value: 'Uom',
	label: 'UomDescription',
});

export const searchUnits = configurationSearch({
	api: 'getItemUOMMasterList',
	inputRoot: 'ItemUOMMaster',
	row: 'ItemUOMMaster',
	value: 'UnitOfMeasure',
	label: 'Description',
});

const commonCodes = (CodeType: string) =>
	configurationSearch({
		api: 'getCommonCodeList',
		inputRoot: 'CommonCode',
		row: 'CommonCode',
		value: 'CodeValue',
		label: 'CodeShortDescription',
		input: () => ({ CodeType }),
	});

export const searchReturnReasons = commonCodes('RETURN_REASON');
export const searchModificationReasons = commonCodes('MODIFICATION_REASON');
export const searchNoteReasons = commonCodes('NOTES_REASON');
export const searchOrderTypes = commonCodes('ORDER_TYPE');
export const searchEntryTypes = commonCodes('ENTRY_TYPE');
export const searchServiceLevels = commonCodes('LEVEL_OF_SERVICE');
export const searchFulfillmentTypes = commonCodes('FULFILLMENT_TYPE');
export const searchProductClasses = commonCodes('PRODUCT_CLASS');
export const searchCustomerLevels = commonCodes('CUSTOMER_LEVEL');
export const searchInvoiceTypes = commonCodes('INVOICE_TYPE');

export const searchLineTypes = configurationSearch({
	api: 'getOrderLineTypeList',
	inputRoot: 'OrderLineType',
	row: 'OrderLineType',
	value: 'LineType',
	label: 'Description',
});

export const searchCurrencies = configurationSearch({
	api: 'getCurrencyList',
	inputRoot: 'Currency',
	row: 'Currency',
	value: 'Currency',
	label: 'CurrencyDescription',
});

export const searchFreightTerms = configurationSearch({
	api: 'getFreightTermsList',
	inputRoot: 'FreightTerms',
	row: 'FreightTerms',
	value: 'FreightTerms',
	label: 'ShortDescription',
});

export const searchPaymentTypes = configurationSearch({
	api: 'getPaymentTypeList',
	inputRoot: 'PaymentType',
	row: 'PaymentType',
	value: 'PaymentType',
	label: 'PaymentTypeDescription',
});

export const searchChargeCategories = configurationSearch({
	api: 'getChargeCategoryList',
	inputRoot: 'ChargeCategory',
	row: 'ChargeCategory',
	value: 'ChargeCategory',
	label: 'Description',
});

export const searchChargeNames = configurationSearch({
	api: 'getChargeNameList',
	inputRoot: 'ChargeName',
	row: 'ChargeName',
	value: 'ChargeName',
	label: 'Description',
});

export const searchSupplyTypes = configurationSearch({
	api: 'getInventorySupplyTypeList',
	inputRoot: 'InventorySupplyType',
	row: 'InventorySupplyType',
	value: 'SupplyType',
	label: 'Description',
});

export const searchAdjustmentReasons = configurationSearch({
	api: 'getAdjustmentReasonList',
	inputRoot: 'AdjustmentReason',
	row: 'AdjustmentReason',
	value: 'ReasonCode',
	label: 'ShortDescription',
});

export const searchEnterprises = configurationSearch({
	api: 'getOrganizationList',
	inputRoot: 'Organization',
	row: 'Organization',
	value: 'OrganizationCode',
	label: 'OrganizationName',
	// The filter by role is inferred; the flag is the other way to say it.
	input: () => ({ OrgRoleList: { OrgRole: { RoleKey: 'ENTERPRISE' } } }),
	otherwise: { IsEnterprise: 'Y' },
});

export const searchDocumentTypes = configurationSearch({
	api: 'getDocumentTypeList',
	inputRoot: 'DocumentParams',
	row: 'DocumentParams',
	value: 'DocumentType',
	label: 'Description',
});

export const searchHoldTypes = configurationSearch({
	api: 'getHoldTypeList',
	inputRoot: 'HoldType',
	row: 'HoldType',
	value: 'HoldType',
	label: 'HoldTypeDescription',
	input: (editor) => ({ DocumentType: documentTypeOf(editor) }),
});

const statuses = (input: (editor: Editor) => Document) =>
	configurationSearch({
		api: 'getStatusList',
		inputRoot: 'Status',
		row: 'Status',
		value: 'Status',
		label: 'Description',
		input,
	});

export const searchStatuses = statuses(orderPipeline);
export const searchReturnStatuses = statuses(pipelineOf(ENTITIES.order, returnTypeOf));
export const searchShipmentStatuses = statuses(pipelineOf(ENTITIES.shipment));

export const searchTransactions = configurationSearch({
	api: 'getTransactionList',
	inputRoot: 'Transaction',
	row: 'Transaction',
	value: 'Tranid',
	label: 'Tranname',
	input: orderPipeline,
});

export const searchServices = configurationSearch({
	api: 'getFlowList',
	inputRoot: 'Flow',
	row: 'Flow',
	value: 'FlowName',
	label: 'FlowGroupName',
});
