import type { SupplierInvoiceInput } from '../../../clients/syspro';
import { supplierInvoiceFrom } from '../edi';
import type { Result, RunContext } from '../operation';
import { checkCurrency } from './currency';
import { ediSettings } from './ediSettings';
import { formIn } from './form';
import { postOptionsIn, postRow } from './post';
import { senderIn } from './sender';

/** Enters a supplier's 810 into accounts payable. */
export async function create(context: RunContext): Promise<Result> {
	const { client, parameters } = context;
	const form = formIn(parameters, ['invoice', 'creditNote']);
	const supplier = await senderIn('supplier', context);
	const text = (name: string) => parameters.text(`options.${name}`);
	const settings = ediSettings(parameters);
	const entry = supplierInvoiceFrom(form, supplier, text('ledgerCode'), settings);
	await checkCurrency('supplier', supplier, { form, name: `Invoice ${entry.invoice}`, settings }, context);
	const input: SupplierInvoiceInput = {
		...entry,
		...(text('branch') === '' ? {} : { branch: text('branch') }),
		...(text('taxCode') === '' ? {} : { taxCode: text('taxCode') }),
		whenExists: parameters.option('options', 'whenExists', 'return'),
		postingPeriod: parameters.option('options', 'postingPeriod', 'C'),
	};
	const result = await client.postSupplierInvoice(input, postOptionsIn(parameters));
	return [{ ...postRow(result, input), supplier, invoice: input.invoice, value: input.value }];
}
