import { text } from '../../../kit/n8n/fields/basic';
import { steering } from '../../../kit/n8n/fields/field';
import { incoming, incomingOptions } from '../fields/edi';
import { customer, sendingCustomer } from '../fields/locators';
import { ifExists, postOptions } from '../fields/post';
import { getMany, getOne, number, type ReadPlan } from './reads';
import type { Resource } from '../operation';

const plan: ReadPlan = {
	kind: 'salesOrder',
	one: 'a sales order',
	many: 'sales orders',
	api: ['SorMaster', 'SorDetail', 'SORQRY'],
	identity: [number('Sales Order', 'salesOrder', '000817')],
	hasLines: true,
	statuses: 'salesOrder',
	hasDate: true,
	party: customer('Customer whose orders to return', { required: false }),
};

export const salesOrder: Resource = {
	value: 'salesOrder',
	name: 'Sales Order',
	operations: [
		{
			value: 'create',
			name: 'Create (850)',
			action: 'Create a sales order',
			description: "Import a customer's purchase order (850). The same order is never imported twice.",
			api: ['SORTOI', 'SorMaster'],
			kind: 'write',
			fields: [
				steering(sendingCustomer()),
				...incoming('850', 'purchase order'),
				incomingOptions('850'),
				postOptions(
					ifExists('the customer already has a sales order with this order number', {
						name: 'Import Another One',
						value: 'import',
					}),
					text('Shipping Instructions', 'shippingInstructions', 'How to ship', 'Road'),
					text('Warehouse', 'warehouse', 'Warehouse of the order. Leave empty for that of the customer.', 'N'),
				),
			],
			turn: (parameters) => `salesOrder:${parameters.text('customer')}`,
			run: async (context) => await (await import('../run/salesOrder')).create(context),
		},
		getOne(plan),
		getMany(plan),
	],
};
