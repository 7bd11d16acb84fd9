import type { Document } from '../../../sterling';
import { configurationSearch, documentSearch, type Editor } from './search';

/** Process types of the factory pipelines by document type; without one all statuses are listed. */
const PROCESS_TYPES: Record<string, string> = {
	'0001': 'ORDER_FULFILLMENT',
	'0003': 'RETURN_FULFILLMENT',
	'0005': 'PO_FULFILLMENT',
	'0015': 'QUOTE_FULFILLMENT',
};

const documentTypeOf = ({ parameter, defaults }: Editor) => parameter('documentType') || defaults.documentType;

const enterpriseOf = ({ parameter, defaults }: Editor): Document => {
	const code = parameter('enterpriseCode') || defaults.enterpriseCode;
	return code ? { EnterpriseCode: code } : {};
};

const processType = (editor: Editor): Document => {
	const key = PROCESS_TYPES[documentTypeOf(editor)];
	return key ? { ProcessTypeKey: key } : {};
};

export const searchOrders = documentSearch({
	api: 'getOrderList',
	root: 'Order',
	list: 'Order',
	key: 'OrderHeaderKey',
	search: 'OrderNo',
	template: { OrderNo: '', EnterpriseCode: '', Status: '', CustomerEMailID: '' },
	input: (editor) => ({ ...enterpriseOf(editor), DocumentType: documentTypeOf(editor) }),
	label: (at) => [at('OrderNo'), at('Status'), at('CustomerEMailID')].filter(Boolean).join(' · '),
});

export const searchEnterprises = configurationSearch({
	api: 'getOrganizationList',
	root: 'Organization',
	list: 'Organization',
	value: 'OrganizationCode',
	label: 'OrganizationName',
	input: () => ({ OrgRoleList: { OrgRole: { RoleKey: 'ENTERPRISE' } } }),
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
