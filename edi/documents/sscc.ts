import type { Codec } from './mapping/codecs';

/** Application identifier of GS1 for an SSCC. */
const AI = '00';

/**
 * Check digit of GS1 (modulo 10, weights 3 and 1 from the right) for the digits before it.
 *
 * @example checkDigit('10614141192837465') // '6'
 */
export function checkDigit(digits: string): string {
	let total = 0;
	[...digits].reverse().forEach((digit, index) => {
		total += Number(digit) * (index % 2 === 0 ? 3 : 1);
	});
	return String((10 - (total % 10)) % 10);
}

/**
 * An SSCC-18, from 17 digits (the check digit is added), 18 digits, or 20 with the application identifier 00, as
 * scanners give it; spaces and parentheses are ignored.
 *
 * @throws RangeError when it is none, or its check digit is wrong
 */
export function sscc18(value: string): string {
	const digits = value.replace(/[\s()]/g, '');
	const bare = digits.length === 20 && digits.startsWith(AI) ? digits.slice(AI.length) : digits;
	if (!/^\d{17,18}$/.test(bare)) throw new RangeError('must be an SSCC of 18 digits, or of 17 without its check digit');
	const body = bare.slice(0, 17);
	const expected = checkDigit(body);
	if (bare.length === 18 && bare[17] !== expected) {
		throw new RangeError(`has a wrong check digit; for ${body} it is ${expected}`);
	}
	return body + expected;
}

/** MAN02 with qualifier GM: the application identifier and the SSCC. Some partners leave the identifier out. */
export const sscc: Codec = {
	read: (wire) => /^(?:00)?(\d{18})$/.exec(wire)?.[1],
	write: (value) => AI + sscc18(String(value)),
};
