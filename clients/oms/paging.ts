import type { Answer, Call } from './call';
import type { PageAnswer } from './wrap';
import { asArray, isElement, type Document, type Value } from '../../kit/xml/document';
import { ServiceError } from '../../kit/errors';

/** The list to read: `key` is the primary key attribute (OrderHeaderKey), `list` the element of a row (Order). */
interface ListOptions {
	key: string;
	list: string;
}

export interface PagesOptions extends ListOptions {
	pageSize: number;
	limit?: number;
	signal?: AbortSignal;
}

/** Which page: the first one, or what follows a key. */
export interface PageOptions extends ListOptions {
	/** Most rows of the page. */
	size: number;
	/** Key of the last row before the page. */
	after?: string;
	/** From the highest key to the lowest. */
	descending?: boolean;
}

export interface Page {
	rows: Document[];
	/** Rows beyond this page exist (or may, where the server does not say). */
	more: boolean;
	serverDate?: Date;
}

/** A page by key; `after` is where the next one begins. */
export interface KeyPage extends Page {
	after?: string;
}

type Send = (call: Call) => Promise<Answer>;

/** The rows of a response by the name of their element. */
export function rowsOf(document: Document, list: string): Document[] {
	return asArray(document[list] as Value | Value[] | undefined).filter(isElement);
}

/**
 * Reads one page of a list in the order of its key (key-set paging, IBM support 452325). One row more than the page
 * holds is asked for, so `more` is known without trusting LastRecordSet alone. This is the only pager by key: Get Many,
 * the trigger, the pick lists and the doctor read through it.
 * @throws ServiceError `badAnswer` where the server ignores order or key, because rows could be lost or repeated
 */
export async function readPage(send: Send, call: Call, options: PageOptions): Promise<KeyPage> {
	const { key, list, size, after } = options;
	const { document, serverDate } = await send(keyedCall(call, options));
	const found = rowsOf(document, list);
	const more = isMore(found.length, size, document.LastRecordSet);
	assertAdvancing(found.map((row) => row[key]).filter(isKey), options, more);
	const rows = found.slice(0, size);
	if (!more) return { rows, more, serverDate };
	const last = rows.at(-1)?.[key] ?? (found.length > size ? undefined : document[`Last${key}`]);
	return { rows, more, serverDate, ...(isKey(last) && last !== after ? { after: last } : {}) };
}

/**
 * All pages by key, up to a limit. Rows that are added or deleted meanwhile cause no gaps and no repetitions.
 * @throws ServiceError `badAnswer` if rows have no key to go on from
 */
export async function* pagesByKey(send: Send, call: Call, options: PagesOptions): AsyncGenerator<Page> {
	const { key, list, pageSize, limit = Infinity } = options;
	let left = limit;
	let after: string | undefined;
	while (left > 0) {
		const size = Math.max(1, Math.min(pageSize, left));
		const page = await readPage(send, call, { key, list, size, after });
		yield page;
		left -= page.rows.length;
		if (!page.more || left <= 0) return;
		if (page.after === undefined) throw keyless(key);
		after = page.after;
	}
}

/** One row too many proves more; a short page ends the list unless the server says otherwise. */
function isMore(found: number, size: number, lastRecordSet: Value | undefined): boolean {
	if (found > size) return true;
	if (found === 0) return false;
	return lastRecordSet === 'N' || (found === size && lastRecordSet !== 'Y');
}

function keyedCall(call: Call, { key, list, size, after, descending = false }: PageOptions): Call {
	const input: Document = { ...call.input, MaximumRecords: String(size + 1) };
	input.OrderBy = { Attribute: [{ Name: key, Desc: descending ? 'Y' : 'N' }] };
	if (after !== undefined) {
		const beyond = descending ? 'LT' : 'GT';
		const type = call.input[`${key}QryType`];
		const isFiltered = call.input[key] !== undefined || call.input[`From${key}`] !== undefined;
		if (isFiltered && type !== beyond && type !== (descending ? 'LE' : 'GE')) {
			throw new ServiceError('invalidInput', `The list cannot be read in pages while it is filtered by ${key}.`, {
				hint: 'Filter by something else, or lower the limit to one page.',
			});
		}
		input[key] = after;
		input[`${key}QryType`] = beyond;
	}
	return { ...call, row: list, input, template: call.template && withKey(call.template, list, key) };
}

