import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { formatAmount, formatQuantity } from '../engine/values';

function nextInvoiceNo(context: Context): string {
	return String(1_000_000 + context.database.table('OrderInvoice').size + 1);
}

/** A quantity of an order line with its money. */
interface Priced {
	shipmentLine?: Row;
	line: Row;
	quantity: number;
	extended: number;
	tax: number;
}

/** What a quantity of an order line costs; taxes are spread over its ordered quantity. */
export function price(context: Context, line: Row, quantity: number, shipmentLine?: Row): Priced {
	const ordered = Number(line.OrderedQty ?? 0);
	const tax = context.database
		.where('LineTax', 'OrderLineKey', line.OrderLineKey)
		.reduce((sum, row) => sum + Number(row.Tax ?? 0), 0);
	return {
		shipmentLine,
		line,
		quantity,
		extended: quantity * Number(line.UnitPrice ?? 0),
		tax: ordered === 0 ? 0 : (tax * quantity) / ordered,
	};
}

/** Header charges go onto the order's first invoice. */
function headerCharges(context: Context, orderHeaderKey: string): number {
	return context.database.where('HeaderCharge', 'OrderHeaderKey', orderHeaderKey).reduce((sum, charge) => {
		const open = Number(charge.ChargeAmount ?? 0) - Number(charge.InvoicedChargeAmount ?? 0);
		context.update('HeaderCharge', charge, { InvoicedChargeAmount: charge.ChargeAmount ?? '0' });
		return sum + (/discount/i.test(charge.ChargeCategory ?? '') ? -open : open);
	}, 0);
}

/** Writes an invoice of an order and counts its lines as invoiced; the header says what kind it is. */
export function invoiceOrder(context: Context, order: Row, lines: Priced[], header: Row): Row {
	const charges = lines.length > 0 ? headerCharges(context, order.OrderHeaderKey) : 0;
	const subTotal = lines.reduce((sum, line) => sum + line.extended, 0);
	const tax = lines.reduce((sum, line) => sum + line.tax, 0);
	const invoice = context.insert('OrderInvoice', {
		InvoiceNo: nextInvoiceNo(context),
		Status: '01',
		DateInvoiced: context.now(),
		InvoiceCreationDate: context.now(),
		OrderHeaderKey: order.OrderHeaderKey,
		OrderNo: order.OrderNo,
		EnterpriseCode: order.EnterpriseCode,
		DocumentType: order.DocumentType,
		Currency: order.Currency ?? '',
		SellerOrganizationCode: order.SellerOrganizationCode ?? '',
		BillToKey: order.BillToKey ?? '',
		LineSubTotal: formatAmount(subTotal),
		TotalHeaderCharges: formatAmount(charges),
		TotalTax: formatAmount(tax),
		TotalAmount: formatAmount(subTotal + charges + tax),
		AmountCollected: '0.00',
		...header,
	});
	for (const { shipmentLine, line, quantity, extended, tax: lineTax } of lines) {
		context.insert('LineDetail', {
			OrderInvoiceKey: invoice.OrderInvoiceKey,
			OrderHeaderKey: order.OrderHeaderKey,
			OrderLineKey: line.OrderLineKey,
			ShipmentLineKey: shipmentLine?.ShipmentLineKey ?? '',
			ItemID: line.ItemID,
			UnitOfMeasure: line.UnitOfMeasure,
			PrimeLineNo: line.PrimeLineNo,
			SubLineNo: line.SubLineNo,
			ShippedQty: formatQuantity(quantity),
			Quantity: formatQuantity(quantity),
			UnitPrice: line.UnitPrice ?? '0',
			ExtendedPrice: formatAmount(extended),
			Tax: formatAmount(lineTax),
			LineTotal: formatAmount(extended + lineTax),
		});
		context.update('OrderLine', line, {
			InvoicedQty: formatQuantity(Number(line.InvoicedQty ?? 0) + quantity),
			InvoicedPricingQty: formatQuantity(Number(line.InvoicedQty ?? 0) + quantity),
		});
	}
	return invoice;
}

/**
 * Invoices a confirmed shipment, one invoice for each order in it. A real installation leaves this to agents
 * that
 * run minutes later.
 */
export function createShipmentInvoice(context: Context, shipment: Row): void {
	const byOrder = new Map<string, Priced[]>();
	for (const shipmentLine of context.database.where('ShipmentLine', 'ShipmentKey', shipment.ShipmentKey)) {
		const line = context.database.get('OrderLine', shipmentLine.OrderLineKey);
		if (!line) continue;
		const priced = price(context, line, Number(shipmentLine.Quantity), shipmentLine);
		byOrder.set(line.OrderHeaderKey, [...(byOrder.get(line.OrderHeaderKey) ?? []), priced]);
	}
	for (const [key, lines] of byOrder) {
		const order = context.database.get('Order', key);
		if (!order) continue;
		invoiceOrder(context, order, lines, {
			InvoiceType: 'SHIPMENT',
			ShipmentKey: shipment.ShipmentKey,
			ShipmentNo: shipment.ShipmentNo,
			ShipNode: shipment.ShipNode,
		});
	}
}
