import { formatDate, formatDateTime, parseDateTime } from '../document/dateTime';
import type { ColumnType } from '../store/entity';
import { javaFailure, refuse } from '../exception';

/** A quantity without needless decimals, as getOrderDetails prints it (captured: "1", not "1.00"). */
export function formatQuantity(quantity: number): string {
	return String(Number(quantity.toFixed(4)));
}

/** An amount of money with two decimals, as captured ("899.00"). */
export function formatAmount(amount: number): string {
	return amount.toFixed(2);
}

function parseNumber(text: string): number {
	const number = Number(text);
	if (Number.isNaN(number)) throw javaFailure('java.lang.NumberFormatException', { Value: text });
	return number;
}

function parseDate(text: string): number {
	const time = parseDateTime(text);
	if (time === undefined) throw refuse('YFC0004', { Value: text });
	return time;
}

/**
 * Brings an incoming value into the form in which it is stored, compared and returned; blanks stay blank.
 * @throws SterlingException YFC0004 for a wrong date, a Java class name as code for a wrong number
 */
export function normalise(type: ColumnType, text: string): string {
	const value = text.trim();
	if (value === '') return '';
	switch (type) {
		case 'quantity':
		case 'integer':
			return formatQuantity(parseNumber(value));
		case 'amount':
			return formatAmount(parseNumber(value));
		case 'dateTime':
			return formatDateTime(parseDate(value));
		case 'date':
			return formatDate(parseDate(value));
		default:
			return text;
	}
}

/** Below, at or above zero, by the column's own order: numbers as numbers, all else as text. */
export function compare(type: ColumnType, a: string, b: string): number {
	if (type === 'quantity' || type === 'amount' || type === 'integer') return Number(a) - Number(b);
	return a < b ? -1 : a > b ? 1 : 0;
}
