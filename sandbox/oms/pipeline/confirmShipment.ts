import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import { columnValues } from '../engine/write';
import { shipQuantity } from './fulfil';
import { createShipmentInvoice } from './invoice';
import { statusesOf } from './orders';
import { refreshStatuses } from './quantities';
import { leaveOut } from './shipmentLines';
import { ShipmentStatuses } from './shipments';
import { OrderStatuses } from './statuses';

function includedStatuses(context: Context, line: Row, shipmentLine: Row): Row[] {
	return statusesOf(context, line).filter(
		(row) => row.OrderReleaseKey === shipmentLine.OrderReleaseKey && row.Status === OrderStatuses.includedInShipment,
	);
}

/**
 * Confirms a shipment: its quantities become Shipped, stock goes down, an invoice arises.
 * @throws SterlingException YDM00025 when it is shipped or cancelled already
 */
export function confirmShipment(context: Context, shipment: Row, input: Element): Row {
	if (shipment.Status >= ShipmentStatuses.shipped) {
		throw refuse('YDM00025', { ShipmentNo: shipment.ShipmentNo, Status: shipment.Status });
	}
	leaveOut(context, shipment, input);
	const lines = context.database.where('ShipmentLine', 'ShipmentKey', shipment.ShipmentKey);
	const orders = new Set<string>();
	for (const shipmentLine of lines) {
		const line = context.database.get('OrderLine', shipmentLine.OrderLineKey);
		const order = context.database.get('Order', shipmentLine.OrderHeaderKey);
		if (!line || !order) continue;
		orders.add(order.OrderHeaderKey);
		let left = Number(shipmentLine.Quantity);
		for (const status of includedStatuses(context, line, shipmentLine)) {
			const part = Math.min(left, Number(status.StatusQty));
			if (part > 0) shipQuantity(context, order, line, status, part);
			left -= part;
		}
		context.update('ShipmentLine', shipmentLine, { ActualQuantity: shipmentLine.Quantity });
	}
	const confirmed = context.update('Shipment', shipment, {
		...columnValues(context.database.entity('Shipment'), input, [
			'Status',
			'ShipmentKey',
			'ShipmentNo',
			'ShipNode',
			'SellerOrganizationCode',
			'OrderNo',
			'OrderHeaderKey',
			'EnterpriseCode',
			'DocumentType',
		]),
		ActualShipmentDate: input.get('ActualShipmentDate') || input.get('ShipDate') || context.now(),
		Status: ShipmentStatuses.shipped,
		StatusDate: context.now(),
		ShipmentClosedFlag: 'Y',
	});
	if (context.behaviour.invoiceOnConfirm) createShipmentInvoice(context, confirmed);
	for (const key of orders) refreshStatuses(context, key);
	return confirmed;
}
