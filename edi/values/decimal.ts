import { lengthWithoutEnd } from './trim';

/** Decimal text; a group of thousands is only known by the point after it. */
const DECIMAL = /^([+-]?)(\d*|\d{1,3}(?:,\d{3})+(?=\.))(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
/** More characters than any number of the standard has, whatever is around its digits. */
const LONGEST = 100;
const SHORTEST = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/;

const isZero = (code: number) => code === 48;

/** Whether a decimal is at its shortest already. */
export const isShortest = (text: string) => text.length <= LONGEST && SHORTEST.test(text) && text !== '-0';

/**
 * A decimal of type R at its shortest: no sign but the minus, no exponent, no separators of thousands, no zeros at
 * either end. Nothing where the text is no decimal number.
 *
 * @example shortestDecimal('38,400.000') // '38400'
 * @example shortestDecimal('1e-7') // '0.0000001'
 */
export function shortestDecimal(text: string): string | undefined {
	if (isShortest(text)) return text;
	if (text.length > LONGEST) return undefined;
	const [, sign, whole, fraction = '', exponent = '0'] = DECIMAL.exec(text.trim()) ?? [];
	if (whole === undefined || whole + fraction === '') return undefined;
	let digits = whole.replaceAll(',', '');
	let point = digits.length + Number(exponent);
	digits += fraction;
	if (point < 0) {
		digits = '0'.repeat(-point) + digits;
		point = 0;
	}
	digits = digits.padEnd(point, '0');
	const left = digits.slice(0, point).replace(/^0+/, '');
	const right = digits.slice(point, Math.max(point, lengthWithoutEnd(digits, isZero)));
	if (left === '' && right === '') return '0';
	return `${sign === '-' ? '-' : ''}${left === '' ? '0' : left}${right === '' ? '' : `.${right}`}`;
}

/** The length of a number: its digits, without sign and point. */
export function digitsOf(number: string): number {
	let digits = number.length;
	if (number.startsWith('-')) digits--;
	if (number.includes('.')) digits--;
	return digits;
}

/**
 * The exact sum of decimals of type R.
 *
 * @example sumOf(['0.1', '0.2']) // '0.3'
 */
export function sumOf(numbers: readonly string[]): string {
	const places = Math.max(0, ...numbers.map((one) => one.split('.')[1]?.length ?? 0));
	let total = 0n;
	for (const number of numbers) {
		const [whole, fraction = ''] = number.split('.');
		total += BigInt(whole + fraction.padEnd(places, '0'));
	}
	const digits = String(total < 0n ? -total : total).padStart(places + 1, '0');
	const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
	return shortestDecimal(`${total < 0n ? '-' : ''}${text}`)!;
}
