import type { Document } from '../../kit/xml/document';

export type EntityName =
	| 'customer'
	| 'invoice'
	| 'item'
	| 'order'
	| 'orderLine'
	| 'orderRelease'
	| 'organization'
	| 'return'
	| 'shipment'
	| 'shipNode';

/**
 * Where Sterling keeps fields that are not its own: extension columns, dynamic attributes of orders, item attributes
 * and reference pairs (IBM: extending the database, creating extended attributes).
 */
export type Container = 'Extn' | 'CustomAttributes' | 'AdditionalAttributeList' | 'References';

/** What Sterling's documents of one kind are called on the wire, and what is known of them. */
export interface Entity {
	/** Root element of the input of its APIs: `Order`. */
	inputRoot: string;
	/** Root element of what its list API returns: `OrderList`. */
	outputRoot: string;
	/** The repeating element of that list: `Order`. */
	row: string;
	/** The API that lists it. */
	listApi: string;
	/** Attribute of the primary key. */
	key: string;
	/** Attributes of the natural key, a unique index: the number first, then what completes it. */
	natural: readonly string[];
	/** Database table, which names the entity for APIs that describe it. */
	table: string;
	/** What leads its indexes: enterprise and document type, on the row itself or on its order; or the organization. */
	scope: 'header' | 'order' | 'organization' | 'none';
	/** Document type of its own, where that is not the default of the connection. */
	documentType?: string;
	/** Process type (pipeline) that gives its status codes their names, by document type. */
	pipelines?: Readonly<Record<string, string>>;
	/** Where its instances keep custom fields. */
	customFields: readonly Container[];
	/** The one of these, beside `Extn`, whose fields Sterling itself can list. */
	declared?: Extract<Container, 'CustomAttributes' | 'AdditionalAttributeList'>;
	/**
	 * Filters that its list API takes though they are no columns of its table (factory API descriptions): derived
	 * attributes, and switches of the API.
	 */
	filters?: readonly string[];
}

/** Document types of the factory configuration: sales orders, and returns. */
export const SALES = '0001';
const RETURNS = '0003';

/** Pipelines of the factory configuration for orders, their releases and returns. */
const ORDER_PIPELINES = {
	[SALES]: 'ORDER_FULFILLMENT',
	[RETURNS]: 'RETURN_FULFILLMENT',
	'0005': 'PO_FULFILLMENT',
	'0015': 'QUOTE_FULFILLMENT',
} as const;

/** The same for shipments. */
const SHIPMENT_PIPELINES = { [SALES]: 'ORDER_DELIVERY', [RETURNS]: 'RETURN_SHIPMENT', '0005': 'PO_SHIPMENT' } as const;

const order: Entity = {
	inputRoot: 'Order',
	outputRoot: 'OrderList',
	row: 'Order',
	listApi: 'getOrderList',
	key: 'OrderHeaderKey',
	natural: ['OrderNo', 'EnterpriseCode', 'DocumentType'],
	table: 'YFS_ORDER_HEADER',
	scope: 'header',
	pipelines: ORDER_PIPELINES,
	customFields: ['Extn', 'CustomAttributes', 'References'],
	declared: 'CustomAttributes',
	filters: ['Status', 'EnterpriseCode', 'ReceivingNode', 'ShipNode', 'TotalAmount', 'Currency', 'OrderComplete'],
};

/**
 * Every entity of Sterling Order Management that this project works with: the one place that says how each is named,
 * listed, identified and extended. Sources: factory API descriptions and entity definitions (columns, keys, unique
 * indexes), and captured requests; see docs/fidelity.md for what is inferred.
 */
