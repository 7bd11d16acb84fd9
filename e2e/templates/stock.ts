import type { Sandbox } from '../../sandbox';

/** How Sterling names an item of the enterprise AURORA. */
export const itemOf = (ItemID: string) => ({ ItemID, UnitOfMeasure: 'EACH', OrganizationCode: 'AURORA' });

/** Sets the stock of an item at a node, and makes the item when the sandbox does not have it yet. */
export function stock({ store }: Sandbox, ItemID: string, ShipNode: string, quantity: number): void {
	const item = itemOf(ItemID);
	store.call('manageItem', { Item: [{ Action: 'Manage', ...item }] });
	const supply = { ...item, ShipNode, SupplyType: 'ONHAND', AdjustmentType: 'ABSOLUTE', Quantity: String(quantity) };
	store.call('adjustInventory', { Item: [supply] });
}
