import { ServiceError } from '../../kit/errors';
import type { Condition } from './query';
import type { Row } from './records';
import { isDay, plainDecimal, text } from './values';

const NAME = /^[A-Za-z_]\w{0,127}$/;

/** Checks the name of a table or column. @throws ServiceError `invalidInput` for what cannot be one */
export function assertName(name: string, what: string): void {
	if (NAME.test(name)) return;
	throw new ServiceError('invalidInput', `"${name.slice(0, 60)}" cannot be the name of a ${what}.`, {
		hint: 'Names have letters, digits and underscores only.',
		effect: 'none',
	});
}

/** The same condition, where it can be one. @throws ServiceError `invalidInput` */
export function checked(condition: Condition): Condition {
	const { column, operator, value, type = 'text' } = condition;
	assertName(column, 'column');
	const isText = operator === 'contains' || operator === 'startswith';
	const fits = type === 'date' ? isDay(value) : type === 'number' ? /^\s*-?\d+(?:\.\d+)?\s*$/.test(value) : true;
	if (fits && !(isText && type !== 'text')) return condition;
	throw new ServiceError('invalidInput', `"${value}" does not fit the condition on ${column}.`, {
		hint: type === 'date' ? 'Dates are written YYYY-MM-DD.' : 'Numbers have digits and a point.',
		effect: 'none',
	});
}

/** Whether a row meets a condition, for what a service cannot filter. Empty dates are earlier than all others. */
export function meets(row: Row, { column, operator, value, type = 'text' }: Condition): boolean {
	const own = text(row, column) ?? '';
	if (operator === 'contains') return own.includes(value);
	if (operator === 'startswith') return own.startsWith(value);
	const order =
		type === 'number' ? numbers(own, value, column) : texts(type === 'date' ? own.slice(0, 10) : own, value.trimEnd());
	switch (operator) {
		case 'eq':
			return order === 0;
		case 'ne':
			return order !== 0;
		case 'gt':
			return order > 0;
		case 'ge':
			return order >= 0;
		case 'lt':
			return order < 0;
		case 'le':
			return order <= 0;
	}
}

const texts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function numbers(a: string, b: string, column: string): number {
	return Number(a === '' ? '0' : plainDecimal(a, column)) - Number(b);
}
