import type { Element } from '../document/element';
import type { Behaviour, SandboxUser } from '../options';
import type { Database } from '../store/database';
import { writeBlanks } from './blanks';
import { systemColumns, type Row } from '../store/entity';
import type { PageSets } from './pageSets';
import { project } from './project';
import { normalise } from './values';

/** Part of a list that a page asks for, in place of MaximumRecords. */
export interface Window {
	skip: number;
	take: number;
}

/** Runs another API of the registry inside the same transaction. */
export type Caller = (name: string, input: Element, options?: CallOptions) => Element | undefined;

export interface CallOptions {
	isService?: boolean;
	template?: Element;
	window?: Window;
}

/** What an API has at hand while it runs: the data, who asks, and the output template in force. */
export class Context {
	constructor(
		readonly database: Database,
		readonly user: SandboxUser,
		readonly behaviour: Behaviour,
		/** Name of the API or service, for the program ID columns and audits. */
		readonly program: string,
		readonly template: Element,
		readonly window: Window | undefined,
		readonly call: Caller,
		readonly pageSets: PageSets,
	) {}

	/** Present time in Sterling's form. */
	now(): string {
		return this.database.timestamp();
	}

	/**
	 * Writes a new row, values brought into stored form, with key (unless given) and time stamps.
	 * @throws SterlingException YFC0001 on a unique-key violation
	 */
	insert(entityName: string, values: Row): Row {
		const entity = this.database.entity(entityName);
		const now = this.now();
		const stored = this.stored(entityName, values);
		const row: Row = {
			...stored,
			[entity.key]: stored[entity.key] ?? this.database.nextKey(),
			Createts: now,
			Modifyts: now,
			Createuserid: this.user.loginId,
			Modifyuserid: this.user.loginId,
			Createprogid: this.program,
			Modifyprogid: this.program,
		};
		this.database.put(entityName, row);
		return row;
	}

	/** Changes columns of a row; blank values clear them. A change of nothing leaves the time stamps alone. */
	update(entityName: string, row: Row, changes: Row): Row {
		const entity = this.database.entity(entityName);
		const current = this.database.table(entityName).get(row[entity.key]) ?? row;
		let next: Record<string, string> | undefined;
		for (const column of Object.keys(changes)) {
			const value = normalise(entity.columns[column] ?? 'text', changes[column]);
			if (value === (current[column] ?? '')) continue;
			next ??= { ...current };
			if (value === '') Reflect.deleteProperty(next, column);
			else next[column] = value;
		}
		return next ? this.touchRow(entityName, next) : current;
	}

	/** Moves a row's time stamp and lock counter without changing anything else. */
	touch(entityName: string, row: Row): Row {
		const key = row[this.database.entity(entityName).key];
		return this.touchRow(entityName, { ...(this.database.table(entityName).get(key) ?? row) });
	}

	remove(entityName: string, row: Row): void {
		this.database.delete(entityName, row[this.database.entity(entityName).key]);
	}

	/** The row in the form of the template in force (or another one). */
	project(entityName: string, row: Row, template = this.template): Element {
		const output = project(this.database, this.database.entity(entityName), row, template);
		return writeBlanks(output, this.behaviour.blankCustomFields);
	}

	private touchRow(entityName: string, row: Record<string, string>): Row {
		row.Modifyts = this.now();
		row.Modifyuserid = this.user.loginId;
		row.Modifyprogid = this.program;
		row.Lockid = String(Number(row.Lockid ?? '0') + 1);
		this.database.put(entityName, row);
		return row;
	}

	private stored(entityName: string, values: Row): Row {
		const { columns } = this.database.entity(entityName);
		const filled: Record<string, string> = {};
		for (const column of Object.keys(values)) {
			const value = column in systemColumns ? '' : normalise(columns[column] ?? 'text', values[column]);
			if (value !== '') filled[column] = value;
		}
		return filled;
	}
}
