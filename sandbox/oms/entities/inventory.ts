import { defineEntity } from '../store/entity';

/** Stock that is kept for someone until it expires. */
export const inventoryReservation = defineEntity({
	name: 'InventoryReservation',
	table: 'YFS_INVENTORY_RESERVATION',
	key: 'InventoryReservationKey',
	indexes: ['ReservationID', 'ItemID'],
	columns: {
		text: 'ReservationID ItemID UnitOfMeasure ProductClass OrganizationCode ShipNode',
		quantity: 'Quantity',
		dateTime: 'ExpirationDate ShipDate',
	},
	relations: {
		Item: {
			kind: 'embedded',
			columns: {
				ItemID: 'ItemID',
				UnitOfMeasure: 'UnitOfMeasure',
				ProductClass: 'ProductClass',
				OrganizationCode: 'OrganizationCode',
			},
		},
	},
});
