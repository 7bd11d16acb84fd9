import type { Document } from '../../../kit/xml/document';
import type { Container } from './field';

/** What custom fields are asked for: they may differ by enterprise and document type. */
export interface Scope {
	enterpriseCode?: string;
	documentType?: string;
}

export type EntityName =
	'customer' | 'invoice' | 'item' | 'order' | 'orderLine' | 'orderRelease' | 'organization' | 'shipment';

/** A kind of document that an instance may extend. */
export interface Entity {
	/** Name of its element, and of its rows in a list. */
	element: string;
	table: string;
	/** Containers beside `Extn` whose fields Sterling can list. */
	attributes?: Extract<Container, 'CustomAttributes' | 'AdditionalAttributeList'>;
	/** Where its newest records are looked at. */
	sample: {
		api: string;
		outputRoot: string;
		key: string;
		containers: readonly Container[];
		within: (scope: Scope) => Document;
	};
}

const ofOrder = ({ enterpriseCode, documentType }: Scope): Document => ({
	...(enterpriseCode ? { EnterpriseCode: enterpriseCode } : {}),
	...(documentType ? { DocumentType: documentType } : {}),
});

const ofOrganization = ({ enterpriseCode }: Scope): Document =>
	enterpriseCode ? { OrganizationCode: enterpriseCode } : {};

/** Element, table and list API of what can be extended (IBM: extensible entities; factory API descriptions). */
export const ENTITIES: Readonly<Record<EntityName, Entity>> = {
	customer: {
		element: 'Customer',
		table: 'YFS_CUSTOMER',
		sample: {
			api: 'getCustomerList',
			outputRoot: 'CustomerList',
			key: 'CustomerKey',
			containers: ['Extn'],
			within: ofOrganization,
		},
	},
	invoice: {
		element: 'OrderInvoice',
		table: 'YFS_ORDER_INVOICE',
		sample: {
			api: 'getOrderInvoiceList',
			outputRoot: 'OrderInvoiceList',
			key: 'OrderInvoiceKey',
			containers: ['Extn'],
			within: () => ({}),
		},
	},
	item: {
		element: 'Item',
		table: 'YFS_ITEM',
		attributes: 'AdditionalAttributeList',
		sample: {
			api: 'getItemList',
			outputRoot: 'ItemList',
			key: 'ItemKey',
			containers: ['Extn', 'AdditionalAttributeList'],
			within: ofOrganization,
		},
	},
	order: {
		element: 'Order',
		table: 'YFS_ORDER_HEADER',
		attributes: 'CustomAttributes',
		sample: {
			api: 'getOrderList',
			outputRoot: 'OrderList',
			key: 'OrderHeaderKey',
			containers: ['Extn', 'CustomAttributes', 'References'],
			within: ofOrder,
		},
	},
	orderLine: {
		element: 'OrderLine',
		table: 'YFS_ORDER_LINE',
		attributes: 'CustomAttributes',
		sample: {
			api: 'getOrderLineList',
			outputRoot: 'OrderLineList',
			key: 'OrderLineKey',
			containers: ['Extn', 'CustomAttributes'],
			within: (scope): Document => ({ Order: ofOrder(scope) }),
		},
	},
	orderRelease: {
		element: 'OrderRelease',
		table: 'YFS_ORDER_RELEASE',
		sample: {
			api: 'getOrderReleaseList',
			outputRoot: 'OrderReleaseList',
			key: 'OrderReleaseKey',
			containers: ['Extn'],
			within: ofOrder,
		},
	},
	organization: {
		element: 'Organization',
		table: 'YFS_ORGANIZATION',
		sample: {
			api: 'getOrganizationList',
			outputRoot: 'OrganizationList',
			key: 'OrganizationKey',
			containers: ['Extn'],
			within: () => ({}),
		},
	},
	shipment: {
		element: 'Shipment',
		table: 'YFS_SHIPMENT',
		sample: {
			api: 'getShipmentList',
			outputRoot: 'Shipments',
			key: 'ShipmentKey',
			containers: ['Extn'],
			within: ofOrder,
		},
	},
};
