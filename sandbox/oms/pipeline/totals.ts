import { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Reader, Row } from '../store/entity';
import { formatAmount, formatQuantity } from '../engine/values';

type TotalKind = 'overall' | 'invoiced' | 'remaining';

interface LineSums {
	quantity: number;
	extended: number;
	charges: number;
	discount: number;
	tax: number;
	total: number;
}

const number = (row: Row, column: string): number => Number(row[column] ?? 0);

function isDiscount(charge: Row): boolean {
	return /discount/i.test(charge.ChargeCategory ?? '');
}

function sum(values: number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

function quantityOf(line: Row, kind: TotalKind): number {
	const invoiced = number(line, 'InvoicedQty');
	if (kind === 'invoiced') return invoiced;
	return kind === 'overall' ? number(line, 'OrderedQty') : number(line, 'OrderedQty') - invoiced;
}

/** Sums of one line. Charges and taxes of the line are spread over its quantity. */
function lineSums(line: Row, reader: Reader, kind: TotalKind): LineSums {
	const quantity = quantityOf(line, kind);
	const ordered = number(line, 'OrderedQty');
	const share = ordered === 0 ? 0 : quantity / ordered;
	const charges = reader.where('LineCharge', 'OrderLineKey', line.OrderLineKey);
	const amount = (charge: Row): number =>
		number(charge, 'ChargePerLine') * share +
		number(charge, 'ChargePerUnit') * quantity +
		number(charge, 'ChargeAmount') * share;
	const extended = quantity * number(line, 'UnitPrice');
	const plus = sum(charges.filter((charge) => !isDiscount(charge)).map(amount));
	const discount = sum(charges.filter(isDiscount).map(amount));
	const taxes = reader.where('LineTax', 'OrderLineKey', line.OrderLineKey);
	const tax = sum(taxes.map((row) => number(row, 'Tax'))) * share;
	return { quantity, extended, charges: plus, discount, tax, total: extended + plus - discount + tax };
}

function fill(template: Element, values: Record<string, number>): Element {
	const asked = template.isBare ? Object.keys(values) : Object.keys(template.attributes);
	const output = new Element(template.name);
	for (const name of asked) if (name in values) output.set(name, formatAmount(values[name]));
	return output;
}

/** LineOverallTotals, LineInvoicedTotals or LineRemainingTotals. */
export function lineTotals(line: Row, reader: Reader, template: Element, kind: TotalKind): Element {
	const sums = lineSums(line, reader, kind);
	return fill(template, {
		UnitPrice: sums.quantity === 0 && kind === 'invoiced' ? 0 : number(line, 'UnitPrice'),
		ExtendedPrice: sums.extended,
		Charges: sums.charges,
		Discount: sums.discount,
		Tax: sums.tax,
		LineTotal: sums.total,
		PricingQty: sums.quantity,
		OptionPrice: 0,
	});
}

function headerSums(order: Row, reader: Reader, kind: TotalKind): Record<string, number> {
	const lines = reader
		.where('OrderLine', 'OrderHeaderKey', order.OrderHeaderKey)
		.map((line) => lineSums(line, reader, kind));
	const charges = reader.where('HeaderCharge', 'OrderHeaderKey', order.OrderHeaderKey);
	const taxes = reader.where('HeaderTax', 'OrderHeaderKey', order.OrderHeaderKey);
	const amount = (row: Row): number =>
		kind === 'overall'
			? number(row, 'ChargeAmount')
			: kind === 'invoiced'
				? number(row, 'InvoicedChargeAmount')
				: number(row, 'ChargeAmount') - number(row, 'InvoicedChargeAmount');
	const hdrCharges = sum(charges.filter((row) => !isDiscount(row)).map(amount));
	const hdrDiscount = sum(charges.filter(isDiscount).map(amount));
	const hdrTax = kind === 'invoiced' ? 0 : sum(taxes.map((row) => number(row, 'Tax')));
	const lineSubTotal = sum(lines.map((line) => line.extended));
	const grandCharges = hdrCharges + sum(lines.map((line) => line.charges));
	const grandDiscount = hdrDiscount + sum(lines.map((line) => line.discount));
	const grandTax = hdrTax + sum(lines.map((line) => line.tax));
	return {
		LineSubTotal: lineSubTotal,
		HdrCharges: hdrCharges,
		HdrDiscount: hdrDiscount,
		HdrTax: hdrTax,
		HdrTotal: hdrCharges - hdrDiscount + hdrTax,
		GrandCharges: grandCharges,
		GrandDiscount: grandDiscount,
		GrandTax: grandTax,
		GrandTotal: lineSubTotal + grandCharges - grandDiscount + grandTax,
	};
}

/** OverallTotals, InvoicedTotals or RemainingTotals of an order. */
export function headerTotals(order: Row, reader: Reader, template: Element, kind: TotalKind): Element {
	return fill(template, headerSums(order, reader, kind));
}

/**
 * Writes the totals that are columns: LineTotal and pricing quantities of each line, TotalAmount of the
 * order.
 */
export function recalculate(context: Context, orderHeaderKey: string): void {
	const { database } = context;
	for (const line of database.where('OrderLine', 'OrderHeaderKey', orderHeaderKey)) {
		context.update('OrderLine', line, {
			LineTotal: formatAmount(lineSums(line, database, 'overall').total),
			OrderedPricingQty: formatQuantity(number(line, 'OrderedQty')),
			ActualPricingQty: formatQuantity(number(line, 'OrderedQty')),
			PricingUOM: line.UnitOfMeasure ?? '',
		});
	}
	const order = database.get('Order', orderHeaderKey);
	if (!order) return;
	const total = formatAmount(headerSums(order, database, 'overall').GrandTotal);
	context.update('Order', order, {
		TotalAmount: total,
		OriginalTotalAmount: order.OriginalTotalAmount ?? total,
	});
}
