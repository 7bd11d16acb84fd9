import { ENTITIES } from '../../../clients/oms/entities';
import { steering } from '../../../kit/n8n/fields/field';
import { identityOf, type Identity, type Scope } from './identityOf';
import {
	by,
	catalogOwner,
	customerOwner,
	documentType,
	enterprise,
	locator,
	seller,
	shipNode,
	unitOfMeasure,
} from './locators';

const ENTERPRISE: Scope = {
	property: enterprise(),
	attribute: 'EnterpriseCode',
	fallback: (defaults) => defaults.enterpriseCode,
};

const DOCUMENT_TYPE: Scope = {
	property: documentType(),
	attribute: 'DocumentType',
	fallback: (defaults) => defaults.documentType,
};

/** Unique index of the order table: enterprise, order number, document type. */
export const orderIdentity = (): Identity =>
	identityOf({
		displayName: 'Order',
		parameter: 'order',
		search: 'searchOrders',
		entity: ENTITIES.order,
		description:
			'Order to work on: pick it, or type its number, or the key (OrderHeaderKey) that a read or create returned',
		natural: {
			mode: by('number', 'Number', 'e.g. WEB-1001'),
			scope: [ENTERPRISE, DOCUMENT_TYPE],
		},
	});

/** Document type of returns. */
export const RETURN = ENTITIES.return.documentType ?? '';

/** A return is an order of document type 0003. */
export const returnIdentity = (): Identity =>
	identityOf({
		displayName: 'Return',
		parameter: 'returnOrder',
		search: 'searchReturns',
		entity: ENTITIES.return,
		description:
			'Return to work on: pick it, or type its number, or the key (OrderHeaderKey) that a read or create returned',
		natural: {
			mode: by('number', 'Number', 'e.g. RET-1001'),
			scope: [
				ENTERPRISE,
				{
					property: documentType('Document type of the return. Leave empty for 0003, Sterling’s own.'),
					attribute: 'DocumentType',
					fallback: () => RETURN,
				},
			],
		},
	});

/** Unique index of the release table: order and release number. */
export const releaseIdentity = (): Identity =>
	identityOf({
		displayName: 'Order Release',
		parameter: 'orderRelease',
		search: 'searchReleases',
		entity: ENTITIES.orderRelease,
		description:
			'Release to work on: pick it, or type its key (OrderReleaseKey), or the number of its order and its release number',
		natural: {
			mode: by('number', 'Order No.', 'e.g. WEB-1001'),
			scope: [
				{
					property: {
						displayName: 'Release Number',
						name: 'releaseNo',
						type: 'string',
						default: '1',
						required: true,
						placeholder: 'e.g. 1',
						description: 'Number of the release within its order. The first one is 1.',
					},
					attribute: 'ReleaseNo',
				},
				ENTERPRISE,
				DOCUMENT_TYPE,
			],
		},
	});

/** Unique index of the item table: organization, item, unit of measure. */
export const itemIdentity = (): Identity =>
	identityOf({
		displayName: 'Item',
		parameter: 'catalogItem',
		search: 'searchItems',
		entity: ENTITIES.item,
		description: 'Item to work on: pick it, or type its ID, or the key (ItemKey) that a read returned',
		natural: {
			mode: by('id', 'ID', 'e.g. SKU-1'),
			scope: [
				{
					property: unitOfMeasure('Unit of measure that the item is kept in. It is part of the key of the item.', {
						required: true,
						preset: 'EACH',
					}),
					attribute: 'UnitOfMeasure',
				},
				{
					property: catalogOwner(),
					attribute: 'OrganizationCode',
					fallback: (defaults) => defaults.enterpriseCode,
				},
			],
		},
	});

/** Unique index of the customer table: customer and customer-master organization. */
export const customerIdentity = (): Identity =>
	identityOf({
		displayName: 'Customer',
		parameter: 'customer',
		search: 'searchCustomers',
		entity: ENTITIES.customer,
		description:
			'Customer to work on: pick it, or type its ID, or the key (CustomerKey) that a read or create returned',
		natural: {
			mode: by('id', 'ID', 'e.g. C-100'),
			scope: [
				{
					property: customerOwner(),
					attribute: 'OrganizationCode',
					fallback: (defaults) => defaults.enterpriseCode,
				},
			],
		},
	});

/** OrganizationKey and OrganizationCode are normally equal, so the code is enough. */
export const organizationIdentity = (): Identity => ({
	parameter: 'organization',
	entity: ENTITIES.organization,
	fields: [
		steering(
			locator('Organization', 'organization', {
				search: 'searchOrganizations',
				by: [by('code', 'Code', 'e.g. STORE12')],
				required: true,
				description: 'Organization, enterprise or node to work on',
			}),
		),
	],
	attributes: ({ value }) => ({ OrganizationCode: value }),
});

/** Unique index of the shipment table: shipment number, ship node, seller. */
export const shipmentIdentity = (): Identity =>
	identityOf({
		displayName: 'Shipment',
		parameter: 'shipment',
		search: 'searchShipments',
		entity: ENTITIES.shipment,
		description:
			'Shipment to work on: pick it, or type its number, or the key (ShipmentKey) that a read or create returned',
		natural: {
			mode: by('number', 'Number', 'e.g. S-1001'),
			scope: [
				{ property: shipNode('Node that the shipment leaves from'), attribute: 'ShipNode' },
				{
					property: seller(),
					attribute: 'SellerOrganizationCode',
					fallback: (defaults) => defaults.enterpriseCode,
				},
			],
		},
	});

export const invoiceIdentity = (): Identity =>
	identityOf({
		displayName: 'Invoice',
		parameter: 'invoice',
		search: 'searchInvoices',
		entity: ENTITIES.invoice,
		description: 'Invoice to read: pick it, or type its number, or the key (OrderInvoiceKey) that a read returned',
		natural: { mode: by('number', 'Number', 'e.g. 100000123'), scope: [] },
	});
