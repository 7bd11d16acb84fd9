import { choice, text } from '../../../kit/n8n/fields/basic';
import { customer } from '../fields/locators';
import { getMany, getOne, number, type ReadPlan } from './reads';
import type { Resource } from '../operation';

const plan: ReadPlan = {
	kind: 'invoice',
	one: 'an invoice or credit note',
	many: 'invoices and credit notes',
	api: ['ArInvoice', 'ArTrnDetail', 'SORQID'],
	identity: [
		number('Invoice', 'invoice', '000000000100245'),
		text('Customer Code', 'customerCode', 'Code of the customer, if several invoices have this number', '0000007'),
		choice('Document Type', 'documentType', 'Type of the document, if several have this number', [
			{ name: 'Any', value: 'any' },
			{ name: 'Credit Note', value: 'C' },
			{ name: 'Debit Note', value: 'D' },
			{ name: 'Invoice', value: 'I' },
		]),
	],
	hasLines: true,
	set: '810',
	hasDate: true,
	party: customer('Customer whose invoices to return', { required: false }),
};

export const invoice: Resource = {
	value: 'invoice',
	name: 'Invoice',
	operations: [getOne(plan), getMany(plan)],
};
