import { ServiceError } from '../../kit/errors';
import { isRecord } from '../../kit/record';
import { strictNumber } from '../../kit/strictNumber';
import type { InventoryAnswer } from './answer';
import { figure, shown, unreadable } from './figure';
import { stockOf, type AvailabilityRow, type Stock } from './row';

type Json = Record<string, unknown>;

/** What is asked about one item; members without a value are not sent. */
export interface AvailabilityLine {
	itemId: string;
	unitOfMeasure: string;
	productClass?: string;
	deliveryMethod?: string;
	segment?: string;
	segmentType?: string;
	/** Only at nodes. */
	shipNodes?: readonly string[];
	/** `yyyy-MM-ddZ`. Older releases take a timestamp; see `sendWithEnd`. */
	requestedEndTs?: string;
	requestedQuantity?: number;
	demandType?: string;
}

/** One row, and what IV said of it where that is kept. */
export interface AvailabilityFinding {
	row: AvailabilityRow;
	raw?: Record<string, unknown>;
}

/** How the two kinds of availability differ. */
export const KINDS = {
	node: { path: 'v2/availability/node', list: 'shipNodeAvailabilities', older: 'shipNodeAvailability', at: 'shipNode' },
	network: {
		path: 'v2/availability/network',
		list: 'networkAvailabilities',
		older: 'networkAvailability',
		at: 'distributionGroupId',
	},
} as const;

export type AvailabilityKind = keyof typeof KINDS;

/** How a response is read: `at` is the time that its figures are of. */
interface Reading {
	kind: AvailabilityKind;
	at: string;
	keepRaw: boolean;
}

/**
 * What the response says of each line that was asked about, in the same order. A line or node that it leaves out, or that
 * cannot be read, is an error in its place.
 * @throws ServiceError `badAnswer` for a response without lines
 */
export function linesOf(
	answer: InventoryAnswer,
	asked: ReadonlyArray<AvailabilityLine & { lineId: string }>,
	how: Reading,
): Array<AvailabilityFinding[] | Error> {
	const { lines } = answer.body as { lines?: unknown };
	if (!Array.isArray(lines)) throw foreign('no lines');
	const byId = new Map((lines as unknown[]).filter(isRecord).map((line) => [String(line.lineId), line]));
	return asked.map((line) => {
		const answered = byId.get(line.lineId);
		const findings = answered && readable(() => findingsOf(answered, line, how));
		if (findings instanceof Error) return findings;
		if (!findings || findings.length === 0) return foreign(`nothing about item ${line.itemId}`);
		return missingNode(findings, line) ?? findings;
	});
}

/** The error for a node that was asked about and has no finding; undefined where all have one. */
export function missingNode(
	findings: readonly AvailabilityFinding[],
	{ itemId, shipNodes = [] }: Pick<AvailabilityLine, 'itemId' | 'shipNodes'>,
): ServiceError | undefined {
	const missing = shipNodes.find((node) => !findings.some(({ row }) => row.node === node));
	return missing === undefined ? undefined : unknownNode(itemId, missing);
}

/** What was read, or the error of it: a line that cannot be read does not spoil the others of its call. */
function readable<T>(read: () => T): T | ServiceError {
	try {
		return read();
	} catch (error) {
		if (error instanceof ServiceError) return error;
		throw error;
	}
}

/** The time that the figures are of: the server's where it says it. */
export const asOf = ({ serverTime }: InventoryAnswer, now: number): string => new Date(serverTime ?? now).toISOString();

/** The rows of a line; what it does not repeat of the question is as it was `asked`. */
export function findingsOf(
	line: Json,
	asked: Partial<AvailabilityLine>,
	{ kind, at, keepRaw }: Reading,
): AvailabilityFinding[] | undefined {
	const { list, older, at: place } = KINDS[kind];
	const places = line[list] ?? line[older];
	if (!Array.isArray(places)) return undefined;
	const said = (name: 'unitOfMeasure' | 'productClass' | 'deliveryMethod') =>
		textOf(name in line ? line[name] : asked[name]);
	const itemId = String(line.itemId ?? asked.itemId);
	const [unit, productClass, deliveryMethod] = [said('unitOfMeasure'), said('productClass'), said('deliveryMethod')];
	return (places as unknown[]).map((raw) => {
		if (!isRecord(raw)) return unreadable(`an entry of ${list} is ${shown(raw)} and no place`, `item ${itemId}`);
		const found = stock(raw, at, `item ${itemId} at ${String(raw[place])}`);
		// Written out: there are ten thousand of them, and an object that is spread into another one takes twice as long.
		const row: AvailabilityRow = {
			itemId,
			unit,
			productClass,
			node: kind === 'node' ? textOf(raw[place]) : null,
			network: kind === 'network' ? textOf(raw[place]) : null,
			deliveryMethod,
			onHand: found.onHand,
			future: found.future,
			at: found.at,
			earliestShipDate: found.earliestShipDate,
			available: found.available,
			threshold: found.threshold,
			fulfillmentAllowed: found.fulfillmentAllowed,
			asOf: at,
			source: isTotals(raw) ? 'iv1' : 'iv2',
		};
		return keepRaw ? { row, raw } : { row };
	});
}

/** Whether an availability is in the totals that V1 had, and not in the windows of V2. */
const isTotals = (raw: Json): boolean => (raw.onhandAvailableQuantity ?? undefined) !== undefined;

/** The figures of a place. @throws ServiceError for a quantity that cannot be read */
function stock(raw: Json, at: string, where: string): Stock {
	if (!isTotals(raw)) {
		return stockOf(raw.currentAvailability, raw.futureAvailability, at, where);
	}
	const number = (name: string) => figure(raw[name] ?? 0, name, where);
	return {
		onHand: figure(raw.onhandAvailableQuantity, 'onhandAvailableQuantity', where),
		future: number('futureAvailableQuantity'),
		at: textOf(raw.futureEarliestShipTs),
		earliestShipDate: textOf(raw.onhandEarliestShipTs) ?? textOf(raw.earliestShipTs),
		available: number('totalAvailableQuantity') > 0,
		threshold: strictNumber(raw.thresholdLevel) ?? null,
		fulfillmentAllowed: null,
		asOf: at,
	};
}

const textOf = (value: unknown): string | null =>
	value === undefined || value === null || value === '' ? null : String(value);

/** The error for a response that is not about what was asked. */
export function foreign(what: string): ServiceError {
	return new ServiceError('badAnswer', `The response contains ${what}.`, {
		hint: 'This differs from the documentation of Inventory Visibility. See the raw responses.',
		effect: 'none',
	});
}

function unknownNode(itemId: string, node: string): ServiceError {
	return new ServiceError('notFound', `The response does not mention node ${node} for item ${itemId}.`, {
		hint: 'Check that it is in the list of ship nodes.',
		effect: 'none',
	});
}
