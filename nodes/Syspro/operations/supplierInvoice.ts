import { choice, text } from '../../../kit/n8n/fields/basic';
import { steering } from '../../../kit/n8n/fields/field';
import { incoming, incomingOptions } from '../fields/edi';
import { sendingSupplier } from '../fields/locators';
import { ifExists, postOptions } from '../fields/post';
import type { Resource } from '../operation';

export const supplierInvoice: Resource = {
	value: 'supplierInvoice',
	name: 'Supplier Invoice',
	operations: [
		{
			value: 'create',
			name: 'Create (810)',
			action: 'Create a supplier invoice',
			description: "Enter a supplier's invoice or credit note (810) into accounts payable",
			api: ['APSTIN', 'ApInvoice'],
			kind: 'write',
			fields: [
				steering(sendingSupplier()),
				...incoming('810', 'invoice'),
				incomingOptions('810'),
				postOptions(
					ifExists('the supplier already has an invoice with this number and amount'),
					text('Branch', 'branch', 'Branch of accounts payable. Leave empty for that of the supplier.', '10'),
					text('Ledger Code', 'ledgerCode', 'Account for the value without tax', '10-4530'),
					choice('Posting Period', 'postingPeriod', 'Period of the invoice', [
						{ name: 'Current', value: 'C' },
						{ name: 'One Month Back', value: '1' },
						{ name: 'Two Months Back', value: '2' },
					]),
					text('Tax Code', 'taxCode', 'Tax code of SYSPRO for the tax of the invoice', 'A'),
				),
			],
			turn: (parameters) => `supplierInvoice:${parameters.text('supplier')}`,
			run: async (context) => await (await import('../run/supplierInvoice')).create(context),
		},
	],
};
