import type { INodeProperties } from 'n8n-workflow';

import { describeValue, refuse } from '../refusal';
import { plainDecimal } from './decimal';
import { isBlank, textOf, type ValueContext } from './value';

/** What a number may be: as its own description says unless given. */
export interface Bounds {
	min?: number;
	max?: number;
	/** Whether it may have digits behind the point; otherwise only where the description has a `numberPrecision`. */
	hasFraction?: boolean;
}

/** Any number, also below 0 and with a fraction. */
export const ANY_NUMBER = { min: -Number.MAX_SAFE_INTEGER, hasFraction: true } as const satisfies Bounds;

/**
 * The number of a value that is given.
 * @throws Refusal for what is none or is out of bounds
 */
export function numberFrom(
	value: unknown,
	context: ValueContext,
	property?: INodeProperties,
	bounds: Bounds = {},
): number {
	const { minValue, maxValue, numberPrecision = 0 } = property?.typeOptions ?? {};
	const { min = minValue ?? 0, max = maxValue ?? Number.MAX_SAFE_INTEGER } = bounds;
	const { hasFraction = numberPrecision > 0 } = bounds;
	const plain = typeof value === 'boolean' ? undefined : (textOf(value, context) ?? '').trim();
	const number = Number(plain === undefined ? undefined : plainDecimal(plain));
	if ((Number.isInteger(number) || (hasFraction && Number.isFinite(number))) && number >= min && number <= max)
		return number;
	const found = isBlank(value) ? 'and its expression returns nothing' : `got ${describeValue(value)}`;
	return refuse(`must be a number${rangeOf(min, max)}${hasFraction ? '' : ' without a fraction'}, ${found}`);
}

function rangeOf(min: number, max: number): string {
	if (max < Number.MAX_SAFE_INTEGER) return ` from ${min} to ${max}`;
	return min > -Number.MAX_SAFE_INTEGER ? ` of ${min} or more` : '';
}
