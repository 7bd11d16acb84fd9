import { group, json, text } from '../../../kit/n8n/fields/basic';
import { steering } from '../../../kit/n8n/fields/field';
import { supplier as which } from '../fields/locators';
import { postOptions } from '../fields/post';
import { getMany, getOne, type ReadPlan } from './reads';
import type { Resource } from './types';

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
		{
			value: 'updateEdi',
			name: 'Update EDI Fields',
			action: 'Update the EDI fields of a supplier',
			description: 'Change the EDI code and other fields of a supplier. Fields that you leave out keep their values.',
			api: ['APSSSP', 'ApSupplier'],
			kind: 'write',
			fields: [
				steering(which('The supplier to change')),
				group('Fields to Update', 'changes', 'Add Field', 'What to change. All other fields keep their values.', [
					text('EDI Receiver Code', 'EdiReceiverCode', 'Code that the supplier receives EDI with', 'NORTHWIND'),
					text('EDI Type Flag', 'EdiTypeFlag', 'How SYSPRO sends to the supplier, a code of the site', 'E'),
					text('EDI Fax', 'EdiFax', 'Fax number for EDI', '+1 555 0100'),
					text('Email', 'Email', 'Email addresses, with semicolons between them', 'edi@northwind.example'),
					json('Other Fields', 'other', 'More fields of APSSSP by their names, such as {"UserField1": "EDI"}'),
				]),
				postOptions(),
			],
			turn: (parameters) => `supplier:${parameters.text('supplier')}`,
			run: async (context) => await (await import('../run/supplier')).updateEdi(context),
		},
	],
};
