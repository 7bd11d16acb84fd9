import { isElement } from '../../../../kit/xml/document';
import { inField, refuse } from '../../../../kit/n8n/refusal';
import { emptyFilterHint, ignoresEmptyFilters } from '../../../../kit/n8n/emptyFilters';
import { isLocator } from '../../../../kit/n8n/fields/value';
import type { Parameters } from '../../../../kit/n8n/parameters';

/** What to do about a filter without a value. */
export const emptyHint = (parameters: Parameters): string =>
	emptyFilterHint(parameters, 'Without the filter, everything would be read.');

/**
 * Whether filters that an expression left empty are left out.
 * @throws Refusal for such a filter, unless Options say that it means "no filter", and for a filter of blanks alone:
 * Sterling ignores both, and would return everything
 */
export function checkFilters(parameters: Parameters): boolean {
	const ignores = ignoresEmptyFilters(parameters);
	const filters = parameters.raw('filters');
	if (filters === undefined || filters === '') {
		if (!ignores && parameters.isExpression('filters'))
			inField(parameters.label('filters'), () => refuse(EMPTY, emptyHint(parameters)));
		return ignores;
	}
	if (!isElement(filters)) return ignores;
	for (const [name, value] of Object.entries(filters)) {
		const plain: unknown = isLocator(value) ? value.value : value;
		const isEmpty = plain === undefined || plain === null || plain === '';
		const isBlank = typeof plain === 'string' && plain !== '' && plain.trim() === '';
		if ((!isEmpty && !isBlank) || (ignores && isEmpty)) continue;
		if (isEmpty && !parameters.isExpression(`filters.${name}`)) continue;
		inField(parameters.label(`filters.${name}`), () => refuse(isBlank ? 'is blank' : EMPTY, emptyHint(parameters)));
	}
	return ignores;
}

const EMPTY = 'is empty: its expression returns nothing';
