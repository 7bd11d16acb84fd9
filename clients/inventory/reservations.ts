import { ServiceError } from '../../kit/errors';
import { figure } from './figure';
import { segment, type InventoryCall, type InventoryClient } from './client';
import { isListed, listOf } from './stock';

/** What is to be held. */
export interface ReservationLine {
	lineId: string;
	itemId: string;
	unitOfMeasure: string;
	productClass?: string;
	deliveryMethod?: string;
	/** Either a node, or a group whose nodes the quantity is spread over. */
	shipNode?: string;
	distributionGroup?: string;
	quantity: number;
	segment?: string;
	segmentType?: string;
	requestedReservationTs?: string;
	requestedEndTs?: string;
	/** An id of the caller's own, under which a lost response is looked up. */
	reservationId?: string;
}

export interface ReservationHeader {
	reference?: string;
	/** Minutes; the unit is inferred. */
	timeToExpire?: number;
	segment?: string;
	segmentType?: string;
	considerSafetyStock: boolean;
	acceptPartialReserve: boolean;
}

type Json = Record<string, unknown>;

/** What came of a reservation. */
interface ReservationResult {
	line: ReservationLine;
	asked: number;
	reserved: number;
	reservations: Json[];
}

/** The call that makes a reservation. `acceptPartialReserve` is sent at both levels, for its place is not documented. */
export function reserveCall(header: ReservationHeader, line: ReservationLine): InventoryCall {
	const { acceptPartialReserve, ...rest } = header;
	return {
		service: 'inventory',
		method: 'POST',
		path: 'v2/reservations',
		kind: 'write',
		body: {
			availabilityType: 'SELL',
			...rest,
			acceptPartialReserve,
			lines: [{ ...line, acceptPartialReserve }],
		},
	};
}

/**
 * Reserves one line. HTTP 200 does not say that anything was reserved (IBM: INVENTORY-I-129), so the quantities are
 * compared. Where the response is lost, the reservation is looked up by its own id.
 * @throws ServiceError `conflict` where less is reserved than asked for, unless a part is accepted; what was booked of
 * the line is released before
 */
export async function reserve(
	client: InventoryClient,
	header: ReservationHeader,
	line: ReservationLine,
): Promise<ReservationResult> {
	const { reservationId } = line;
	const recover = reservationId === undefined ? undefined : async () => await findOwn(client, reservationId, line);
	const expects = (body: unknown) => lineIn(body, line) !== undefined;
	const { body } = await client.send({ ...reserveCall(header, line), recover, expects });
	const result = resultOf(body, line);
	if (result.reserved >= line.quantity || (header.acceptPartialReserve && result.reserved > 0)) return result;
	// Without partial reservation IV rolls a line back by itself; what is left of it would be forgotten stock.
	const left = result.reservations.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
	for (const id of left) await release(client, id);
	throw tooLittle(result, left);
}

function tooLittle({ line, reserved, asked }: ReservationResult, released: string[]): ServiceError {
	const place = line.shipNode ?? line.distributionGroup ?? '';
	const undone = released.length > 0 ? ' The reserved quantity was released again.' : '';
	return new ServiceError(
		'conflict',
		`${reserved} of ${asked} of item ${line.itemId} could be reserved at ${place}.${undone}`,
		{
			attributes: { itemId: line.itemId, asked: String(asked), reserved: String(reserved) },
			hint: 'Reserve less or elsewhere, or turn on Accept Partial to keep what is available.',
			effect: 'none',
		},
	);
}

function resultOf(body: unknown, line: ReservationLine): ReservationResult {
	const answered = lineIn(body, line) as Json;
	const reservations = Array.isArray(answered.reservations) ? (answered.reservations as Json[]) : [];
	// V1 names the quantity of the line reservedQuantity.
	const total = answered.totalReservedQuantity ?? answered.reservedQuantity;
	try {
		const reserved = total === undefined ? sumOf(reservations, line) : reservedOf(total, line.itemId);
		return { line, asked: line.quantity, reserved, reservations };
	} catch (error) {
		throw unknownQuantity(error as ServiceError, reservations);
	}
}

/** What a response says of a line; undefined where it says nothing. */
function lineIn(body: unknown, { lineId: own }: ReservationLine): Json | undefined {
	return isListed(body, 'lines') ? listOf(body, 'lines').find(({ lineId }) => String(lineId) === own) : undefined;
}

