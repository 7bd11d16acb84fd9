import { stockItem as which } from '../fields/locators';
import { getMany, getOne, type ReadPlan } from './reads';
import type { Resource } from '../operation';

const plan: ReadPlan = {
	kind: 'stockItem',
	one: 'a stock item',
	many: 'stock items',
	api: ['InvMaster', 'COMFCH'],
	identity: [which()],
};

export const stockItem: Resource = {
	value: 'stockItem',
	name: 'Stock Item',
	operations: [getOne(plan), getMany(plan)],
};
