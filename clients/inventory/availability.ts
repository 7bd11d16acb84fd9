import { ServiceError } from '../../kit/errors';
import { isRecord } from '../../kit/record';
import type { InventoryAnswer } from './answer';
import { inCalls, type Outcome } from './calls';
import { bytesOf, MAX_BODY_BYTES } from './chunks';
import { shown } from './figure';
import { segment } from '../../kit/http/segment';
import type { InventoryCall, InventoryClient } from './client';
import {
	asOf,
	findingsOf,
	foreign,
	KINDS,
	linesOf,
	missingNode,
	type AvailabilityFinding,
	type AvailabilityKind,
	type AvailabilityLine,
} from './findings';

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

interface AvailabilityOptions {
	stopOnFailure: boolean;
	/** Whether findings keep the raw response: ten thousand of them fill the memory and keep the garbage collector busy. */
	keepRaw?: boolean;
}

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

/** What IV says of a product. */
interface ProductAvailability {
	findings: AvailabilityFinding[];
	/** The variations that the response names, and says nothing about. */
	silent: string[];
}

/**
 * The availability of the variations of one product (IBM: API best practices, for pages of products).
 * @throws ServiceError `badAnswer` where no variation has places, `notFound` for a node that no variation mentions
 */
export async function productAvailability(
	client: InventoryClient,
	{ header, line }: AvailabilityQuestion,
): Promise<ProductAvailability> {
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
	const found = Array.isArray(lines) ? (lines as unknown[]) : [answer.body];
	const { unitOfMeasure, deliveryMethod } = line;
	const asked = { itemId, unitOfMeasure, deliveryMethod };
	const how = { kind, at: asOf(answer, client.now()), keepRaw: true };
	const silent = new Set<string>();
	const findings = found.flatMap((one) => {
		if (!isRecord(one)) throw foreign(`a variation that is ${shown(one)}`);
		const places = findingsOf(one, asked, how) ?? [];
		if (places.length === 0) silent.add(String(one.itemId ?? itemId));
		return places;
	});
	if (findings.length === 0) throw foreign(`nothing about item ${[...silent].join(', ') || itemId}`);
	const missing = missingNode(findings, line);
	if (missing) throw missing;
	return { findings, silent: [...silent] };
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
