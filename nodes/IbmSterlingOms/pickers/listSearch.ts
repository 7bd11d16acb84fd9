import { ENTITIES, type Entity } from '../../../clients/oms/entities';
import type { Document } from '../../../kit/xml/document';
import { RETURN } from '../fields/identity';
import { configurationSearch, documentSearch, type Editor } from './search';

/** The first of these that is filled in, at the top or behind "Add Field" or "Add Filter". */
const given = ({ parameter }: Editor, name: string): string =>
	parameter(name) || parameter(`additionalFields.${name}`) || parameter(`filters.${name}`);

const documentTypeOf = (editor: Editor) => given(editor, 'documentType') || editor.defaults.documentType;

const enterpriseOf = (editor: Editor): Document => {
	const code = given(editor, 'enterpriseCode') || editor.defaults.enterpriseCode;
	return code ? { EnterpriseCode: code } : {};
};

const organizationOf = (editor: Editor): Document => {
	const code = given(editor, 'organizationCode') || given(editor, 'enterpriseCode') || editor.defaults.enterpriseCode;
	return code ? { OrganizationCode: code } : {};
};

/** The pipeline whose statuses are wanted: that of the document type. */
const pipelineOf =
	({ pipelines }: Pick<Entity, 'pipelines'>, typeOf = documentTypeOf) =>
	(editor: Editor): Document => {
		const key = pipelines?.[typeOf(editor)];
		return key ? { ProcessTypeKey: key } : {};
	};

const processType = pipelineOf(ENTITIES.order);

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

const CUSTOMERS = {
	entity: ENTITIES.customer,
	template: { CustomerID: '', CustomerType: '', ExternalCustomerID: '' },
	input: organizationOf,
	label: (at: (path: string) => string) => [at('CustomerID'), at('ExternalCustomerID')].filter(Boolean).join(' · '),
};

/** Customers by key, for operations on a customer. */
export const searchCustomers = documentSearch(CUSTOMERS);

/** Customers by ID, as orders name them. */
export const searchCustomerIds = documentSearch({ ...CUSTOMERS, value: 'CustomerID' });

/** Lines of the order that the node works on; of the newest orders where none is chosen yet. */
export const searchOrderLines = documentSearch({
	entity: ENTITIES.orderLine,
	search: 'PrimeLineNo',
	template: {
		PrimeLineNo: '',
		SubLineNo: '',
		OrderedQty: '',
		Status: '',
		Item: { ItemID: '', UnitOfMeasure: '' },
		Order: { OrderNo: '' },
	},
	input: lineScope,
	label: (at) =>
		[
			`${at('Order.OrderNo')} / ${at('PrimeLineNo')}`,
			at('Item.ItemID'),
			[at('OrderedQty'), at('Item.UnitOfMeasure')].filter(Boolean).join(' '),
			at('Status'),
		]
			.filter(Boolean)
			.join(' · '),
});

function lineScope(editor: Editor): Document {
	const named = editor.parameter('order');
	const scope = { ...enterpriseOf(editor), DocumentType: documentTypeOf(editor) };
	if (named === '') return { Order: scope };
	return editor.mode('order') === 'number' ? { Order: { ...scope, OrderNo: named } } : { OrderHeaderKey: named };
}

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

const statuses = (input: (editor: Editor) => Document) =>
	configurationSearch({
		api: 'getStatusList',
		inputRoot: 'Status',
		row: 'Status',
		value: 'Status',
		label: 'Description',
		input,
	});

export const searchStatuses = statuses(processType);
export const searchReturnStatuses = statuses(
	pipelineOf(ENTITIES.order, (editor) => given(editor, 'documentType') || RETURN),
);
export const searchShipmentStatuses = statuses(pipelineOf(ENTITIES.shipment));

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
