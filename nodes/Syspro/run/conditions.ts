import type { Condition, Operator } from '../../../clients/syspro';
import { entriesIn } from '../../../kit/n8n/entries';
import { textOf } from '../../../kit/n8n/fields/value';
import { dayIn } from '../../../kit/n8n/instant';
import type { Parameters } from '../../../kit/n8n/parameters';

/** The conditions of a parameter. @throws Refusal for a condition without a column, and for a value that does not fit its type */
export const conditionsIn = (parameters: Parameters, path: string): Condition[] =>
	entriesIn(parameters, path, (entry) => {
		const type = entry.choice('type', 'text') as Condition['type'];
		return {
			column: entry.requiredText('column'),
			operator: entry.choice('operator', 'eq') as Operator,
			value: valueIn(entry, type),
			type,
		};
	});

/** Codes keep the blanks at their beginning, which are part of them. */
function valueIn(entry: Parameters, type: Condition['type']): string {
	const value =
		type === 'date'
			? dayIn(entry, 'value')
			: entry.field('value', (given) => textOf(given, entry.values, type === 'number' ? 'number' : 'text'));
	if (value === undefined && (type !== 'text' || entry.isExpression('value'))) entry.refuseEmpty('value');
	return value ?? '';
}
