import { ServiceError } from '../../kit/errors';
import { KINDS_OF_RECORDS } from './documents';
import { keyConditions, type KindOfRecord } from './documents/kind';
import type { Enet } from './enet/caller';
import { isMissingObject } from './enet/refusals';
import { anyOf } from './odata/filter';
import { NO_ENTITY_SET } from './odata/response';
import type { Condition, Key, ListQuery, Page, ReadOptions, TableQuery } from './query';
import type { Kind, Row, SysproRecord, Way } from './records';
import { rowsOf, type TableSource } from './tables/source';
import { isDay, text } from './values';

const DEFAULT_WAYS: readonly Way[] = ['odata', 'businessObject', 'comfnd'];
const PAGE_SIZE = 100;

/** Reads records, by the ways that a site has. */
export class Reader {
	constructor(
		private readonly sources: Readonly<Partial<Record<'odata' | 'comfnd', TableSource>>>,
		private readonly enet: Enet | undefined,
	) {}

	/** @throws ServiceError `notFound`, `invalidInput` where several records match, `configuration` where there is no way */
	async read<K extends Kind>(
		kind: K,
		key: Key,
		{ match = 'exact', ways = DEFAULT_WAYS }: ReadOptions = {},
	): Promise<SysproRecord<K>> {
		const how = KINDS_OF_RECORDS[kind] as KindOfRecord<K>;
		const columns = columnsOf(kind, how, key);
		return await this.firstWay(kind, ways, async (way) => {
			for (const candidate of match === 'exact' ? [columns] : candidates(columns, how)) {
				const record =
					way === 'businessObject'
						? await this.byObject(how, candidate)
						: await this.byTable(kind, how, candidate, this.sources[way]);
				if (record) return record;
			}
			throw notFound(kind, columns);
		});
	}

	/** Pages of records that are not `seen` yet. The way is chosen with the first page and kept. */
	async *list<K extends Kind>(
		kind: K,
		query: ListQuery = {},
		ways: readonly Way[] = DEFAULT_WAYS,
		seen = new Set<string>(),
	): AsyncGenerator<Page<SysproRecord<K>>> {
		const how = KINDS_OF_RECORDS[kind] as KindOfRecord<K>;
		checkDates(query);
		const began = await this.firstWay(
			kind,
			ways.filter((way) => way !== 'businessObject'),
			async (way) => {
				const source = this.sources[way as 'odata' | 'comfnd'];
				if (!source) return undefined;
				const pages = source.pages(how.table, tableQuery(how, query, source.way));
				return { source, pages, first: await pages.next() };
			},
		);
		if (!began) throw noWay(kind);
		const { source, pages } = began;
		let given = 0;
		for (let page = began.first; !page.done; page = await pages.next()) {
			const headers = page.value.filter((row) => fits(how, query, row));
			const bare = await how.assemble(headers, source, true);
			// A row that moved while it was paged comes twice.
			const fresh = headers.filter((_row, i) => !seen.has(bare[i].id));
			if (fresh.length === 0) continue;
			const wanted = fresh.slice(0, (query.limit ?? Infinity) - given);
			const records = await how.assemble(wanted, source, query.withLines === false);
			for (const { id } of records) seen.add(id);
			given += records.length;
			yield { records, way: source.way };
			if (given >= (query.limit ?? Infinity)) return;
		}
	}

	/** Rows of any table. */
	async *table(table: string, query: TableQuery = {}, ways: readonly Way[] = DEFAULT_WAYS): AsyncGenerator<Page<Row>> {
		const began = await this.firstWay(
			table,
			ways.filter((way) => way !== 'businessObject'),
			async (way) => {
				const source = this.sources[way as 'odata' | 'comfnd'];
				if (!source) return undefined;
				const pages = source.pages(table, query);
				return { way: source.way, pages, first: await pages.next() };
			},
		);
		if (!began) throw noWay(table);
		for (let page = began.first; !page.done; page = await began.pages.next())
			yield { records: page.value, way: began.way };
	}

	/** The outcome of the first way that the site has. One that is there and fails ends the search with its error. */
	private async firstWay<T>(what: string, ways: readonly Way[], work: (way: Way) => Promise<T>): Promise<T> {
		let missing: ServiceError | undefined;
		for (const way of ways) {
			if (way === 'odata' ? !this.sources.odata : !this.enet) continue;
			try {
				return await work(way);
			} catch (error) {
				if (!(error instanceof ServiceError) || !isMissing(error, way)) throw error;
				missing ??= error;
			}
		}
		throw missing ?? noWay(what);
	}

	private async byTable<K extends Kind>(
		kind: K,
		how: KindOfRecord<K>,
		key: Readonly<Record<string, string>>,
		source: TableSource | undefined,
	): Promise<SysproRecord<K> | undefined> {
		if (!source) return undefined;
		const { DocumentType, ...certain } = key;
		const rows = await rowsOf(source, how.table, {
			conditions: keyConditions(certain),
			orderby: [how.key[0]],
			limit: 20,
		});
		const records = await how.assemble(rows, source, true);
		const fitting = records.filter((record) => DocumentType === undefined || record.key.DocumentType === DocumentType);
		if (fitting.length > 1) throw ambiguous(kind, fitting);
		if (fitting.length === 0) return undefined;
		return (await how.assemble([rows[records.indexOf(fitting[0])]], source, false))[0];
	}

