import { applyConditions, type Condition } from '../../../../clients/oms/query';
import type { Answer, Call } from '../../../../clients/oms/call';
import type { SterlingClient } from '../../../../clients/oms/client';
import { asArray, isElement, type Document, type Value } from '../../../../kit/xml/document';
import { ServiceError } from '../../../../kit/errors';
import { eventKey, type Occurrence } from '../events/item';
import { secondsOf, sterlingTime } from '../events/time';
import { merge, setPath } from '../../../../kit/n8n/path';
import { templateOf } from '../../documents/shape';
import type { EventDefinition } from '../eventTable';
import type { Filter } from '../fields/filters';
import type { Cursor, Page, Sighting } from '../../../../kit/polling/window';
import { nothing, type Source } from '../sources';

/** A source with the events that are wanted of it, and how its rows are asked for. */
export interface Reading {
	source: Source;
	events: readonly EventDefinition[];
	filter: Filter;
	/** ReadFromHistory, query time-out and the like. */
	options: Document;
	/** Seconds after its creation within which a change still belongs to the creation. */
	creationGrace: number;
}

/** An occurrence together with the row that told it. */
export interface Told extends Sighting {
	occurrence: Occurrence;
	definition: EventDefinition;
	row: Document;
}

/** Rows of one request: slim rows, so that a page is a small answer. */
const PAGE_SIZE = 500;

/**
 * Sterling's clock, by the smallest answer there is. Whole seconds since 1970.
 * @throws ServiceError `configuration` where something on the way takes the Date header out
 */
export async function serverTime(
	client: SterlingClient,
	{ source, filter }: Reading,
	signal?: AbortSignal,
): Promise<number> {
	const { api, list, root } = source;
	const call: Call = {
		api,
		root: list,
		outputRoot: root,
		kind: 'read',
		input: { ...filter.input, ...nothing(source) },
	};
	return clockOf(await client.send(call, { signal }));
}

/**
 * The first page of a window that its time is yet to be decided for, with Sterling's clock at the moment it was asked
 * at the latest: what carries an earlier stamp and was committed in time is in the answer, so one request tells both.
 * @throws as {@link readPage} and {@link serverTime}
 */
export async function readFirstPage(
	client: SterlingClient,
	reading: Reading,
	cursor: Cursor,
	signal?: AbortSignal,
): Promise<{ page: Page<Told>; askedAt: number }> {
	const started = performance.now();
	const answer = await ask(client, reading, cursor, signal);
	return { page: pageOf(answer.document, reading, cursor), askedAt: clockOf(answer, performance.now() - started) };
}

/**
 * The next page of the source that the cursor stands at: rows behind the last key, in the order of the keys.
 * One row more than the page holds is asked for, which proves that there are more.
 * @throws ServiceError `badAnswer` where a list of several pages does not come in order, because rows could
 * be lost
 */
export async function readPage(
	client: SterlingClient,
	reading: Reading,
	cursor: Cursor,
	signal?: AbortSignal,
): Promise<Page<Told>> {
	const { document } = await ask(client, reading, cursor, signal);
	return pageOf(document, reading, cursor);
}

async function ask(
	client: SterlingClient,
	reading: Reading,
	{ since, open }: Cursor,
	signal?: AbortSignal,
): Promise<Answer> {
	const { key } = reading.source;
	const { input, ...call } = callFor(reading, [
		{ attribute: stampOf(reading), operator: 'GE', value: sterlingTime(since) },
	]);
	const page: Document = {
		...(open?.after === undefined ? {} : { [key]: open.after, [`${key}QryType`]: 'GT' }),
		OrderBy: { Attribute: [{ Name: key, Desc: 'N' }] },
		MaximumRecords: String(PAGE_SIZE + 1),
	};
	return await client.send({ ...call, input: { ...input, ...page } }, { signal });
}

function pageOf(document: Document, reading: Reading, { open }: Cursor): Page<Told> {
	const { key, list } = reading.source;
	const found = asArray(document[list] as Value | Value[] | undefined).filter(isElement);
	const more = found.length > PAGE_SIZE || (found.length > 0 && document.LastRecordSet === 'N');
	const rows = found.map((row) => ({ key: String(row[key]), sightings: sightingsOf(row, reading) }));
	if (rows.some((row) => row.key === open?.after) || (more && !isInOrder(rows))) throw unordered(reading.source);
	// A server that knows no order for this list has still answered all of it.
	return { rows: more || isInOrder(rows) ? rows.slice(0, PAGE_SIZE) : rows.sort(byKey), more };
}

