import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import { formatQuantity } from '../engine/values';
import type { StockItem } from './availability';
import { assertNode } from './createOrder';
import { catalogOf, organizationOf } from './items';

/** The organization that keeps the inventory for another one; its own code when none is set. */
export function inventoryOrganization(context: Context, code: string): string {
	return organizationOf(context, code).InventoryOrganizationCode ?? code;
}

/**
 * The stock item that an input names; the organization may be on the element or on its document.
 * @throws SterlingException YCM0033 unknown item [captured], YCP0040 unknown organization
 */
export function stockItem(context: Context, input: Element, document: Element = input): StockItem & { item: Row } {
	const organization =
		input.get('OrganizationCode') || document.get('OrganizationCode') || document.get('EnterpriseCode');
	const owner = inventoryOrganization(context, organization);
	const names = {
		ItemID: input.get('ItemID'),
		OrganizationCode: organization,
		UnitOfMeasure: input.get('UnitOfMeasure'),
	};
	const item = context.database.find('Item', { ...names, OrganizationCode: catalogOf(context, organization) });
	if (!item) throw refuse('YCM0033', names);
	return { itemId: names.ItemID, unitOfMeasure: names.UnitOfMeasure, organization: owner, item };
}

/** Supply rows of an item, at one node or (blank) at all. */
export function suppliesOf(context: Context, item: StockItem, node: string): Row[] {
	return rowsOf(context, 'InventorySupply', item, node);
}

/** Demand rows of an item that are in force, at one node or (blank) at all. */
export function demandsOf(context: Context, item: StockItem, node: string): Row[] {
	return rowsOf(context, 'InventoryDemand', item, node).filter(
		(row) => !row.ExpirationDate || row.ExpirationDate > context.now(),
	);
}

function rowsOf(context: Context, entity: string, item: StockItem, node: string): Row[] {
	return context.database
		.where(entity, 'ItemID', item.itemId)
		.filter(
			(row) =>
				row.UnitOfMeasure === item.unitOfMeasure &&
				row.OrganizationCode === item.organization &&
				(node === '' || row.ShipNode === node),
		);
}

/** Attributes by which supplies of one item are distinguished. */
const identity = ['ShipNode', 'SupplyType', 'ProductClass', 'SupplyReference', 'ETA'];

/**
 * One Item of adjustInventory: ADJUSTMENT (default) adds a signed quantity, ABSOLUTE sets it.
 * @throws SterlingException YCM0033, YFS10048, YCP0040; YFS10460 without node, quantity or with a wrong type
 */
export function adjustInventory(context: Context, input: Element): void {
	const stock = stockItem(context, input);
	for (const name of ['ShipNode', 'Quantity']) {
		if (!input.get(name)) throw refuse('YFS10460', { Attribute: name, ItemID: stock.itemId });
	}
	assertNode(context, input.get('ShipNode'));
	const type = input.get('AdjustmentType') || 'ADJUSTMENT';
	if (type !== 'ADJUSTMENT' && type !== 'ABSOLUTE') throw refuse('YFS10460', { AdjustmentType: type });
	const values: Record<string, string> = {
		ShipNode: input.get('ShipNode'),
		SupplyType: input.get('SupplyType') || 'ONHAND',
		ProductClass: input.get('ProductClass') || (stock.item.DefaultProductClass ?? ''),
		SupplyReference: input.get('SupplyReference'),
		ETA: input.get('ETA'),
	};
	const known = suppliesOf(context, stock, values.ShipNode).find((row) =>
		identity.every((name) => (row[name] ?? '') === (values[name] ?? '')),
	);
	const before = type === 'ABSOLUTE' ? 0 : Number(known?.Quantity ?? 0);
	const change = {
		Quantity: formatQuantity(before + Number(input.get('Quantity'))),
		Availability: input.get('Availability') || (known?.Availability ?? 'TRACK'),
		ShipByDate: input.get('ShipByDate') || (known?.ShipByDate ?? ''),
	};
	if (known) context.update('InventorySupply', known, change);
	else {
		context.insert('InventorySupply', {
			...values,
			...change,
			ItemID: stock.itemId,
			UnitOfMeasure: stock.unitOfMeasure,
			OrganizationCode: stock.organization,
		});
	}
}
