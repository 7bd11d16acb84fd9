import { ServiceError } from '../../kit/errors';
import type { InventoryAnswer } from './answer';
import { inCalls, type Outcome } from './calls';
import { bytesOf, MAX_BODY_BYTES } from './chunks';
import { segment } from '../../kit/http/segment';
import type { InventoryCall, InventoryClient } from './client';
import { figure } from './figure';
import { stockOf, type AvailabilityRow, type Stock } from './row';

/** What is asked about one item; members without a value are not sent. */
interface AvailabilityLine {
	itemId: string;
	unitOfMeasure: string;
	productClass?: string;
	deliveryMethod?: string;
	segment?: string;
	segmentType?: string;
	/** Only at nodes. */
	shipNodes?: string[];
	/** A date, or a full timestamp for older releases. */
	requestedEndTs?: string;
	requestedQuantity?: number;
	demandType?: string;
}

/** What holds for all lines of a call. */
interface AvailabilityHeader {
	/** Only at nodes: SELL, or another value that the tenant knows. */
	availabilityType?: string;
	/** Only in a network. */
	distributionGroupId?: string;
	segment?: string;
	segmentType?: string;
	considerSafetyStock: boolean;
	considerFulfillmentOptions?: boolean;
}

export interface AvailabilityQuestion {
	header: AvailabilityHeader;
	line: AvailabilityLine;
}

/** One row, and what IV said of it where that is kept. */
export interface AvailabilityFinding {
	row: AvailabilityRow;
	raw?: Record<string, unknown>;
}

interface AvailabilityOptions {
	stopOnFailure: boolean;
	/** Whether findings keep the raw response: ten thousand of them fill the memory and keep the garbage collector busy. */
	keepRaw?: boolean;
}

type Json = Record<string, unknown>;

/** How the two kinds of availability differ. */
const KINDS = {
	node: { path: 'v2/availability/node', list: 'shipNodeAvailabilities', older: 'shipNodeAvailability', at: 'shipNode' },
	network: {
		path: 'v2/availability/network',
		list: 'networkAvailabilities',
		older: 'networkAvailability',
		at: 'distributionGroupId',
	},
} as const;

export type AvailabilityKind = keyof typeof KINDS;

/**
 * The availability of many items at nodes (IBM: sip_v2_apis_events) or in networks, in calls that stay within the
 * tenant's actions and 500 KB. A line with more nodes than a call may hold is cut, and its results are joined.
 */
export async function availabilityOf(
	client: InventoryClient,
	kind: AvailabilityKind,
	questions: readonly AvailabilityQuestion[],
	{ stopOnFailure, keepRaw = true }: AvailabilityOptions,
): Promise<Array<Outcome<AvailabilityFinding[]>>> {
	const { actionsPerCall, maxInFlight } = client.connection;
	return await inCalls(questions, {
		limits: { actions: actionsPerCall, bytes: MAX_BODY_BYTES },
		weigh: ({ line }) => ({ actions: Math.max(1, line.shipNodes?.length ?? 1), bytes: bytesOf(line) + LINE_ID_BYTES }),
		split: ({ header, line: { shipNodes = [], ...line } }, actions) =>
			shipNodes.length > 1
				? [
						{ header, line: { ...line, shipNodes: shipNodes.slice(0, actions) } },
						{ header, line: { ...line, shipNodes: shipNodes.slice(actions) } },
					]
				: undefined,
		callKey: keyOfHeader(),
		send: async (part) => {
			const lines = part.map(({ line }, i) => ({ lineId: String(i + 1), ...line }));
			const answer = await sendWithEnd(client, KINDS[kind].path, { ...part[0].header, lines });
			return linesOf(answer, lines, { kind, at: asOf(answer, client.now()), keepRaw });
		},
		join: (one, other) => [...one, ...other],
		halves: true,
		stopOnFailure,
		limit: maxInFlight,
	});
}

const LINE_ID_BYTES = 20;

/** Questions of one origin share their header, so it is written as text once. */
function keyOfHeader(): (question: AvailabilityQuestion) => string {
	const keys = new WeakMap<object, string>();
	return ({ header }) => {
		const key = keys.get(header) ?? JSON.stringify(header);
		keys.set(header, key);
		return key;
	};
}

