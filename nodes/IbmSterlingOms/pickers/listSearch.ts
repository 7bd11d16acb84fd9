import { ENTITIES } from '../../../clients/oms/entities';
import type { Document } from '../../../kit/xml/document';
import { RETURN } from '../fields/identity';
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
	const key = ENTITIES.order.pipelines?.[documentTypeOf(editor)];
	return key ? { ProcessTypeKey: key } : {};
};

const ORDER_LIKE = {
	entity: ENTITIES.order,
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
	entity: ENTITIES.orderRelease,
	search: 'SalesOrderNo',
	template: { SalesOrderNo: '', ReleaseNo: '', ShipNode: '', Status: '' },
	input: (editor) => ({ ...enterpriseOf(editor), DocumentType: documentTypeOf(editor) }),
	label: (at) =>
		[`${at('SalesOrderNo')} / ${at('ReleaseNo')}`, at('ShipNode'), at('Status')].filter(Boolean).join(' · '),
});

export const searchShipments = documentSearch({
	entity: ENTITIES.shipment,
	template: { ShipmentNo: '', ShipNode: '', OrderNo: '', Status: '' },
	input: enterpriseOf,
	label: (at) => [at('ShipmentNo'), at('ShipNode'), at('OrderNo')].filter(Boolean).join(' · '),
});

export const searchInvoices = documentSearch({
	entity: ENTITIES.invoice,
	template: { InvoiceNo: '', InvoiceType: '', TotalAmount: '' },
	label: (at) => [at('InvoiceNo'), at('InvoiceType'), at('TotalAmount')].filter(Boolean).join(' · '),
});

const ITEMS = {
	entity: ENTITIES.item,
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
	entity: ENTITIES.customer,
	template: { CustomerID: '', CustomerType: '', ExternalCustomerID: '' },
	input: organizationOf,
	label: (at) => [at('CustomerID'), at('ExternalCustomerID')].filter(Boolean).join(' · '),
});

export const searchOrganizations = documentSearch({
	entity: ENTITIES.organization,
	value: 'OrganizationCode',
	template: { OrganizationCode: '', OrganizationName: '' },
	label: (at) => [at('OrganizationCode'), at('OrganizationName')].filter(Boolean).join(' · '),
});

export const searchShipNodes = documentSearch({
	entity: ENTITIES.shipNode,
	value: 'ShipNode',
	template: { ShipNode: '', Description: '' },
	label: (at) => [at('ShipNode'), at('Description')].filter(Boolean).join(' · '),
});

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

export const searchStatuses = configurationSearch({
	api: 'getStatusList',
	inputRoot: 'Status',
	row: 'Status',
	value: 'Status',
	label: 'Description',
	input: processType,
});

export const searchTransactions = configurationSearch({
	api: 'getTransactionList',
	inputRoot: 'Transaction',
	row: 'Transaction',
	value: 'Tranid',
	label: 'Tranname',
	input: processType,
});

export const searchServices = configurationSearch({
	api: 'getFlowList',
	inputRoot: 'Flow',
	row: 'Flow',
	value: 'FlowName',
	label: 'FlowGroupName',
});
