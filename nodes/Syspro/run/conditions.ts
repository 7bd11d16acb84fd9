import type { Condition, Operator } from '../../../clients/syspro';
import { entriesOf } from '../../../kit/n8n/fields/repeat';
import { refuse } from '../../../kit/n8n/refusal';
import type { Parameters } from '../../../kit/n8n/parameters';

interface Entry {
	column?: unknown;
	operator?: unknown;
	value?: unknown;
	type?: unknown;
}

/** The conditions of a parameter. @throws Refusal for a condition without a column */
export function conditionsIn(parameters: Parameters, path: string): Condition[] {
	return parameters.field(path, (rows) =>
		(entriesOf(rows, 'condition') as Entry[]).map(({ column, operator, value, type }, index) => {
			const name = String(column ?? '').trim();
			if (name === '') refuse(`condition ${index + 1} has no column`);
			return {
				column: name,
				operator: (operator ?? 'eq') as Operator,
				value: String(value ?? ''),
				type: (type ?? 'text') as Condition['type'],
			};
		}),
	);
}