/** The availability of the variations of one product (IBM: API best practices, for pages of products). */
export async function productAvailability(
	client: InventoryClient,
	{ header, line }: AvailabilityQuestion,
): Promise<AvailabilityFinding[]> {
	const { itemId, ...rest } = line;
	const { distributionGroupId, ...common } = header;
	const kind: AvailabilityKind = distributionGroupId === undefined ? 'node' : 'network';
	const product = `v2/availability/${segment(itemId)}`;
	const body = { ...common, ...rest };
	const paths =
		distributionGroupId === undefined
			? [{ path: `${product}/node`, body }]
			: [
					{ path: `${product}/network/${segment(distributionGroupId)}`, body },
					// One of IBM's pages writes it without the group.
					{ path: `${product}/network`, body: { ...body, distributionGroupId } },
				];
	const answer = await firstFound(client, paths);
	const { lines } = answer.body as { lines?: unknown };
	const found = Array.isArray(lines) ? (lines as Json[]) : [answer.body as Json];
	const how = { kind, at: asOf(answer, client.now()), keepRaw: true };
	return found.flatMap((one) => findingsOf(one, { itemId }, how) ?? []);
}

async function firstFound(
	client: InventoryClient,
	[first, second]: Array<{ path: string; body: object }>,
): Promise<InventoryAnswer> {
	try {
		return await sendWithEnd(client, first.path, first.body);
	} catch (error) {
		if (!second || !(error instanceof ServiceError) || error.httpStatus !== 404) throw error;
		return await sendWithEnd(client, second.path, second.body).catch(() => {
			throw error;
		});
	}
}

/**
 * Sends a question whose end may be refused in the form that is tried first: since one release IV takes a date with `Z`
 * alone, before it took timestamps (IBM: API best practices).
 */
async function sendWithEnd(client: InventoryClient, path: string, body: object): Promise<InventoryAnswer> {
	const call: InventoryCall = { service: 'inventory', method: 'POST', path, kind: 'read', body };
	const isRefusedEnd = (error: unknown) =>
		error instanceof ServiceError && error.httpStatus === 400 && /requestedEndTs/i.test(error.message);
	try {
		return await client.send(call);
	} catch (error) {
		const other = isRefusedEnd(error) ? withOtherEnd(body) : undefined;
		if (!other) throw error;
		return await client.send({ ...call, body: other });
	}
}

/** The same question with every date as a timestamp; undefined where it has none. */
function withOtherEnd(body: object): object | undefined {
	const text = JSON.stringify(body);
	const other = text.replace(/("requestedEndTs":"\d{4}-\d{2}-\d{2})Z"/g, '$1T00:00:00.000Z"');
	return other === text ? undefined : (JSON.parse(other) as object);
}

/** How a response is read: `at` is the time that its figures are of. */
interface Reading {
	kind: AvailabilityKind;
	at: string;
	keepRaw: boolean;
}

/** What the response says of each line that was asked about; a line or node that it leaves out is an error. */
function linesOf(
	answer: InventoryAnswer,
	asked: ReadonlyArray<AvailabilityLine & { lineId: string }>,
	how: Reading,
): Array<AvailabilityFinding[] | Error> {
	const { lines } = answer.body as { lines?: unknown };
	if (!Array.isArray(lines)) throw foreign('no lines');
	const byId = new Map((lines as Json[]).map((line) => [String(line.lineId), line]));
	return asked.map((line) => {
		const answered = byId.get(line.lineId);
		const findings = answered && readable(() => findingsOf(answered, line, how));
		if (findings instanceof Error) return findings;
		if (!findings || findings.length === 0) return foreign(`nothing about item ${line.itemId}`);
		const missing = (line.shipNodes ?? []).find((node) => !findings.some(({ row }) => row.node === node));
		return missing === undefined ? findings : unknownNode(line.itemId, missing);
	});
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
const asOf = ({ serverTime }: InventoryAnswer, now: number): string => new Date(serverTime ?? now).toISOString();

/** The rows of a line; what it does not repeat of the question is as it was `asked`. */
function findingsOf(
	line: Json,
	asked: Partial<AvailabilityLine>,
	{ kind, at, keepRaw }: Reading,
): AvailabilityFinding[] | undefined {
	const { list, older, at: place } = KINDS[kind];
	const places = line[list] ?? line[older];
	if (!Array.isArray(places)) return undefined;
	const said = (name: 'unitOfMeasure' | 'productClass' | 'deliveryMethod') =>
		textOf(name in line ? line[name] : asked[name]);
	const itemId = String('itemId' in line ? line.itemId : asked.itemId);
	const [unit, productClass, deliveryMethod] = [said('unitOfMeasure'), said('productClass'), said('deliveryMethod')];
	return (places as Json[]).map((raw) => {
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
const isTotals = (raw: Json): boolean => raw.onhandAvailableQuantity !== undefined;

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
		threshold: typeof raw.thresholdLevel === 'number' ? raw.thresholdLevel : null,
		fulfillmentAllowed: null,
		asOf: at,
	};
}

const textOf = (value: unknown): string | null =>
	value === undefined || value === null || value === '' ? null : String(value);

function foreign(what: string): ServiceError {
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
