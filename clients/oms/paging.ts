import type { Answer, Call } from './call';
import { asArray, isElement, type Document, type Value } from '../../kit/xml/document';
import { ServiceError } from '../../kit/errors';

/**
 * How to read a list: `key` is the primary key attribute (OrderHeaderKey), `list` the element of a row
 * (Order).
 */
export interface PagesOptions {
	key: string;
	list: string;
	pageSize: number;
	limit?: number;
	signal?: AbortSignal;
}

export interface Page {
	rows: Document[];
	/** Rows beyond this page exist (or may, where the server does not tell). */
	more: boolean;
	serverDate?: Date;
}

/**
 * Key-set paging (IBM support 452325): after the last key, ordered by key. One row more than the page
 * holds is asked for, so `more` is known without trusting LastRecordSet alone. Fails where the server
 * ignores order or key.
 */
export async function* pagesByKey(
	send: (call: Call) => Promise<Answer>,
	call: Call,
	{ key, list, pageSize, limit = Infinity }: PagesOptions,
): AsyncGenerator<Page> {
	let left = limit;
	let after: string | undefined;
	let previous = new Set<string>();
	while (left > 0) {
		const size = Math.max(1, Math.min(pageSize, left));
		const { document, serverDate } = await send(keyedCall(call, key, list, size + 1, after));
		const found = asArray(document[list] as Value | Value[] | undefined).filter(isElement);
		const rows = found.slice(0, size);
		const keys = found.map((row) => row[key]).filter((value) => typeof value === 'string' && value !== '') as string[];
		assertAdvancing(keys, previous, key);
		const more = isMore(found.length, size, document.LastRecordSet);
		yield { rows, more, serverDate };
		left -= rows.length;
		if (!more || left <= 0) return;
		after = cursor(rows.at(-1)?.[key] ?? (found.length > size ? undefined : document[`Last${key}`]), after, key);
		previous = new Set(keys.slice(0, size));
	}
}

/** One row too many proves more; a short page ends the list unless the server says otherwise. */
function isMore(found: number, size: number, lastRecordSet: Value | undefined): boolean {
	if (found > size) return true;
	if (found === 0) return false;
	return lastRecordSet === 'N' || (found === size && lastRecordSet !== 'Y');
}

function keyedCall(call: Call, key: string, list: string, size: number, after: string | undefined): Call {
	const input: Document = { ...call.input, MaximumRecords: String(size) };
	input.OrderBy = { Attribute: [{ Name: key, Desc: 'N' }] };
	if (after !== undefined) {
		const type = call.input[`${key}QryType`];
		const isFiltered = call.input[key] !== undefined || call.input[`From${key}`] !== undefined;
		if (isFiltered && type !== 'GT' && type !== 'GE') {
			throw new ServiceError('invalidInput', `The list cannot be read in pages while it is filtered by ${key}.`, {
				hint: 'Filter by something else, or lower the limit to one page.',
			});
		}
		input[key] = after;
		input[`${key}QryType`] = 'GT';
	}
	return { ...call, input, template: call.template && withKey(call.template, list, key) };
}

/** The template with the key among the attributes of a row, or the next page could not be asked for. */
function withKey(template: Document, list: string, key: string): Document {
	const [row] = asArray(template[list] as Value | Value[] | undefined);
	return { ...template, [list]: { ...(isElement(row) ? row : {}), [key]: '' } };
}

function assertAdvancing(keys: string[], previous: Set<string>, key: string): void {
	// Keys of digits and one length sort alike in every collation; others are compared only for
	// repetition.
	const comparable = keys.every((value) => /^\d+$/.test(value) && value.length === keys[0].length);
	const unordered = comparable && keys.some((value, index) => index > 0 && value < keys[index - 1]);
	if (unordered || keys.some((value) => previous.has(value))) throw stuck(key, 'does not return the list in order');
}

function cursor(value: Value | undefined, after: string | undefined, key: string): string {
	if (typeof value !== 'string' || value === '') {
		throw new ServiceError('badAnswer', `The rows carry no ${key}, so the next page cannot be asked for.`, {
			hint: `Add ${key} to the rows of the output template, or lower the limit to one page.`,
		});
	}
	if (value === after) throw stuck(key, 'answers the same page again');
	return value;
}

function stuck(key: string, what: string): ServiceError {
	return new ServiceError('badAnswer', `The server ${what} of ${key}, so rows could be lost or repeated.`, {
		hint: 'It may not support OrderBy or QryType. Choose a sort order, or lower the limit to one page.',
	});
}

/**
 * Numbered pages (getPage, ROWNUM) for a sort order of the caller's own. The server keeps nothing
 * between pages, so rows that move meanwhile may be repeated or missed.
 */
export async function* pagesByNumber(
	read: (number: number) => Promise<Answer & { isLast?: boolean }>,
	{ list, pageSize, limit = Infinity }: PagesOptions,
): AsyncGenerator<Page> {
	let left = limit;
	let previous = '';
	for (let number = 1; left > 0; number++) {
		const { document, serverDate, isLast } = await read(number);
		const found = asArray(document[list] as Value | Value[] | undefined).filter(isElement);
		const text = JSON.stringify(found);
		if (found.length > 0 && text === previous) {
			throw new ServiceError('badAnswer', 'The server answers the same page again and again.', {
				hint: 'The API may not support numbered pages. Leave the sort order out, or lower the limit to one page.',
			});
		}
		previous = text;
		const rows = found.slice(0, left);
		const beyond = isLast === undefined ? found.length >= pageSize : !isLast && found.length > 0;
		yield { rows, more: beyond || found.length > rows.length, serverDate };
		left -= rows.length;
		if (!beyond) return;
	}
}

/**
 * A sorted list as one call, up to the limit or Sterling's own bound. Throws `invalidInput` where all
 * rows are wanted and the server says that it left some out.
 */
export async function inOnePiece(
	send: (call: Call) => Promise<Answer>,
	call: Call,
	{ list, limit }: PagesOptions,
): Promise<Page> {
	const bound: Document = limit === undefined ? {} : { MaximumRecords: String(limit + 1) };
	const { document, serverDate } = await send({ ...call, input: { ...call.input, ...bound } });
	const found = asArray(document[list] as Value | Value[] | undefined).filter(isElement);
	const rows = found.slice(0, limit);
	const more = found.length > rows.length || document.LastRecordSet === 'N';
	if (more && limit === undefined) {
		throw new ServiceError(
			'invalidInput',
			`Sterling answers no more than ${rows.length} rows at once, and there are more.`,
			{ hint: 'A sorted list with a stored template has no pages. Leave out one of the two, or set a limit.' },
		);
	}
	return { rows, more, serverDate };
}
