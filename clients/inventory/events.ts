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
}

type Json = Record<string, unknown>;

/**
 * The events of a body: a list of envelopes, a single one, the older batch, or one JSON object a line as in the files of
 * Cloud Object Storage.
 * @throws TypeError for anything else
 */
export function parseEvents(body: unknown): InventoryEvent[] {
	if (typeof body === 'string') return textEvents(body);
	assertShallow(body, MAX_DEPTH);
	return Array.isArray(body) ? body.flatMap(eventsIn) : eventsIn(body);
}

/** Events are three levels deep; reading deeper ones would end in an overflow of the stack. */
const MAX_DEPTH = 30;

function assertShallow(value: unknown, levels: number): void {
	if (typeof value !== 'object' || value === null) return;
	if (levels === 0) throw foreign(`nested deeper than ${MAX_DEPTH} levels`);
	for (const member of Object.values(value)) assertShallow(member, levels - 1);
}

function eventsIn(body: unknown): InventoryEvent[] {
	if (!isRecord(body)) throw foreign('neither an object nor a list of objects');
	if (Array.isArray(body.eventbatch)) return body.eventbatch.flatMap(legacyEvents);
	if (typeof body.type === 'string' && isRecord(body.data)) return [envelope(body, body.type, body.data)];
	throw foreign('an object without type and data');
}

function textEvents(body: string): InventoryEvent[] {
	const whole = jsonIn(body);
	if (whole !== undefined) return parseEvents(whole);
	const lines = body.split('\n').filter((line) => line.trim() !== '');
	if (lines.length === 0) throw foreign('empty');
	return lines.flatMap((line) => {
		const value = jsonIn(line);
		if (!isRecord(value)) throw foreign('a text that is not JSON');
		return parseEvents(value);
	});
}

function envelope(event: Json, type: string, given: Json): InventoryEvent {
	const data = decoded(structuredClone(given));
	const id = typeof event.id === 'string' && event.id !== '' ? event.id : hashOf(event);
	return finished({ id, type, time: instantOf(event.time), data });
}

/** Events of the older form: attributes are names with texts, and the item is called `productID`. */
function legacyEvents(batch: unknown): InventoryEvent[] {
	const events = isRecord(batch) ? batch.events : undefined;
	if (!Array.isArray(events)) throw foreign('an event batch without events');
	return events.map((event: unknown) => {
		if (!isRecord(event) || typeof event.code !== 'string' || !Array.isArray(event.attributes)) {
			throw foreign('an event without code and attributes');
		}
		const data = Object.fromEntries(event.attributes.map(attributeOf));
		return finished({ id: hashOf(event), type: event.code, time: instantOf(event.timestamp), data: decoded(data) });
	});
}

function attributeOf(attribute: unknown): [name: string, value: unknown] {
	if (!isRecord(attribute)) throw foreign('an event whose attributes are not objects');
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

const hashOf = (event: unknown): string => hash(JSON.stringify(event));

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12);

const foreign = (what: string): TypeError =>
	new TypeError(
		`This is not an Inventory Visibility event: it is ${what}. Send the body as Inventory Visibility sent it.`,
	);
