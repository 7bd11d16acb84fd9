import { ENTITIES } from '../../../clients/oms/entities';
import type { Document } from '../../../kit/xml/document';
import { chosen, documentTypeOf, enterpriseOf, organizationOf, returnTypeOf } from './scope';
import type { Editor } from './editor';
import { documentSearch } from './search';

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
	input: (editor) => ({ ...enterpriseOf(editor), DocumentType: returnTypeOf(editor) }),
});

export const searchReleases = documentSearch({
	entity: ENTITIES.orderRelease,
	search: 'SalesOrderNo',
	template: { SalesOrderNo: '', ReleaseNo: '', ShipNode: '', Status: '' },
	input(editor) {
		// Where the node works on an order, its releases are wanted.
		const order = chosen(editor, { resource: 'order', named: 'order', key: 'OrderHeaderKey', number: 'SalesOrderNo' });
		if (order?.OrderHeaderKey !== undefined) return order;
		return { ...enterpriseOf(editor), DocumentType: documentTypeOf(editor), ...order };
	},
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
