import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { available, consume, demand, nodesOf, releaseDemand, stockItemOf } from './availability';
import { activeHolds } from './holds';
import { linesOf, statusesOf } from './orders';
import { moveQuantity, refreshStatuses } from './quantities';
import { OrderStatuses } from './statuses';

const schedulable: readonly string[] = [
	OrderStatuses.created,
	OrderStatuses.reserved,
	OrderStatuses.backordered,
	OrderStatuses.unscheduled,
	OrderStatuses.backorderedFromNode,
];

/** Reference under which a line's stock at a node is held. */
export function demandReference(orderLineKey: string, shipNode: string): string {
	return `${orderLineKey}/${shipNode}`;
}

interface Assignment {
	node: string;
	quantity: number;
}

/** One node for the whole quantity if there is one; else from several, in order of preference. */
function assign(context: Context, order: Row, line: Row, quantity: number, checkInventory: boolean): Assignment[] {
	const wished = line.ShipNode ?? order.ShipNode;
	const nodes = wished ? [wished] : nodesOf(context, order.EnterpriseCode);
	if (nodes.length === 0) return [];
	if (!checkInventory) return [{ node: nodes[0], quantity }];
	const item = stockItemOf(context, order, line);
	const stock = nodes.map((node) => ({ node, quantity: available(context, item, node) }));
	const whole = stock.find((entry) => entry.quantity >= quantity);
	if (whole) return [{ node: whole.node, quantity }];
	const parts: Assignment[] = [];
	let left = quantity;
	for (const entry of stock) {
		const part = Math.min(left, entry.quantity);
		if (part > 0) parts.push({ node: entry.node, quantity: part });
		left -= Math.max(part, 0);
	}
	return parts;
}

function scheduleQuantity(context: Context, order: Row, line: Row, status: Row, checkInventory: boolean): void {
	const item = stockItemOf(context, order, line);
	let rest = status;
	let left = Number(status.StatusQty);
	for (const { node, quantity } of assign(context, order, line, left, checkInventory)) {
		moveQuantity(context, rest, quantity, OrderStatuses.scheduled, { ShipNode: node });
		demand(context, item, node, quantity, 'SCHEDULED', demandReference(line.OrderLineKey, node));
		left -= quantity;
		rest = context.database.get('OrderStatus', status.OrderReleaseStatusKey) ?? rest;
	}
	if (left > 0) moveQuantity(context, rest, left, OrderStatuses.backordered);
}

/**
 * Assigns stock to what can be scheduled: Scheduled at a node, Backordered where stock lacks. Lines and
 * orders on
 * hold are passed over without an error (inferred).
 * @returns whether any quantity was moved
 */
export function schedule(context: Context, order: Row, checkInventory: boolean): boolean {
	if (activeHolds(context, order.OrderHeaderKey, '').length > 0) return false;
	let moved = false;
	for (const line of linesOf(context, order)) {
		if (activeHolds(context, order.OrderHeaderKey, line.OrderLineKey).length > 0) continue;
		for (const status of statusesOf(context, line).filter((row) => schedulable.includes(row.Status))) {
			scheduleQuantity(context, order, line, status, checkInventory);
			moved = true;
		}
	}
	if (moved) refreshStatuses(context, order.OrderHeaderKey);
	return moved;
}

function nextReleaseNo(context: Context, order: Row): number {
	const releases = context.database.where('OrderRelease', 'OrderHeaderKey', order.OrderHeaderKey);
	return Math.max(0, ...releases.map((release) => Number(release.ReleaseNo))) + 1;
}

function createRelease(context: Context, order: Row, line: Row, shipNode: string): Row {
	const from = (column: string): string => line[column] ?? order[column] ?? '';
	const same = [
		'EnterpriseCode',
		'DocumentType',
		'SellerOrganizationCode',
		'BuyerOrganizationCode',
		'OrderDate',
		'OrderType',
		'CustomerPONo',
		'PriorityCode',
		'BillToKey',
	];
	const own = [
		'SCAC',
		'CarrierServiceCode',
		'ScacAndService',
		'FreightTerms',
		'LevelOfService',
		'DeliveryMethod',
		'ShipToKey',
		'ReqShipDate',
		'ReqDeliveryDate',
		'ReqCancelDate',
		'DeliveryCode',
	];
	return context.insert('OrderRelease', {
		...Object.fromEntries(same.map((column) => [column, order[column] ?? ''])),
		...Object.fromEntries(own.map((column) => [column, from(column)])),
		OrderHeaderKey: order.OrderHeaderKey,
		SalesOrderNo: order.OrderNo,
		ShipNode: shipNode,
		ReleaseNo: String(nextReleaseNo(context, order)),
	});
}

/**
 * Tells the nodes to ship what is scheduled: one release for each node, delivery method and address.
 * @returns the releases that were made
 */
export function release(context: Context, order: Row): Row[] {
	if (activeHolds(context, order.OrderHeaderKey, '').length > 0) return [];
	const releases = new Map<string, Row>();
	for (const line of linesOf(context, order)) {
		if (activeHolds(context, order.OrderHeaderKey, line.OrderLineKey).length > 0) continue;
		const scheduled = statusesOf(context, line).filter((row) => row.Status === OrderStatuses.scheduled);
		for (const status of scheduled) {
			const group = [status.ShipNode, line.DeliveryMethod, line.ShipToKey, line.SCAC].join('/');
			const made = releases.get(group) ?? createRelease(context, order, line, status.ShipNode);
			releases.set(group, made);
			moveQuantity(context, status, Number(status.StatusQty), OrderStatuses.released, {
				OrderReleaseKey: made.OrderReleaseKey,
			});
		}
	}
	if (releases.size > 0) refreshStatuses(context, order.OrderHeaderKey);
	return [...releases.values()];
}

/** Cancels a quantity that is in a status, and gives its stock back. */
export function cancelQuantity(context: Context, status: Row, quantity: number): void {
	if (status.ShipNode) {
		releaseDemand(context, demandReference(status.OrderLineKey, status.ShipNode), quantity);
	}
	moveQuantity(context, status, quantity, OrderStatuses.cancelled);
}

/** Marks a quantity as shipped and takes it out of the node's stock. */
export function shipQuantity(context: Context, order: Row, line: Row, status: Row, quantity: number): void {
	const node = status.ShipNode ?? '';
	releaseDemand(context, demandReference(line.OrderLineKey, node), quantity);
	consume(context, stockItemOf(context, order, line), node, quantity);
	moveQuantity(context, status, quantity, OrderStatuses.shipped);
}
