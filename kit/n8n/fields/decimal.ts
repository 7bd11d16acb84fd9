import { withoutEnd } from '../../textEnd';

/** Plain decimals, with a point and nothing else; JavaScript's and JSON's exponents are written out. */
const DECIMAL = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * A number as plain decimal text, with the digits that were given: `9.90` stays `9.90`, `1e-7` is `0.0000001`.
 * Undefined for what is no number in this form, such as `9,90`, `$9.90` or `0x10`.
 */
export function plainDecimal(text: string): string | undefined {
	const [, sign, digits, exponent = '0'] = DECIMAL.exec(text) ?? [];
	if (digits === undefined) return undefined;
	const [whole, fraction = ''] = digits.split('.');
	const point = whole.length + Number(exponent);
	const all = whole + fraction;
	const padded = point <= 0 ? '0'.repeat(1 - point) + all : all.padEnd(point, '0');
	const at = Math.max(point, 1);
	const before = exponent === '0' ? padded.slice(0, at) : padded.slice(0, at).replace(/^0+(?=\d)/, '');
	const after = exponent === '0' ? padded.slice(at) : withoutEnd(padded.slice(at), '0');
	return `${sign === '-' ? '-' : ''}${before}${after === '' ? '' : `.${after}`}`;
}
