import type Big from 'big.js';

import type { SupplierInvoiceInput } from '../../../clients/syspro';
import { decimal, decimalText, sum } from '../../../edi/documents/decimal';
import { assertNew } from './purpose';
import type { EdiSettings } from './settings';
import { filled, listOf, needed, numberOf, textOf, type Form } from './values';

/**
 * The entry of a supplier's 810: its total, tax and freight, and what it refers to. The goods are matched by their GRNs or
 * booked to a ledger code, as SYSPRO gets it beside this.
 *
 * @param ledgerCode where the value without tax is booked; empty where SYSPRO takes its defaults
 * @throws TypeError for an invoice without number, date or total, and for an amount that is no number
 */
export function supplierInvoiceFrom(
	form: Form,
	supplier: string,
	ledgerCode: string,
	{ freightCode }: EdiSettings,
): SupplierInvoiceInput {
	const invoice = needed(form.number, 'number', 'The invoice');
	const name = `Invoice ${invoice}`;
	assertNew(form, name);
	const isCredit = form.type === 'creditNote';
	const total = decimal(needed(numberOf(form.total, 'total', name), 'total', name));
	if (total.lt(0) && !isCredit) {
		throw new TypeError(
			`${name} has the negative total ${decimalText(total)}, and it is not a credit note. If it is one, set type of the document to creditNote.`,
		);
	}
	// Partners write the amounts of a credit note with or without minus signs, and SYSPRO takes them without.
	const unsigned = (amount: Big) => (isCredit ? amount.abs() : amount);
	const value = unsigned(total);
	const tax = unsigned(amountOf(taxesOf(form), 'tax', name));
	const freight = listOf(form.charges).filter(({ code, kind }) => code === freightCode && kind === 'charge');
	const due = listOf(form.paymentTerms).map(({ netDueDate }) => textOf(netDueDate));
	const order = textOf(form.orderNumber);
	return filled({
		supplier,
		invoice,
		transactionCode: isCredit ? 'C' : 'I',
		value: decimalText(value),
		invoiceDate: needed(form.date, 'date', name),
		dueDate: due.find((day) => day !== undefined),
		reference: order,
		notation: order && `PO ${order}`,
		taxValue: tax.eq(0) ? undefined : decimalText(tax),
		freight: freight.length > 0 ? decimalText(unsigned(amountOf(freight, 'freight', name))) : undefined,
		ledger: ledgerCode === '' ? [] : [{ code: ledgerCode, value: decimalText(value.minus(tax)) }],
	}) as unknown as SupplierInvoiceInput;
}

/** The taxes of the whole invoice, or of its lines where none of its own has an amount: some partners only name the tax. */
function taxesOf(form: Form): Form[] {
	const own = listOf(form.taxes);
	const hasAmount = own.some(({ amount }) => textOf(amount) !== undefined);
	return hasAmount ? own : listOf(form.lines).flatMap(({ taxes }) => listOf(taxes));
}

/** The sum of the amounts. @throws TypeError that names what is no number */
const amountOf = (parts: readonly Form[], what: string, name: string): Big =>
	sum(parts.map(({ amount }) => decimal(numberOf(amount, what, name) ?? '0')));
