import { ServiceError } from '../../kit/errors';
import type { InventoryCall, InventoryClient } from './client';
import { readReservation, release } from './reservations';
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
	const reserved = total === undefined ? sumOf(reservations) : Number(total);
	return { line, asked: line.quantity, reserved, reservations };
}

/** What a response says of a line; undefined where it says nothing. */
function lineIn(body: unknown, { lineId: own }: ReservationLine): Json | undefined {
	return isListed(body, 'lines') ? listOf(body, 'lines').find(({ lineId }) => String(lineId) === own) : undefined;
}

const sumOf = (reservations: Json[]): number =>
	reservations.reduce((sum, { reservedQuantity }) => sum + Number(reservedQuantity ?? 0), 0);

/** What a create whose response was lost has left behind, in the form of its response; undefined where there is not all. */
async function findOwn(client: InventoryClient, id: string, line: ReservationLine): Promise<unknown> {
	const found = await readReservation(client, id);
	// A network reservation goes on under ids of its own; then what is found under the first is only a part.
	if (Number(found.reservedQuantity) < line.quantity) return undefined;
	const reservations = [{ id, ...found }];
	return { lines: [{ ...line, reservations, totalReservedQuantity: Number(found.reservedQuantity) }] };
}
