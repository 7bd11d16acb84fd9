import type { Dates } from '../dates';

/** What turning an editor's value into Sterling's text depends on. */
export interface ValueContext {
	dates: Dates;
	/** The item that reached the node, for what is mapped by name. */
	item?: Readonly<Record<string, unknown>>;
}

const LOCAL_DATE_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const PRECISE_DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d+(Z|[+-]\d{2}:?\d{2})$/;

/**
 * Sterling's text for a value of the editor or of an expression: booleans become `Y` and `N`, numbers plain
 * decimals, date objects Sterling's date-time. Empty means "not given" and answers undefined.
 * @throws TypeError for lists and objects, and for numbers and dates that are none
 */
export function toSterling(value: unknown, { dates }: ValueContext): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return value ? 'Y' : 'N';
	if (typeof value === 'number') return decimal(value);
	if (typeof value === 'bigint') return value.toString();
	if (value instanceof Date) return dates.ofInstant(value);
	if (isLuxonLike(value)) return dates.ofIso(String(value.toISO()));
	if (isLocator(value)) return toSterling(value.value, { dates });
	throw new TypeError(`Expected one value, got ${Array.isArray(value) ? 'a list' : 'an object'}`);
}

/**
 * The same for a date field: a time typed without an offset gets the workflow's, and fractions of a second, which
 * are not part of Sterling's syntax, are left out.
 */
export function toSterlingDate(value: unknown, context: ValueContext): string | undefined {
	const text = toSterling(value, context);
	if (text === undefined) return undefined;
	if (LOCAL_DATE_TIME.test(text)) return context.dates.ofLocal(text);
	return PRECISE_DATE_TIME.test(text) ? context.dates.ofIso(text) : text;
}

/** JavaScript prints very large and very small numbers with an exponent, which Sterling does not read. */
function decimal(value: number): string {
	if (!Number.isFinite(value)) throw new TypeError(`${value} is not a number that can be sent`);
	if (Math.abs(value) >= 1e21) return BigInt(value).toString();
	const text = String(value);
	return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** n8n's expressions give DateTime objects of n8n's own copy of luxon: recognised by shape, not by class. */
function isLuxonLike(value: unknown): value is { toISO(): string | null } {
	return typeof (value as { toISO?: unknown }).toISO === 'function';
}

function isLocator(value: unknown): value is { __rl: true; value: unknown } {
	return (value as { __rl?: unknown }).__rl === true;
}
