import type { Clock } from '../../kit/clock';
import { formatDateTime } from '../document/dateTime';
import type { Entity, Reader, Row } from './entity';
import { Table } from './table';

/** A row that was written but is not to be seen by readers yet, with what they see in its place. */
interface Pending {
	until: number;
	before: Row | undefined;
}

/**
 * All tables, in memory. Work runs in transactions: an exception undoes every row it wrote. Each handler runs
 * to its end before the next one starts, so a transaction never sees another one's unfinished work.
 */
export class Database implements Reader {
	/** Milliseconds between a row's time stamps and the moment at which readers see it. */
	commitLagMs = 0;

	private readonly tables = new Map<string, Table>();

	private readonly pending = new Map<string, Map<string, Pending>>();

	private undo: Array<() => void> | undefined;

	/** True while a read API runs: rows that are not committed yet are then hidden. */
	private reading = false;

	private sequence = 0;

	constructor(
		readonly entities: ReadonlyMap<string, Entity>,
		private readonly clock: Clock,
	) {
		for (const entity of entities.values()) this.tables.set(entity.name, new Table(entity));
	}

	entity(name: string): Entity {
		return this.table(name).entity;
	}

	table(name: string): Table {
		const table = this.tables.get(name);
		if (!table) throw new Error(`The sandbox has no entity ${name}`);
		return table;
	}

	/** Present time in Sterling's form. */
	timestamp(): string {
		return formatDateTime(this.clock.now());
	}

	/** A primary key: insertion time and a sequence, 21 characters [captured]. */
	nextKey(): string {
		this.sequence += 1;
		const now = this.timestamp();
		const time =
			now.slice(0, 4) + now.slice(5, 7) + now.slice(8, 10) + now.slice(11, 13) + now.slice(14, 16) + now.slice(17, 19);
		return time + String(this.sequence).padStart(7, '0');
	}

	get(entity: string, key: string): Row | undefined {
		return this.visible(entity, key, this.table(entity).get(key));
	}

	where(entity: string, column: string, value: string): Row[] {
		const keys = this.table(entity).indexed(column, value);
		if (!keys) throw new Error(`${entity}.${column} has no index`);
		return this.rows(entity, keys);
	}

	/** The row with these values of one of the entity's unique constraints. */
	find(entity: string, values: Row): Row | undefined {
		const key = this.table(entity).byUnique(values)?.key;
		return key === undefined ? undefined : this.get(entity, key);
	}

	/** Every row of the entity, in key order. */
	all(entity: string): Row[] {
		return this.rows(entity, [...this.table(entity).scan()]);
	}

	put(entity: string, row: Row): void {
		const table = this.table(entity);
		const key = row[table.entity.key];
		const before = table.get(key);
		table.put(row);
		this.remember(() => (before ? table.put(before) : table.delete(key)));
		if (this.commitLagMs > 0) this.hide(entity, key, before);
	}

	delete(entity: string, key: string): void {
		const table = this.table(entity);
		const before = table.get(key);
		if (!before) return;
		table.delete(key);
		this.remember(() => table.put(before));
	}

	/**
	 * Runs the work as one transaction, or as a part of the one in progress; undoes everything on an exception.
	 */
	transaction<T>(work: () => T): T {
		if (this.undo) return work();
		this.undo = [];
		try {
			return work();
		} catch (error) {
			for (const step of this.undo.reverse()) step();
			throw error;
		} finally {
			this.undo = undefined;
		}
	}

	/** Runs the work with the eyes of another session: it sees committed rows only. */
	read<T>(work: () => T): T {
		const before = this.reading;
		this.reading = true;
		try {
			return work();
		} finally {
			this.reading = before;
		}
	}

	private rows(entity: string, keys: string[]): Row[] {
		return keys.map((key) => this.get(entity, key)).filter((row): row is Row => row !== undefined);
	}

	private remember(step: () => void): void {
		this.undo?.push(step);
	}

	private hide(entity: string, key: string, before: Row | undefined): void {
		const rows = this.pending.get(entity) ?? new Map<string, Pending>();
		this.pending.set(entity, rows);
		const known = rows.get(key);
		rows.set(key, {
			until: this.clock.now() + this.commitLagMs,
			before: known && known.until > this.clock.now() ? known.before : before,
		});
		this.remember(() => (known ? rows.set(key, known) : rows.delete(key)));
	}

	private visible(entity: string, key: string, row: Row | undefined): Row | undefined {
		const pending = this.reading ? this.pending.get(entity)?.get(key) : undefined;
		if (!pending) return row;
		if (pending.until > this.clock.now()) return pending.before;
		this.pending.get(entity)?.delete(key);
		return row;
	}
}
