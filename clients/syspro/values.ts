import { withoutEnd } from '../../kit/textEnd';
import { ServiceError } from '../../kit/errors';
import { isRecord } from '../../kit/record';
import type { Field, Row } from './records';

/** Whether a value holds further values. */
export function isRow(value: unknown): value is Row {
	return isRecord(value);
}

/** One or many or none as an array: in XML, a list of one looks like a single element. */
export function listOf(value: Field | undefined): Field[] {
	if (value === undefined || value === null || value === '') return [];
	return Array.isArray(value) ? value : [value];
}

/** A name as it is compared: e.net writes some in lower case and some with a prefix (`SALSLS:Name`) [captured]. */
export function plainName(name: string): string {
	return name.replace(/^[\w.-]+:/, '').toLowerCase();
}

/** The member of a row, whatever its spelling; undefined where there is none. */
export function member(row: Row, name: string): Field | undefined {
	if (Object.hasOwn(row, name)) return row[name];
	const wanted = plainName(name);
	for (const own of Object.keys(row)) if (plainName(own) === wanted) return row[own];
	return undefined;
}

/** Elements of a name directly below, or below any of the wrappers on the way. */
export function elements(row: Row, ...path: string[]): Row[] {
	let rows: Row[] = [row];
	for (const name of path) rows = rows.flatMap((each) => listOf(member(each, name)).filter(isRow));
	return rows;
}

/** A value as it is written, of a member or of the text of an element; undefined where there is none. */
export function written(row: Row, name: string): string | undefined {
	const value = member(row, name);
	const inner = isRow(value) ? value['#text'] : value;
	return typeof inner === 'string' ? inner : typeof inner === 'boolean' ? (inner ? 'Y' : 'N') : undefined;
}

/**
 * A text without the blanks that fill its column; leading blanks and zeros belong to a key and stay. Null where it is
 * empty.
 */
export function text(row: Row, ...names: string[]): string | null {
	for (const name of names) {
		const value = unpadded(written(row, name));
		if (value !== undefined && value !== '') return value;
	}
	return null;
}

/** Without the blanks and zero bytes that fill a column. */
function unpadded(value: string | undefined): string | undefined {
	let text = value?.trimEnd();
	while (text?.endsWith('\0')) text = withoutEnd(text, '\0').trimEnd();
	return text;
}

/** A text for people, without blanks at either end. */
export function words(row: Row, ...names: string[]): string | null {
	return text(row, ...names)?.trim() ?? null;
}

/**
 * A decimal in plain notation. e.net pads numbers with blanks, and edits some with thousands separators beside an
 * `Unedited_` twin, which wins. @throws ServiceError `badAnswer` for what is no number
 */
export function decimal(row: Row, ...names: string[]): string | null {
	for (const name of names) {
		const value = text(row, `Unedited_${name}`) ?? text(row, name);
		if (value !== null) return plainDecimal(value, name);
	}
	return null;
}

const PLAIN = /^\d*(?:\.\d*)?$/;
/** Commas only where thousands are: anything else could be a decimal comma, and that must not be guessed. */
const EDITED = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/** A formatted number as plain decimal text. `name` is for the message. @throws ServiceError `badAnswer` */
export function plainDecimal(written: string, name: string): string {
	const bare = written.replace(/\s+/g, '');
	const isNegative = /^-|-$|^\(.*\)$/.test(bare);
	const digits = bare.replace(/^[+-]|[+-]$|^\(|\)$/g, '');
	const exponent = /^(\d+(?:\.\d+)?)[eE]([+-]?\d{1,2})$/.exec(digits);
	if (exponent) return signed(shifted(exponent[1], Number(exponent[2])), isNegative);
	if (!/\d/.test(digits) || !(PLAIN.test(digits) || EDITED.test(digits))) {
		throw new ServiceError(
			'badAnswer',
			`${name} is not a number that can be read unambiguously: "${written.trim()}".`,
			{
				hint: 'Decimals need a point; thousands may have commas. Check the number format of the operator in SYSPRO.',
				effect: 'none',
				passing: false,
			},
		);
	}
	return signed(normal(digits.replace(/,/g, '')), isNegative);
}