	private async byObject<K extends Kind>(
		how: KindOfRecord<K>,
		key: Readonly<Record<string, string>>,
	): Promise<SysproRecord<K> | undefined> {
		const { object } = how;
		if (!object || !this.enet)
			throw new ServiceError('notFound', 'No business object reads this.', { code: NO_OBJECT, effect: 'none' });
		try {
			const record = object.read(await this.enet.call(object.call(key)));
			const isOther =
				record &&
				Object.entries(key).some(
					([column, value]) => record.key[column] !== undefined && record.key[column] !== value.trimEnd(),
				);
			return isOther ? undefined : record;
		} catch (error) {
			if (error instanceof ServiceError && error.category === 'notFound') return undefined;
			throw error;
		}
	}
}

const NO_OBJECT = 'NO_OBJECT';

/** Whether a way is not there at all, rather than failing: OData has no such entity set, e.net no such business object. */
function isMissing(error: ServiceError, way: Way): boolean {
	if (way === 'odata') return error.code === NO_ENTITY_SET;
	return way === 'businessObject' && (error.code === NO_OBJECT || isMissingObject(error));
}

function columnsOf(kind: Kind, how: { key: readonly string[] }, key: Key): Record<string, string> {
	const given = typeof key === 'string' ? { [how.key[0]]: key } : { ...key };
	const unknown = Object.keys(given).find((column) => !how.key.includes(column));
	if (unknown === undefined && (given[how.key[0]] ?? '').trim() !== '') return given;
	const message =
		unknown === undefined
			? `The key of the ${wordsOf(kind)} is empty.`
			: `"${unknown}" is not part of the key of a ${wordsOf(kind)}.`;
	throw new ServiceError('invalidInput', message, { hint: `Its columns are ${how.key.join(', ')}.`, effect: 'none' });
}

/** The key as it is, padded with zeros to the length of its column and of SYSPRO 7, and without leading zeros. */
function candidates(
	key: Readonly<Record<string, string>>,
	{ key: [first], keyLength }: { key: readonly string[]; keyLength: number },
): Array<Record<string, string>> {
	const number = key[first].trim();
	const padded = /^\d+$/.test(number)
		? [...new Set([keyLength, 15])].map((length) => number.padStart(length, '0'))
		: [];
	const stripped = number.replace(/^0+(?=.)/, '');
	return [...new Set([key[first], number, ...padded, stripped])].map((value) => ({ ...key, [first]: value }));
}

function tableQuery(how: KindOfRecord<Kind>, query: ListQuery, way: 'odata' | 'comfnd'): TableQuery {
	const { statuses = [], dateFrom, dateTo, supplier, customer, conditions = [], pageSize = PAGE_SIZE } = query;
	const all: Condition[] = [...conditions];
	if (how.dateColumn && dateFrom) all.push({ column: how.dateColumn, operator: 'ge', value: dateFrom, type: 'date' });
	if (how.dateColumn && dateTo) all.push({ column: how.dateColumn, operator: 'le', value: dateTo, type: 'date' });
	if (how.supplierColumn && supplier) all.push({ column: how.supplierColumn, operator: 'eq', value: supplier });
	if (how.customerColumn && customer) all.push({ column: how.customerColumn, operator: 'eq', value: customer });
	// A set is no condition of COMFND, and one code is.
	if (how.statusColumn && statuses.length === 1)
		all.push({ column: how.statusColumn, operator: 'eq', value: statuses[0] });
	const isSet = how.statusColumn !== undefined && statuses.length > 1 && way === 'odata';
	return {
		conditions: all,
		...(isSet ? { filter: anyOf(how.statusColumn as string, statuses) } : {}),
		orderby: way === 'odata' ? how.key.filter((column) => column !== 'DocumentType') : [how.key[0]],
		pageSize,
	};
}

/** What is not asked of the table: sets of codes over COMFND, and cancelled documents. */
function fits(how: KindOfRecord<Kind>, { statuses = [], withCancelled }: ListQuery, row: Row): boolean {
	if (!how.statusColumn) return true;
	const status = text(row, how.statusColumn)?.trim() ?? '';
	if (statuses.length > 0 && !statuses.includes(status)) return false;
	const isCancelled = text(row, 'CancelledFlag') === 'Y' || CANCELLED.includes(status);
	return !isCancelled || withCancelled === true || (statuses.includes(status) && CANCELLED.includes(status));
}

const CANCELLED = ['*', '\\', '/'];

function checkDates({ dateFrom, dateTo }: ListQuery): void {
	const wrong = [dateFrom, dateTo].find((day) => day !== undefined && day !== '' && !isDay(day));
	if (wrong === undefined) return;
	throw new ServiceError('invalidInput', `"${wrong}" is not a date.`, {
		hint: 'Dates are written YYYY-MM-DD.',
		effect: 'none',
	});
}

const wordsOf = (kind: Kind): string => kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function notFound(kind: Kind, key: Readonly<Record<string, string>>): ServiceError {
	const shown = Object.values(key)
		.map((value) => `"${value}"`)
		.join(', ');
	return new ServiceError('notFound', `There is no ${wordsOf(kind)} ${shown}.`, {
		hint: 'Keys must match exactly, including leading zeros, blanks and case.',
		effect: 'none',
	});
}

function ambiguous(kind: Kind, records: readonly SysproRecord[]): ServiceError {
	return new ServiceError('invalidInput', `${records.length} documents match the key of the ${wordsOf(kind)}.`, {
		hint: `Specify the whole key. There are ${records.map(({ key }) => JSON.stringify(key)).join(', ')}.`,
		effect: 'none',
	});
}

function noWay(what: string): ServiceError {
	return new ServiceError('configuration', `This connection has no way to read ${what}.`, {
		hint: 'Enter the address of OData or of e.net, and leave the ways to read as they are.',
		remedy: { field: 'odata.endpoint' },
		effect: 'none',
	});
}
