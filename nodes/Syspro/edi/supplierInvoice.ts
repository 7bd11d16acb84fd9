import type Big from 'big.js';

import type { SupplierInvoiceInput } from '../../../clients/syspro';
import { decimal, decimalText, sum } from '../../../edi/documents/decimal';
import { assertNew } from './purpose';
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
	assertNew(form, name);
	const isCredit = form.type === 'creditNote';
	const total = decimal(needed(form.total, 'total', name));
	if (total.lt(0) && !isCredit) {
		throw new TypeError(
			`${name} has the negative total ${decimalText(total)}, and it is not a credit note. If it is one, set type of the document to creditNote.`,
		);
	}
	// Partners write the amounts of a credit note with or without minus signs, and SYSPRO takes them without.
	const unsigned = (amount: Big) => (isCredit ? amount.abs() : amount);
	const value = unsigned(total);
	const tax = unsigned(amountOf(taxesOf(form)));
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
		freight: freight.length > 0 ? decimalText(unsigned(amountOf(freight))) : undefined,
		ledger: ledgerCode === '' ? [] : [{ code: ledgerCode, value: decimalText(value.minus(tax)) }],
	}) as unknown as SupplierInvoiceInput;
}

/** The taxes of the whole invoice, or of its lines where it has none of its own. */
function taxesOf(form: Form): Form[] {
	const own = listOf(form.taxes);
	return own.length > 0 ? own : listOf(form.lines).flatMap(({ taxes }) => listOf(taxes));
}

const amountOf = (parts: readonly Form[]): Big => sum(parts.map(({ amount }) => decimal(textOf(amount) ?? '0')));
