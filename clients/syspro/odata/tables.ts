import { ServiceError } from '../../../kit/errors';
import { idOf } from '../../../kit/polling/seen';
import { assertName, meets } from '../conditions';
import { anyOf, DATE_FORMS, filterOf, type DateForm } from './filter';
import { readPage, type ODataPage } from './response';
import type { ODataService } from './service';
import type { Condition, TableQuery } from '../query';
import type { Row } from '../records';
import { member } from '../values';
import type { TableSource } from '../tables/source';

/** OData gives at most so many rows for one request. */
const MOST_ROWS = 5000;
const PAGE_SIZE = 1000;
/** How often a listing begins again because rows came or went while it was read. */
const MOST_RESTARTS = 3;
/** Values in one filter: a URL stays below 2,000 characters or so. */
const MOST_VALUES = 20;

/** Tables over OData. */
export class ODataTables implements TableSource {
	readonly way = 'odata';

	constructor(private readonly service: ODataService) {}

	/** Rows page by page, following the links of the service, or else with `$skip` in a stable order. @throws ServiceError */
	async *pages(table: string, query: TableQuery): AsyncGenerator<Row[]> {
		assertName(table, 'table');
		const { learnt } = this.service;
		const dates = await this.dateForm(table, query.conditions ?? []);
		const left = dates === 'client' ? (query.conditions ?? []).filter(({ type }) => type === 'date') : [];
		let given = 0;
		for await (const { rows } of this.walk(table, query, dates)) {
			const kept = rows.filter((row) => left.every((condition) => meets(row, condition)));
			const wanted = kept.slice(0, (query.limit ?? Infinity) - given);
			given += wanted.length;
			learnt.mostRows = Math.max(learnt.mostRows, rows.length);
			if (wanted.length > 0 || rows.length === 0) yield wanted;
			if (given >= (query.limit ?? Infinity)) return;
		}
	}

	async anyOf(table: string, column: string, values: readonly string[], query: TableQuery = {}): Promise<Row[]> {
		const found: Row[] = [];
		for (let at = 0; at < values.length; at += MOST_VALUES) {
			const filter = anyOf(column, values.slice(at, at + MOST_VALUES));
			const joined = query.filter === undefined ? filter : `(${query.filter}) and ${filter}`;
			for await (const rows of this.pages(table, { ...query, filter: joined })) found.push(...rows);
		}
		return found;
	}

	/**
	 * Follows the links of the service as far as they go: `$top` bounds all that they lead to, so what is behind it is
	 * asked for with `$skip`. Such a request begins with the last row that is known: where it is another one, a row before
	 * it came or went, and the listing begins again.
	 */
	private async *walk(table: string, query: TableQuery, dates: DateForm): AsyncGenerator<{ rows: Row[] }> {
		const seen = new Set<string>();
		let restarts = 0;
		let skip = 0;
		let [known, newest]: Array<string | undefined> = [];
		let [asked, got, isLinked] = [topOf(query), 0, false];
		let page = await this.page(addressOf(table, query, dates), table);
		for (;;) {
			let { rows } = page;
			if (known !== undefined) {
				if (JSON.stringify(rows[0]) !== known) {
					if (++restarts > MOST_RESTARTS) throw unsteady(table);
					[skip, known, asked, got, isLinked] = [0, undefined, topOf(query), 0, false];
					page = await this.page(addressOf(table, query, dates), table);
					continue;
				}
				rows = rows.slice(1);
			}
			yield { rows: restarts === 0 ? rows : rows.filter((row) => !seen.has(idOf(JSON.stringify(row)))) };
			for (const row of rows) seen.add(idOf((newest = JSON.stringify(row))));
			skip += rows.length;
			got += page.rows.length;
			if (page.next !== undefined) {
				[page, known, isLinked] = [await this.page(page.next, table), undefined, true];
				continue;
			}
			// Without links, only a page that is shorter than others were is certainly the last.
			const isShort = got < asked && (isLinked || page.rows.length < this.service.learnt.mostRows);
			if (rows.length === 0 || isShort) return;
			[known, asked, got, isLinked] = [newest, overlapping(query), 0, false];
			page = await this.page(addressOf(table, query, dates, skip - 1), table);
		}
	}

	private async page(address: string, table: string): Promise<ODataPage> {
		return await this.service.get(address, table, (response, now) => readPage(response, table, now));
	}

	/** The form of dates that the service takes: tried once, with the very filter, and remembered. */
	private async dateForm(table: string, conditions: readonly Condition[]): Promise<DateForm> {
		const { learnt } = this.service;
		const dated = conditions.filter(({ type }) => type === 'date');
		const known = learnt.dates.get(table);
		if (dated.length === 0 || known) return known ?? 'datetime';
		let refusal: unknown;
		// What another table took comes first.
		for (const form of new Set([...learnt.dates.values(), ...DATE_FORMS])) {
			try {
				const { rows } = await this.page(addressOf(table, { conditions: dated, limit: 1 }, form), table);
				// Without the filter, a table that lacks the column would seem to take it.
				if (form === 'client' && !(rows[0] && dated.every(({ column }) => member(rows[0], column) !== undefined)))
					break;
				learnt.dates.set(table, form);
				return form;
			} catch (error) {
				if (!(error instanceof ServiceError) || error.httpStatus !== 400) throw error;
				refusal ??= error;
			}
		}
		throw refusal;
	}
}

const topOf = ({ limit = Infinity, pageSize = PAGE_SIZE }: TableQuery): number =>
	Math.max(1, Math.min(limit, pageSize, MOST_ROWS));

/** A page after the first begins with the last row of the one before, so that a shift shows. */
const overlapping = (query: TableQuery): number => Math.min(topOf(query) + 1, MOST_ROWS);

/** `skip`: the rows before the page; undefined for the first one, so that a page behind a single row differs from it. */
function addressOf(table: string, query: TableQuery, dates: DateForm, skip?: number): string {
	const { conditions = [], filter, select = [], orderby = [] } = query;
	const own = filterOf(conditions, dates);
	const isFilteredHere = dates === 'client' && conditions.some(({ type }) => type === 'date');
	const whole = [own, filter && (own ? `(${filter})` : filter)].filter(Boolean).join(' and ');
	for (const column of select) assertName(column, 'column');
	for (const column of orderby) assertName(column.replace(/ (?:asc|desc)$/i, ''), 'column');
	const asked = isFilteredHere ? { ...query, limit: undefined } : query;
	const top = skip === undefined ? topOf(asked) : overlapping(asked);
	const pairs: Array<[string, string]> = [
		['$filter', whole],
		['$select', select.join(',')],
		['$orderby', orderby.join(',')],
		['$top', String(top)],
		['$skip', skip ? String(skip) : ''],
	];
	const search = pairs
		.filter(([, value]) => value !== '')
		.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
	return `${table}?${search.join('&')}`;
}

function unsteady(table: string): ServiceError {
	return new ServiceError(
		'conflict',
		`Rows of ${table} were added or removed while they were read, in each of ${MOST_RESTARTS} attempts.`,
		{
			hint: 'Narrow the filter, so that fewer rows are read at once.',
			effect: 'none',
		},
	);
}
