import type { Reader } from '../reader';
import type { Row } from '../records';
import { isSameNumber, text } from '../values';
import type { PurchaseOrderChange } from '../inputs';

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

/** Whether an order shows every change that was asked for. */
export async function showsChanges(reader: Reader, change: PurchaseOrderChange): Promise<boolean> {
	const { lines } = await reader.read('purchaseOrder', change.purchaseOrder);
	return change.lines.every(({ line, action = 'change', quantity, price, dueDate }) => {
		const shown = lines.find((each) => each.line === line.replace(/^0+(?=.)/, ''));
		if (action === 'delete') return shown === undefined;
		if (!shown) return false;
		const isSame = (wanted: string | undefined, own: string | null) =>
			wanted === undefined || (own !== null && isSameNumber(wanted, own));
		return (
			isSame(quantity, shown.quantity) &&
			isSame(price, shown.price) &&
			(dueDate === undefined || dueDate === shown.dueDate)
		);
	});
}
