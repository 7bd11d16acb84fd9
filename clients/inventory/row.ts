import { strictNumber } from '../../kit/strictNumber';
import { isRecord } from '../../kit/record';
import { figure, shown, unreadable } from './figure';

/**
 * What is available of one item at one node, or in one network. The common form of all sources of stock, so that a
 * workflow can change from one to another.
 */
export interface AvailabilityRow {
	itemId: string;
	unit: string | null;
	productClass: string | null;
	node: string | null;
	network: string | null;
	deliveryMethod: string | null;
	/** Quantity that can be sold now. */
	onHand: number;
	/** Quantity that comes on top of it later. */
	future: number;
	/** ISO instant from which on there is more than now; null where nothing is known to come. */
	at: string | null;
	/** ISO instant of the earliest possible shipment; null where there is nothing to ship. */
	earliestShipDate: string | null;
	available: boolean;
	/** 0 none, 1 low, 2 medium, 3 high; null where the source has no levels. */
	threshold: number | null;
	fulfillmentAllowed: boolean | null;
	/** ISO instant that the figures are of. */
	asOf: string;
	source: 'iv2' | 'iv1' | 'ivEvent' | 'oms';
}

/** A period with one level of stock, as it is sent. All but the quantity is optional. */
type Window = Record<string, unknown>;

/** Names of the quantity of a window, the documented one first. */
const QUANTITIES = ['availableQuantity', 'quantity', 'totalAvailableQuantity'];

/** A window that begins no later than this after the response begins now: clocks differ. */
const CLOCKS_MS = 5 * 60_000;

/** Without the noise of binary fractions: 0.3 less 0.1 is 0.2. */
const difference = (one: number, other: number): number =>
	Number.isInteger(one) && Number.isInteger(other) ? one - other : Number((one - other).toFixed(10));

/** How a response names a window: the present one, or one to come by its place in the list. */
const nameOf = (place?: number) => (place === undefined ? 'currentAvailability' : `futureAvailability[${place}]`);

function levelOf(window: Window, where: string, place?: number): number {
	let known: string | undefined;
	for (const member of QUANTITIES) {
		if (window[member] === undefined) continue;
		known ??= member;
		if (window[member] === null) continue;
		known = member;
		break;
	}
	known ??= QUANTITIES[0];
	// The name is made only where it is needed: a response has ten thousand of these.
	return strictNumber(window[known]) ?? figure(window[known], `${nameOf(place)}.${known}`, where);
}

function windowOf(value: unknown, where: string, place?: number): Window {
	if (isRecord(value)) return value;
	return unreadable(`${nameOf(place)} is ${shown(value)} and not a period with a quantity`, where);
}

function laterOf(value: unknown, where: string): unknown[] {
	if (value === undefined || value === null) return [];
	return Array.isArray(value) ? value : unreadable(`futureAvailability is ${shown(value)} and not a list`, where);
}

/** Whether a window lets orders be fulfilled; null where it does not say. */
function allowedOf({ fulfillmentAllowed: value }: Window, where: string): boolean | null {
	if (value === undefined || value === null) return null;
	if (typeof value === 'boolean' || value === 'true' || value === 'false') return String(value) === 'true';
	return unreadable(`fulfillmentAllowed is ${shown(value)} and neither true nor false`, where);
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What the levels of stock say: {@link AvailabilityRow} without what names the item and the place. */
export type Stock = Omit<
	AvailabilityRow,
	'itemId' | 'unit' | 'productClass' | 'node' | 'network' | 'deliveryMethod' | 'source'
>;

/**
 * Reads the windows of V2. Each window is the level in its period (IBM: c_availabilitybreakup), so what comes later is
 * the highest level to come less the present one, never the sum of the windows. A place that only has later windows has
 * nothing now. `where` says whose they are.
 * @throws ServiceError `badAnswer` where there is no window, and for one without a quantity that can be read
 */
export function stockOf(current: unknown, future: unknown, asOf: string, where: string): Stock {
	const later = laterOf(future, where);
	const isMissing = current === undefined || current === null;
	if (isMissing && later.length === 0) return unreadable('it has no quantity', where);
	const now = isMissing ? { [QUANTITIES[0]]: 0 } : windowOf(current, where);
	const onHand = levelOf(now, where);
	let highest = onHand;
	let at: string | null = null;
	for (let i = 0; i < later.length; i++) {
		const window = windowOf(later[i], where, i);
		const level = levelOf(window, where, i);
		if (level > onHand && highest === onHand) at = textOf(window.fromTs);
		highest = Math.max(highest, level);
	}
	const allowed = allowedOf(now, where);
	const from = textOf(now.fromTs);
	// A node that is off until some day keeps its quantity; the window begins that day (IBM: node fulfillment options).
	const ships = from !== null && Date.parse(from) > Date.parse(asOf) + CLOCKS_MS ? from : asOf;
	return {
		onHand,
		future: difference(highest, onHand),
		at,
		earliestShipDate: onHand > 0 ? ships : at,
		available: onHand > 0 && allowed !== false && ships === asOf,
		threshold: strictNumber(now.thresholdLevel) ?? null,
		fulfillmentAllowed: allowed,
		asOf,
	};
}
