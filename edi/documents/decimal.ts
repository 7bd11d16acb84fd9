import Big from 'big.js';

import { shortestDecimal } from '../values/decimal';

/** What a form may hold for a number: decimal text, or a JavaScript number that came out of an expression. */
type DecimalInput = string | number;

/** Digits that a JavaScript number holds for certain: what comes after them is noise, as in 0.1 + 0.2. */
const DIGITS_OF_A_NUMBER = 15;

/**
 * A decimal number, exactly as given.
 *
 * @throws RangeError when the value is no decimal number, or cannot be read in one way only
 * @example decimal('38,400.000').toFixed() // '38400'
 */
export function decimal(value: DecimalInput): Big {
	if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('is not a number');
	const text = shortestDecimal(typeof value === 'number' ? value.toPrecision(DIGITS_OF_A_NUMBER) : value);
	if (text !== undefined) return Big(text);
	const hasComma = String(value).includes(',');
	throw new RangeError(hasComma ? 'must have a point for the decimals, e.g. 1234.5' : 'is not a number');
}

/** Shortest decimal text: no exponent, no zeros at either end. */
export function decimalText(value: Big): string {
	const text = value.toFixed();
	return text === '-0' ? '0' : text;
}

/** Rounded half up (away from zero) to the cents of N2. */
export function toCents(value: Big): Big {
	return value.round(2, Big.roundHalfUp);
}

/** The sum of decimal texts. */
export function sum(values: Iterable<Big>): Big {
	let total = Big(0);
	for (const value of values) total = total.plus(value);
	return total;
}
