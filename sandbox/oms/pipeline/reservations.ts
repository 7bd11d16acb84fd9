import { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import { formatQuantity, normalise } from '../engine/values';
import { demand, releaseDemand } from './availability';
import { assertNode } from './createOrder';
import { stockItem } from './inventory';
import { onHand, promiseLines, take, total, type Assignment, type PromiseLine } from './promise';

/** Reservations without an expiry of their own end then. */
const never = '2500-01-01T00:00:00+00:00';

function keep(context: Context, line: PromiseLine, assignment: Assignment, id: string, expiry: string): Element {
	const { stock, input } = line;
	const row = context.insert('InventoryReservation', {
		ReservationID: id,
		ItemID: stock.itemId,
		UnitOfMeasure: stock.unitOfMeasure,
		OrganizationCode: stock.organization,
		ProductClass: input.get('ProductClass'),
		ShipNode: assignment.node,
		ShipDate: assignment.shipDate,
		Quantity: formatQuantity(assignment.quantity),
		ExpirationDate: expiry,
	});
	demand(context, stock, assignment.node, assignment.quantity, 'RESERVED', row.InventoryReservationKey);
	const [taken] = context.database.where('InventoryDemand', 'Reference', row.InventoryReservationKey);
	context.update('InventoryDemand', taken, { ExpirationDate: expiry });
	return new Element('Reservation', {
		ReservationID: id,
		ReservedQty: assignment.quantity.toFixed(2),
		ShipNode: assignment.node,
		ShipDate: assignment.shipDate,
		ProductAvailabilityDate: assignment.shipDate,
		ExpirationDate: expiry,
	});
}

/**
 * reserveAvailableInventory: takes stock out of availability until the expiry. Without
 * AllowPartialReservation="Y" a line is reserved whole or not at all (inferred).
 * @throws SterlingException YCM0033, YFS10048, YCP0040, YFC0004
 */
export function reserve(context: Context, promise: Element): Element {
	const parameters = promise.child('ReservationParameters') ?? new Element('ReservationParameters');
	const id = parameters.get('ReservationID') || context.database.nextKey();
	const expiry = normalise('dateTime', parameters.get('ExpirationDate')) || never;
	const partial = parameters.get('AllowPartialReservation') === 'Y';
	const lines = promiseLines(context, promise).map((line) => {
		const found = take(onHand(context, line), line.wanted);
		const used = partial || total(found) >= line.wanted ? found : [];
		const reserved = used.map((assignment) => keep(context, line, assignment, id, expiry));
		const quantity = total(used);
		return new Element(
			'PromiseLine',
			{
				...line.input.attributes,
				ReservedQty: quantity.toFixed(2),
				UnavailableQty: (line.wanted - quantity).toFixed(2),
			},
			[
				new Element(
					'Reservations',
					{
						TotalReservedQty: quantity.toFixed(2),
						QtyToBeReserved: line.wanted.toFixed(2),
						AvailableQty: quantity.toFixed(2),
					},
					reserved,
				),
			],
		);
	});
	return new Element('Promise', promise.attributes, [
		new Element('ReservationParameters', { ...parameters.attributes, ReservationID: id }),
		new Element('PromiseLines', { TotalNumberOfRecords: String(lines.length) }, lines),
	]);
}

/** Whether a reservation is still in force. */
function inForce(context: Context, reservation: Row): boolean {
	return !reservation.ExpirationDate || reservation.ExpirationDate > context.now();
}

/**
 * cancelReservation: gives a quantity back, all of it when QtyToBeCancelled is left out.
 * @throws SterlingException YFS10001 when there is no such reservation or less of it (inferred), YCM0033,
 * YFS10048
 */
export function cancelReservation(context: Context, input: Element): void {
	const stock = stockItem(context, input);
	assertNode(context, input.get('ShipNode'));
	const rows = context.database
		.where('InventoryReservation', 'ReservationID', input.get('ReservationID'))
		.filter(
			(row) =>
				inForce(context, row) &&
				row.ItemID === stock.itemId &&
				row.UnitOfMeasure === stock.unitOfMeasure &&
				row.OrganizationCode === stock.organization &&
				(input.get('ShipNode') === '' || row.ShipNode === input.get('ShipNode')),
		);
	const held = rows.reduce((sum, row) => sum + Number(row.Quantity), 0);
	let left = Number(input.get('QtyToBeCancelled') || held);
	if (rows.length === 0 || left > held) {
		throw refuse('YFS10001', { ReservationID: input.get('ReservationID'), ItemID: stock.itemId });
	}
	for (const row of rows) {
		const part = Math.min(left, Number(row.Quantity));
		left -= part;
		releaseDemand(context, row.InventoryReservationKey, part);
		const rest = Number(row.Quantity) - part;
		if (rest > 0) context.update('InventoryReservation', row, { Quantity: formatQuantity(rest) });
		else context.remove('InventoryReservation', row);
	}
}
