import { inField } from '../../../kit/n8n/refusal';
import { jsonOf, objectOf } from '../../../kit/n8n/jsonValue';
import { strictNumber } from '../../../kit/strictNumber';
import type { RunContext } from '../operation';

type Reader = Pick<RunContext, 'parameters'>;

/**
 * A time of the editor or of an expression as an ISO instant; without an offset it is meant in the workflow's zone.
 * Undefined where nothing is given.
 * @throws TypeError for what is no time
 */
export function instant({ parameters }: Reader, value: unknown, label: string): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const text = value instanceof Date ? value.toISOString() : textOf(value);
	const time = instantOf(text, parameters);
	if (Number.isNaN(time)) throw new TypeError(`${label} is not a date: ${JSON.stringify(value)}`);
	return new Date(time).toISOString();
}

/** Epoch milliseconds; NaN for what is no time, such as February 30. */
function instantOf(text: string, { values: { dates } }: Reader['parameters']): number {
	try {
		const read = dates.read(text) ?? 'none';
		const time = Date.parse(/^\d{4}-\d\d-\d\d$/.test(read) ? dates.startOf(read) : read);
		// The reader writes whole seconds, and of two syncs within one the newer one counts.
		const [, fraction = '0'] = /:\d\d[.,](\d{1,3})/.exec(text) ?? [];
		return time + Math.round(1000 * Number(`0.${fraction}`));
	} catch {
		return NaN;
	}
}

/** n8n's expressions give DateTime objects of n8n's own copy of luxon. */
function textOf(value: unknown): string {
	const { toISO } = value as { toISO?: () => string | null };
	return typeof toISO === 'function' ? String(toISO.call(value)) : String(value).trim();
}

/** @throws TypeError for what is no number; @returns undefined where nothing is given */
export function optionalNumber(value: unknown, label: string): number | undefined {
	if (value === undefined || value === null || String(value).trim() === '') return undefined;
	const number = strictNumber(value);
	if (number === undefined) throw new TypeError(`${label} is not a number: ${JSON.stringify(value)}`);
	return number;
}

/** @throws TypeError for what is no number, also for nothing */
export function number(value: unknown, label: string): number {
	const read = optionalNumber(value, label);
	if (read === undefined) throw new TypeError(`${label} is empty`);
	return read;
}

/** A JSON parameter as an object, or undefined where it is empty. @throws Refusal for anything else */
export const jsonObject = (value: unknown, label: string): Record<string, unknown> | undefined =>
	isUntouched(value) ? undefined : inField(label, () => objectOf(value));

/** A JSON parameter, or undefined where it is empty. @throws Refusal for text that is not JSON */
export const json = (value: unknown, label: string): unknown =>
	isUntouched(value) ? undefined : inField(label, () => jsonOf(value));

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

/** Text of an option, or undefined where it is not set. */
export function optionText({ parameters }: Pick<RunContext, 'parameters'>, name: string): string | undefined {
	const value = parameters.option<unknown>('options', name, undefined);
	const text = value === undefined || value === null ? '' : String(value).trim();
	return text === '' ? undefined : text;
}
