import { inField, refuse } from '../../../kit/n8n/refusal';
import { isRecord } from '../../../kit/record';
import { assertSafe, getPath } from '../../../kit/xml/path';
import type { Document, Value } from '../../../kit/xml/document';
import { COLUMNS, type Column } from '../fields/columns';
import { asValue, enter, inEntry, needOne, put, type Entered } from '../fields/entered';
import { putOwnColumns } from './nestedLines';
import type { Row } from './rowsOf';

const BY_NAME = new Map(COLUMNS.map((column) => [column.name, column]));
/** Columns that say which item it is. */
const NAMING = ['vendorPart', 'buyerPart', 'gtin', 'description'];
/** Element 235 of a GTIN, by its digits. */
const GTINS: Record<number, string> = { 12: 'gtin12', 13: 'gtin13', 14: 'gtin14' };

/** The lines of rows, in their order. @throws Refusal as {@link lineOf} does */
export const linesOf = (rows: readonly Row[], type: string): Document[] => rows.map((row) => lineOf(row, type));

/**
 * A line of the business form. Names that are no columns are members of the form.
 * @throws Refusal for what is no value, and for what an expression leaves empty and must not
 */
export function lineOf(row: Row, type: string): Document {
	return inEntry(row.labels, () => {
		const line: Document = {};
		for (const [name, value] of Object.entries(row.values)) {
			assertSafe(name);
			if (!BY_NAME.has(name) || isList(name, value)) line[name] = copied(value);
		}
		const values = valuesOf(row, type);
		needOne(NAMING.flatMap((name) => values.get(name) ?? []));
		for (const [name, entered] of values) place(line, name, entered);
		putOwnColumns(line, values, type);
		acknowledge(line, values, type);
		return line;
	});
}

/** The values of the columns that a type of document has, the empty ones as well. */
export function valuesOf({ values, context }: Row, type: string): Map<string, Entered> {
	const entered = new Map<string, Entered>();
	for (const column of COLUMNS.filter(({ types }) => types?.includes(type) ?? true)) {
		const value = Object.hasOwn(values, column.name) ? values[column.name] : undefined;
		if (!isList(column.name, value)) entered.set(column.name, enter(fieldOf(column, type), value, context));
	}
	return entered;
}

function fieldOf({ displayName, name, emptyMeans, neededIn, options }: Column, type: string) {
	return { displayName, name, emptyMeans, required: neededIn?.includes(type), choices: options };
}

/** A line of the form may have several of these, under the name of the column. */
const isList = (name: string, value: unknown) => Array.isArray(value) && ['description', 'sscc'].includes(name);

/** The item keeps its own objects: columns are put into copies of them. */
const copied = (value: unknown): Value => (isRecord(value) ? { ...value } : value) as Value;

function place(line: Document, name: string, entered: Entered): void {
	const path = name === 'gtin' ? gtinPath(entered) : BY_NAME.get(name)?.path;
	if (path && (entered.text !== undefined || getPath(line, path) === undefined)) put(line, path, entered);
}

function gtinPath({ text, labels }: Entered): string | undefined {
	if (text === undefined) return undefined;
	const name = /^\d+$/.test(text) ? GTINS[text.length] : undefined;
	return inField(
		labels[labels.length - 1],
		() => `itemIds.${name ?? refuse(`"${text}" is not a GTIN of 12, 13 or 14 digits`)}`,
	);
}

/** The status of a line, with its quantity and date, is an acknowledgement of it. */
function acknowledge(line: Document, values: ReadonlyMap<string, Entered>, type: string): void {
	const status = type.endsWith('Acknowledgement') ? values.get('status') : undefined;
	if (status?.text === undefined) return;
	const [confirmed, all, unit, date] = ['confirmedQuantity', 'quantity', 'unit', 'shipDate'].map((name) =>
		values.get(name),
	);
	const quantity = confirmed?.text === undefined ? all : confirmed;
	const acknowledgement: Document = { status: asValue(status) };
	if (quantity?.text !== undefined) {
		put(acknowledgement, 'quantity', quantity);
		if (unit?.text !== undefined) put(acknowledgement, 'unit', unit);
	}
	if (date?.text !== undefined) {
		acknowledgement.dateType = 'shipScheduled';
		put(acknowledgement, 'date', date);
	}
	line.acknowledgements = [acknowledgement];
}

/**
 * Puts the items of a shipment into its levels: lines of one order, of one pallet and of one carton go together, in the
 * order of the list.
 */
export function shipmentOf(rows: readonly Row[]): Document {
	const shipment: Document = {};
	for (const row of rows) {
		const item = lineOf(row, 'shipNotice');
		const values = inEntry(row.labels, () => valuesOf(row, 'shipNotice'));
		const order = level(shipment, 'orders', 'orderNumber', values.get('orderNumber'));
		const tare = level(order, 'tares', 'sscc', values.get('palletSscc'));
		const pack = level(tare, 'packs', 'sscc', values.get('sscc'));
		((pack.items ??= []) as Document[]).push(item);
	}
	return shipment;
}

/** The child that is known by a value, made when it is new; the parent itself where there is no value. */
function level(parent: Document, list: string, name: string, entered: Entered | undefined): Document {
	if (entered?.text === undefined) return parent;
	const children = (parent[list] ??= []) as Document[];
	const found = children.find((child) => (child[name] as unknown as Entered).text === entered.text);
	if (found) return found;
	const child: Document = { [name]: asValue(entered) };
	children.push(child);
	return child;
}