function signed(digits: string, isNegative: boolean): string {
	return isNegative && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

/** Without leading zeros, and without a fraction of zeros only at its end. */
function normal(digits: string): string {
	const [whole, fraction = ''] = digits.split('.');
	const end = withoutEnd(fraction, '0');
	return `${whole.replace(/^0+(?=\d)/, '') || '0'}${end === '' ? '' : `.${end}`}`;
}

function shifted(digits: string, by: number): string {
	const [whole, fraction = ''] = digits.split('.');
	const all = (by < 0 ? '0'.repeat(-by) : '') + whole + fraction + '0'.repeat(Math.max(0, by));
	const point = (by < 0 ? -by : 0) + whole.length + by;
	return normal(`${all.slice(0, point)}.${all.slice(point)}`);
}

/**
 * A date as `YYYY-MM-DD`. Dates of a company have no zone, so nothing is shifted; empty, zero and 1900-01-01 are null.
 * @throws ServiceError `badAnswer` for what is no date
 */
export function date(row: Row, ...names: string[]): string | null {
	for (const name of names) {
		const value = text(row, name)?.trim();
		if (!value) continue;
		const parts = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?:$|[T ])/.exec(value);
		if (!parts) throw unreadableDate(name, value);
		const [, year, month, day] = parts;
		if (`${year}${month}${day}` === '19000101' || /^0+$/.test(year + month + day)) continue;
		if (!isDay(`${year}-${month}-${day}`)) throw unreadableDate(name, value);
		return `${year}-${month}-${day}`;
	}
	return null;
}

function unreadableDate(name: string, value: string): ServiceError {
	return new ServiceError('badAnswer', `${name} is not a date: "${value}".`, {
		hint: 'Dates are expected as YYYY-MM-DD.',
		effect: 'none',
		passing: false,
	});
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
	const time = Date.parse(`${value}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** A day so many days later. */
export function addDays(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whether a flag says yes. */
export function flag(row: Row, ...names: string[]): boolean {
	return names.some((name) => /^(?:y|yes|1|true)$/i.test(text(row, name)?.trim() ?? ''));
}

/** The number of a line, as lines are joined: without decimals and leading zeros (`0002` and `2.0` are `2`). */
export function lineNumber(value: string | null): string {
	const digits = (value ?? '').trim().replace(/\.0*$/, '');
	return digits.replace(/^0+(?=\d)/, '');
}

/** The exact sum of decimals in plain notation; null where one of them is null. */
export function sum(values: ReadonlyArray<string | null>): string | null {
	const places = Math.max(0, ...values.map((value) => value?.split('.')[1]?.length ?? 0));
	let total = 0n;
	for (const value of values) {
		if (value === null) return null;
		total += scaled(value, places);
	}
	return unscaled(total, places);
}

/** The exact product of two decimals in plain notation. */
export function product(a: string, b: string): string {
	const places = (value: string) => value.split('.')[1]?.length ?? 0;
	return unscaled(scaled(a, places(a)) * scaled(b, places(b)), places(a) + places(b));
}

/** Whether two decimals in plain notation have the same value (`2.50` is `2.5`). */
export const isSameNumber = (a: string, b: string): boolean => product(a, '1') === product(b, '1');

/** A quotient, rounded half up to so many places; null where it is divided by zero. */
export function quotient(a: string, b: string, places: number): string | null {
	const most = Math.max(a.split('.')[1]?.length ?? 0, b.split('.')[1]?.length ?? 0);
	const [dividend, divisor] = [scaled(a, most), scaled(b, most)];
	if (divisor === 0n) return null;
	const raised = dividend * 10n ** BigInt(places) * 2n;
	const isNegative = raised < 0n !== divisor < 0n;
	const [top, bottom] = [raised < 0n ? -raised : raised, (divisor < 0n ? -divisor : divisor) * 2n];
	const rounded = (top + bottom / 2n) / bottom;
	return unscaled(isNegative ? -rounded : rounded, places);
}

function scaled(value: string, places: number): bigint {
	const [whole, fraction = ''] = value.replace('-', '').split('.');
	const digits = BigInt(whole + fraction.padEnd(places, '0'));
	return value.startsWith('-') ? -digits : digits;
}

function unscaled(value: bigint, places: number): string {
	const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
	const point = digits.length - places;
	return signed(normal(`${digits.slice(0, point)}.${digits.slice(point)}`), value < 0n);
}