export const ENTITIES: Readonly<Record<EntityName, Entity>> = {
	customer: {
		inputRoot: 'Customer',
		outputRoot: 'CustomerList',
		row: 'Customer',
		listApi: 'getCustomerList',
		key: 'CustomerKey',
		natural: ['CustomerID', 'OrganizationCode'],
		table: 'YFS_CUSTOMER',
		scope: 'organization',
		customFields: ['Extn'],
	},
	invoice: {
		inputRoot: 'OrderInvoice',
		outputRoot: 'OrderInvoiceList',
		row: 'OrderInvoice',
		listApi: 'getOrderInvoiceList',
		key: 'OrderInvoiceKey',
		natural: ['InvoiceNo'],
		table: 'YFS_ORDER_INVOICE',
		scope: 'none',
		customFields: ['Extn'],
	},
	item: {
		inputRoot: 'Item',
		outputRoot: 'ItemList',
		row: 'Item',
		listApi: 'getItemList',
		key: 'ItemKey',
		natural: ['ItemID', 'UnitOfMeasure', 'OrganizationCode'],
		table: 'YFS_ITEM',
		scope: 'organization',
		customFields: ['Extn', 'AdditionalAttributeList'],
		declared: 'AdditionalAttributeList',
		filters: ['CallingOrganizationCode', 'IgnoreIsSoldSeparately', 'DisplayLocalizedFieldInLocale'],
	},
	order,
	orderLine: {
		inputRoot: 'OrderLine',
		outputRoot: 'OrderLineList',
		row: 'OrderLine',
		listApi: 'getOrderLineList',
		key: 'OrderLineKey',
		natural: ['OrderHeaderKey', 'PrimeLineNo', 'SubLineNo'],
		table: 'YFS_ORDER_LINE',
		scope: 'order',
		pipelines: ORDER_PIPELINES,
		customFields: ['Extn', 'CustomAttributes'],
		declared: 'CustomAttributes',
		filters: ['Status', 'MinLineStatus', 'MaxLineStatus'],
	},
	orderRelease: {
		inputRoot: 'OrderRelease',
		outputRoot: 'OrderReleaseList',
		row: 'OrderRelease',
		listApi: 'getOrderReleaseList',
		key: 'OrderReleaseKey',
		natural: ['OrderNo', 'ReleaseNo', 'EnterpriseCode', 'DocumentType'],
		table: 'YFS_ORDER_RELEASE',
		scope: 'header',
		pipelines: ORDER_PIPELINES,
		customFields: ['Extn'],
		filters: ['Status', 'SalesOrderNo', 'OrderNo', 'EnterpriseCode', 'ShipNode'],
	},
	organization: {
		inputRoot: 'Organization',
		outputRoot: 'OrganizationList',
		row: 'Organization',
		listApi: 'getOrganizationList',
		key: 'OrganizationKey',
		natural: ['OrganizationCode'],
		table: 'YFS_ORGANIZATION',
		scope: 'none',
		customFields: ['Extn'],
	},
	return: { ...order, documentType: RETURNS },
	shipment: {
		inputRoot: 'Shipment',
		outputRoot: 'Shipments',
		row: 'Shipment',
		listApi: 'getShipmentList',
		key: 'ShipmentKey',
		natural: ['ShipmentNo', 'ShipNode', 'SellerOrganizationCode'],
		table: 'YFS_SHIPMENT',
		scope: 'header',
		pipelines: SHIPMENT_PIPELINES,
		customFields: ['Extn'],
		filters: ['OrderNo', 'ReleaseNo', 'StatusDate'],
	},
	shipNode: {
		inputRoot: 'ShipNode',
		outputRoot: 'ShipNodeList',
		row: 'ShipNode',
		listApi: 'getShipNodeList',
		key: 'ShipnodeKey',
		natural: ['ShipNode'],
		table: 'YFS_SHIP_NODE',
		scope: 'none',
		customFields: ['Extn'],
	},
};

/** What custom fields and lists are asked for by: they may differ by enterprise and document type. */
export interface Scope {
	enterpriseCode?: string;
	documentType?: string;
}

/** The attributes that narrow a list of the entity down to a scope; what leads its indexes. */
export function withinScope({ scope }: Pick<Entity, 'scope'>, { enterpriseCode, documentType }: Scope): Document {
	const header: Document = {
		...(enterpriseCode ? { EnterpriseCode: enterpriseCode } : {}),
		...(documentType ? { DocumentType: documentType } : {}),
	};
	switch (scope) {
		case 'header':
			return header;
		case 'order':
			return { Order: header };
		case 'organization':
			return enterpriseCode ? { OrganizationCode: enterpriseCode } : {};
		case 'none':
			return {};
	}
}
