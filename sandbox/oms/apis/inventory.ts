import { Element } from '../document/element';
import { defineApi, type Api } from '../engine/api';
import type { Context } from '../engine/context';
import { defineListApi } from '../engine/list';
import { trim } from '../engine/trim';
import { formatQuantity } from '../engine/values';
import { availableInventory, availableToPromise, nodeInventory } from '../pipeline/availableInventory';
import { assertNode } from '../pipeline/createOrder';
import { findInventory } from '../pipeline/findInventory';
import { adjustInventory, stockItem, suppliesOf } from '../pipeline/inventory';
import { cancelReservation, reserve } from '../pipeline/reservations';

/** Many items; void [captured: HTTP 204]. */
export const adjustInventoryApi = defineApi({
	name: 'adjustInventory',
	root: 'Items',
	kind: 'write',
	run(context, input) {
		for (const item of input.all('Item')) adjustInventory(context, item);
		return undefined;
	},
});

/** An API whose response is worked out as a document and cut to the template asked for. */
function computed(
	name: string,
	root: string,
	kind: Api['kind'],
	build: (context: Context, input: Element) => Element,
): Api {
	return defineApi({ name, root, kind, run: (context, input) => trim(build(context, input), context.template) });
}

/** Supplies of one item at a node, or at all nodes with ConsiderAllNodes="Y" or without a node (inferred). */
export const getInventorySupply = computed('getInventorySupply', 'InventorySupply', 'read', (context, input) => {
	const stock = stockItem(context, input);
	const node = input.get('ConsiderAllNodes') === 'Y' ? '' : input.get('ShipNode');
	assertNode(context, node);
	const type = input.get('SupplyType');
	const supplies = suppliesOf(context, stock, node).filter((row) => type === '' || row.SupplyType === type);
	return new Element(
		'Item',
		{
			ItemID: stock.itemId,
			UnitOfMeasure: stock.unitOfMeasure,
			OrganizationCode: stock.organization,
			ProductClass: input.get('ProductClass'),
		},
		[
			new Element(
				'Supplies',
				{},
				supplies.map(
					(row) =>
						new Element('InventorySupply', {
							InventorySupplyKey: row.InventorySupplyKey,
							Quantity: formatQuantity(Number(row.Quantity ?? 0)),
							SupplyType: row.SupplyType,
							ShipNode: row.ShipNode,
							ETA: row.ETA ?? '',
							ShipByDate: row.ShipByDate ?? '',
							SupplyReference: row.SupplyReference ?? '',
							Availability: row.Availability ?? 'TRACK',
						}),
				),
			),
		],
	);
});

export const getATP = computed('getATP', 'GetATP', 'read', availableToPromise);

export const getAvailableInventory = computed('getAvailableInventory', 'Promise', 'read', availableInventory);

export const findInventoryApi = computed('findInventory', 'Promise', 'read', findInventory);

export const reserveAvailableInventory = computed('reserveAvailableInventory', 'Promise', 'write', reserve);

export const getShipNodeInventory = computed('getShipNodeInventory', 'ShipNodeInventory', 'read', nodeInventory);

/** Root and attributes are inferred; void, as no output template is known. */
export const cancelReservationApi = defineApi({
	name: 'cancelReservation',
	root: 'CancelReservation',
	kind: 'write',
	run(context, input) {
		cancelReservation(context, input);
		return undefined;
	},
});

/** Reservations that have not expired. */
export const getInventoryReservationList = defineListApi({
	name: 'getInventoryReservationList',
	root: 'InventoryReservation',
	template: `<InventoryReservationList><InventoryReservation InventoryReservationKey="" ReservationID=""
		ItemID=""
		UnitOfMeasure="" ProductClass="" OrganizationCode="" ShipNode="" Quantity="" ExpirationDate="" ShipDate=""/>
		</InventoryReservationList>`,
	prepare: (context, input) => input.with({ ExpirationDate: context.now(), ExpirationDateQryType: 'GT' }),
});
