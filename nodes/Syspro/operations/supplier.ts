import { text } from '../../../kit/n8n/fields/basic';
import { supplier as which } from '../fields/locators';
import { getMany, getOne, type ReadPlan } from './reads';
import type { Resource } from '../operation';
import { updateEdi } from './updateEdi';

const plan: ReadPlan = {
	kind: 'supplier',
	one: 'a supplier',
	many: 'suppliers',
	api: ['ApSupplier', 'ApSupplierAddr', 'APSQRY'],
	identity: [which('The supplier to read')],
};

export const supplier: Resource = {
	value: 'supplier',
	name: 'Supplier',
	operations: [
		getOne(plan),
		getMany(plan),
		updateEdi({
			kind: 'supplier',
			api: ['APSSSP', 'ApSupplier'],
			which: which('The supplier to change'),
			fields: [
				text('EDI Receiver Code', 'EdiReceiverCode', 'Code that the supplier receives EDI with', 'NORTHWIND'),
				text('EDI Type Flag', 'EdiTypeFlag', 'How SYSPRO sends to the supplier, as a code of the site', 'E'),
				text('EDI Fax', 'EdiFax', 'Fax number for EDI', '+1 555 0100'),
				text('Email', 'Email', 'Email addresses, with semicolons between them', 'edi@northwind.example'),
			],
		}),
	],
};
