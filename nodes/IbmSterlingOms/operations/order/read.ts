import { attribute, attributeOf } from '../../../../kit/n8n/fields/field';
import { conditions, sort } from '../../fields/filters';
import { orderIdentity } from '../../fields/identity';
import { holdType, status } from '../../fields/locators';
import { output, returnAll } from '../../fields/output';
import { getOptions, listOptions } from '../../fields/options';
import { orderFilters } from '../../fields/order';
import { STATUS_CODE } from '../../fields/statusCode';
import { inScope } from '../shared';
import type { Operation } from '../types';
import { LEVELS, ORDERS } from './result';

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
		fields: [...output(LEVELS), getOptions({ history: true, status: true })],
		result: ORDERS,
	},
	{
		type: 'custom',
		value: 'getHistory',
		name: 'Get History',
		action: 'Get the history of an order',
		description: 'Read what happened to an order as one timeline: changes, holds, releases, shipments, invoices',
		api: ['getOrderList', 'getOrderAuditList', 'getOrderReleaseList', 'getShipmentListForOrder', 'getOrderInvoiceList'],
		kind: 'read',
		identity: orderIdentity(),
		run: async (context) => await (await import('../../run/orderHistory')).orderHistory(context),
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
				attribute('Customer PO Number', 'customerPoNo', 'CustomerPONo'),
				attribute('Drafts', 'draftOrderFlag', 'DraftOrderFlag', {
					type: 'options',
					default: 'N',
					options: [
						{ name: 'No Drafts', value: 'N' },
						{ name: 'Only Drafts', value: 'Y' },
					],
				}),
				attributeOf(holdType('Orders with this hold; Hold Status narrows it down'), 'OrderHoldType.HoldType'),
				attribute('Hold Status', 'holdStatus', 'OrderHoldType.Status', {
					type: 'options',
					default: '1100',
					options: [
						{ name: 'Active', value: '1100' },
						{ name: 'Rejected', value: '1200' },
						{ name: 'Resolved', value: '1300' },
					],
				}),
				attributeOf(status('Status', 'status', 'Orders with a line in this status'), 'Status', STATUS_CODE),
				attributeOf(status('Status From', 'fromStatus', 'Lowest status code'), 'FromStatus', STATUS_CODE),
				attributeOf(status('Status To', 'toStatus', 'Highest status code'), 'ToStatus', STATUS_CODE),
			]),
			conditions('PersonInfoShipTo.City'),
			sort('OrderDate'),
			...output(LEVELS),
			listOptions({ history: true, status: true }),
		],
		build: inScope,
		result: ORDERS,
	},
];
