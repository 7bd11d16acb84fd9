import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { formatQuantity } from '../engine/values';

/** What stock is kept by. */
export interface StockItem {
	itemId: string;
	unitOfMeasure: string;
	organization: string;
}

function matches(row: Row, item: StockItem, node: string): boolean {
	return (
		row.UnitOfMeasure === item.unitOfMeasure &&
		row.OrganizationCode === item.organization &&
		(node === '' || row.ShipNode === node)
	);
}

/** What an item of infinite availability has [adjustInventory: Availability INFINITE]. */
const unlimited = 999_999_999;

function quantityOf(context: Context, row: Row): number {
	if (row.ExpirationDate && row.ExpirationDate <= context.now()) return 0;
	return row.Availability === 'INFINITE' ? unlimited : Number(row.Quantity ?? 0);
}

function total(context: Context, entity: string, item: StockItem, node: string): number {
	return context.database
		.where(entity, 'ItemID', item.itemId)
		.filter((row) => matches(row, item, node))
		.filter((row) => entity !== 'InventorySupply' || row.SupplyType === 'ONHAND')
		.reduce((sum, row) => sum + quantityOf(context, row), 0);
}

/** On-hand supply less demand; a blank node stands for all of them. */
export function available(context: Context, item: StockItem, node: string): number {
	return total(context, 'InventorySupply', item, node) - total(context, 'InventoryDemand', item, node);
}

/** Nodes that fulfil for an enterprise, the preferred one first. */
export function nodesOf(context: Context, enterprise: string): string[] {
	return context.database
		.where('ShipNode', 'OwnerKey', enterprise)
		.filter((node) => node.ActivateFlag !== 'N' && node.IsFulfillmentNode !== 'N')
		.sort((a, b) => Number(a.Priority ?? 99) - Number(b.Priority ?? 99))
		.map((node) => node.ShipNode);
}

/** Takes stock for a reference (an order's status row, a reservation) at a node. */
export function demand(
	context: Context,
	item: StockItem,
	node: string,
	quantity: number,
	type: string,
	reference: string,
): void {
	context.insert('InventoryDemand', {
		ItemID: item.itemId,
		UnitOfMeasure: item.unitOfMeasure,
		OrganizationCode: item.organization,
		ShipNode: node,
		Quantity: formatQuantity(quantity),
		DemandType: type,
		Reference: reference,
	});
}

/** Gives back what a reference holds, or a part of it. */
export function releaseDemand(context: Context, reference: string, quantity = Infinity): void {
	let left = quantity;
	for (const row of context.database.where('InventoryDemand', 'Reference', reference)) {
		const held = Number(row.Quantity);
		const given = Math.min(held, left);
		left -= given;
		if (given >= held) context.remove('InventoryDemand', row);
		else context.update('InventoryDemand', row, { Quantity: formatQuantity(held - given) });
	}
}

/** Takes shipped goods out of the on-hand supply of a node; supply may become negative, as in Sterling. */
export function consume(context: Context, item: StockItem, node: string, quantity: number): void {
	const supply = context.database
		.where('InventorySupply', 'ItemID', item.itemId)
		.find((row) => matches(row, item, node) && row.SupplyType === 'ONHAND');
	if (supply) {
		context.update('InventorySupply', supply, { Quantity: formatQuantity(Number(supply.Quantity ?? 0) - quantity) });
	}
}

/** The stock item behind an order line. */
export function stockItemOf(context: Context, order: Row, line: Row): StockItem {
	const owner = context.database.find('Organization', { OrganizationCode: order.EnterpriseCode });
	return {
		itemId: line.ItemID,
		unitOfMeasure: line.UnitOfMeasure,
		organization: owner?.InventoryOrganizationCode ?? order.EnterpriseCode,
	};
}
