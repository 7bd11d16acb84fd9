import type { Element } from '../document/element';
import type { Database } from '../store/database';
import { valueOf, type Entity, type Row } from '../store/entity';
import { filter } from './query';
import { compare, normalise } from './values';

/** Default of MaximumRecords (sources differ: 500 in an old IBM note, 5000 in current ones). */
export const defaultMaximumRecords = 5000;

/** Rows that a list API found, and whether it found the last one. */
interface Selection {
	rows: Row[];
	last: boolean;
}

interface SortColumn {
	column: string;
	descending: boolean;
}

function sortColumns(entity: Entity, input: Element): SortColumn[] {
	const orderBy = input.child('OrderBy');
	if (!orderBy) return [];
	const read = (element: Element, prefix: string): SortColumn => ({
		column: `${prefix}${element.get('Name')}`,
		descending: ['Y', 'true'].includes(element.get('Desc')),
	});
	return [
		...orderBy.all('Attribute').map((attribute) => read(attribute, '')),
		...orderBy.children.flatMap((group) => {
			const relation = entity.relations[group.name];
			const prefix = relation?.kind === 'embedded' && 'prefix' in relation ? relation.prefix : '';
			return group.all('Attribute').map((attribute) => read(attribute, prefix));
		}),
	].filter(({ column }) => column in entity.columns);
}

function exact(input: Element, name: string): string {
	return (input.get(`${name}QryType`) || 'EQ') === 'EQ' ? input.get(name) : '';
}

/** The keys worth looking at, through an index where the input gives a value for one. */
function candidates(database: Database, entity: Entity, input: Element): Iterable<string> {
	const table = database.table(entity.name);
	const given: Record<string, string> = {};
	for (const column of [entity.key, ...entity.indexes, ...entity.unique.flat()]) {
		const value = exact(input, column);
		if (value) given[column] = normalise(entity.columns[column], value);
	}
	if (given[entity.key]) return table.indexed(entity.key, given[entity.key]) ?? [];
	const unique = table.byUnique(given);
	if (unique) return unique.key === undefined ? [] : [unique.key];
	for (const column of entity.indexes) {
		if (given[column]) return table.indexed(column, given[column]) ?? [];
	}
	const queryType = input.get(`${entity.key}QryType`);
	const from = queryType === 'GT' || queryType === 'GE' ? input.get(entity.key) : '';
	return table.scan(from, queryType === 'GT');
}

function inHistory(wanted: string): (row: Row) => boolean {
	if (wanted === 'B') return () => true;
	return wanted === 'Y' ? (row) => row.isHistory === 'Y' : (row) => row.isHistory !== 'Y';
}

/**
 * Rows that meet a list API's input, sorted by OrderBy (by key otherwise) and cut at `take` after `skip`.
 * ReadFromHistory: N live rows (default), Y rows in history, B both.
 */
export function select(
	database: Database,
	entity: Entity,
	input: Element,
	range: { skip: number; take: number },
): Selection {
	const wanted = filter(database, entity, input);
	const history = inHistory(input.get('ReadFromHistory'));
	const sort = sortColumns(entity, input);
	const byKey = sort.length === 0 || (sort[0].column === entity.key && !sort[0].descending);
	const enough = byKey ? range.skip + range.take : Infinity;
	const found: Row[] = [];
	for (const key of candidates(database, entity, input)) {
		const row = database.get(entity.name, key);
		if (row && history(row) && wanted(row)) found.push(row);
		if (found.length > enough) break;
	}
	if (!byKey) {
		found.sort((a, b) => {
			for (const { column, descending } of sort) {
				const order = compare(entity.columns[column], valueOf(entity, a, column), valueOf(entity, b, column));
				if (order !== 0) return descending ? -order : order;
			}
			return a[entity.key] < b[entity.key] ? -1 : 1;
		});
	}
	return {
		rows: found.slice(range.skip, range.skip + range.take),
		last: found.length <= range.skip + range.take,
	};
}
