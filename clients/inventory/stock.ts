import { ServiceError } from '../../kit/errors';
import { inCalls, type Outcome } from './calls';
import { bytesOf, MAX_BODY_BYTES } from './chunks';
import type { InventoryCall, InventoryClient } from './client';

export type StockKind = 'supplies' | 'demands';

/** A supply or demand as it is sent: everything but the quantity is its key (IBM's clients). */
export type StockRecord = Record<string, unknown> & { itemId: string; unitOfMeasure: string; type: string };

/** What holds for all records of a call. */
interface StockOptions {
	/** Joins several syncs, for their status. */
	batchId?: string;
	/** Switches an item that was turned off at a node on again when stock arrives. */
	enableFulfillmentOption?: boolean;
	query?: Record<string, string | undefined>;
	/** For adjusts: makes each call repeatable, see {@link InventoryCall.transactionId}. */
	transactionIdOf?: (records: readonly StockRecord[]) => string;
}

/** One record with the options of its call. */
export interface StockChange {
	record: StockRecord;
	options: StockOptions;
}

/** What IV said to the call that a record went with. */
export interface StockReceipt {
	record: StockRecord;
	/** It was not sent: another one of the same record counts. */
	isSuperseded?: boolean;
	supplySyncTransactionId?: string;
	batchId?: string;
}

/**
 * Sets the quantities of records (sync, absolute) or changes them (adjust, by a difference), in as few calls as the
 * limits allow. A sync may be sent again; an adjust that may have arrived ends as uncertain, unless it carries a
 * Transaction-Id. Both are accepted first and take effect later (IBM: inventory-synchronization). Of syncs of one record
 * only the one that counts is sent.
 */
export async function changeStock(
	client: InventoryClient,
	kind: StockKind,
	how: 'sync' | 'adjust',
	changes: readonly StockChange[],
	{ stopOnFailure }: { stopOnFailure: boolean },
): Promise<Array<Outcome<StockReceipt>>> {
	const countsFor = how === 'sync' ? countingPlaces(changes, client.now()) : changes.map((_, place) => place);
	const places = [...new Set(countsFor)].sort((one, other) => one - other);
	const sent = await inCalls(
		places.map((place) => changes[place]),
		{
			limits: { actions: client.connection.actionsPerCall, bytes: MAX_BODY_BYTES },
			weigh: ({ record }) => ({ actions: 1, bytes: bytesOf(record) }),
			callKey: ({ options: { transactionIdOf, ...options } }) =>
				JSON.stringify([options, transactionIdOf !== undefined]),
			send: async (part) => await sendRecords(client, kind, how, part),
			// Whether a refused adjust changed some of its records is not documented, so it is not sent again in parts.
			halves: how === 'sync',
			stopOnFailure,
			limit: how === 'sync' ? client.connection.maxInFlight : 1,
		},
	);
	const byPlace = new Map(places.map((place, at) => [place, sent[at]]));
	return changes.map(({ record }, place) => {
		const outcome = byPlace.get(countsFor[place])!;
		if (outcome.status !== 'done' || countsFor[place] === place) return outcome;
		return { status: 'done', value: { ...outcome.value, record, isSuperseded: true } };
	});
}

async function sendRecords(client: InventoryClient, kind: StockKind, how: 'sync' | 'adjust', part: StockChange[]) {
	const records = part.map(({ record }) => record);
	const { body } = await client.send(stockCall(kind, how, records, part[0].options));
	const { supplySyncTransactionId, batchId } = (body ?? {}) as Omit<StockReceipt, 'record'>;
	return records.map((record): StockReceipt => ({ record, supplySyncTransactionId, batchId }));
}

/** What does not belong to the key of a record. */
const NO_KEY = ['quantity', 'changedQuantity', 'sourceTs', 'adjustmentReason', 'reservations'];

/** Names the record that a change is about: everything but the quantity is its key (IBM: FAQ). */
export function recordKey({ record }: StockChange): string {
	const members = Object.entries(record).filter(
		([name, value]) => value !== undefined && value !== '' && !NO_KEY.includes(name),
	);
	return JSON.stringify(members.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * For each sync, the place of the one that counts for its record: the newest by its source timestamp, which is the time of
 * the call where there is none (IBM: service-events), and of those of one time the last.
 */
function countingPlaces(changes: readonly StockChange[], now: number): number[] {
	const timeOf = ({ record: { sourceTs } }: StockChange) =>
		typeof sourceTs === 'string' && sourceTs !== '' ? Date.parse(sourceTs) : now;
	const keys = changes.map(recordKey);
	const newest = new Map<string, number>();
	changes.forEach((change, place) => {
		const known = newest.get(keys[place]);
		if (known === undefined || timeOf(change) >= timeOf(changes[known])) newest.set(keys[place], place);
	});
	return keys.map((key) => newest.get(key)!);
}

/** The call that carries records, for sending and for a dry run. */
export function stockCall(
	kind: StockKind,
	how: 'sync' | 'adjust',
	records: readonly StockRecord[],
	{ batchId, enableFulfillmentOption, query, transactionIdOf }: StockOptions,
): InventoryCall {
	return {
		service: 'inventory',
		method: how === 'sync' ? 'PUT' : 'POST',
		path: `v1/${kind}`,
		query,
		kind: how === 'sync' ? 'keyed' : 'write',
		transactionId: how === 'adjust' ? transactionIdOf?.(records) : undefined,
		body: {
			...(batchId === undefined ? {} : { batchId }),
			...(enableFulfillmentOption === undefined ? {} : { enableFulfillmentOption }),
			[kind]: records,
		},
	};
}

/** Which records a read is about; the product class and all further members may be left out. */
interface StockFilter extends Record<string, string | undefined> {
	itemId: string;
	unitOfMeasure: string;
}

/** The supplies or demands of an item. */
export async function readStock(
	client: InventoryClient,
	kind: StockKind,
	filter: StockFilter,
): Promise<Array<Record<string, unknown>>> {
	const { body } = await client.send({
		service: 'inventory',
		method: 'GET',
		path: `v1/${kind}`,
		query: filter,
		kind: 'read',
		isList: true,
	});
	return listOf(body, kind);
}

/** Whether a body has a list as {@link listOf} reads it. */
export const isListed = (body: unknown, ...names: string[]): boolean => listIn(body, names) !== undefined;

function listIn(body: unknown, names: readonly string[]): unknown[] | undefined {
	if (Array.isArray(body)) return body as unknown[];
	const holder = (body ?? {}) as Record<string, unknown>;
	return [...names, 'data'].map((name) => holder[name]).find((list) => Array.isArray(list));
}

/**
 * The entries of a list, which IV sends as a bare array; one below a name is accepted as well.
 * @throws ServiceError `badAnswer` for anything else, since a foreign response is not an empty list
 */
export function listOf(body: unknown, ...names: string[]): Array<Record<string, unknown>> {
	const list = listIn(body, names);
	if (list === undefined) {
		throw new ServiceError('badAnswer', 'The response is not a list.', {
			hint: 'This differs from the documentation of Inventory Visibility. Check the base URL and the tenant.',
			remedy: { field: 'endpoint' },
			effect: 'none',
		});
	}
	return list as Array<Record<string, unknown>>;
}
