import { ENTITIES } from '../../../clients/oms/entities';
import type { Documents } from '../documents/output';
import { attribute, attributeOf, collection } from '../../../kit/n8n/fields/field';
import { conditions, sort } from '../fields/filters';
import { invoiceIdentity } from '../fields/identity';
import { documentType, enterprise } from '../fields/locators';
import { output, returnAll } from '../fields/output';
import { invoiceEverything, invoiceSummary, invoiceWithLines } from '../documents/shapes/invoice';
import { getOptions, listOptions } from '../fields/options';
import { levels } from './levels';
import type { Operation, Resource } from './types';

const INVOICES: Documents = {
	entity: ENTITIES.invoice,
	levels: { summary: invoiceSummary, details: invoiceWithLines, everything: invoiceEverything },
};

const LEVELS = levels('The summary and lines');

const operations: Operation[] = [
	{
		type: 'get',
		value: 'get',
		name: 'Get',
		action: 'Get an invoice',
		description: 'Read one invoice',
		api: INVOICES.entity.listApi,
		kind: 'read',
		identity: invoiceIdentity(),
		fields: [...output(LEVELS), getOptions()],
		result: INVOICES,
	},
	{
		type: 'getMany',
		value: 'getMany',
		name: 'Get Many',
		action: 'Get many invoices',
		description: 'Read the invoices that match filters',
		api: INVOICES.entity.listApi,
		kind: 'read',
		fields: [
			...returnAll(),
			collection('Filters', 'filters', 'Add Filter', [
				attributeOf(documentType('0001 is a sales order, 0003 a return. Empty means every one.'), 'Order.DocumentType'),
				attributeOf(enterprise('Enterprise that owns the order. Empty means every one.'), 'Order.EnterpriseCode'),
				attribute('Invoice Type', 'invoiceType', 'InvoiceType', { placeholder: 'e.g. SHIPMENT' }),
				attribute('Invoiced From', 'fromDateInvoiced', 'FromDateInvoiced', { type: 'dateTime' }),
				attribute('Invoiced To', 'toDateInvoiced', 'ToDateInvoiced', { type: 'dateTime' }),
				attribute('Order Key', 'orderHeaderKey', 'OrderHeaderKey'),
				attribute('Order Number', 'orderNo', 'Order.OrderNo'),
				attribute('Shipment Key', 'shipmentKey', 'ShipmentKey'),
				attribute('Status', 'status', 'Status', {
					placeholder: 'e.g. 01',
					description: 'Code of the status: 00 is created, 01 published, 02 voided',
				}),
			]),
			conditions('TotalAmount'),
			sort('DateInvoiced'),
			...output(LEVELS),
			listOptions(),
		],
		result: INVOICES,
	},
];

export const invoice: Resource = { value: 'invoice', name: 'Invoice', operations };
