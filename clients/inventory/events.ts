import { createHash } from 'node:crypto';

import { jsonIn } from '../../kit/json/parse';
import { decoded } from './entities';
import { stockOf, type AvailabilityRow } from './row';
import { lookup } from '../../kit/lookup';
import { isRecord } from '../../kit/record';

/** What IV reports. A value of the trigger's Events parameter: never renamed. */
export type EventKind =
	| 'nodeAvailability'
	| 'networkAvailability'
	| 'supply'
	| 'demand'
	| 'nodeSnapshot'
	| 'networkSnapshot'
	| 'supplySnapshot'
	| 'demandSnapshot'
	| 'other';

/** Event ids of V2 and the codes of the older form (IBM: formats-new-event, c_new_eventformat). */
const KINDS: Record<string, EventKind> = {
	'productAvailability.v2': 'nodeAvailability',
	productAvailability: 'nodeAvailability',
	'dgAvailabilityChange.v2': 'networkAvailability',
	dgAvailabilityChange: 'networkAvailability',
	'supplyChange.v2': 'supply',
	'availableSupplyChange.v2': 'supply',
	supplyChange: 'supply',
	demandChange: 'demand',
	'demandChange.v2': 'demand',
	'productAvailabilitySnapshot.v2': 'nodeSnapshot',
	productAvailabilitySnapshot: 'nodeSnapshot',
	'dgAvailabilitySnapshot.v2': 'networkSnapshot',
	dgAvailabilitySnapshot: 'networkSnapshot',
	supplySnapshot: 'supplySnapshot',
	demandSnapshot: 'demandSnapshot',
};

/** One event, whatever form it came in. */
export interface InventoryEvent {
	/** As IV gives it; of the older form, which has none, a hash of the event. */
	id: string;
	/** Short form of the id, for what is remembered. */
	key: string;
	/** As IV names it. */
	type: string;
	kind: EventKind;
	/** ISO instant at which it was raised; null where it says none. */
	time: string | null;
	/** ISO instant that the figures are of; null where it says none. */
	computeTs: string | null;
	/** What it is about: kind, item, place, delivery method and segment. The newest event of a subject counts. */
	subject: string;
	data: Record<string, unknown>;
	/** Of one that cannot be read: why, and what came. Its data are empty then. */
	unread?: { problem: string; raw: unknown };
}

type Json = Record<string, unknown>;

/**
 * The events of a body: a list of envelopes, a single one, the older batch, or one JSON object a line as in the files of
 * Cloud Object Storage. One that cannot be read does not spoil the others: it has `unread`.
 * @throws TypeError for a body in which nothing looks like an event; an empty list has none
 */
export function parseEvents(body: unknown): InventoryEvent[] {
	const entries = typeof body === 'string' ? textEntries(body) : entriesIn(body);
	const isForeign = entries.length > 0 && !entries.some(({ isEvent }) => isEvent);
	if (isForeign) throw foreign(entries[0].problem ?? 'of an unknown form');
	return entries.map(({ event, problem, raw }) => event ?? unreadEvent(problem, raw));
}

/** One entry of a body: an event, or what is wrong with it. */
type Entry = { raw: unknown; isEvent: boolean } & (
	| { event: InventoryEvent; problem?: undefined }
	| { event?: undefined; problem: string }
);

const wrong = (raw: unknown, problem: string): Entry => ({ raw, problem, isEvent: isNamed(raw) });

/** Whether it says what kind of event it is, so that it is one of IV, however damaged. */
const isNamed = (raw: unknown): boolean =>
	isRecord(raw) && [raw.type, raw.code].some((name) => typeof name === 'string' && name !== '');

/** Events are three levels deep; reading deeper ones would end in an overflow of the stack. */
const MAX_DEPTH = 30;

function assertShallow(value: unknown, levels: number): void {
	if (typeof value !== 'object' || value === null) return;
	if (levels === 0) throw foreign(`nested deeper than ${MAX_DEPTH} levels`);
	for (const member of Object.values(value)) assertShallow(member, levels - 1);
}

function entriesIn(body: unknown): Entry[] {
	assertShallow(body, MAX_DEPTH);
	return Array.isArray(body) ? body.flatMap(entriesOf) : entriesOf(body);
}

function entriesOf(raw: unknown): Entry[] {
	if (!isRecord(raw)) return [wrong(raw, 'neither an object nor a list of objects')];
	if (Array.isArray(raw.eventbatch)) return raw.eventbatch.flatMap(legacyEntries);
	if (typeof raw.type === 'string' && isRecord(raw.data)) {
		return [{ raw, isEvent: true, event: envelope(raw, raw.type, raw.data) }];
	}
	return [wrong(raw, 'an object without type and data')];
}

function textEntries(body: string): Entry[] {
	const whole = jsonIn(body);
	if (typeof whole === 'string') return [wrong(whole, 'a text that is not JSON')];
	if (whole !== undefined) return entriesIn(whole);
	const lines = body.split('\n').filter((line) => line.trim() !== '');
	if (lines.length === 0) throw foreign('empty');
	return lines.flatMap((line) => {
		const value = jsonIn(line);
		return isRecord(value) ? entriesIn(value) : [wrong(line, 'a text that is not JSON')];
	});
}

