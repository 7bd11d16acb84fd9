import { isRecord } from '../../kit/record';
import { mayBeCut } from '../../kit/pages';
import type { Query } from './address';
import type { B2biClient } from './client';
import { textOf, type Row } from './values';

export interface ListOptions {
	/** Attribute that distinguishes rows. */
	key: string;
	/** Rows of one request. */
	pageSize?: number;
	/** Most rows wanted; all of them where it is left out. */
	limit?: number;
	/** Rows that count; the others neither come out nor fill the limit. */
	keep?: (row: Row) => boolean;
}

/** Rows of a list. */
export interface Listed {
	rows: Row[];
	/** Rows beyond the limit exist. */
	more: boolean;
	/** The server's words where it reported the list as an error that means "empty". */
	emptyBecause?: string;
	/** The server's clock. */
	serverDate?: Date;
}

/** Every client that was seen asks for this range; the default and the most of the server are not public. */
const PAGE_SIZE = 1000;

/**
 * Reads a list by `_range` (zero-based, the last one included). A page with fewer rows than asked for is the last one,
 * unless it may be a smaller page of the server's own ({@link mayBeCut}): then it is read on. Rows that come twice
 * because others came or went meanwhile are left out. @throws ServiceError
 */
export async function rowsOf(client: B2biClient, service: string, query: Query, options: ListOptions): Promise<Listed> {
	const { key, limit = Infinity, keep = () => true } = options;
	const size = options.pageSize ?? PAGE_SIZE;
	const rows: Row[] = [];
	const seen = new Set<string>();
	const listed: Listed = { rows, more: false };
	for (let from = 0; ;) {
		const response = await client.send({
			service,
			method: 'GET',
			kind: 'read',
			isList: true,
			expects: (content) => pageOf(content) !== undefined,
			query: { ...query, _range: `${from}-${from + size - 1}` },
		});
		listed.serverDate ??= response.serverDate;
		if (from === 0 && response.emptyBecause) listed.emptyBecause = response.emptyBecause;
		const page = pageOf(response.content) as Row[];
		const before = seen.size;
		for (const row of page) {
			const id = textOf(row, key) || JSON.stringify(row);
			if (seen.has(id)) continue;
			seen.add(id);
			if (!keep(row)) continue;
			if (rows.length >= limit) return { ...listed, more: true };
			rows.push(row);
		}
		// A server that knows no ranges sends the same rows again, or more than were asked for.
		const isAll = page.length === 0 || seen.size === before || page.length > size;
		if (isAll || (page.length < size && !mayBeCut(page.length, size))) return listed;
		from += page.length;
	}
}

/** A list is a bare array; XML has its rows in the only element. Undefined for anything else. */
function pageOf(content: unknown): Row[] | undefined {
	if (Array.isArray(content) && content.every(isRecord)) return content;
	if (isRecord(content)) {
		const [first, ...others] = Object.values(content);
		if (others.length === 0 && Array.isArray(first) && first.every(isRecord)) return first;
	}
	return undefined;
}
