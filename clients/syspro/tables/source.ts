import type { TableQuery } from '../query';
import type { Row } from '../records';

/** A way to read tables. */
export interface TableSource {
	readonly way: 'odata' | 'comfnd';
	/** Rows page by page. @throws ServiceError */
	pages(table: string, query: TableQuery): AsyncGenerator<Row[]>;
	/** Rows whose column holds any of the values, in no order. */
	anyOf(table: string, column: string, values: readonly string[], query?: TableQuery): Promise<Row[]>;
}

/** All rows of a query in one list. Only for queries that are known to return few. @throws ServiceError */
export async function rowsOf(source: TableSource, table: string, query: TableQuery): Promise<Row[]> {
	const rows: Row[] = [];
	for await (const page of source.pages(table, query)) rows.push(...page);
	return rows;
}
