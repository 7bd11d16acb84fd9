import type { Document } from '../../../kit/xml/document';
import { RETURN } from '../fields/identity';
import { ORDER_PROCESS_TYPES } from './processTypes';
import { configurationSearch, documentSearch, type Editor } from './search';

const documentTypeOf = ({ parameter, defaults }: Editor) => parameter('documentType') || defaults.documentType;

const enterpriseOf = ({ parameter, defaults }: Editor): Document => {
	const code = parameter('enterpriseCode') || defaults.enterpriseCode;
	return code ? { EnterpriseCode: code } : {};
};

const organizationOf = ({ parameter, defaults }: Editor): Document => {
	const code = parameter('organizationCode') || defaults.enterpriseCode;
	return code ? { OrganizationCode: code } : {};
};

const processType = (editor: Editor): Document => {
	const key = ORDER_PROCESS_TYPES[documentTypeOf(editor)];
	return key ? { ProcessTypeKey: key } : {};
};

const ORDER_LIKE = {
	api: 'getOrderList',
	root: 'Order',
	list: 'Order',
	key: 'OrderHeaderKey',
	search: 'OrderNo',
	template: { OrderNo: '', EnterpriseCode: '', Status: '', CustomerEMailID: '' },
	label: (at: (path: string) => string) =>
		[at('OrderNo'), at('Status'), at('CustomerEMailID')].filter(Boolean).join(' · '),
};

export const searchOrders = documentSearch({
	...ORDER_LIKE,
	input: (editor) => ({ ...enterpriseOf(editor), DocumentType: documentTypeOf(editor) }),
});

export const searchReturns = documentSearch({
	...ORDER_LIKE,
	input: (editor) => ({ ...enterpriseOf(editor), DocumentType: editor.parameter('documentType') || RETURN }),
});

export const searchReleases = documentSearch({
	api: 'getOrderReleaseList',
	root: 'OrderRelease',
	list: 'OrderRelease',
	key: 'OrderReleaseKey',
	search: 'SalesOrderNo',
	template: { SalesOrderNo: '', ReleaseNo: '', ShipNode: '', Status: '' },
	input: (editor) => ({ ...enterpriseOf(editor), DocumentType: documentTypeOf(editor) }),
	label: (at) =>
		[`${at('SalesOrderNo')} / ${at('ReleaseNo')}`, at('ShipNode'), at('Status')].filter(Boolean).join(' · '),
});

export const searchShipments = documentSearch({
	api: 'getShipmentList',
	root: 'Shipment',
	list: 'Shipment',
	outputRoot: 'Shipments',
	key: 'ShipmentKey',
	search: 'ShipmentNo',
	template: { ShipmentNo: '', ShipNode: '', OrderNo: '', Status: '' },
	input: enterpriseOf,
	label: (at) => [at('ShipmentNo'), at('ShipNode'), at('OrderNo')].filter(Boolean).join(' · '),
});

export const searchInvoices = documentSearch({
	api: 'getOrderInvoiceList',
	root: 'OrderInvoice',
	list: 'OrderInvoice',
	key: 'OrderInvoiceKey',
	search: 'InvoiceNo',
	template: { InvoiceNo: '', InvoiceType: '', TotalAmount: '' },
	label: (at) => [at('InvoiceNo'), at('InvoiceType'), at('TotalAmount')].filter(Boolean).join(' · '),
});

const ITEMS = {
	api: 'getItemList',
	root: 'Item',
	list: 'Item',
	key: 'ItemKey',
	search: 'ItemID',
	template: { ItemID: '', UnitOfMeasure: '', PrimaryInformation: { ShortDescription: '' } },
	input: (editor: Editor): Document => organizationOf(editor),
	label: (at: (path: string) => string) =>
		[at('ItemID'), at('PrimaryInformation.ShortDescription'), at('UnitOfMeasure')].filter(Boolean).join(' · '),
};

/** Items by key, for operations on an item. */
export const searchItems = documentSearch(ITEMS);

