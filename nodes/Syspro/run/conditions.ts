import type { Condition, Operator } from '../../../clients/syspro';
import { entriesIn } from '../../../kit/n8n/entries';
import { isBlank, textOf } from '../../../kit/n8n/fields/value';
import { dayIn } from '../../../kit/n8n/instant';
import type { Parameters } from '../../../kit/n8n/parameters';

/**
 * The conditions of a parameter.
 * @param leavesOutEmpty leaves out a condition whose value is an expression that returns nothing
 * @throws Refusal for a condition without a column, and for a value that does not fit its type
 */
export const conditionsIn = (parameters: Parameters, path: string, leavesOutEmpty = false): Condition[] =>
	entriesIn(parameters, path, (entry) => {
		const column = entry.requiredText('column');
		if (leavesOutEmpty && isBlank(entry.raw('value')) && entry.isExpression('value')) return undefined;
		const type = entry.choice('type', 'text') as Condition['type'];
		return { column, operator: entry.choice('operator', 'eq') as Operator, value: valueIn(entry, type), type };
	}).filter((condition) => condition !== undefined);

/** Codes keep the blanks at their beginning, which are part of them. */
function valueIn(entry: Parameters, type: Condition['type']): string {
	const value =
		type === 'date'
			? dayIn(entry, 'value')
			: entry.field('value', (given) => textOf(given, entry.values, type === 'number' ? 'number' : 'text'));
	if (value === undefined && (type !== 'text' || entry.isExpression('value'))) entry.refuseEmpty('value');
	return value ?? '';
}
