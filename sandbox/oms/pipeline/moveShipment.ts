import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import { formatQuantity } from '../engine/values';
import { consume, demand, stockItemOf } from './availability';
import { demandReference } from './fulfil';
import { statusesOf } from './orders';
import { moveQuantity } from './quantities';
import { refreshOrders } from './shipmentLines';
import { ShipmentStatuses } from './shipments';
import { OrderStatuses, shipmentProcessTypeOf } from './statuses';

/** Status of goods that reached the customer. */
const delivered = '3700.7777';

function refuseStatus(shipment: Row, more: Record<string, string> = {}): never {
	throw refuse('YDM00025', { ShipmentNo: shipment.ShipmentNo, Status: shipment.Status, ...more });
}

/** Calls back for each shipped quantity of a shipment; refuses when some of it has moved on. */
function eachShipped(
	context: Context,
	shipment: Row,
	work: (order: Row, line: Row, status: Row, quantity: number) => void,
): void {
	if (shipment.Status !== ShipmentStatuses.shipped) refuseStatus(shipment);
	const orders: string[] = [];
	for (const shipmentLine of context.database.where('ShipmentLine', 'ShipmentKey', shipment.ShipmentKey)) {
		const line = context.database.get('OrderLine', shipmentLine.OrderLineKey);
		const order = context.database.get('Order', shipmentLine.OrderHeaderKey);
		if (!line || !order) continue;
		let left = Number(shipmentLine.Quantity);
		for (const status of statusesOf(context, line)) {
			if (status.Status !== OrderStatuses.shipped || status.OrderReleaseKey !== shipmentLine.OrderReleaseKey) continue;
			const part = Math.min(left, Number(status.StatusQty));
			if (part > 0) work(order, line, status, part);
			left -= part;
		}
		if (left > 0) refuseStatus(shipment, { OrderLineKey: line.OrderLineKey });
		orders.push(order.OrderHeaderKey);
	}
	refreshOrders(context, orders);
}

function takeInvoicesBack(context: Context, shipment: Row): void {
	for (const invoice of context.database.where('OrderInvoice', 'ShipmentKey', shipment.ShipmentKey)) {
		for (const detail of context.database.where('LineDetail', 'OrderInvoiceKey', invoice.OrderInvoiceKey)) {
			const line = context.database.get('OrderLine', detail.OrderLineKey);
			const invoiced = formatQuantity(Number(line?.InvoicedQty ?? 0) - Number(detail.Quantity));
			if (line) context.update('OrderLine', line, { InvoicedQty: invoiced, InvoicedPricingQty: invoiced });
			context.remove('LineDetail', detail);
		}
		context.remove('OrderInvoice', invoice);
	}
}

/**
 * unconfirmShipment: goods are back in stock and Included In Shipment; the invoice that confirming made goes.
 * @throws SterlingException YDM00025 unless the shipment is shipped and nothing of it was delivered or
 * returned
 */
export function unconfirmShipment(context: Context, shipment: Row): Row {
	takeInvoicesBack(context, shipment);
	eachShipped(context, shipment, (order, line, status, quantity) => {
		const item = stockItemOf(context, order, line);
		const node = status.ShipNode ?? '';
		consume(context, item, node, -quantity);
		demand(context, item, node, quantity, 'SCHEDULED', demandReference(line.OrderLineKey, node));
		moveQuantity(context, status, quantity, OrderStatuses.includedInShipment);
	});
	return context.update('Shipment', shipment, {
		Status: ShipmentStatuses.created,
		StatusDate: context.now(),
		ShipmentClosedFlag: 'N',
		ActualShipmentDate: '',
	});
}

/**
 * deliverShipment: shipped goods reached the customer. @throws SterlingException YDM00025 unless it is
 * shipped
 */
export function deliverShipment(context: Context, shipment: Row, input: Element): Row {
	eachShipped(context, shipment, (_order, _line, status, quantity) => {
		moveQuantity(context, status, quantity, delivered);
	});
	return context.update('Shipment', shipment, {
		Status: ShipmentStatuses.delivered,
		StatusDate: context.now(),
		ActualDeliveryDate: input.get('ActualDeliveryDate') || context.now(),
	});
}

/**
 * changeShipmentStatus: moves an open shipment to another status of its pipeline before it is shipped.
 * BaseDropStatus is taken from the transaction when it is left out; the factory's transaction has none.
 * @throws SterlingException YFS10428 for a status or transaction that is not known, YDM00025 by status
 */
export function changeShipmentStatus(context: Context, shipment: Row, input: Element): Row {
	const transactionId = input.get('TransactionId') || 'CHANGE_SHIPMENT_STATUS';
	const [transaction] = context.database.where('Transaction', 'Tranid', transactionId);
	const drop = input.get('BaseDropStatus') || (transaction?.DropStatuses ?? '');
	const known = context.database.find('Status', {
		ProcessTypeKey: shipmentProcessTypeOf(shipment.DocumentType),
		Status: drop,
	});
	if (!transaction || !known) throw refuse('YFS10428', { TransactionId: transactionId, BaseDropStatus: drop });
	if (shipment.Status >= ShipmentStatuses.shipped || drop >= ShipmentStatuses.shipped) {
		refuseStatus(shipment, { BaseDropStatus: drop });
	}
	return context.update('Shipment', shipment, { Status: drop, StatusDate: context.now() });
}
