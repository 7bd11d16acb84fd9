import { choicesOf } from '../../../kit/n8n/fields/choice';
import type { Parameters } from '../../../kit/n8n/parameters';

/**
 * The value of an option, or what it is by default.
 * @throws Refusal where its expression returns nothing: the default would be used unseen
 */
export function optionOf<T>(parameters: Parameters, name: string, fallback: T): T {
	const value = parameters.option<T>('options', name, fallback);
	const path = `options.${name}`;
	const given = parameters.raw(path) ?? undefined;
	// A choice may be to have nothing, such as no line break.
	const isChoice = given === '' && choicesOf(parameters.property(path) ?? {}).some((choice) => choice.value === '');
	// A tab or a line break may be a separator.
	if (!isChoice && (given ?? '') === '' && parameters.isExpression(path))
		parameters.refuseEmpty(path, undefined, 'Check the expression and the item, or remove the option.');
	return isChoice ? ('' as T) : value;
}
