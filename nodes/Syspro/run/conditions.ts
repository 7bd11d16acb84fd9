import type { Condition, Operator } from '../../../clients/syspro';
import { emptyFilterHint, ignoresEmptyFilters } from '../../../kit/n8n/emptyFilters';
import { entriesIn } from '../../../kit/n8n/entries';
import { isBlank, textOf } from '../../../kit/n8n/fields/value';
import { dayIn } from '../../../kit/n8n/instant';
import type { Parameters } from '../../../kit/n8n/parameters';

/**
 * The conditions of a parameter. One whose value is an expression that returns nothing is left out, where Options say so.
 * @throws Refusal for a condition without a column, and for a value that is missing or does not fit its type
 */
export function conditionsIn(parameters: Parameters, path: string): Condition[] {
	const leavesOutEmpty = ignoresEmptyFilters(parameters);
	return entriesIn(parameters, path, (entry) => {
		const column = entry.requiredText('column');
		if (leavesOutEmpty && isBlank(entry.raw('value')) && entry.isExpression('value')) return undefined;
		const type = entry.choice('type', 'text') as Condition['type'];
		const value = valueIn(entry, type, emptyHint(parameters));
		return { column, operator: entry.choice('operator', 'eq') as Operator, value, type };
	}).filter((condition) => condition !== undefined);
}

/** What to do about a filter whose expression returns nothing. */
const emptyHint = (parameters: Parameters): string =>
	emptyFilterHint(parameters, 'Without the filter, more records would be returned.');

/** Codes keep the blanks at their beginning, which are part of them. */
function valueIn(entry: Parameters, type: Condition['type'], ofExpression: string): string {
	const value =
		type === 'date'
			? dayIn(entry, 'value')
			: entry.field('value', (given) => textOf(given, entry.values, type === 'number' ? 'number' : 'text'));
	if (value === undefined && (type !== 'text' || entry.isExpression('value'))) {
		entry.refuseEmpty('value', undefined, ofExpression);
	}
	return value ?? '';
}
