import { ignoresEmptyFilters } from '../../../kit/n8n/emptyFilters';
import { ANY_NUMBER, type Bounds } from '../../../kit/n8n/fields/number';
import { isBlank } from '../../../kit/n8n/fields/value';
import { jsonOf, objectOf } from '../../../kit/n8n/jsonValue';
import type { RunContext } from '../operation';

type Reader = Pick<RunContext, 'parameters'>;

/** A number, also with a fraction, or undefined where nothing is given. @throws Refusal for what is none or is out of bounds */
export function optionalNumber({ parameters }: Reader, path: string, bounds: Bounds = {}): number | undefined {
	return isBlank(parameters.raw(path)) && !parameters.isExpression(path)
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
export function itemOf(context: RunContext): { itemId: string; unitOfMeasure: string; productClass?: string } {
	const { parameters } = context;
	return {
		itemId: parameters.requiredText('itemId'),
		unitOfMeasure: parameters.requiredText('unitOfMeasure'),
		productClass: keyText(context, 'productClass'),
	};
}

/** The part of the stock that is kept for one channel or customer. */
export const segmentOf = (context: RunContext): { segment?: string; segmentType?: string } => ({
	segment: keyText(context, 'segment'),
	segmentType: keyText(context, 'segmentType'),
});

/**
 * Text of an option that says which stock is meant. Some stock has none, and a mistake in the expression looks the same: a
 * hint says what is meant then, unless Options say what an empty filter means.
 */
function keyText(context: RunContext, name: string): string | undefined {
	const { parameters, hint } = context;
	const text = optionText(context, name);
	const path = `options.${name}`;
	if (text === undefined && parameters.isExpression(path) && !ignoresEmptyFilters(parameters))
		hint(`Where the expression of ${parameters.label(path)} returns nothing, stock without it is meant.`);
	return text;
}

/** Text of an option, or undefined where it is not set. @throws Refusal for what is not one value */
export function optionText({ parameters }: Reader, name: string): string | undefined {
	const path = `options.${name}`;
	const value = parameters.raw(path);
	// Switches are true and false for Inventory Visibility, not Y and N.
	return (typeof value === 'boolean' ? String(value) : parameters.text(path)) || undefined;
}
