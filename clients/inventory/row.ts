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

/** A period with one level of stock. All members are optional, because responses name none but the quantity for sure. */
export interface Window {
	fromTs?: string;
	toTs?: string;
	availableQuantity?: number | string;
	quantity?: number | string;
	totalAvailableQuantity?: number | string;
	thresholdLevel?: number;
	fulfillmentAllowed?: boolean;
}

/** A window that begins no later than this after the response begins now: clocks differ. */
const CLOCKS_MS = 5 * 60_000;

/** Without the noise of binary fractions: 0.3 less 0.1 is 0.2. */
const difference = (one: number, other: number): number =>
	Number.isInteger(one) && Number.isInteger(other) ? one - other : Number((one - other).toFixed(10));

/** The quantity of a window, 0 where it names none. */
export function levelOf(window: Window | undefined): number {
	const value = window?.availableQuantity ?? window?.quantity ?? window?.totalAvailableQuantity ?? 0;
	const level = Number(value);
	return Number.isFinite(level) ? level : 0;
}

/** What the levels of stock say: {@link AvailabilityRow} without what names the item and the place. */
export type Stock = Omit<
	AvailabilityRow,
	'itemId' | 'unit' | 'productClass' | 'node' | 'network' | 'deliveryMethod' | 'source'
>;

/**
 * Reads the windows of V2. Each window is the level in its period (IBM: c_availabilitybreakup), so what comes later is
 * the highest level to come less the present one, never the sum of the windows.
 */
export function stockOf(current: Window | undefined, later: readonly Window[], asOf: string): Stock {
	const onHand = levelOf(current);
	const highest = later.reduce((most, window) => Math.max(most, levelOf(window)), onHand);
	const at = later.find((window) => levelOf(window) > onHand)?.fromTs ?? null;
	const allowed = current?.fulfillmentAllowed ?? null;
	const from = current?.fromTs;
	// A node that is off until some day keeps its quantity; the window begins that day (IBM: node fulfillment options).
	const now = from !== undefined && Date.parse(from) > Date.parse(asOf) + CLOCKS_MS ? from : asOf;
	return {
		onHand,
		future: difference(highest, onHand),
		at,
		earliestShipDate: onHand > 0 ? now : at,
		available: onHand > 0 && allowed !== false && now === asOf,
		threshold: current?.thresholdLevel ?? null,
		fulfillmentAllowed: allowed,
		asOf,
	};
}
