import type { Parameters } from './parameters';

/**
 * A time of the editor or of an expression as an ISO instant, with its milliseconds; without an offset it is meant in the
 * workflow's zone, where a day begins at midnight. Undefined where nothing is given.
 * @throws Refusal for what is no time
 */
export function instantIn(parameters: Parameters, path: string): string | undefined {
	const date = parameters.date(path);
	if (date === undefined) return undefined;
	const time = Date.parse(date.includes('T') ? date : parameters.values.dates.startOf(date));
	return new Date(time + millisecondsOf(parameters.raw(path))).toISOString();
}

/**
 * The day of a time of the editor or of an expression, `yyyy-MM-dd`: the one that it is written with, since the day of an
 * instant is another one in other zones. Undefined where nothing is given.
 * @throws Refusal for what is no time
 */
export const dayIn = (parameters: Parameters, path: string): string | undefined => parameters.date(path)?.slice(0, 10);

/** What a time has beyond its whole seconds, which are all that is read of it: as text, a Date, or a DateTime of n8n. */
function millisecondsOf(value: unknown): number {
	const { toISO } = value as { toISO?: () => string };
	const text =
		value instanceof Date
			? value.toISOString()
			: typeof toISO === 'function'
				? toISO.call(value)
				: String(value).trim();
	const [, sinceEpoch] = /^\d{10}(\d{3})(?:\.\d+)?$/.exec(text) ?? [];
	const [, fraction = '0'] = /:\d\d[.,](\d{1,3})/.exec(text) ?? [];
	return sinceEpoch === undefined ? Math.round(1000 * Number(`0.${fraction}`)) : Number(sinceEpoch);
}
