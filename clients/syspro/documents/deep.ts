import type { Row } from '../records';
import { isRow, listOf, plainName } from '../values';

/** Elements of a name at any depth, in the order in which they stand. */
export function deep(row: Row, name: string): Row[] {
	const found: Row[] = [];
	for (const [member, value] of Object.entries(row)) {
		for (const inner of listOf(value)) {
			if (!isRow(inner)) continue;
			if (plainName(member) === name.toLowerCase()) found.push(inner);
			else found.push(...deep(inner, name));
		}
	}
	return found;
}

/**
 * All texts of a document that are in no element of the given names, in one row: where a schema is not known, a column
 * may be in any group. The outermost of a name wins.
 */
export function flat(row: Row, without: readonly string[]): Row {
	const result: Row = {};
	const inner: Row[] = [];
	for (const [member, value] of Object.entries(row)) {
		if (without.includes(plainName(member))) continue;
		if (isRow(value)) inner.push(value);
		else if (!Array.isArray(value)) result[member] = value;
	}
	for (const each of inner) {
		for (const [member, value] of Object.entries(flat(each, without)))
			if (!Object.hasOwn(result, member)) result[member] = value;
	}
	return result;
}
