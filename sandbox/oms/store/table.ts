import { valueOf, type Entity, type Row } from './entity';
import { refuse } from '../exception';

const separator = '\u0000';

/** First position in a sorted list whose value is not below (or, with `after`, is above) the key. */
function lowerBound(keys: string[], key: string, after = false): number {
	let low = 0;
	let high = keys.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (keys[middle] < key || (after && keys[middle] === key)) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The rows of one entity, in key order, with its unique constraints and indexes. */
export class Table {
	private readonly rows = new Map<string, Row>();

	private readonly keys: string[] = [];

	private readonly indexes = new Map<string, Map<string, Set<string>>>();

	private readonly uniques: Array<{ columns: string[]; keys: Map<string, string> }>;

	constructor(readonly entity: Entity) {
		for (const column of entity.indexes) this.indexes.set(column, new Map());
		this.uniques = entity.unique.map((columns) => ({ columns, keys: new Map() }));
	}

	get size(): number {
		return this.rows.size;
	}

	get(key: string): Row | undefined {
		return this.rows.get(key);
	}

	/**
	 * Puts a row in the place of the one that has its key, if any.
	 * @throws SterlingException YFC0001 when another row has the same unique values [captured]
	 */
	put(row: Row): void {
		const key = row[this.entity.key];
		const before = this.rows.get(key);
		for (const unique of this.uniques) {
			const holder = unique.keys.get(this.tuple(unique.columns, row));
			if (holder !== undefined && holder !== key) {
				throw refuse('YFC0001', {
					SQLState: '23505',
					TableName: this.entity.table,
					DBErrorCode: '-803',
					TransactionIsolationLevel: '2',
				});
			}
		}
		if (before) this.unindex(before);
		else this.insertKey(key);
		this.rows.set(key, row);
		for (const unique of this.uniques) unique.keys.set(this.tuple(unique.columns, row), key);
		for (const [column, index] of this.indexes) {
			const value = valueOf(this.entity, row, column);
			const entry = index.get(value);
			if (entry) entry.add(key);
			else index.set(value, new Set([key]));
		}
	}

	delete(key: string): void {
		const row = this.rows.get(key);
		if (!row) return;
		this.unindex(row);
		this.rows.delete(key);
		this.keys.splice(lowerBound(this.keys, key), 1);
	}

	/** Keys in ascending order, from the bound on (inclusive unless `after`). */
	*scan(from = '', after = false): Generator<string> {
		for (let at = lowerBound(this.keys, from, after); at < this.keys.length; at += 1) yield this.keys[at];
	}

	/** Keys of the rows with that value in an indexed column, or undefined when it has no index. */
	indexed(column: string, value: string): string[] | undefined {
		if (column === this.entity.key) return this.rows.has(value) ? [value] : [];
		const index = this.indexes.get(column);
		return index && [...(index.get(value) ?? [])].sort();
	}

	/** Key of the row with these values of a unique constraint, if all of its columns are given. */
	byUnique(values: Row): { key: string | undefined } | undefined {
		const unique = this.uniques.find(({ columns }) => columns.every((column) => values[column]));
		return unique && { key: unique.keys.get(this.tuple(unique.columns, values)) };
	}

	private insertKey(key: string): void {
		if (this.keys.length === 0 || this.keys[this.keys.length - 1] < key) this.keys.push(key);
		else this.keys.splice(lowerBound(this.keys, key), 0, key);
	}

	private unindex(row: Row): void {
		const key = row[this.entity.key];
		for (const unique of this.uniques) unique.keys.delete(this.tuple(unique.columns, row));
		for (const [column, index] of this.indexes) {
			const value = valueOf(this.entity, row, column);
			const entry = index.get(value);
			entry?.delete(key);
			if (entry?.size === 0) index.delete(value);
		}
	}

	private tuple(columns: string[], row: Row): string {
		return columns.map((column) => valueOf(this.entity, row, column)).join(separator);
	}
}
