import { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import { columnValues } from '../engine/write';
import { invoiceOrder, price } from './invoice';
import { findLine, findOrder, linesOf, statusesOf } from './orders';
import { moveQuantity, refreshStatuses } from './quantities';
import { formatAmount, formatQuantity } from '../engine/values';

const invoicedReturn = '3950.01';

/** Statuses of a return in which it may be invoiced; IgnoreStatusCheck="Y" lifts the check. */
const invoiceable = ['3900', '3950'];

interface Wanted {
	line: Row;
	quantity: number;
}

function refuseQuantity(line: Row, quantity: number): never {
	throw refuse('YFS10431', { OrderLineKey: line.OrderLineKey, Quantity: String(quantity) });
}

function wanted(context: Context, order: Row, input: Element): Wanted[] {
	const open = (line: Row): number => Number(line.OrderedQty ?? 0) - Number(line.InvoicedQty ?? 0);
	const listed = input.list('OrderLines', 'OrderLine').map((element) => {
		const line = findLine(context, order, element);
		if (!line) throw refuse('YFS10001', { ...element.attributes });
		return { line, quantity: Number(element.get('Quantity') || open(line)) };
	});
	const all = listed.length > 0 ? listed : linesOf(context, order).map((line) => ({ line, quantity: open(line) }));
	for (const { line, quantity } of all) {
		if (quantity > open(line)) refuseQuantity(line, quantity);
	}
	return all.filter(({ quantity }) => quantity > 0);
}

function moveReturned(context: Context, { line, quantity }: Wanted, ignoreStatus: boolean): void {
	let left = quantity;
	for (const status of statusesOf(context, line)) {
		if (!invoiceable.includes(status.Status)) continue;
		const part = Math.min(left, Number(status.StatusQty));
		if (part > 0) moveQuantity(context, status, part, invoicedReturn);
		left -= part;
	}
	if (left > 0 && !ignoreStatus) refuseQuantity(line, quantity);
}

/**
 * createOrderInvoice: a RETURN invoice for document type 0003 (its quantities become Invoiced), else an ORDER
 * invoice. A return's amounts are negative (inferred).
 * @throws SterlingException YFS10003, YFS10001 unknown line, YFS10431 more than is left (return: received)
 */
export function createOrderInvoice(context: Context, input: Element): Row {
	const order = findOrder(context, input);
	const lines = wanted(context, order, input);
	if (lines.length === 0) throw refuse('YFS10431', { OrderNo: order.OrderNo });
	const isReturn = order.DocumentType === '0003';
	if (isReturn) {
		for (const line of lines) moveReturned(context, line, input.get('IgnoreStatusCheck') === 'Y');
		refreshStatuses(context, order.OrderHeaderKey);
	}
	const priced = lines.map(({ line, quantity }) => price(context, line, quantity));
	const invoice = invoiceOrder(context, order, priced, {
		InvoiceType: isReturn ? 'RETURN' : 'ORDER',
		Reference1: input.get('Reference1'),
	});
	return isReturn
		? context.update('OrderInvoice', invoice, { TotalAmount: formatAmount(-Number(invoice.TotalAmount)) })
		: invoice;
}

/** recordInvoiceCreation: an invoice of another system, such as a pro forma; nothing counts as invoiced. */
export function recordInvoice(context: Context, input: Element): Row {
	const order = findOrder(context, input);
	const values = columnValues(context.database.entity('OrderInvoice'), input, ['OrderInvoiceKey']);
	const invoice = invoiceOrder(context, order, [], {
		...values,
		InvoiceType: input.get('InvoiceType') || 'INFO',
		OrderHeaderKey: order.OrderHeaderKey,
	});
	let sum = 0;
	for (const element of input.list('LineDetails', 'LineDetail')) {
		const line = findLine(context, order, element);
		if (!line) throw refuse('YFS10001', { ...element.attributes });
		const quantity = Number(element.get('Quantity') || '0');
		const unitPrice = Number(element.get('UnitPrice') || (line.UnitPrice ?? '0'));
		sum += quantity * unitPrice;
		context.insert('LineDetail', {
			OrderInvoiceKey: invoice.OrderInvoiceKey,
			OrderHeaderKey: order.OrderHeaderKey,
			OrderLineKey: line.OrderLineKey,
			PrimeLineNo: line.PrimeLineNo,
			SubLineNo: line.SubLineNo,
			ItemID: line.ItemID,
			UnitOfMeasure: line.UnitOfMeasure,
			Quantity: formatQuantity(quantity),
			UnitPrice: formatAmount(unitPrice),
			ExtendedPrice: formatAmount(quantity * unitPrice),
			LineTotal: formatAmount(quantity * unitPrice),
		});
	}
	return context.update('OrderInvoice', invoice, {
		TotalAmount: values.TotalAmount ?? formatAmount(sum),
		LineSubTotal: formatAmount(sum),
	});
}

/**
 * recordExternalCharges: money that another system took; the order's payment method and status follow.
 * @throws SterlingException YFS10003, YFS10491 for an unknown payment type
 */
export function recordExternalCharges(context: Context, input: Element): Row {
	const order = findOrder(context, input);
	const methods = input.all('PaymentMethod');
	for (const method of methods) {
		const type = method.get('PaymentType');
		if (context.database.where('PaymentType', 'PaymentType', type).length === 0) {
			throw refuse('YFS10491', { PaymentType: type });
		}
	}
	context.call(
		'changeOrder',
		new Element('Order', { OrderHeaderKey: order.OrderHeaderKey, Override: 'Y' }, [
			new Element('PaymentMethods', {}, methods),
		]),
	);
	context.call('processOrderPayments', new Element('Order', { OrderHeaderKey: order.OrderHeaderKey }));
	return context.database.get('Order', order.OrderHeaderKey) ?? order;
}
