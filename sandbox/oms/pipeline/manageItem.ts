import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import { columnValues, removeTree, writeChildren } from '../engine/write';
import { findItem, itemNames, lookUpItem, organizationOf } from './items';

function hasInventory(context: Context, item: Row): boolean {
	return ['InventorySupply', 'InventoryDemand'].some((entity) =>
		context.database
			.where(entity, 'ItemID', item.ItemID)
			.some(
				(row) =>
					row.UnitOfMeasure === item.UnitOfMeasure &&
					Number(row.Quantity ?? 0) !== 0 &&
					organizationOf(context, row.OrganizationCode).CatalogOrganizationCode === item.OrganizationCode,
			),
	);
}

function deleteItem(context: Context, item: Row): void {
	const names = {
		ItemID: item.ItemID,
		OrganizationCode: item.OrganizationCode,
		UnitOfMeasure: item.UnitOfMeasure,
	};
	if (hasInventory(context, item)) throw refuse('INV80_041', names);
	const kits = context.database.where('Component', 'ComponentItemID', item.ItemID);
	if (kits.some((kit) => kit.ItemKey !== item.ItemKey)) throw refuse('YCM0005', names);
	removeTree(context, context.database.entity('Item'), item);
}

function write(context: Context, existing: Row | undefined, input: Element): void {
	const entity = context.database.entity('Item');
	const values = { ...columnValues(entity, input, ['ItemKey']), MaxModifyTS: context.now() };
	if (!existing) organizationOf(context, input.get('OrganizationCode'));
	const row = existing
		? context.update('Item', existing, values)
		: context.insert('Item', { Status: '3000', ...values, ItemKey: input.get('ItemKey') });
	writeChildren(context, entity, row, input);
}

/**
 * One Item of manageItem by its Action: Create, Modify, Manage (also when it is left out: inferred) or
 * Delete.
 * @throws SterlingException YFC0001 for a Create of what is there, YCM0033 for a Modify or Delete of what is
 * not,
 *   YCM0031 without identity, YCP0040, INV80_041 (stock or demand) and YCM0005 (part of a kit) for a Delete
 */
export function manageItem(context: Context, input: Element): void {
	const action = input.get('Action').toUpperCase() || 'MANAGE';
	if (action === 'DELETE') {
		deleteItem(context, findItem(context, input));
		return;
	}
	const existing = action === 'MODIFY' ? findItem(context, input) : lookUpItem(context, input);
	if (existing && action === 'CREATE') {
		throw refuse('YFC0001', { SQLState: '23505', TableName: 'YFS_ITEM', ...itemNames(input) });
	}
	write(context, existing, input);
}
