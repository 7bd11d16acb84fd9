import type { Reader } from '../reader';
import type { Row } from '../records';
import { product, sum, text } from '../values';
import type { PurchaseOrderChange, ReceiptInput } from './inputs';

/** What a customer has ordered under a number of its own, by order number. */
export async function salesOrdersOf(reader: Reader, customer: string, customerPoNumber: string): Promise<string[]> {
	const conditions = [
		{ column: 'Customer', operator: 'eq' as const, value: customer },
		{ column: 'CustomerPoNumber', operator: 'eq' as const, value: customerPoNumber },
	];
	const found: string[] = [];
	for await (const { records } of reader.table('SorMaster', {
		conditions,
		select: ['SalesOrder', 'CancelledFlag', 'OrderStatus'],
		orderby: ['SalesOrder'],
	})) {
		found.push(...records.filter((row) => !isCancelled(row)).map((row) => text(row, 'SalesOrder') ?? ''));
	}
	return found;
}

const isCancelled = (row: Row): boolean =>
	text(row, 'CancelledFlag') === 'Y' || ['*', '\\', '/'].includes(text(row, 'OrderStatus') ?? '');

/** Whether a supplier's invoice is entered already. */
export async function hasSupplierInvoice(reader: Reader, supplier: string, invoice: string): Promise<boolean> {
	const conditions = [
		{ column: 'Supplier', operator: 'eq' as const, value: supplier },
		{ column: 'Invoice', operator: 'eq' as const, value: invoice },
	];
	const query = { conditions, select: ['Supplier', 'Invoice'], orderby: ['Supplier'], limit: 1 };
	for await (const { records } of reader.table('ApInvoice', query)) if (records.length > 0) return true;
	return false;
}

/** Whether an order shows every change that was asked for. */
export async function showsChanges(reader: Reader, change: PurchaseOrderChange): Promise<boolean> {
	const { lines } = await reader.read('purchaseOrder', change.purchaseOrder);
	return change.lines.every(({ line, action = 'change', quantity, price, dueDate }) => {
		const shown = lines.find((each) => each.line === line.replace(/^0+(?=.)/, ''));
		if (action === 'delete') return shown === undefined;
		if (!shown) return false;
		const isSame = (wanted: string | undefined, own: string | null) =>
			wanted === undefined || (own !== null && product(wanted, '1') === product(own, '1'));
		return (
			isSame(quantity, shown.quantity) &&
			isSame(price, shown.price) &&
			(dueDate === undefined || dueDate === shown.dueDate)
		);
	});
}

/** What was received of the lines of a receipt, all together, by order and line or stock code. */
export async function receivedOf(reader: Reader, { items }: ReceiptInput): Promise<string | null> {
	const totals: Array<string | null> = [];
	for (const purchaseOrder of new Set(items.map((item) => item.purchaseOrder))) {
		const { lines } = await reader.read('purchaseOrder', purchaseOrder);
		const own = items.filter((item) => item.purchaseOrder === purchaseOrder);
		const meant = lines.filter(({ line, stockCode }) =>
			own.some((item) => (item.line ? item.line.replace(/^0+(?=.)/, '') === line : item.stockCode === stockCode)),
		);
		totals.push(...meant.map(({ quantityReceived }) => quantityReceived ?? '0'));
	}
	return sum(totals);
}
