import { ENTITIES } from '../../../clients/oms/entities';
import type { Documents } from '../documents/output';
import { attribute, attributeOf } from '../../../kit/n8n/fields/field';
import { conditions, filters, sort } from '../fields/filters';
import { invoiceIdentity } from '../fields/identity';
import { byKey, commonCode, documentType, enterprise, order } from '../fields/locators';
import { output, returnAll } from '../fields/output';
import { invoiceEverything, invoiceSummary, invoiceWithLines } from '../documents/shapes/invoice';
import { getOptions, listOptions } from '../fields/options';
import { levels } from './levels';
import type { Operation, Resource } from '../operation';

const INVOICES: Documents = {
	entity: ENTITIES.invoice,
	levels: { summary: invoiceSummary, details: invoiceWithLines, everything: invoiceEverything },
};

const LEVELS = levels('The summary and lines');

const TEMPLATE = {
	example: '{"InvoiceNo": "", "TotalAmount": ""}',
	storedExample: 'def_getOrderInvoiceList_01',
};

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
		fields: [...output(LEVELS, TEMPLATE), getOptions()],
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
			filters('invoices', [
				attributeOf(
					documentType('Only invoices of this kind of order: 0001 is a sales order, 0003 a return'),
					'Order.DocumentType',
				),
				attributeOf(enterprise('Only invoices of orders that this enterprise owns'), 'Order.EnterpriseCode'),
				attributeOf(
					commonCode('Invoice Type', 'invoiceType', 'searchInvoiceTypes', 'SHIPMENT', 'Only invoices of this type'),
					'InvoiceType',
				),
				attribute('Invoiced From', 'fromDateInvoiced', 'FromDateInvoiced', {
					type: 'dateTime',
					placeholder: 'e.g. 2026-12-01',
					description: 'Only invoices of this day or a later one',
				}),
				attribute('Invoiced To', 'toDateInvoiced', 'ToDateInvoiced', {
					type: 'dateTime',
					placeholder: 'e.g. 2026-12-31',
					description: 'Only invoices of this day or an earlier one',
				}),
				attributeOf(order('Only invoices of this order'), 'OrderHeaderKey'),
				attribute('Order Number', 'orderNo', 'Order.OrderNo', {
					placeholder: 'e.g. WEB-1001',
					description: 'Only invoices of the order with this number',
				}),
				attributeOf(
					byKey('Shipment', 'shipmentKey', 'searchShipments', '20260115100001123460', 'Only invoices of this shipment'),
					'ShipmentKey',
				),
				attribute('Status', 'status', 'Status', {
					placeholder: 'e.g. 01',
					description: 'Only invoices with this status: 00 is created, 01 published, 02 voided',
				}),
			]),
			conditions('TotalAmount'),
			sort('DateInvoiced'),
			...output(LEVELS, TEMPLATE),
			listOptions(),
		],
		result: INVOICES,
	},
];

export const invoice: Resource = { value: 'invoice', name: 'Invoice', operations };
