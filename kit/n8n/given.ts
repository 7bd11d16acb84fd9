import { isBlank } from './fields/value';
import type { Parameters } from './parameters';

/**
 * Whether a field of a change is to be written. Text that is typed empty clears it in the system; an expression that returns
 * nothing does not, which `hint` says.
 */
export function isGiven(path: string, parameters: Parameters, hint: (message: string) => void): boolean {
	const value = parameters.raw(path) ?? undefined;
	if (!isBlank(value) || !parameters.isExpression(path)) return value !== undefined;
	hint(`${parameters.label(path)} is left as it is, because its expression returns nothing.`);
	return false;
}
