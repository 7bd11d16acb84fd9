import { emptyFilterHint, ignoresEmptyFilters } from '../../../kit/n8n/emptyFilters';
import { isBlank, isLocator } from '../../../kit/n8n/fields/value';
import { objectOf } from '../../../kit/n8n/jsonValue';
import type { Parameters } from '../../../kit/n8n/parameters';
import { STATUSES, statusCodes, type WithStatus } from '../fields/statuses';

/**
 * A code of SYSPRO: text whose zeros and blanks at the beginning are part of it, so that only blanks at the end go.
 * @throws Refusal where it is no text, and where it is empty
 */
export function codeIn(parameters: Parameters, name: string): string {
	return optionalCode(parameters, name) ?? parameters.refuseEmpty(name);
}

/** The same where it may be empty. */
export function optionalCode(parameters: Parameters, name: string): string | undefined {
	const trimmed = name.includes('.') ? parameters.text(name) : parameters.located(name).value;
	let value = parameters.raw(name);
	while (isLocator(value)) value = value.value;
	const code = typeof value === 'string' ? value.trimEnd() : trimmed;
	return code === '' ? undefined : code;
}

/**
 * The codes of the chosen statuses; undefined for kinds without statuses, and where an expression returns nothing and Options
 * say that it means "no filter".
 * @throws Refusal for a name that is not known, and for an expression that returns nothing
 */
export function statusesIn(parameters: Parameters, kind: string): string[] | undefined {
	if (!(kind in STATUSES)) return undefined;
	if (isBlank(parameters.raw('statuses')) && parameters.isExpression('statuses')) {
		if (ignoresEmptyFilters(parameters)) return undefined;
		const consequence = 'Records of all statuses would be returned. An empty list asks for them.';
		parameters.refuseEmpty('statuses', undefined, emptyFilterHint(parameters, consequence));
	}
	return parameters.field('statuses', (value) => statusCodes(kind as WithStatus, value));
}

/**
 * A JSON object that was typed or mapped; empty where there is none.
 * @throws Refusal for what is no object
 */
export function objectIn(parameters: Parameters, path: string): Record<string, unknown> {
	return parameters.field(path, objectOf) ?? {};
}
