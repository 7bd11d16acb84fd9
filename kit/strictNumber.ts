const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/**
 * A finite number, or the text of one, as responses and expressions have them. Undefined for everything else, so that
 * whoever reads it says what is wrong: `Number` takes blanks, `true` and lists of one for numbers.
 */
export function strictNumber(value: unknown): number | undefined {
	const text = typeof value === 'string' ? value.trim() : undefined;
	const number = text !== undefined && DECIMAL.test(text) ? Number(text) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
