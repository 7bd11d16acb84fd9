import { applyConditions, type Condition } from '../../../clients/oms/query';
import type { Answer, Call } from '../../../clients/oms/call';
import type { SterlingClient } from '../../../clients/oms/client';
import { readPage as readKeyPage, type KeyPage, type PageOptions } from '../../../clients/oms/paging';
import { ServiceError } from '../../../kit/errors';
import { merge } from '../../../kit/n8n/merge';
import { setPath } from '../../../kit/xml/path';
import type { Cursor } from '../../../kit/polling/cursor';
import type { Page } from '../../../kit/polling/window';
import { isElement, type Document } from '../../../kit/xml/document';
import { templateOf } from '../documents/shape';
import type { EventDefinition } from './eventTable';
import type { Filter } from './fields/filters';
import { eventsOf, type Occurrence } from './occurrence';
import { nothing, type Source } from './sources';
import { secondsOf, sterlingTime } from './time';

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

/** Rows of one request: slim rows, so that a page is a small response. */
const PAGE_SIZE = 500;

/**
 * Sterling's clock, by the smallest response there is. Whole seconds since 1970.
 * @throws ServiceError `configuration` where something on the way removes the Date header
 */
export async function serverTime(
	client: SterlingClient,
	{ source, filter }: Reading,
	signal?: AbortSignal,
): Promise<number> {
	const call = readOf(source, { ...filter.input, ...nothing(source) });
	return clockOf(await client.send(call, { signal }));
}

/**
 * The time of the newest row of a source that is not older than `notBefore`; undefined where there is none. Seconds.
 * @throws ServiceError as {@link readPage}
 */
export async function newestRow(
	client: SterlingClient,
	reading: Reading,
	notBefore: number,
	signal?: AbortSignal,
): Promise<number | undefined> {
	const stamp = stampOf(reading);
	const call = callFor(reading, [{ attribute: stamp, operator: 'GE', value: sterlingTime(notBefore) }]);
	const newest: Document = { OrderBy: { Attribute: [{ Name: stamp, Desc: 'Y' }] }, MaximumRecords: '1' };
	const response = await client.send({ ...call, input: { ...call.input, ...newest } }, { signal });
	const [row] = rowsOf(response, reading.source);
	return row && secondsOf(row[stamp]);
}

/** A page that has arrived. */
export interface ArrivedPage {
	/** Its rows with what happened to them. @throws ServiceError `badAnswer` for a row without a reliable time */
	read: () => Page<Occurrence>;
	/**
	 * The server's clock (seconds) at the moment of the request at the latest: what carries an earlier time and was
	 * committed by then is in the response. @throws ServiceError as {@link serverTime}
	 */
	askedAt: () => number;
	rows: number;
	/** The key behind which the next page begins, where there is one. */
	after?: string;
}

/**
 * The next page of the source that the cursor is at, behind the last key and in the order of the keys. One row more than
 * the page holds is asked for, which proves that there are more.
 * @throws ServiceError `badAnswer` where the response is not the list that was asked for, or a list of several
 * pages does not come in order, because rows could be lost
 */
export async function readPage(
	client: SterlingClient,
	reading: Reading,
	{ since, open }: Cursor,
	signal?: AbortSignal,
): Promise<ArrivedPage> {
	const { source } = reading;
	const call = callFor(reading, [{ attribute: stampOf(reading), operator: 'GE', value: sterlingTime(since) }]);
	const started = performance.now();
	const { response, page } = await pageBy(client, call, source, { size: PAGE_SIZE, after: open?.after }, signal);
	const took = performance.now() - started;
	const read = () => {
		const rows = page.rows.map((row) => ({ key: row[source.key] as string, happened: eventsOf(row, reading) }));
		return { rows: inOrder(rows), more: page.more };
	};
	return { read, askedAt: () => clockOf(response, took), rows: page.rows.length, after: page.after };
}

