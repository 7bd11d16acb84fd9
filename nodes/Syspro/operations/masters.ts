import { customer as whichCustomer, stockItem as whichItem } from '../fields/locators';
import { getMany, getOne, type ReadPlan } from './reads';
import type { Resource } from './types';

const customers: ReadPlan = {
	kind: 'customer',
	one: 'a customer',
	many: 'customers',
	api: ['ArCustomer', 'ARSQRY'],
	identity: [whichCustomer('The customer to read')],
};

const stockItems: ReadPlan = {
	kind: 'stockItem',
	one: 'a stock item',
	many: 'stock items',
	api: ['InvMaster', 'COMFCH'],
	identity: [whichItem()],
};

const readable = (value: string, name: string, plan: ReadPlan): Resource => ({
	value,
	name,
	operations: [getOne(plan), getMany(plan)],
});

export const customer = readable('customer', 'Customer', customers);
export const stockItem = readable('stockItem', 'Stock Item', stockItems);
