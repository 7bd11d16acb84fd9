import { instant, iso, number, readList, readObject, required, text, type Json } from '../body';
import { availability, type Availability } from '../levels';
import { badRequest, notFound } from '../refusal';
import type { Parts, Route } from '../route';
import type { Reservation, World } from '../world';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Stock that is held for a while [IBM: data-reservations, c_IS_datebreakup_reservation]. */
export const reservationRoutes: readonly Route[] = [
	{
		name: 'reservations.create',
		service: 'inventory',
		method: 'POST',
		path: 'v2/reservations',
		actions: (body) => readList(readObject(body), 'lines').length,
		handle: ({ body }, parts) => {
			const header = readObject(body);
			const lines = readList(header, 'lines').map((line) => reserveLine(header, line, parts));
			return { status: 200, body: { ...header, lines } };
		},
	},
	...['v1', 'v2'].map((version): Route => ({
		name: `reservations.list${version === 'v1' ? 'V1' : ''}`,
		service: 'inventory',
		method: 'GET',
		path: `${version}/reservations`,
		handle: ({ query }, { world }) => {
			if (version === 'v2' && !world.behaviour.listsReservationsV2) throw notFound('No such resource.');
			const reference = query.get('reference');
			if (!reference) throw badRequest('reference is required.');
			return {
				status: 200,
				body: world
					.reservations()
					.filter((one) => one.reference === reference)
					.map((one) => shown(one, world)),
			};
		},
	})),
	{
		name: 'reservations.get',
		service: 'inventory',
		method: 'GET',
		path: 'v2/reservations/{id}',
		handle: ({ params }, parts) => ({ status: 200, body: shown(held(params.id, parts), parts.world) }),
	},
	{
		name: 'reservations.increase',
		service: 'inventory',
		method: 'PATCH',
		path: 'v2/reservations/{id}',
		handle: ({ params, body }, parts) => {
			const older = held(params.id, parts);
			const quantity = number(readObject(body), 'quantity');
			if (quantity <= older.quantity) throw badRequest('A reservation can only be increased.');
			const free = availability(parts.world, question(older, parts)).currentAvailability.availableQuantity;
			if (free < quantity - older.quantity) throw badRequest(`Only ${free} more are available.`);
			const raised = { ...older, quantity };
			parts.world.reserve(raised);
			parts.events.availability(raised);
			return { status: 200, body: shown(raised, parts.world) };
		},
	},
	{
		name: 'reservations.release',
		service: 'inventory',
		method: 'DELETE',
		path: 'v2/reservations/{id}',
		handle: ({ params }, parts) => {
			const released = held(params.id, parts);
			parts.world.release(released);
			parts.events.availability(released);
			return { status: 204 };
		},
	},
];

function held(id: string, { world }: Parts): Reservation {
	const found = world.reservation(id);
	if (!found) throw notFound(`Reservation ${id} does not exist.`);
	return found;
}

function question(line: Omit<Reservation, 'id'>, { world }: Parts, considerSafetyStock = true) {
	return { ...line, considerSafetyStock, until: world.clock.now() + 30 * DAY };
}

/**
 * Reserves one line at its node, or split over the nodes of its group by their priority. Less than asked for is not an
 * error: the line says how much (HTTP 200).
 */
function reserveLine(header: Json, line: Json, parts: Parts): Json {
	const { world } = parts;
	const now = world.clock.now();
	const wanted = number(line, 'quantity');
	if (!(wanted > 0)) throw badRequest('Badly formed message: quantity must be positive.');
	const at = instant(line.requestedReservationTs, now);
	const minutes = Number(header.timeToExpire ?? world.defaultExpirationMinutes);
	const wish: Omit<Reservation, 'id' | 'shipNode'> = {
		itemId: required(line, 'itemId'),
		unitOfMeasure: required(line, 'unitOfMeasure'),
		productClass: text(line.productClass),
		reference: text(header.reference),
		deliveryMethod: text(line.deliveryMethod) || 'SHP',
		segment: text(header.segment),
		segmentType: text(header.segmentType),
		quantity: wanted,
		at,
		expiresAt: Math.max(at, now) + minutes * MINUTE,
	};
	const own = text(line.reservationId);
	const older = own === '' ? undefined : world.reservation(own);
	if (older) world.release(older);
	const isPartial = [header, line].some((one) => text(one.acceptPartialReserve) === 'true');
	const isSafe = text(header.considerSafetyStock) !== 'false';

	const made: Reservation[] = [];
	for (const shipNode of nodesOf(line, parts)) {
		const left = wanted - sum(made);
		if (left <= 0) break;
		const levels = availability(world, { ...question({ ...wish, shipNode }, parts, isSafe), shipNode });
		const free = freeIn(levels, left, instant(line.requestedEndTs ?? line.requestEndTs, now + 30 * DAY));
		const quantity = Math.min(left, free.quantity);
		if (quantity <= 0) continue;
		const id = own === '' ? world.id() : made.length === 0 ? own : `${own}_${String(made.length + 1).padStart(2, '0')}`;
		made.push({ ...wish, id, shipNode, quantity, at: Math.max(at, free.at) });
	}
	const isEnough = sum(made) >= wanted || (isPartial && made.length > 0);
	if (!isEnough && older) world.reserve(older);
	const reservations = isEnough ? made : [];
	for (const one of reservations) {
		world.reserve(one);
		parts.events.availability(one);
	}
	return {
		...line,
		quantity: wanted,
		requestedReservationTs: iso(at),
		reservations: reservations.map((one) => ({
			id: one.id,
			shipNode: one.shipNode,
			reservationTs: iso(one.at),
			expirationTs: iso(one.expiresAt),
			reservedQuantity: one.quantity,
		})),
		totalReservedQuantity: sum(reservations),
	};
}

const sum = (reservations: Reservation[]): number => reservations.reduce((total, { quantity }) => total + quantity, 0);

function nodesOf(line: Json, { world }: Parts): string[] {
	if (text(line.shipNode) !== '') return [text(line.shipNode)];
	const group = world.groups.get(required(line, 'distributionGroup'));
	if (!group) throw badRequest(`Distribution group ${text(line.distributionGroup)} does not exist.`);
	return group;
}

/** The first window that holds what is wanted, else the fullest, of those that begin before the end. */
function freeIn({ currentAvailability, futureAvailability }: Availability, wanted: number, end: number) {
	const windows = [currentAvailability, ...futureAvailability]
		.filter(({ fulfillmentAllowed }) => fulfillmentAllowed)
		.map(({ fromTs, availableQuantity: quantity }) => ({ at: Date.parse(fromTs), quantity }))
		.filter(({ at }) => at <= end);
	const enough = windows.find(({ quantity }) => quantity >= wanted);
	const fullest = windows.reduce((best, one) => (one.quantity > best.quantity ? one : best), { at: 0, quantity: 0 });
	return enough ?? fullest;
}

/** A reservation as its read shows it [IBM's clients, V1]. */
function shown({ at, expiresAt, quantity, shipNode, ...reservation }: Reservation, { behaviour }: World): Json {
	return {
		...reservation,
		...(behaviour.readsNodeOfReservation ? { shipNode } : {}),
		productClass: reservation.productClass || null,
		reservationTs: iso(at),
		expirationTs: iso(expiresAt),
		reservedQuantity: quantity,
	};
}
