import { parseJson } from '../json/parse';
import { isRecord } from '../record';
import { describeValue, refuse } from './refusal';

/**
 * The value of a JSON parameter: n8n passes typed text as it is, and the result of an expression as an object or a list.
 * Undefined where it is empty.
 * @throws Refusal for text that is not JSON
 * @example parameters.field('body', jsonOf)
 */
export function jsonOf(value: unknown): unknown {
	if (value === undefined || value === null) return undefined;
	if (typeof value !== 'string') return value;
	if (value.trim() === '') return undefined;
	try {
		return parseJson(value);
	} catch (error) {
		return refuse(`is not valid JSON: ${(error as Error).message}`);
	}
}

/**
 * The object of a JSON parameter; undefined where it is empty.
 * @throws Refusal for anything else
 */
export function objectOf(value: unknown): Record<string, unknown> | undefined {
	const object = jsonOf(value);
	if (object === undefined || isRecord(object)) return object;
	return refuse(`must be an object, got ${describeValue(object)}`);
}
