const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/**
 * A number of a response: a JSON number, or the text of one. Undefined for everything else, so that whoever reads it says
 * what is wrong: `Number` takes blanks, `true` and lists of one for numbers.
 */
export function responseNumber(value: unknown): number | undefined {
	const text = typeof value === 'string' ? value.trim() : undefined;
	const number = text !== undefined && DECIMAL.test(text) ? Number(text) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
