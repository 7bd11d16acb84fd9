import { ServiceError } from '../../kit/errors';
import type { InventoryCall, InventoryClient } from './client';
import { readReservation, release, reservedOf } from './reservations';
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
	const total = answered.totalReservedQuantity ?? answered.reservedQuantity ?? undefined;
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

/** IV accepted the reservation and nobody can say how much it holds. */
function unknownQuantity({ message }: ServiceError, reservations: Json[]): ServiceError {
	const ids = reservations.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
	return new ServiceError('uncertain', `Stock may be reserved. ${message}`, {
		attributes: ids.length > 0 ? { reservationId: ids.join(', ') } : {},
		hint: 'Look for the reservation by its ID or reference (Reservation: Get), and release it if it is not needed.',
		effect: 'unknown',
	});
}

/** What a create whose response was lost has left behind, in the form of its response; undefined where there is not all. */
async function findOwn(client: InventoryClient, id: string, line: ReservationLine): Promise<unknown> {
	const reservations = [await readReservation(client, id)];
	const totalOf = () => sumOf(reservations, line);
	// In a network it continues at the next nodes as `…_02`, `…_03` (IBM: reservations-updating-existing).
	while (line.distributionGroup !== undefined && totalOf() < line.quantity) {
		const next = await ifThere(client, `${id}_${String(reservations.length + 1).padStart(2, '0')}`);
		if (!next) break;
		reservations.push(next);
	}
	return totalOf() < line.quantity
		? undefined
		: { lines: [{ ...line, reservations, totalReservedQuantity: totalOf() }] };
}

async function ifThere(client: InventoryClient, id: string): Promise<Json | undefined> {
	try {
		return await readReservation(client, id);
	} catch (error) {
		if (error instanceof ServiceError && error.category === 'notFound') return undefined;
		throw error;
	}
}