/** The newest rows of a source, whatever their time. @throws ServiceError as {@link readPage} */
export async function recentRows(
	client: SterlingClient,
	reading: Reading,
	count: number,
	signal?: AbortSignal,
): Promise<Document[]> {
	const { page } = await pageBy(
		client,
		callFor(reading, []),
		reading.source,
		{ size: count, descending: true },
		signal,
	);
	return page.rows;
}

/** A page by key through the pager of all lists, and its response, which must be the list that was asked for. */
async function pageBy(
	client: SterlingClient,
	call: Call,
	source: Source,
	options: Pick<PageOptions, 'size' | 'after' | 'descending'>,
	signal?: AbortSignal,
): Promise<{ response: Answer; page: KeyPage }> {
	let response: Answer | undefined;
	const send = async (wanted: Call) => {
		response = await client.send(wanted, { signal });
		rowsOf(response, source);
		return response;
	};
	const page = await readKeyPage(send, call, { key: source.key, list: source.inputRoot, ...options });
	return { response: response!, page };
}

/**
 * The rows of a list. Anything but the list that was asked for is an error, never "no rows": the poll would close its
 * window over rows that it did not see. An empty list is one without any element in it.
 * @throws ServiceError `badAnswer`
 */
export function rowsOf(
	{ document, root, empty }: Answer,
	source: Pick<Source, 'api' | 'inputRoot' | 'outputRoot' | 'key'>,
) {
	const { [source.inputRoot]: list, ...others } = document;
	const entries = (Array.isArray(list) ? list : [list]).filter((entry) => entry !== undefined && entry !== '');
	const isForeign = empty || (root !== '' && root !== source.outputRoot);
	const isOther = entries.length === 0 && Object.values(others).some((value) => typeof value !== 'string');
	if (isForeign || isOther || !entries.every(isElement)) {
		throw new ServiceError(
			'badAnswer',
			`Sterling responded to ${source.api} with something other than ${source.outputRoot}.`,
			{
				api: source.api,
				hint: 'Nothing is lost: the next poll reads the same again. If it happens again, check the proxies and gateways between n8n and Sterling.',
			},
		);
	}
	const rows = entries as Document[];
	if (rows.some((row) => typeof row[source.key] !== 'string' || row[source.key] === '')) {
		throw new ServiceError('badAnswer', `A row of ${source.api} has no ${source.key}.`, {
			api: source.api,
			hint: 'The login may not be allowed to read this attribute.',
		});
	}
	return rows;
}

/** The Date of a response, less the time (milliseconds) that its request may have taken. */
function clockOf({ serverDate }: Answer, tookMs = 0): number {
	if (serverDate) return Math.floor((serverDate.getTime() - tookMs) / 1000);
	const message = 'Responses from Sterling have no Date header, which the trigger uses as its clock.';
	const hint = 'Configure the gateway in front of Sterling to forward the Date header.';
	throw new ServiceError('configuration', message, { hint });
}

function readOf({ api, inputRoot, outputRoot }: Source, input: Document): Call {
	return { api, root: inputRoot, outputRoot, kind: 'read', input };
}

/** The list call of a source: its filters, these conditions, and a template of what its events need. */
function callFor(reading: Reading, conditions: Condition[]): Call {
	const { source, filter, options } = reading;
	const all = [...filter.conditions, ...statusRange(reading), ...conditions];
	const call = readOf(source, applyConditions(merge(filter.input, options), all));
	return { ...call, template: { [source.inputRoot]: rowTemplate(reading) } };
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

/**
 * A server that does not sort a list of one page has still returned all of it. Keys are sorted only where every
 * collation sorts them alike: digits of one length, as Sterling makes them.
 */
function inOrder<R extends { key: string }>(rows: R[]): R[] {
	if (rows.every(({ key }, i) => i === 0 || rows[i - 1].key < key)) return rows;
	const isComparable = rows.every(({ key }) => /^\d+$/.test(key) && key.length === rows[0].key.length);
	return isComparable ? [...rows].sort((a, b) => (a.key < b.key ? -1 : 1)) : rows;
}
