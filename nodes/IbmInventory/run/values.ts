import { ANY_NUMBER, type Bounds } from '../../../kit/n8n/fields/number';
import { jsonOf, objectOf } from '../../../kit/n8n/jsonValue';
import type { RunContext } from '../operation';

type Reader = Pick<RunContext, 'parameters'>;

/**
 * A time of the editor or of an expression as an ISO instant; without an offset it is meant in the workflow's zone.
 * Undefined where nothing is given.
 * @throws Refusal for what is no time
 */
export function instant({ parameters }: Reader, path: string): string | undefined {
	const date = parameters.date(path);
	if (date === undefined) return undefined;
	const time = Date.parse(/^\d{4}-\d\d-\d\d$/.test(date) ? parameters.values.dates.startOf(date) : date);
	// The reader writes whole seconds, and of two syncs within one the newer one counts.
	return new Date(time + millisecondsOf(parameters.raw(path))).toISOString();
}

/** What a time has beyond its whole seconds: as text, as a date of JavaScript, or as one of n8n's own copy of luxon. */
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

/** A number, also with a fraction, or undefined where nothing is given. @throws Refusal for what is none or is out of bounds */
export function optionalNumber({ parameters }: Reader, path: string, bounds: Bounds = {}): number | undefined {
	const value = parameters.raw(path);
	const isEmpty = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
	return isEmpty && !parameters.isExpression(path)
		? undefined
		: parameters.number(path, undefined, { hasFraction: true, ...bounds });
}

/** The same where it must be given. */
export function number(reader: Reader, path: string, bounds?: Bounds): number {
	return optionalNumber(reader, path, bounds) ?? reader.parameters.refuseEmpty(path);
}

/** The same for what may be below 0. */
export const signedNumber = (reader: Reader, path: string): number => number(reader, path, ANY_NUMBER);

/** A JSON parameter as an object, or undefined where it is empty. @throws Refusal for anything else */
export const jsonObject = ({ parameters }: Reader, path: string): Record<string, unknown> | undefined =>
	parameters.field(path, (value) => (isUntouched(value) ? undefined : objectOf(value)));

/** A JSON parameter, or undefined where it is empty. @throws Refusal for text that is not JSON */
export const json = ({ parameters }: Reader, path: string): unknown =>
	parameters.field(path, (value) => (isUntouched(value) ? undefined : jsonOf(value)));

/** The default of a JSON parameter. */
const isUntouched = (value: unknown): boolean => typeof value === 'string' && value.trim() === '{}';

/** The key of the item. @throws Refusal where the item or its unit is empty */
export function itemOf({ parameters }: RunContext): { itemId: string; unitOfMeasure: string; productClass?: string } {
	return {
		itemId: parameters.requiredText('itemId'),
		unitOfMeasure: parameters.requiredText('unitOfMeasure'),
		productClass: optionText({ parameters }, 'productClass'),
	};
}

/** Text of an option, or undefined where it is not set. @throws Refusal for what is not one value */
export function optionText({ parameters }: Reader, name: string): string | undefined {
	return parameters.text(`options.${name}`) || undefined;
}
