import { assertName, checked } from '../conditions';
import type { Condition } from '../query';

/**
 * How dates are written in a filter: with a time and Z (Edm.DateTimeOffset), without (Edm.Date), or not at all because
 * the service takes neither, and the client compares.
 */
export type DateForm = 'datetime' | 'date' | 'client';

export const DATE_FORMS: readonly DateForm[] = ['datetime', 'date', 'client'];

/** A text as a literal of OData: in single quotes, those in it doubled. */
function textLiteral(value: string): string {
	return `'${value.replace(/'/g, "''")}'`;
}

/** Conditions in OData's language, all of them; undefined where there is none to write. @throws ServiceError `invalidInput` */
export function filterOf(conditions: readonly Condition[], dates: DateForm): string | undefined {
	const written = conditions
		.filter(({ type }) => type !== 'date' || dates !== 'client')
		.map((each) => one(each, dates));
	return written.length > 0 ? written.join(' and ') : undefined;
}

function one(condition: Condition, dates: DateForm): string {
	const { column, operator } = checked(condition);
	if (operator === 'contains' || operator === 'startswith')
		return `${operator}(${column},${textLiteral(condition.value)})`;
	return `${column} ${operator} ${literal(condition, dates)}`;
}

function literal({ value, type = 'text' }: Condition, dates: DateForm): string {
	if (type === 'number') return value.trim();
	if (type === 'date') return dates === 'datetime' ? `${value}T00:00:00Z` : value;
	return textLiteral(value);
}

/** Any of several values of a column. */
export function anyOf(column: string, values: readonly string[]): string {
	assertName(column, 'column');
	return `(${values.map((value) => `${column} eq ${textLiteral(value)}`).join(' or ')})`;
}
