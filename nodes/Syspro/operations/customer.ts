import { text } from '../../../kit/n8n/fields/basic';
import { customer as which } from '../fields/locators';
import { getMany, getOne, type ReadPlan } from './reads';
import type { Resource } from '../operation';
import { updateEdi } from './updateEdi';

const plan: ReadPlan = {
	kind: 'customer',
	one: 'a customer',
	many: 'customers',
	api: ['ArCustomer', 'ARSQRY'],
	identity: [which('The customer to read')],
};

export const customer: Resource = {
	value: 'customer',
	name: 'Customer',
	operations: [
		getOne(plan),
		getMany(plan),
		updateEdi({
			kind: 'customer',
			api: ['ARSSCS', 'ArCustomer'],
			which: which('The customer to change'),
			fields: [
				text('EDI Sender Code', 'EdiSenderCode', 'Code that the customer sends EDI with', 'BAYSIDE'),
				text('EDI Flag', 'EdiFlag', 'How SYSPRO exchanges EDI with the customer, as a code of the site', 'Y'),
				text('Email', 'Email', 'Email addresses, with semicolons between them', 'edi@bayside.example'),
			],
		}),
	],
};
