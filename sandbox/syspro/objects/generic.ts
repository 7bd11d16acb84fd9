import { compare, type Row } from '../database';
import type { Table } from '../tables';
import { all, document, textOf, type Content, type Element } from '../xml';
import { fieldError, type Asked, type BusinessObject } from './object';

const shown = (table: Table, row: Row, column: string): string => {
	const type = table.columns.find(({ name }) => name === column)?.type;
	if (type === 'date') return row[column] === '' ? '0000-00-00' : row[column];
	return type === 'decimal' ? Number(row[column]).toFixed(6).padStart(18) : row[column];
};

const TESTS: Readonly<Record<string, (order: number) => boolean>> = {
	EQ: (order) => order === 0,
	NE: (order) => order !== 0,
	GT: (order) => order > 0,
	GE: (order) => order >= 0,
	LT: (order) => order < 0,
	LE: (order) => order <= 0,
};

/** COMFND: rows of one table; only EQ was captured, the other conditions are a choice of the site. */
export const comfnd: BusinessObject = ({ company, behaviour, input }) => {
	const name = textOf(input, 'TableName');
	const found = company.database.table(name);
	if (!found) return document('Query', fieldError('TableName', name, '100001', `Table '${name}' does not exist`));
	const { table, rows } = found;
	const columns = all(input, 'Columns', 'Column').map(({ text }) => text);
	const expressions = all(input, 'Where', 'Expression');
	const used = [...columns, ...expressions.map((each) => textOf(each, 'Column')), textOf(input, 'OrderBy', 'Column')];
	const unknown = used.find((column) => !hasColumn(table, column, behaviour.missingColumns));
	if (unknown !== undefined)
		return document(name, fieldError('Column', unknown, '100002', `Column '${unknown}' is invalid`));
	const wrong = expressions
		.map((each) => textOf(each, 'Condition'))
		.find((condition) => !isAllowed(condition, behaviour.comfndOperators));
	if (wrong !== undefined)
		return document(name, fieldError('Condition', wrong, '100003', `Condition '${wrong}' is invalid`));
	const order = textOf(input, 'OrderBy', 'Column');
	const kept = rows
		.filter((row) => expressions.every((each) => meets(table, row, each)))
		.sort((a, b) => compare(table, order, a[order], b[order]))
		.slice(0, Number(textOf(input, 'ReturnRows')) || 10);
	return document(name, {
		HeaderDetails: { TableName: name, Columns: { Column: columns }, OrderBy: { Column: order } },
		Row: kept.map((row): Content => Object.fromEntries(columns.map((column) => [column, shown(table, row, column)]))),
		RowsReturned: String(kept.length).padStart(8),
	});
};

const isAllowed = (condition: string, operators: 'all' | 'eq'): boolean =>
	operators === 'all' ? condition in TESTS : condition === 'EQ';

export function hasColumn(table: Table, column: string, missing: readonly string[]): boolean {
	return table.columns.some(({ name }) => name === column) && !missing.includes(`${table.name}.${column}`);
}

function meets(table: Table, row: Row, expression: Element): boolean {
	const column = textOf(expression, 'Column');
	return TESTS[textOf(expression, 'Condition')](compare(table, column, row[column], textOf(expression, 'Value')));
}

/** COMFCH: one whole record by its key. */
export const comfch: BusinessObject = ({ company, input }) => {
	const name = textOf(input, 'TableName');
	const found = company.database.table(name);
	if (!found) return document('Fetch', fieldError('TableName', name, '100001', `Table '${name}' does not exist`));
	const { table, rows } = found;
	const key = [textOf(input, 'Key'), ...[1, 2, 3].map((number) => textOf(input, `OptionalKey${number}`))];
	const row = rows.find((each) => table.key.every((column, index) => each[column].trimEnd() === key[index].trimEnd()));
	if (!row) return document(name, fieldError('Key', key[0], '100004', `Key '${key[0]}' not found`));
	return document(
		name,
		Object.fromEntries(table.columns.map(({ name: column }) => [column, shown(table, row, column)])),
	);
};

const BROWSES: Readonly<Record<string, string>> = {
	ApSupplier: 'ApSupplier',
	ArCustomer: 'ArCustomer',
	InvMaster: 'InvMaster',
};

/** COMBRW: rows of a browse, each field with its value and type. */
export const combrw: BusinessObject = ({ company, input }: Asked) => {
	const browse = textOf(input, 'BrowseName');
	const found = company.database.table(BROWSES[browse] ?? '');
	if (!found)
		return document('Browse', fieldError('BrowseName', browse, '100005', `Browse '${browse}' does not exist`));
	const { table, rows } = found;
	const start = textOf(input, 'StartAtKey');
	const kept = rows.filter((row) => row[table.key[0]] >= start).slice(0, Number(textOf(input, 'ReturnRows')) || 10);
	const field = (row: Row, column: string): Content => ({ Value: row[column], DataType: 'AlphaNumeric' });
	const columns = table.columns.slice(0, 4).map(({ name }) => name);
	return document(browse, {
		Row: kept.map((row) => Object.fromEntries(columns.map((column) => [column, field(row, column)]))),
	});
};
