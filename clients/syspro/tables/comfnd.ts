import { ServiceError, type ErrorCategory } from '../../../kit/errors';
import { mayBeCut } from '../../../kit/pages';
import { hash, sharedState } from '../../../kit/http/sharedState';
import type { Outcome, BusinessObjectCall, Elements } from '../enet/call';
import { assertName, checked, meets } from '../conditions';
import type { Condition, TableQuery } from '../query';
import type { Row } from '../records';
import { elements, plainName, text } from '../values';
import { TABLES } from './catalogue';
import { Repeats } from './repeats';
import type { TableSource } from './source';
import { lookup } from '../../../kit/lookup';

/** What is known of COMFND of a site: only EQ was captured, so the others are tried once. */
interface Learnt {
	onlyEquals?: boolean;
	/** Columns that tables do not have here. */
	missing: Map<string, Set<string>>;
}

const PAGE_SIZE = 200;
/** Rows that are read at once where the site cannot continue behind a key. */
const WHOLE = 5000;
const OPERATORS: Readonly<Partial<Record<Condition['operator'], string>>> = {
	eq: 'EQ',
	ne: 'NE',
	gt: 'GT',
	ge: 'GE',
	lt: 'LT',
	le: 'LE',
};

/** How a site may refuse an operator that it does not know; without the operator an error of another cause comes again. */
const MAY_BE_OF_OPERATOR: ReadonlySet<ErrorCategory> = new Set(['invalidInput', 'server']);

/** Tables over COMFND, the generic read of e.net: no joins, no cursor, pages by "key not before the last one". */
export class ComfndTables implements TableSource {
	readonly way = 'comfnd';
	private readonly learnt: Learnt;

	/** @param identity a text that is the connection's own */
	constructor(
		private readonly call: (call: BusinessObjectCall) => Promise<Outcome>,
		identity: unknown,
	) {
		this.learnt = sharedState(hash(['syspro comfnd', identity]), () => ({ missing: new Map() }));
	}

	/** @throws ServiceError `invalidInput` for what COMFND cannot do: filters of OData, an order that descends */
	async *pages(table: string, query: TableQuery): AsyncGenerator<Row[]> {
		const order = orderOf(table, query);
		let given = 0;
		for await (const rows of this.walk(table, query, order)) {
			const wanted = rows.slice(0, (query.limit ?? Infinity) - given);
			given += wanted.length;
			yield wanted;
			if (given >= (query.limit ?? Infinity)) return;
		}
	}

	async anyOf(table: string, column: string, values: readonly string[], query: TableQuery = {}): Promise<Row[]> {
		const found: Row[] = [];
		for (const value of new Set(values)) {
			const conditions: Condition[] = [...(query.conditions ?? []), { column, operator: 'eq', value }];
			for await (const rows of this.pages(table, { ...query, conditions })) found.push(...rows);
		}
		return found;
	}

	/** Reads on from the last key, that one included: keys of several columns share their first one. */
	private async *walk(table: string, query: TableQuery, order: string): AsyncGenerator<Row[]> {
		const { conditions = [] } = query;
		const seen = new Repeats();
		let size = Math.min(Math.max(query.pageSize ?? PAGE_SIZE, 2), WHOLE);
		let from: string | undefined;
		for (;;) {
			const after: Condition[] = from === undefined ? [] : [{ column: order, operator: 'ge', value: from }];
			const { rows, asked, isReduced } = await this.rows(table, query, [...conditions, ...after], order, size);
			const fresh = seen.without(rows);
			const wanted = fresh.filter((row) => conditions.every((condition) => meets(row, condition)));
			if (wanted.length > 0) yield wanted.map((row) => selected(row, query, order));
			const isFull = rows.length >= asked;
			// A site may return fewer rows at once than it is asked for.
			const isCut = !isReduced && fresh.length > 0 && mayBeCut(rows.length, asked);
			if (!isFull && !isCut) return;
			const last = text(rows[rows.length - 1], order);
			if (isFull && (isReduced || last === null || (fresh.length === 0 && size >= WHOLE))) throw tooMany(table, asked);
			if (last === null) return;
			// A page of one and the same value has to be larger to continue behind it.
			if (last === from) size = Math.min(size * 2, WHOLE);
			from = last;
		}
	}

	/** One request, and what to do where the site lacks an operator or a column. */
	private async rows(
		table: string,
		query: TableQuery,
		conditions: readonly Condition[],
		order: string,
		size: number,
	): Promise<{ rows: Row[]; asked: number; isReduced: boolean }> {
		const { learnt } = this;
		const { equal, other } = parted(conditions);
		let isReduced = learnt.onlyEquals === true && other.length > 0;
		for (;;) {
			const columns = this.columnsOf(table, query, [order, ...conditions.map(({ column }) => column)]);
			const asked = isReduced ? WHOLE : size;
			const sent = isReduced ? equal : [...equal, ...other];
			try {
				const outcome = await this.call(found(table, columns, sent, order, asked));
				return { rows: rowsIn(outcome, table), asked, isReduced };
			} catch (error) {
				if (!(error instanceof ServiceError) || error.effect === 'unknown' || error.passing === true) throw error;
				if (this.noteMissing(table, columns, error)) continue;
				if (isReduced || other.length === 0 || !MAY_BE_OF_OPERATOR.has(error.category)) throw error;
				// Only a refusal of the document is remembered: another error may be one of the moment.
				learnt.onlyEquals = error.category === 'invalidInput';
				isReduced = true;
			}
		}
	}

