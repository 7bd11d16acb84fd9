import type { ColumnType } from '../store/entity';
import { javaFailure } from '../exception';
import { compare, normalise } from './values';

/** A test of one value, blank when the column is. */
export type Test = (value: string) => boolean;

const blankTests: Record<string, Test> = {
	ISNULL: (value) => value === '',
	VOID: (value) => value === '',
	NOTNULL: (value) => value !== '',
	NOTVOID: (value) => value !== '',
};

function within(type: ColumnType, from: string, to: string): Test | undefined {
	if (from === '' && to === '') return undefined;
	return (value) =>
		value !== '' && (from === '' || compare(type, value, from) >= 0) && (to === '' || compare(type, value, to) <= 0);
}

/**
 * The test for one filter attribute; undefined when there is nothing to filter by: blank values are ignored
 * (captured: IBM's own tools send them). Query types are case-sensitive [IBM: apis-form-queries].
 * @throws SterlingException for a query type that Sterling does not know (inferred: see docs/sandbox.md)
 */
export function makeTest(
	type: ColumnType,
	queryType: string,
	value: string,
	from: string,
	to: string,
): Test | undefined {
	if (blankTests[queryType]) return blankTests[queryType];
	if (queryType === 'BETWEEN') return within(type, normalise(type, from), normalise(type, to));
	if (queryType === 'DATERANGE') {
		const test = within('date', normalise('date', from), normalise('date', to));
		return test && ((stored) => test(stored.slice(0, 10)));
	}
	if (value.trim() === '') return undefined;
	const wanted = queryType === 'LIKE' || queryType === 'FLIKE' ? value : normalise(type, value);
	switch (queryType) {
		case 'EQ':
			return (stored) => compare(type, stored, wanted) === 0;
		case 'NE':
			return (stored) => compare(type, stored, wanted) !== 0;
		case 'GT':
			return (stored) => stored !== '' && compare(type, stored, wanted) > 0;
		case 'GE':
			return (stored) => stored !== '' && compare(type, stored, wanted) >= 0;
		case 'LT':
			return (stored) => stored !== '' && compare(type, stored, wanted) < 0;
		case 'LE':
			return (stored) => stored !== '' && compare(type, stored, wanted) <= 0;
		case 'LIKE':
			return (stored) => stored.includes(wanted);
		case 'FLIKE':
			return (stored) => stored.startsWith(wanted);
		default:
			throw javaFailure('java.lang.IllegalArgumentException', { QryType: queryType });
	}
}