/** Items by ID, where a document names an item. */
export const searchItemIds = documentSearch({ ...ITEMS, value: 'ItemID' });

export const searchCustomers = documentSearch({
	api: 'getCustomerList',
	root: 'Customer',
	list: 'Customer',
	key: 'CustomerKey',
	search: 'CustomerID',
	template: { CustomerID: '', CustomerType: '', ExternalCustomerID: '' },
	input: organizationOf,
	label: (at) => [at('CustomerID'), at('ExternalCustomerID')].filter(Boolean).join(' · '),
});

export const searchOrganizations = documentSearch({
	api: 'getOrganizationList',
	root: 'Organization',
	list: 'Organization',
	key: 'OrganizationKey',
	search: 'OrganizationCode',
	value: 'OrganizationCode',
	template: { OrganizationCode: '', OrganizationName: '' },
	label: (at) => [at('OrganizationCode'), at('OrganizationName')].filter(Boolean).join(' · '),
});

export const searchShipNodes = documentSearch({
	api: 'getShipNodeList',
	root: 'ShipNode',
	list: 'ShipNode',
	key: 'ShipnodeKey',
	search: 'ShipNode',
	value: 'ShipNode',
	template: { ShipNode: '', Description: '' },
	label: (at) => [at('ShipNode'), at('Description')].filter(Boolean).join(' · '),
});

export const searchCarriers = configurationSearch({
	api: 'getScacList',
	root: 'Scac',
	list: 'Scac',
	value: 'Scac',
	label: 'ScacDesc',
});

export const searchCarrierServices = configurationSearch({
	api: 'getScacAndServiceList',
	root: 'ScacAndService',
	list: 'ScacAndService',
	value: 'ScacAndService',
	label: 'ScacAndServiceDesc',
});

export const searchUnits = configurationSearch({
	api: 'getItemUOMMasterList',
	root: 'ItemUOMMaster',
	list: 'ItemUOMMaster',
	value: 'UnitOfMeasure',
	label: 'Description',
});

const commonCodes = (CodeType: string) =>
	configurationSearch({
		api: 'getCommonCodeList',
		root: 'CommonCode',
		list: 'CommonCode',
		value: 'CodeValue',
		label: 'CodeShortDescription',
		input: () => ({ CodeType }),
	});

export const searchReturnReasons = commonCodes('RETURN_REASON');
export const searchModificationReasons = commonCodes('MODIFICATION_REASON');
export const searchNoteReasons = commonCodes('NOTES_REASON');

export const searchEnterprises = configurationSearch({
	api: 'getOrganizationList',
	root: 'Organization',
	list: 'Organization',
	value: 'OrganizationCode',
	label: 'OrganizationName',
	// The filter by role is inferred; the flag is the other way to say it.
	input: () => ({ OrgRoleList: { OrgRole: { RoleKey: 'ENTERPRISE' } } }),
	otherwise: { IsEnterprise: 'Y' },
});

export const searchDocumentTypes = configurationSearch({
	api: 'getDocumentTypeList',
	root: 'DocumentParams',
	list: 'DocumentParams',
	value: 'DocumentType',
	label: 'Description',
});

export const searchHoldTypes = configurationSearch({
	api: 'getHoldTypeList',
	root: 'HoldType',
	list: 'HoldType',
	value: 'HoldType',
	label: 'HoldTypeDescription',
	input: (editor) => ({ DocumentType: documentTypeOf(editor) }),
});

export const searchStatuses = configurationSearch({
	api: 'getStatusList',
	root: 'Status',
	list: 'Status',
	value: 'Status',
	label: 'Description',
	input: processType,
});

export const searchTransactions = configurationSearch({
	api: 'getTransactionList',
	root: 'Transaction',
	list: 'Transaction',
	value: 'Tranid',
	label: 'Tranname',
	input: processType,
});

export const searchServices = configurationSearch({
	api: 'getFlowList',
	root: 'Flow',
	list: 'Flow',
	value: 'FlowName',
	label: 'FlowGroupName',
});
