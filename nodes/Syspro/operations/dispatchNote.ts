import { customer } from '../fields/locators';
import { getMany, getOne, number, type ReadPlan } from './reads';
import type { Resource } from '../operation';

const plan: ReadPlan = {
	kind: 'dispatchNote',
	one: 'a dispatch note',
	many: 'dispatch notes',
	api: ['MdnMaster', 'MdnDetail', 'SORQDN'],
	identity: [number('Dispatch Note', 'dispatchNote', '000817/0001')],
	hasLines: true,
	set: '856',
	statuses: 'dispatchNote',
	hasDate: true,
	party: customer('Customer whose dispatch notes to return', { required: false }),
};

export const dispatchNote: Resource = {
	value: 'dispatchNote',
	name: 'Dispatch Note',
	operations: [getOne(plan), getMany(plan)],
};
