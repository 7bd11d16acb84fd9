import type { SupplierInvoiceInput } from '../../../clients/syspro';
import { decimal, decimalText, sum } from '../../../edi/documents/decimal';
import type { EdiSettings } from './settings';
import { filled, listOf, needed, textOf, type Form } from './values';

/**
 * The entry of a supplier's 810: its total, tax and freight, and what it refers to. The goods are matched by their GRNs or
 * booked to a ledger code, as SYSPRO gets it beside this.
 *
 * @param ledgerCode where the value without tax is booked; empty where SYSPRO takes its defaults
 * @throws TypeError for an invoice without number, date or total
 */
export function supplierInvoiceFrom(
	form: Form,
	supplier: string,
	ledgerCode: string,
	{ freightCode }: EdiSettings,
): SupplierInvoiceInput {
	const invoice = needed(form.number, 'number', 'The invoice');
	const name = `Invoice ${invoice}`;
	const value = decimal(needed(form.total, 'total', name)).abs();
	const taxes = listOf(form.taxes).map(({ amount }) => textOf(amount));
	const tax = sum(taxes.filter((amount) => amount !== undefined).map((amount) => decimal(amount))).abs();
	const freight = listOf(form.charges)
		.filter(({ code, kind }) => code === freightCode && kind === 'charge')
		.map(({ amount }) => decimal(textOf(amount) ?? '0'));
	const due = listOf(form.paymentTerms).map(({ netDueDate }) => textOf(netDueDate));
	const order = textOf(form.orderNumber);
	return filled({
		supplier,
		invoice,
		transactionCode: form.type === 'creditNote' ? 'C' : 'I',
		value: decimalText(value),
		invoiceDate: needed(form.date, 'date', name),
		dueDate: due.find((day) => day !== undefined),
		reference: order,
		notation: order && `PO ${order}`,
		taxValue: tax.eq(0) ? undefined : decimalText(tax),
		freight: freight.length > 0 ? decimalText(sum(freight)) : undefined,
		ledger: ledgerCode === '' ? [] : [{ code: ledgerCode, value: decimalText(value.minus(tax)) }],
	}) as unknown as SupplierInvoiceInput;
}
