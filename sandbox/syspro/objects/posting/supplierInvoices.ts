import { all, textOf, type Content } from '../../xml';
import { fieldError, type BusinessObject } from '../object';
import { hasKey, isSet, posted } from './items';

/** APSTIN: a supplier's invoice; the same number twice is refused. */
export const apstin: BusinessObject = (asked) => {
	const { database } = asked.company;
	const items = all(asked.input, 'Item').map((item, index): Content => {
		const [Supplier, Invoice, value] = ['Supplier', 'Invoice', 'TransactionValue'].map((name) =>
			textOf(item, name).trim(),
		);
		const ItemNumber = String(index + 1).padStart(6, '0');
		const fail = (error: Content): Content => ({ ...(error as object), ItemNumber }) as Content;
		if (!database.find('ApSupplier', { Supplier }))
			return fail(fieldError('Supplier', Supplier, '180001', `Supplier '${Supplier}' not found`));
		if (database.find('ApInvoice', { Supplier, Invoice }))
			return fail(fieldError('Invoice', Invoice, '180010', `Invoice '${Invoice}' already exists`));
		if (!/^-?\d+(\.\d+)?$/.test(value))
			return fail(fieldError('TransactionValue', value, '180011', 'Transaction value is invalid'));
		if (!isSet(asked, 'ValidateOnly')) {
			const InvoiceDate = textOf(item, 'InvoiceDate') || asked.company.today;
			database.insert('ApInvoice', {
				Supplier,
				Invoice,
				InvoiceDate,
				OrigInvValue: value,
				TransactionCode: textOf(item, 'TransactionCode'),
			});
		}
		return { Key: { Supplier, Invoice }, ItemNumber };
	});
	return posted('PostApInvoice', items, items.filter((item) => !hasKey(item)).length);
};