/** The Date of an answer, less the time (milliseconds) that its request may have taken. */
function clockOf({ serverDate }: Answer, tookMs = 0): number {
	if (serverDate) return Math.floor((serverDate.getTime() - tookMs) / 1000);
	const message = 'The answers of Sterling carry no Date header, which is the clock of the trigger.';
	const hint = 'Let the gateway in front of Sterling pass the Date header on.';
	throw new ServiceError('configuration', message, { hint });
}

/** Everything that a row tells, whenever it happened. */
export function sightingsOf(row: Document, { source, events, creationGrace }: Reading): Told[] {
	return events.flatMap((definition) => {
		const happening = definition.find(row, { creationGrace });
		if (!happening) return [];
		const occurrence: Occurrence = { event: definition.value, key: String(row[source.key]), ...happening };
		const at = secondsOf(happening.time);
		if (at === undefined) throw unreadable(definition, happening.time);
		return [{ name: eventKey(occurrence), at, occurrence, definition, row }];
	});
}

/** The list call of a source: its filters, these conditions, and a template of what its events need. */
export function callFor(reading: Reading, conditions: Condition[]): Call {
	const { source, filter, options } = reading;
	const all = [...filter.conditions, ...statusRange(reading), ...conditions];
	return {
		api: source.api,
		root: source.list,
		outputRoot: source.root,
		kind: 'read',
		input: applyConditions(merge(filter.input, options), all),
		template: { [source.list]: rowTemplate(reading) },
	};
}

/** Where every event of the source happens in some statuses only, the query is narrowed down to them. */
function statusRange({ events, filter }: Reading): Condition[] {
	const ranges = events.map(({ statuses }) => statuses);
	const isFiltered = filter.conditions.some(({ attribute }) => attribute === 'Status');
	if (isFiltered || ranges.length === 0 || ranges.some((range) => range === undefined)) return [];
	const bounds = ranges.flatMap((range) => range!).sort();
	return [{ attribute: 'Status', operator: 'BETWEEN', value: bounds[0], to: bounds.at(-1) }];
}

function rowTemplate({ source, events }: Reading): Document {
	const template = templateOf(source.row);
	for (const path of events.flatMap(({ needs }) => needs ?? [])) setPath(template, path, '');
	return template;
}

/**
 * The time stamp to ask by. A row that was created (or got into a status) at some time was modified then or
 * later, so one question by Modifyts finds what all events of the source need; Createts is the smaller one
 * where it is enough.
 */
function stampOf({ events }: Reading): 'Createts' | 'Modifyts' {
	return events.every(({ stamp }) => stamp === 'Createts') ? 'Createts' : 'Modifyts';
}

interface Keyed {
	key: string;
}

/**
 * Keys are compared only where every collation sorts them alike: digits of one length, as Sterling makes
 * them.
 */
function isInOrder(rows: readonly Keyed[]): boolean {
	const isComparable = rows.every(({ key }) => /^\d+$/.test(key) && key.length === rows[0].key.length);
	return !isComparable || rows.every(({ key }, i) => i === 0 || rows[i - 1].key <= key);
}

function byKey(a: Keyed, b: Keyed): number {
	return a.key < b.key ? -1 : 1;
}

function unordered({ api, key }: Source): ServiceError {
	return new ServiceError('badAnswer', `${api} does not answer in the order of ${key}, so events could be lost.`, {
		hint: 'Poll more often or narrow the filters, so that a poll finds no more than one page.',
	});
}

function unreadable({ name, stamp }: EventDefinition, time: string): ServiceError {
	const found = time === '' ? 'no time' : `"${time}"`;
	const message = `${name} needs the ${stamp} of a row, and Sterling answered ${found}.`;
	const hint = 'The login may not be allowed to read this attribute, or times are printed without their offset.';
	return new ServiceError('badAnswer', message, { hint });
}