function envelope(event: Json, type: string, given: Json): InventoryEvent {
	const data = decoded(structuredClone(given));
	return finished({ id: idOf(event), type, time: instantOf(event.time), data });
}

/** Events of the older form: attributes are names with texts, and the item is called `productID`. */
function legacyEntries(batch: unknown): Entry[] {
	const events = isRecord(batch) ? batch.events : undefined;
	if (!Array.isArray(events)) return [wrong(batch, 'an event batch without events')];
	return events.map((raw: unknown): Entry => {
		if (!isRecord(raw) || typeof raw.code !== 'string' || !Array.isArray(raw.attributes)) {
			return wrong(raw, 'an event without code and attributes');
		}
		if (!raw.attributes.every(isRecord)) return wrong(raw, 'an event whose attributes are not objects');
		const data = decoded(Object.fromEntries(raw.attributes.map(attributeOf)));
		const event = finished({ id: hashOf(raw), type: raw.code, time: instantOf(raw.timestamp), data });
		return { raw, isEvent: true, event };
	});
}

/** An event that cannot be read, under the kind that it names. */
function unreadEvent(what: string, raw: unknown): InventoryEvent {
	const { type, code, time, timestamp } = isRecord(raw) ? raw : ({} as Json);
	const named = [type, code].find((name) => typeof name === 'string' && name !== '');
	return {
		...finished({
			id: isRecord(raw) ? idOf(raw) : hashOf(raw),
			type: String(named ?? ''),
			time: instantOf(time ?? timestamp),
			data: {},
		}),
		unread: { problem: notAnEvent(what), raw },
	};
}

function attributeOf(attribute: Json): [name: string, value: unknown] {
	return [String(attribute.name).replace(/^productI[dD]$/, 'productId'), valueOf(attribute)];
}

function valueOf({ type, value }: Json): unknown {
	const text = String(value ?? '');
	if (type === 'Number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
	return text === '' ? null : text;
}

function finished(event: Pick<InventoryEvent, 'id' | 'type' | 'time' | 'data'>): InventoryEvent {
	const kind = lookup(KINDS, event.type) ?? 'other';
	return {
		...event,
		key: hash(event.id),
		kind,
		computeTs: instantOf(event.data.computeTs),
		subject: subjectOf(kind, event.data),
	};
}

/** A snapshot and a change are about the same thing. */
function subjectOf(kind: EventKind, data: Json): string {
	const about = kind.replace(/Snapshot$|Availability$/, '');
	const names = [
		'productId unitOfMeasure productClass shipNode distributionGroupId deliveryMethod segment segmentType',
		...(about === 'supply' || about === 'demand' ? ['type tagNumber reference lineReference eta shipDate'] : []),
	];
	const parts = names.flatMap((list) => list.split(' ')).map((name) => String(data[name] ?? ''));
	return hash(JSON.stringify([about, ...parts]));
}

/**
 * The common form of an availability event; undefined for events of supply and demand.
 * @throws ServiceError `badAnswer` for a quantity that cannot be read
 */
export function eventRow({ kind, data, time, computeTs }: InventoryEvent): AvailabilityRow | undefined {
	if (!['nodeAvailability', 'networkAvailability', 'nodeSnapshot', 'networkSnapshot'].includes(kind)) return undefined;
	const text = (name: string) => (data[name] === undefined || data[name] === '' ? null : (data[name] as string | null));
	const { currentAvailability, futureAvailability } = data;
	// The older form has no windows; its figures are not documented, and are left to the raw event.
	const isMissing = (value: unknown) => value === undefined || value === null;
	if (isMissing(currentAvailability) && isMissing(futureAvailability)) return undefined;
	const itemId = String(data.productId ?? '');
	const place = text('shipNode') ?? text('distributionGroupId');
	const asOf = computeTs ?? time ?? new Date(0).toISOString();
	return {
		itemId,
		unit: text('unitOfMeasure'),
		productClass: text('productClass'),
		node: text('shipNode'),
		network: text('distributionGroupId'),
		deliveryMethod: text('deliveryMethod'),
		...stockOf(currentAvailability, futureAvailability, asOf, `item ${itemId} at ${String(place)}`),
		source: 'ivEvent',
	};
}

function instantOf(value: unknown): string | null {
	const time = typeof value === 'string' ? Date.parse(value) : NaN;
	return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** As IV gives it; a hash of the event where it gives none. */
const idOf = (event: Json): string => (typeof event.id === 'string' && event.id !== '' ? event.id : hashOf(event));

const hashOf = (event: unknown): string => hash(JSON.stringify(event) ?? '');

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12);

const notAnEvent = (what: string): string => `This is not an Inventory Visibility event: it is ${what}.`;

const foreign = (what: string): TypeError =>
	new TypeError(`${notAnEvent(what)} Send the body as Inventory Visibility sent it.`);
