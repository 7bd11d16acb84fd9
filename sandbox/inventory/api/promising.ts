import { instant, iso, number, readList, readObject, required, text, type Json } from '../body';
import { availability } from '../levels';
import { badRequest } from '../refusal';
import type { Parts, Route } from '../route';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Carrier services of the sandbox with the time they are on their way, and the minute of the day they leave at. */
const CARRIERS = [
	{ carrierServiceId: 'EXPRESS', shippingGroups: ['SAME_DAY', 'STANDARD'], transit: DAY, pickup: 17 * 60 },
	{ carrierServiceId: 'GROUND', shippingGroups: ['STANDARD'], transit: 3 * DAY, pickup: 15 * 60 },
];
const LEAD_TIME = 2 * HOUR;

/**
 * Delivery dates. The request is IBM's [quick-commerce sample]; the names of the members of the response are this
 * sandbox's own, because no readable page shows them.
 */
export const promisingRoutes: readonly Route[] = [
	...['v1', 'v2'].map((version): Route => ({
		name: version === 'v2' ? 'promise.edd' : 'promise.eddV1',
		service: 'promising',
		method: 'POST',
		path: `${version}/edd`,
		handle: ({ body }, parts) => ({ status: 200, body: { results: estimates(readObject(body), parts) } }),
	})),
	{
		name: 'promise.checkout',
		service: 'promising',
		method: 'POST',
		path: 'v2/sandbox-checkout-plan',
		handle: ({ body }, parts) => {
			const given = readObject(body);
			const lines = readList(given, 'lines');
			const plans = lines.map((line) => ({ line, best: estimates({ ...given, itemInfo: line }, parts, line)[0] }));
			const dates = plans.flatMap(({ best }) => (best ? [text(best.estimatedDeliveryDate)] : [])).sort();
			return {
				status: 200,
				body: {
					earliestDeliveryDate: dates[0] ?? null,
					lastDeliveryDate: dates.at(-1) ?? null,
					shipments: plans
						.filter(({ best }) => best)
						.map(({ line, best }) => ({ ...best, lines: [{ itemId: line.itemId, quantity: line.quantity }] })),
				},
			};
		},
	},
];

/** One row for each carrier service, the earliest first. */
function estimates(given: Json, parts: Parts, line: Json = { quantity: 1 }): Json[] {
	const { world } = parts;
	const item = (given.itemInfo ?? {}) as Json;
	const method = required(given, 'deliveryMethod');
	if (method === 'SHP' && !text(given.shippingGroupId)) throw badRequest('shippingGroupId is required for SHP.');
	if (typeof given.destination !== 'object' || given.destination === null) throw badRequest('destination is required.');
	const only = given.overrideNodeList as string[] | undefined;
	const constraints = (given.requestedDateConstraints ?? {}) as Json;
	const start = Math.max(world.clock.now(), instant(constraints.startTs, 0));
	const preferred = given.preferredCarrierServices as string[] | undefined;
	const carriers =
		method === 'PICK'
			? [{ carrierServiceId: 'PICKUP', shippingGroups: [], transit: 0, pickup: 24 * 60 }]
			: CARRIERS.filter(
					({ carrierServiceId: id, shippingGroups }) =>
						shippingGroups.includes(text(given.shippingGroupId)) && (preferred?.includes(id) ?? true),
				);
	const nodes = [...world.nodes.keys()].filter((node) => only?.includes(node) ?? true);
	const ready = nodes
		.map((shipNode) => ({ shipNode, at: readyAt(parts, item, line, shipNode, method, start) }))
		.filter((one): one is { shipNode: string; at: number } => one.at !== undefined)
		.sort((a, b) => a.at - b.at);
	if (ready.length === 0) return [];
	const [best] = ready;
	return carriers
		.map(({ carrierServiceId, transit, pickup }) => {
			const shipAt = nextPickup(best.at + LEAD_TIME, pickup);
			return {
				carrierServiceId,
				shipNode: best.shipNode,
				orderBy: iso(shipAt - LEAD_TIME),
				shipDate: iso(shipAt),
				estimatedDeliveryDate: iso(shipAt + transit),
				candidateNodes: ready.map(({ shipNode }) => ({ shipNode, leadTime: 'PT2H' })),
			};
		})
		.sort((a, b) => a.estimatedDeliveryDate.localeCompare(b.estimatedDeliveryDate));
}

function readyAt({ world }: Parts, item: Json, line: Json, shipNode: string, method: string, from: number) {
	const { currentAvailability, futureAvailability } = availability(world, {
		itemId: required(item, 'itemId'),
		unitOfMeasure: required(item, 'unitOfMeasure'),
		productClass: text(item.productClass),
		shipNode,
		deliveryMethod: method,
		segment: '',
		segmentType: '',
		considerSafetyStock: true,
		until: from + 21 * DAY,
	});
	const wanted = number(line, 'quantity');
	const window = [currentAvailability, ...futureAvailability].find(
		({ availableQuantity, fulfillmentAllowed }) => fulfillmentAllowed && availableQuantity >= wanted,
	);
	return window && Math.max(from, Date.parse(window.fromTs));
}

/** The next time at or after an instant at which the carrier comes, at a minute of the day (UTC). */
function nextPickup(from: number, minuteOfDay: number): number {
	const today = Math.floor(from / DAY) * DAY + minuteOfDay * MINUTE;
	return today >= from ? today : today + DAY;
}
