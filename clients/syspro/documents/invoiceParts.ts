import type { InvoiceHeader, Line, Row, SysproRecord } from '../records';
import { date, decimal, text, words } from '../values';
import { NO_TOTALS } from './parts';

/** Without the column, a credit note is known by its value below zero. */
export function headerOf(row: Row): InvoiceHeader {
	const value = decimal(row, 'CurrencyValue', 'TotalInvoiceAmount');
	const written = text(row, 'DocumentType')?.trim().toUpperCase() ?? null;
	const documentType = written ?? (value?.startsWith('-') ? 'C' : 'I');
	return {
		invoice: text(row, 'Invoice', 'InvoiceNumber') ?? '',
		customer: text(row, 'Customer') ?? '',
		documentType,
		isCreditNote: documentType === 'C',
		invoiceDate: date(row, 'InvoiceDate'),
		dueDate: date(row, 'InvoiceDueDate', 'DueDate'),
		currency: words(row, 'Currency'),
		customerPoNumber: words(row, 'CustomerPoNumber'),
		salesOrder: text(row, 'SalesOrder'),
		dispatchNote: text(row, 'DispatchNote'),
		terms: words(row, 'TermsCode', 'Terms'),
		branch: words(row, 'Branch'),
		salesperson: words(row, 'Salesperson'),
		balance: decimal(row, 'InvoiceBal1'),
	};
}

/** The record of an invoice. Its key is customer, invoice and document type, because a number is unique only with them. */
export function recordOf(header: InvoiceHeader, lines: Line[]): SysproRecord<'invoice'> {
	const { invoice, customer, documentType } = header;
	return {
		kind: 'invoice',
		id: [customer, invoice, documentType].join('/'),
		key: { Customer: customer, Invoice: invoice, DocumentType: documentType },
		header,
		parties: {},
		lines,
		totals: NO_TOTALS,
		source: { way: 'businessObject', names: ['SORQID'] },
		raw: {},
	};
}

/** Lines whose numbers are not unique are counted: summary lines have details of their own. */
export function numbered(lines: Line[]): Line[] {
	const isUnique =
		new Set(lines.map(({ line }) => line)).size === lines.length && lines.every(({ line }) => line !== '');
	return isUnique ? lines : lines.map((line, index) => ({ ...line, line: String(index + 1) }));
}
