import { tables, type Table } from './tables';

/** Texts as they are stored; decimals in plain notation; dates `YYYY-MM-DD`, or empty where there is none. */
export type Row = Record<string, string>;

/** The company database. Comparisons are binary, as its collation says. */
export class Database {
	private readonly rows = new Map<string, Row[]>();

	/** All rows of a table in the order of their key; undefined for a table that there is not. */
	table(name: string): { table: Table; rows: Row[] } | undefined {
		if (!Object.hasOwn(tables, name)) return undefined;
		return { table: tables[name], rows: this.of(name) };
	}

	/** Rows of a table that have these values. */
	where(name: string, values: Row = {}): Row[] {
		return this.of(name).filter((row) => Object.entries(values).every(([column, value]) => row[column] === value));
	}

	find(name: string, values: Row): Row | undefined {
		return this.where(name, values)[0];
	}

	/** Adds a row; what is not given is empty, or zero. */
	insert(name: string, values: Row): Row {
		const { columns, key } = tables[name];
		const row: Row = Object.fromEntries(
			columns.map(({ name: column, type }) => [column, type === 'decimal' ? '0' : '']),
		);
		for (const [column, value] of Object.entries(values)) {
			if (!Object.hasOwn(row, column)) throw new TypeError(`${name} has no column ${column}`);
			row[column] = value;
		}
		const own = Object.fromEntries(key.map((column) => [column, row[column]]));
		if (this.find(name, own)) throw new TypeError(`${name} has ${JSON.stringify(own)} already`);
		this.of(name).push(row);
		this.of(name).sort((a, b) => compareKeys(tables[name], a, b));
		return row;
	}

	remove(name: string, row: Row): void {
		const rows = this.of(name);
		rows.splice(rows.indexOf(row), 1);
	}

	private of(name: string): Row[] {
		const known = this.rows.get(name);
		if (known) return known;
		const made: Row[] = [];
		this.rows.set(name, made);
		return made;
	}
}

function compareKeys(table: Table, a: Row, b: Row): number {
	for (const column of table.key) {
		const order = compare(table, column, a[column], b[column]);
		if (order !== 0) return order;
	}
	return 0;
}

/** Decimals by value, everything else by code points; trailing blanks do not count. */
export function compare(table: Table, column: string, a: string, b: string): number {
	const type = table.columns.find(({ name }) => name === column)?.type;
	if (type === 'decimal') return Number(a) - Number(b);
	const [left, right] = [a.trimEnd(), b.trimEnd()];
	return left < right ? -1 : left > right ? 1 : 0;
}