const sumOf = (reservations: Json[], { itemId }: ReservationLine): number =>
	reservations.reduce((sum, { reservedQuantity }) => sum + reservedOf(reservedQuantity ?? 0, itemId), 0);

/** @throws ServiceError `badAnswer` for a quantity that cannot be read */
const reservedOf = (quantity: unknown, itemId: unknown): number =>
	figure(quantity, 'reservedQuantity', `the reservation of item ${String(itemId)}`);

/** IV accepted the reservation and nobody can say how much it holds. */
function unknownQuantity({ message }: ServiceError, reservations: Json[]): ServiceError {
	const ids = reservations.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
	return new ServiceError('uncertain', `Stock may be reserved. ${message}`, {
		attributes: ids.length > 0 ? { reservationId: ids.join(', ') } : {},
		hint: 'Look for the reservation by its ID or reference (Reservation: Get), and release it if it is not wanted.',
		effect: 'unknown',
	});
}

/** What a create whose response was lost has left behind, in the form of its response; undefined where there is not all. */
async function findOwn(client: InventoryClient, id: string, line: ReservationLine): Promise<unknown> {
	const found = await readReservation(client, id);
	// A network reservation goes on under ids of its own; then what is found under the first is only a part.
	const totalReservedQuantity = reservedOf(found.reservedQuantity, line.itemId);
	if (totalReservedQuantity < line.quantity) return undefined;
	return { lines: [{ ...line, reservations: [{ id, ...found }], totalReservedQuantity }] };
}

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
	});
	return { id, ...(body as Json) };
}

/** The reservations of a reference. Only the list of V1 is documented, so that is read where V2 has none. */
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

/** Raises a reservation to a quantity; lowering is not possible (IBM: FAQ). Repeated, it comes to the same. */
export const increaseCall = (id: string, quantity: number): InventoryCall => ({
	service: 'inventory',
	method: 'PATCH',
	path: `v2/reservations/${segment(id)}`,
	kind: 'write',
	body: { quantity },
});

/**
 * Raises a reservation to a quantity in all. If the response is lost, the reservation is read back.
 *
 * @throws ServiceError as {@link InventoryClient.send} does
 */
export async function increase(client: InventoryClient, id: string, quantity: number): Promise<Json> {
	const recover = async () => {
		const found = await readReservation(client, id);
		return reservedOf(found.reservedQuantity, found.itemId) >= quantity ? found : undefined;
	};
	const { body } = await client.send({ ...increaseCall(id, quantity), recover });
	return { id, ...((body as Json | undefined) ?? { reservedQuantity: quantity }) };
}

/**
 * Extends a reservation that has an id of the caller's own: the same id is sent again with a new time
 * (IBM: reservations-updating-existing).
 * @param minutes from now on
 * @throws ServiceError `conflict` where IV made another reservation instead, which is released again
 */
export async function extend(client: InventoryClient, id: string, minutes: number): Promise<Json> {
	const before = await readReservation(client, id);
	const endOf = ({ expirationTs }: Json) => Date.parse(String(expirationTs));
	const recover = async () => {
		const found = await readReservation(client, id);
		return endOf(found) > endOf(before) ? { lines: [{ reservations: [found] }] } : undefined;
	};
	const expects = (body: unknown) => isListed(body, 'lines');
	const { body } = await client.send({ ...extendCall(before, id, minutes), recover, expects });
	const made = listOf(body, 'lines').flatMap(({ reservations }) => (reservations as Json[] | undefined) ?? []);
	const own = made.find((reservation) => reservation.id === id);
	if (own) return { ...before, ...own };
	for (const { id: other } of made) if (typeof other === 'string') await release(client, other);
	throw new ServiceError('conflict', `Reservation ${id} was not extended.`, {
		hint: 'Only a reservation with an ID of your choice can be extended. Reserve again and release this one.',
		effect: 'none',
	});
}

/** The call that extends a reservation, made of what its read says. */
export function extendCall(before: Json, id: string, minutes: number): InventoryCall {
	const text = (name: string) => (before[name] ? String(before[name]) : undefined);
	return {
		service: 'inventory',
		method: 'POST',
		path: 'v2/reservations',
		kind: 'write',
		body: {
			availabilityType: 'SELL',
			reference: text('reference'),
			timeToExpire: minutes,
			considerSafetyStock: true,
			lines: [
				{
					lineId: '1',
					itemId: text('itemId'),
					unitOfMeasure: text('unitOfMeasure'),
					productClass: text('productClass'),
					deliveryMethod: text('deliveryMethod'),
					shipNode: text('shipNode'),
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
