import type { Parameters } from '../../../kit/n8n/parameters';

/**
 * The value of an option, or what it is by default.
 * @throws Refusal where its expression returns nothing: the default would be used unseen
 */
export function optionOf<T>(parameters: Parameters, name: string, fallback: T): T {
	const value = parameters.option<T>('options', name, fallback);
	const path = `options.${name}`;
	// A blank may be a separator.
	const isEmpty = (parameters.raw(path) ?? '') === '';
	if (isEmpty && parameters.isExpression(path))
		parameters.refuseEmpty(path, undefined, 'Check the expression and the item, or remove the option.');
	return value;
}
