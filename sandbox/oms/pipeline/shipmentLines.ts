import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import { formatQuantity } from '../engine/values';
import { releaseDemand } from './availability';
import { cancelQuantity, demandReference } from './fulfil';
import { statusesOf } from './orders';
import { moveQuantity, refreshStatuses } from './quantities';
import { OrderStatuses } from './statuses';
import { recalculate } from './totals';

/**
 * What becomes of quantity that does not go along: cancelled, backordered from the node, or released again.
 */
type Fate = 'cancel' | 'backorder' | 'release';

/**
 * The fate that an input asks for by CancelRemovedQuantity, BackOrderRemovedQuantity (changeShipment) or
 * CancelNonShippedQuantity, BackOrderNonShippedQuantity (confirmShipment). Without either it is released
 * again
 * (inferred).
 */
export function fateOf(input: Element, which: 'Removed' | 'NonShipped'): Fate {
	if (input.get(`Cancel${which}Quantity`) === 'Y') return 'cancel';
	return input.get(`BackOrder${which}Quantity`) === 'Y' ? 'backorder' : 'release';
}

/** Moves a quantity that is in a status back: it leaves its release unless it is released again. */
export function putBack(context: Context, line: Row, status: Row, quantity: number, fate: Fate): void {
	if (fate === 'release') moveQuantity(context, status, quantity, OrderStatuses.released);
	else if (fate === 'backorder') backorder(context, status, quantity, OrderStatuses.backorderedFromNode);
	else {
		cancelQuantity(context, status, quantity);
		const current = context.database.get('OrderLine', line.OrderLineKey) ?? line;
		context.update('OrderLine', current, { OrderedQty: formatQuantity(Number(current.OrderedQty) - quantity) });
	}
}

/** Gives the stock of a quantity back and backorders it. */
export function backorder(context: Context, status: Row, quantity: number, to: string): void {
	if (status.ShipNode) releaseDemand(context, demandReference(status.OrderLineKey, status.ShipNode), quantity);
	moveQuantity(context, status, quantity, to, { ShipNode: '', OrderReleaseKey: '' });
}

/** The line of a shipment that an element names: by key, by its numbers, or by the order line. */
export function findShipmentLine(context: Context, shipment: Row, input: Element): Row | undefined {
	const lines = context.database.where('ShipmentLine', 'ShipmentKey', shipment.ShipmentKey);
	const names = ['ShipmentLineKey', 'ShipmentLineNo', 'OrderLineKey', 'OrderReleaseKey', 'PrimeLineNo'].filter(
		(name) => input.get(name) !== '',
	);
	const sub = input.get('ShipmentSubLineNo');
	return names.length === 0
		? undefined
		: lines.find(
				(line) =>
					names.every((name) => line[name] === input.get(name)) &&
					(sub === '' || (line.ShipmentSubLineNo ?? '0') === sub),
			);
}

/** Takes a quantity out of a shipment that has not left yet; a line without quantity stays, with 0. */
export function takeOut(context: Context, shipmentLine: Row, quantity: number, fate: Fate): void {
	const line = context.database.get('OrderLine', shipmentLine.OrderLineKey);
	let left = quantity;
	for (const status of line ? statusesOf(context, line) : []) {
		const included =
			status.Status === OrderStatuses.includedInShipment && status.OrderReleaseKey === shipmentLine.OrderReleaseKey;
		const part = included ? Math.min(left, Number(status.StatusQty)) : 0;
		if (part > 0 && line) putBack(context, line, status, part, fate);
		left -= part;
	}
	context.update('ShipmentLine', shipmentLine, {
		Quantity: formatQuantity(Number(shipmentLine.Quantity) - quantity),
		ShortageQty: formatQuantity(Number(shipmentLine.ShortageQty ?? 0) + quantity),
	});
}

/** Brings statuses and totals of a shipment's orders up to date. */
export function refreshOrders(context: Context, keys: Iterable<string>): void {
	for (const key of new Set(keys)) {
		refreshStatuses(context, key);
		recalculate(context, key);
	}
}

/**
 * Short quantities of confirmShipment: a listed line with a lower Quantity leaves the rest out.
 * @throws SterlingException YFS10431 for more than is in the shipment
 */
export function leaveOut(context: Context, shipment: Row, input: Element): void {
	const touched: string[] = [];
	for (const element of input.list('ShipmentLines', 'ShipmentLine')) {
		const line = findShipmentLine(context, shipment, element);
		if (!line || element.get('Quantity') === '') continue;
		const short = Number(line.Quantity) - Number(element.get('Quantity'));
		if (short < 0) throw refuse('YFS10431', { ...element.attributes, ShipmentNo: shipment.ShipmentNo });
		if (short > 0) takeOut(context, line, short, fateOf(input, 'NonShipped'));
		touched.push(line.OrderHeaderKey);
	}
	refreshOrders(context, touched);
}

/** Ties container contents to the shipment's lines, by item, and counts the containers. */
export function packContainers(context: Context, shipment: Row): void {
	const lines = context.database.where('ShipmentLine', 'ShipmentKey', shipment.ShipmentKey);
	const containers = context.database.where('Container', 'ShipmentKey', shipment.ShipmentKey);
	for (const container of containers) {
		for (const detail of context.database.where(
			'ContainerDetail',
			'ShipmentContainerKey',
			container.ShipmentContainerKey,
		)) {
			if (detail.ShipmentLineKey) continue;
			const line = lines.find((row) => row.ItemID === detail.ItemID);
			context.update('ContainerDetail', detail, {
				ShipmentKey: shipment.ShipmentKey,
				ShipmentLineKey: line?.ShipmentLineKey ?? '',
			});
		}
	}
	context.update('Shipment', shipment, { NumOfCartons: String(containers.length) });
}
