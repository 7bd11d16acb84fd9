import { ServiceError } from '../../kit/errors';
import { isRecord } from '../../kit/record';
import { figure } from './figure';
import { segment } from '../../kit/http/segment';
import type { InventoryCall, InventoryClient } from './client';
import { isListed, listOf } from './stock';

type Json = Record<string, unknown>;

/** The quantity of a reservation. @throws ServiceError `badAnswer` for one that cannot be read */
export const reservedOf = (quantity: unknown, itemId: unknown): number =>
	figure(quantity, 'reservedQuantity', `the reservation of item ${String(itemId)}`);

/**
 * One reservation, as the service returns it, with its ID.
 *
 * @throws ServiceError `notFound` for an ID that the service does not know (HTTP 404; inferred)
 */
export async function readReservation(client: InventoryClient, id: string): Promise<Json> {
	const { body } = await client.send({
		service: 'inventory',
		method: 'GET',
		path: `v2/reservations/${segment(id)}`,
		kind: 'read',
		expects: (found) => isRecord(found) && 'reservedQuantity' in found,
	});
	return { id, ...(body as Json) };
}

/**
 * The reservations of a reference. Only the list of V1 is documented, so that one is read if V2 has none.
 * @throws ServiceError
 */
export async function reservationsOf(client: InventoryClient, reference: string): Promise<Json[]> {
	const list = async (version: string) =>
		listOf(
			(
				await client.send({
					service: 'inventory',
					method: 'GET',
					path: `${version}/reservations`,
					query: { reference },
					kind: 'read',
					isList: true,
				})
			).body,
			'reservations',
		);
	try {
		return await list('v2');
	} catch (error) {
		if (!(error instanceof ServiceError) || ![404, 405].includes(error.httpStatus ?? 0)) throw error;
		return await list('v1');
	}
}

/** Raises a reservation to a quantity; lowering is not possible (IBM: FAQ). Repeating it has the same effect. */
export const increaseCall = (id: string, quantity: number): InventoryCall => ({
	service: 'inventory',
	method: 'PATCH',
	path: `v2/reservations/${segment(id)}`,
	kind: 'write',
	body: { quantity },
});

/**
 * Raises a reservation to a quantity in all. If the response is lost, the reservation is read back. HTTP 200 does not say
 * that all of it is held (IBM: INVENTORY-I-129), so the quantities are compared where the response says one.
 *
 * @throws ServiceError `conflict` where it holds less
 */
export async function increase(client: InventoryClient, id: string, quantity: number): Promise<Json> {
	const recover = async () => {
		const found = await readReservation(client, id);
		return reservedOf(found.reservedQuantity, found.itemId) >= quantity ? found : undefined;
	};
	const { body } = await client.send({ ...increaseCall(id, quantity), recover });
	const said = (body ?? {}) as Json;
	return holding({ id, ...said, reservedQuantity: said.reservedQuantity ?? quantity }, quantity);
}

/** The reservation itself. @throws ServiceError `conflict` where it holds less than is wanted */
function holding(reservation: Json, wanted: number): Json {
	const { id, itemId } = reservation;
	const reserved = reservedOf(reservation.reservedQuantity, itemId);
	if (reserved >= wanted) return reservation;
	throw new ServiceError('conflict', `Reservation ${String(id)} holds ${reserved} and not ${wanted}.`, {
		attributes: { reservationId: String(id), asked: String(wanted), reserved: String(reserved) },
		hint: 'There is not enough stock. The reservation keeps what it holds: use it, or release it.',
		effect: 'unknown',
	});
}

interface Extension {
	id: string;
	/** From now on. */
	minutes: number;
	/** Where the reservation is, for a service whose read does not say it. */
	shipNode?: string;
}

/**
 * Extends a reservation that has an id of the caller's own: the same id is sent again with a new time
 * (IBM: reservations-updating-existing).
 * @throws ServiceError `conflict` where IV made another reservation instead, which is released again, or holds less
 */
export async function extend(client: InventoryClient, wish: Extension): Promise<Json> {
	const { id } = wish;
	const before = await readReservation(client, id);
	const endOf = ({ expirationTs }: Json) => Date.parse(String(expirationTs));
	const recover = async () => {
		const found = await readReservation(client, id);
		return endOf(found) > endOf(before) ? { lines: [{ reservations: [found] }] } : undefined;
	};
	const expects = (body: unknown) => isListed(body, 'lines');
	const { body } = await client.send({ ...extendCall(before, wish, client.now()), recover, expects });
	const made = listOf(body, 'lines').flatMap(({ reservations }) => (reservations as Json[] | undefined) ?? []);
	const own = made.find((reservation) => reservation.id === id);
	if (own) return holding({ ...before, ...own }, reservedOf(before.reservedQuantity, before.itemId));
	for (const { id: other } of made) if (typeof other === 'string') await release(client, other);
	throw new ServiceError('conflict', `Reservation ${id} was not extended.`, {
		hint:
			made.length === 0
				? 'Inventory Visibility reserved nothing, for example because the stock is gone. Read the reservation to see what it still holds.'
				: 'Only a reservation with an ID of your choice can be extended. Reserve again and release this one.',
		effect: 'none',
	});
}

/**
 * The call that extends a reservation, made of what its read says; it stays for the time that it was made for. `now` in
 * epoch milliseconds.
 * @throws ServiceError `invalidInput` where nobody says at which node it is
 */
export function extendCall(before: Json, { id, minutes, shipNode }: Extension, now: number): InventoryCall {
	const text = (name: string) => (before[name] ? String(before[name]) : undefined);
	const node = shipNode ?? text('shipNode');
	if (node === undefined) {
		throw new ServiceError('invalidInput', `The response does not say at which ship node reservation ${id} is.`, {
			hint: 'Name the node at which it was made.',
			effect: 'none',
		});
	}
	return {
		service: 'inventory',
		method: 'POST',
		path: 'v2/reservations',
		kind: 'write',
		body: {
			availabilityType: 'SELL',
			reference: text('reference'),
			timeToExpire: minutes,
			segment: text('segment'),
			segmentType: text('segmentType'),
			considerSafetyStock: true,
			lines: [
				{
					lineId: '1',
					itemId: text('itemId'),
					unitOfMeasure: text('unitOfMeasure'),
					productClass: text('productClass'),
					deliveryMethod: text('deliveryMethod'),
					shipNode: node,
					requestedReservationTs: Date.parse(String(before.reservationTs)) > now ? text('reservationTs') : undefined,
					quantity: reservedOf(before.reservedQuantity, before.itemId),
					reservationId: id,
				},
			],
		},
	};
}

/** The call that releases a reservation. Releasing it twice does no harm, so it may be sent again. */
export const releaseCall = (id: string): InventoryCall => ({
	service: 'inventory',
	method: 'DELETE',
	path: `v2/reservations/${segment(id)}`,
	kind: 'keyed',
	deletes: true,
});

/** Gives reserved stock back. */
export async function release(client: InventoryClient, id: string): Promise<void> {
	await client.send(releaseCall(id));
}
