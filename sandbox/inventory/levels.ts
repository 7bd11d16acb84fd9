import { iso } from './body';
import type { ItemKey, StockRecord } from './ledger';
import { levelOf, offUntil, ruleFor, thresholdsFor, type Place } from './rules';
import { OPEN_END, type World } from './world';

/** What is asked about: an item at a place, and how. */
export interface Question extends ItemKey {
	shipNode?: string;
	distributionGroup?: string;
	deliveryMethod: string;
	segment: string;
	segmentType: string;
	considerSafetyStock: boolean;
	/** End of the last window, in epoch milliseconds. */
	until: number;
}

/** One period with one level of stock [IBM: formats-new-event]. */
export interface Window {
	fromTs: string;
	toTs: string;
	availableQuantity: number;
	supplyQuantity: number;
	demandQuantity: number;
	reservedQuantity: number;
	shortageQuantity: number;
	demandShortage: number;
	reservationShortage: number;
	safetyShortage: number;
	consumedSafetyQuantity: number;
	fulfillmentAllowed: boolean;
	thresholdLevel?: number;
}

export interface Availability {
	currentAvailability: Window;
	futureAvailability: Window[];
}

const sum = (quantities: Array<{ quantity: number }>): number =>
	quantities.reduce((total, { quantity }) => total + quantity, 0);

/**
 * The levels of stock from now on: each window has the level in its period, not what is added to it [IBM:
 * c_availabilitybreakup]. What counts now and what later is decided by the times of the supplies, whatever their type
 * [IBM: c_v1v2_difference].
 */
export function availability(world: World, question: Question): Availability {
	const now = world.clock.now();
	const nodes = nodesOf(world, question);
	const isHere = ({ shipNode }: { shipNode: string }) => nodes.has(shipNode) || (shipNode === '' && nodes.has('*'));
	const inSegment = ({ segment }: { segment: string }) => segment === '' || segment === question.segment;
	const supplies = world.ledger.of('supply', question).filter((one) => isHere(one) && inSegment(one));
	const demands = world.ledger.of('demand', question).filter(isHere);
	const reservations = world.reservationsOf(question).filter(isHere);
	const safety = question.considerSafetyStock ? safetyOf(world, question, nodes) : 0;
	const place: Place = {
		shipNode: question.shipNode ?? '',
		distributionGroup: question.distributionGroup ?? '',
		deliveryMethod: question.deliveryMethod,
	};
	const itemIsOn = ruleFor(world.fulfillment, question, place) ?? true;
	const off = question.shipNode
		? offUntil(world.nodes.get(question.shipNode), question.deliveryMethod, now)
		: undefined;

	const windows = periods(supplies, now, question.until).map(([from, to]): Window => {
		const supplyQuantity = sum(supplies.filter((one) => one.from <= from && one.until > from));
		const demandQuantity = sum(demands.filter((one) => one.until > from));
		const reservedQuantity = sum(reservations.filter((one) => one.at <= Math.max(from, now)));
		const free = supplyQuantity - demandQuantity - reservedQuantity;
		return {
			fromTs: iso(off === undefined ? from : Math.max(from, Math.min(off, OPEN_END))),
			toTs: iso(to),
			availableQuantity: Math.max(0, free - safety),
			supplyQuantity,
			demandQuantity,
			reservedQuantity,
			shortageQuantity: Math.max(0, -free),
			demandShortage: Math.max(0, demandQuantity - supplyQuantity),
			reservationShortage: Math.max(0, Math.min(reservedQuantity, -free)),
			safetyShortage: Math.max(0, safety - Math.max(0, free)),
			consumedSafetyQuantity: Math.min(safety, Math.max(0, free)),
			fulfillmentAllowed: itemIsOn && off === undefined,
		};
	});
	const [currentAvailability, ...futureAvailability] = windows;
	const thresholds = thresholdsFor(world, question, place);
	currentAvailability.thresholdLevel = levelOf(currentAvailability.availableQuantity, thresholds);
	return { currentAvailability, futureAvailability };
}

/** Nodes that count; `*` stands for demand that no node has, which counts against the network. */
function nodesOf(world: World, { shipNode, distributionGroup }: Question): Set<string> {
	if (distributionGroup === undefined) return new Set([shipNode ?? '']);
	return new Set(['*', ...(world.groups.get(distributionGroup) ?? [])]);
}

function safetyOf(world: World, question: Question, nodes: Set<string>): number {
	const at = (shipNode: string) =>
		ruleFor(world.safetyStock, question, { shipNode, distributionGroup: '', deliveryMethod: question.deliveryMethod });
	return [...nodes].filter((node) => node !== '*').reduce((total, node) => total + (at(node) ?? 0), 0);
}

/** The periods from now to the end, cut where a supply comes or goes. */
function periods(supplies: StockRecord[], now: number, end: number): Array<[number, number]> {
	const cuts = new Set<number>();
	for (const { from, until } of supplies) {
		for (const time of [from, until]) if (time > now && time < end) cuts.add(time);
	}
	const starts = [now, ...[...cuts].sort((a, b) => a - b)];
	return starts.map((from, i) => [from, starts[i + 1] ?? end]);
}