	private columnsOf(table: string, { select }: TableQuery, needed: readonly string[]): string[] {
		assertName(table, 'table');
		const missing = this.learnt.missing.get(table);
		const columns = select && select.length > 0 ? select : lookup(TABLES, table)?.columns;
		if (!columns) {
			throw new ServiceError('invalidInput', `COMFND needs the columns of ${table}.`, {
				hint: 'Select the columns by name. Only OData returns all of them by default.',
				effect: 'none',
			});
		}
		for (const column of columns) assertName(column, 'column');
		const asked = new Set([...columns, ...needed]);
		return [...asked].filter((column) => !missing?.has(column));
	}

	/** Whether the error is about columns that nobody asked for by name; they are left out from now on. */
	private noteMissing(table: string, columns: readonly string[], error: ServiceError): boolean {
		const known = lookup(TABLES, table);
		if (!known) return false;
		const said = [
			error.message,
			...Object.values(error.attributes),
			...error.others.flatMap(({ description = '', attributes = {} }) => [description, ...Object.values(attributes)]),
		].join(' ');
		const named = columns.filter(
			(column) => !isEssential(known.key, column) && new RegExp(`\\b${column}\\b`).test(said),
		);
		if (named.length === 0) return false;
		const missing = this.learnt.missing.get(table) ?? new Set();
		for (const column of named) missing.add(column);
		this.learnt.missing.set(table, missing);
		return true;
	}
}

/** A row without the column that was only asked for to read on, and those of conditions. */
function selected(row: Row, { select = [], conditions = [] }: TableQuery, order: string): Row {
	if (select.length === 0) return row;
	const wanted = new Set(select.map(plainName));
	const added = new Set([order, ...conditions.map(({ column }) => column)].map(plainName));
	const isKept = (column: string) => wanted.has(plainName(column)) || !added.has(plainName(column));
	return Object.fromEntries(Object.entries(row).filter(([column]) => isKept(column)));
}

/** DocumentType is part of a key that not all sites have. */
const isEssential = (key: readonly string[], column: string): boolean =>
	key.includes(column) && column !== 'DocumentType';

/** Other operators than EQ are inferred, LIKE is not even tried. */
function parted(conditions: readonly Condition[]): { equal: Condition[]; other: Condition[] } {
	const all = conditions.map(checked);
	return {
		equal: all.filter(({ operator }) => operator === 'eq'),
		other: all.filter(({ operator }) => operator !== 'eq' && OPERATORS[operator] !== undefined),
	};
}

function orderOf(table: string, { filter, orderby = [] }: TableQuery): string {
	const [first = lookup(TABLES, table)?.key[0], ...rest] = orderby;
	if (filter !== undefined || first === undefined || [first, ...rest].some((column) => / desc$/i.test(column))) {
		throw new ServiceError('invalidInput', `COMFND cannot read ${table} like this.`, {
			hint: 'Without OData there are no filters in its language and no descending order, and an unknown table needs a column to order by. Use conditions on columns.',
			effect: 'none',
		});
	}
	return first.replace(/ asc$/i, '');
}

function found(
	table: string,
	columns: readonly string[],
	conditions: readonly Condition[],
	order: string,
	rows: number,
): BusinessObjectCall {
	const expressions = conditions.map(({ column, operator, value }) => ({
		OpenBracket: '(',
		AndOr: 'And',
		Column: column,
		Condition: OPERATORS[operator],
		Value: value,
		CloseBracket: ')',
	}));
	const content: Elements = {
		TableName: table,
		ReturnRows: rows,
		Columns: { Column: columns },
		...(expressions.length > 0 ? { Where: { Expression: expressions } } : {}),
		OrderBy: { Column: order },
	};
	return { method: 'query', object: 'COMFND', xmlIn: { root: 'Query', content } };
}

/** The rows of a response; one without rows has to say that there are none. @throws ServiceError `badAnswer` */
function rowsIn({ document }: Outcome, table: string): Row[] {
	const rows = elements(document, 'Row');
	const counted = text(document, 'RowsReturned')?.trim();
	if (counted === undefined ? rows.length > 0 : Number(counted) === rows.length) return rows;
	throw new ServiceError('badAnswer', `The response of COMFND to ${table} is incomplete.`, {
		api: 'COMFND',
		hint: `It has ${rows.length} rows and reports ${counted ?? 'no number of rows'}.`,
		effect: 'unknown',
	});
}

function tooMany(table: string, size: number): ServiceError {
	return new ServiceError('invalidInput', `${table} has more rows than COMFND can return here (${size}).`, {
		hint: 'This site cannot continue after a key. Narrow the conditions, or read over OData.',
		effect: 'none',
	});
}
