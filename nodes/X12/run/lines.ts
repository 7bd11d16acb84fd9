import { assertSafe, getPath, setPath } from '../../../kit/xml/path';
import type { ValueContext } from '../../../kit/n8n/fields/value';
import type { Parameters } from '../../../kit/n8n/parameters';
import type { Document } from '../../../kit/xml/document';
import { COLUMNS, type Column } from '../fields/columns';
import { textOf } from '../fields/text';
import { objectsOf } from './json';
import { ownColumns } from './nestedLines';

/** A line as it was filled in: values by the names of their columns. */
type Row = Record<string, unknown>;

const BY_NAME = new Map(COLUMNS.map((column) => [column.name, column]));
/** Element 235 of a GTIN, by its digits. */
const GTINS: Record<number, string> = { 12: 'gtin12', 13: 'gtin13', 14: 'gtin14' };

/** The lines of a document, as they were filled in or as the list has them. */
export function rowsOf(parameters: Parameters): Row[] {
	if (parameters.text('lineSource') !== 'list') {
		return (parameters.raw('lines') as { line?: Row[] } | undefined)?.line ?? [];
	}
	const list = objectsOf(parameters.raw('lineList'), 'List of Lines');
	const columns =
		(parameters.raw('lineMapping') as { column?: Array<Record<string, string>> } | undefined)?.column ?? [];
	if (columns.length === 0) return list;
	return list.map((entry, index) => {
		const values = columns.map(({ target, source }) => {
			const value = getPath(entry as Document, source.trim());
			if (value === undefined) {
				throw new TypeError(
					`List of Lines, entry ${index + 1}, has no field "${source}". It has ${Object.keys(entry).join(', ')}.`,
				);
			}
			return [target, value] as const;
		});
		return Object.fromEntries(values);
	});
}

/** The lines of rows, in their order. @throws TypeError as {@link lineOf} does */
export const linesOf = (rows: readonly Row[], type: string, values: ValueContext): Document[] =>
	rows.map((row) => lineOf(row, type, values));

/**
 * A line of the business form. Names that are no columns are members of the form.
 * @throws TypeError for a GTIN of another length
 */
export function lineOf(row: Row, type: string, values: ValueContext): Document {
	const line: Document = {};
	for (const [name, value] of Object.entries(row)) {
		const column = BY_NAME.get(name);
		assertSafe(name);
		if (!column || isWhole(name, value)) line[name] = value as Document[string];
		else put(line, column, value, type, values);
	}
	return withAcknowledgement({ ...line, ...ownColumns(row, type, values) }, row, type, values);
}

/** A list of a form-line may have the name of a column. */
function isWhole(_name: string, value: unknown): boolean {
	return typeof value === 'object' && value !== null && !('toISO' in value) && !(value instanceof Date);
}

function put(line: Document, { name, path, types }: Column, value: unknown, type: string, values: ValueContext): void {
	const text = textOf(value, values);
	if (text === undefined || (types && !types.includes(type))) return;
	if (path) setPath(line, path, text);
	else if (name === 'gtin') setPath(line, `itemIds.${gtin(text)}`, text);
}

function gtin(text: string): string {
	const name = /^\d+$/.test(text) ? GTINS[text.length] : undefined;
	if (!name) throw new TypeError(`A GTIN has 12, 13 or 14 digits (it is "${text}")`);
	return name;
}

/** The status of a line, with its quantity and date, is an acknowledgement of it. */
function withAcknowledgement(line: Document, row: Row, type: string, values: ValueContext): Document {
	const status = type.endsWith('Acknowledgement') ? textOf(row.status, values) : undefined;
	if (status === undefined) return line;
	const quantity = textOf(row.confirmedQuantity, values) ?? (line.quantity as string | undefined);
	const date = textOf(row.shipDate, values);
	const acknowledgement: Document = {
		status,
		...(quantity === undefined ? {} : { quantity, ...(line.unit === undefined ? {} : { unit: line.unit }) }),
		...(date === undefined ? {} : { dateType: 'shipScheduled', date }),
	};
	return { ...line, acknowledgements: [acknowledgement] };
}

/**
 * Puts the items of a shipment into its levels: lines of one order, of one pallet and of one carton go together, in the
 * order of the list.
 */
export function shipmentOf(rows: readonly Row[], values: ValueContext): Document {
	const shipment: Document = {};
	for (const row of rows) {
		const order = level(shipment, 'orders', 'orderNumber', textOf(row.orderNumber, values));
		const tare = level(order, 'tares', 'sscc', textOf(row.palletSscc, values));
		const pack = level(tare, 'packs', 'sscc', textOf(row.sscc, values));
		const item = lineOf(row, 'shipNotice', values);
		((pack.items ??= []) as Document[]).push(item);
	}
	return shipment;
}

/** The child that is known by a value, made when it is new; the parent itself where there is no value. */
function level(parent: Document, list: string, name: string, value: string | undefined): Document {
	if (value === undefined) return parent;
	const children = (parent[list] ??= []) as Document[];
	const found = children.find((child) => child[name] === value);
	if (found) return found;
	const child: Document = { [name]: value };
	children.push(child);
	return child;
}