/** The template with the key among the attributes of a row, or the next page could not be asked for. */
function withKey(template: Document, list: string, key: string): Document {
	const [row] = asArray(template[list] as Value | Value[] | undefined);
	return { ...template, [list]: { ...(isElement(row) ? row : {}), [key]: '' } };
}

function isKey(value: Value | undefined): value is string {
	return typeof value === 'string' && value !== '';
}

/** A single page is complete even if the server cannot sort the list. */
function assertAdvancing(keys: string[], { key, after, descending = false }: PageOptions, more: boolean): void {
	if (after === undefined && !more) return;
	const chain = after === undefined ? keys : [after, ...keys];
	const isBack = (value: string, before: string) => (descending ? value > before : value < before);
	// Each key behind the one before: there is nothing to examine, as for nearly every page.
	if (chain.every((value, i) => i === 0 || isBack(chain[i - 1], value))) return;
	if (after !== undefined && keys.includes(after))
		throw stuck(`returns the same page again, not the next one in the order of ${key}`);
	// Keys of digits and one length sort alike in every collation; others are compared for repetition only.
	const comparable = chain.every((value) => /^\d+$/.test(value) && value.length === chain[0].length);
	const unordered = comparable && chain.some((value, i) => i > 0 && isBack(value, chain[i - 1]));
	if (unordered || new Set(keys).size < keys.length) throw stuck(`does not return the list in the order of ${key}`);
}

function keyless(key: string): ServiceError {
	return new ServiceError('badAnswer', `The rows have no ${key}, so the next page cannot be requested.`, {
		hint: `Add ${key} to the rows of the output template, or lower the limit to one page.`,
	});
}

function stuck(what: string): ServiceError {
	return new ServiceError('badAnswer', `The server ${what}, so rows could be lost or repeated.`, {
		hint: 'It may not support OrderBy or QryType. Narrow the filters so that one page is enough, or sort by something else.',
	});
}

/**
 * Numbered pages (getPage, ROWNUM) for a sort order of the caller's own. The server keeps nothing
 * between pages, so rows that move meanwhile may be repeated or missed.
 * @param read reads a page; `mayBeBeyond` where nobody has said that it exists
 * @throws ServiceError `badAnswer` for an empty page in the middle, and for the same page twice
 */
export async function* pagesByNumber(
	read: (number: number, mayBeBeyond: boolean) => Promise<PageAnswer>,
	{ list, pageSize, limit = Infinity }: PagesOptions,
): AsyncGenerator<Page> {
	let left = limit;
	let previous = '';
	let mayBeBeyond = false;
	for (let number = 1; left > 0; number++) {
		const { document, serverDate, isLast } = await read(number, mayBeBeyond);
		const found = rowsOf(document, list);
		if (found.length === 0 && isLast === false) throw emptyPage(number);
		const text = JSON.stringify(found);
		if (found.length > 0 && text === previous) {
			throw new ServiceError('badAnswer', 'The server returns the same page again and again.', {
				hint: 'The API may not support numbered pages. Remove the sort order, or lower the limit to one page.',
			});
		}
		previous = text;
		const rows = found.slice(0, left);
		const beyond = isLast === undefined ? found.length >= pageSize : !isLast;
		mayBeBeyond = isLast === undefined;
		yield { rows, more: beyond || found.length > rows.length, serverDate };
		left -= rows.length;
		if (!beyond) return;
	}
}

function emptyPage(number: number): ServiceError {
	return new ServiceError(
		'badAnswer',
		`Page ${number} of the list is empty, and Sterling says that it is not the last.`,
		{
			hint: 'Remove the sort order, so that the list is read by key.',
			effect: 'unknown',
		},
	);
}

/**
 * A sorted list as one call, up to the limit or Sterling's own bound. Throws `invalidInput` where all
 * rows are wanted and the server says that it left some out.
 */
export async function inOnePiece(send: Send, call: Call, { list, limit }: PagesOptions): Promise<Page> {
	const bound: Document = limit === undefined ? {} : { MaximumRecords: String(limit + 1) };
	const { document, serverDate } = await send({ ...call, row: list, input: { ...call.input, ...bound } });
	const found = rowsOf(document, list);
	const rows = found.slice(0, limit);
	const more = found.length > rows.length || document.LastRecordSet === 'N';
	if (more && limit === undefined) {
		throw new ServiceError(
			'invalidInput',
			`Sterling returns at most ${rows.length} rows at once, and there are more.`,
			{ hint: 'A sorted list with a stored template cannot be read in pages. Remove one of the two, or set a limit.' },
		);
	}
	return { rows, more, serverDate };
}
