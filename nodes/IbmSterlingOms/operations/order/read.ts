import { attribute, attributeOf } from '../../../../kit/n8n/fields/field';
import { conditions, sort } from '../../fields/filters';
import { orderIdentity } from '../../fields/identity';
import { holdType, status } from '../../fields/locators';
import { returnAll } from '../../fields/output';
import { getOptions, listOptions } from '../../fields/options';
import { ofCustomer } from '../../fields/ofCustomer';
import { orderFilters } from '../../fields/order';
import { STATUS_CODE } from '../../fields/statusCode';
import { inScope } from '../../documents/naming';
import type { Operation } from '../../operation';
import { ORDERS, readOutput } from './result';

export const reads: Operation[] = [
	{
		type: 'get',
		value: 'get',
		name: 'Get',
		action: 'Get an order',
		description: 'Read one order',
		api: ORDERS.entity.listApi,
		kind: 'read',
		identity: orderIdentity(),
		fields: [...readOutput(), getOptions({ history: true, status: true })],
		result: ORDERS,
	},
	{
		type: 'custom',
		value: 'getHistory',
		name: 'Get History',
		action: 'Get the history of an order',
		description: 'Read the history of an order as one timeline: changes, holds, releases, shipments, invoices',
		api: ['getOrderList', 'getOrderAuditList', 'getOrderReleaseList', 'getShipmentListForOrder', 'getOrderInvoiceList'],
		kind: 'read',
		identity: orderIdentity(),
		run: async (context) => await (await import('../../run/reads/orderHistory')).orderHistory(context),
	},
	{
		type: 'getMany',
		value: 'getForCustomer',
		name: 'Get Many for Customer',
		action: 'Find orders of a customer',
		description: 'Read the orders of one customer, by email address or customer ID',
		api: ORDERS.entity.listApi,
		kind: 'read',
		fields: [
			ofCustomer(),
			...returnAll(),
			orderFilters('Order', [
				attributeOf(status('Status', 'status', 'Only orders with a line in this status'), 'Status', STATUS_CODE),
			]),
			sort('OrderDate'),
			...readOutput(),
			listOptions({ history: true, status: true }),
		],
		build: inScope,
		result: ORDERS,
	},
	{
		type: 'getMany',
		value: 'getMany',
		name: 'Get Many',
		action: 'Get many orders',
		description: 'Read the orders that match filters',
		api: ORDERS.entity.listApi,
		kind: 'read',
		fields: [
			...returnAll(),
			orderFilters('Order', [
				attribute('Customer PO Number', 'customerPoNo', 'CustomerPONo', {
					placeholder: 'e.g. PO-7',
					description: 'Only orders with this customer purchase order number',
				}),
				attribute('Drafts', 'draftOrderFlag', 'DraftOrderFlag', {
					type: 'options',
					default: 'N',
					options: [
						{ name: 'No Drafts', value: 'N', description: 'Only orders that Sterling processes' },
						{ name: 'Only Drafts', value: 'Y', description: 'Only orders that are not confirmed yet' },
					],
					description: 'Whether to return drafts or orders',
				}),
				attributeOf(holdType('Only orders with this hold. Hold Status narrows it down.'), 'OrderHoldType.HoldType'),
				attribute('Hold Status', 'holdStatus', 'OrderHoldType.Status', {
					type: 'options',
					default: '1100',
					options: [
						{ name: 'Active', value: '1100', description: 'The hold stops the order' },
						{ name: 'Rejected', value: '1200', description: 'The hold was rejected' },
						{ name: 'Resolved', value: '1300', description: 'The hold was resolved' },
					],
					description: 'Only orders whose hold has this status',
				}),
				attributeOf(status('Status', 'status', 'Only orders with a line in this status'), 'Status', STATUS_CODE),
				attributeOf(
					status('Status From', 'fromStatus', 'Only orders with a line in this status or a later one'),
					'FromStatus',
					STATUS_CODE,
				),
				attributeOf(
					status('Status To', 'toStatus', 'Only orders with a line in this status or an earlier one'),
					'ToStatus',
					STATUS_CODE,
				),
			]),
			conditions('PersonInfoShipTo.City'),
			sort('OrderDate'),
			...readOutput(),
			listOptions({ history: true, status: true }),
		],
		build: inScope,
		result: ORDERS,
	},
];
