import { alreadyThere, missing, notFound } from '../refusal';
import { fits, textOf, type Row, type Service } from './service';

interface Plan {
	title: string;
	key: string;
	required?: readonly string[];
	/** Attributes that a record has where the input leaves them out. */
	defaults?: Row;
	/** Query parameters that filter, with the attribute that each looks at. */
	filters: Record<string, string>;
	displays?: Service['displays'];
	hidden?: Service['hidden'];
	/** Checks and completes the input of a create or update; `present` is the record as it was. */
	prepare?: (input: Row, present: Row | undefined) => Row;
	/** Follows from a record that is new. */
	created?: (row: Row) => void;
	/** @throws Refusal where the record is in use */
	beforeRemoval?: (row: Row) => void;
	/** Key of a new record, where the server makes it. */
	makeKey?: (input: Row) => string;
}

/** A service of plain records with a natural key. */
export interface Records {
	rows: Map<string, Row>;
	service: Service;
}

/** A table of records and the service over it. */
export function records(plan: Plan): Records {
	const rows = new Map<string, Row>();
	const { title, key, required = [], defaults = {}, filters, displays, hidden } = plan;
	const prepare = plan.prepare ?? ((input: Row) => input);
	const present = (id: string): Row => {
		const row = rows.get(id);
		if (!row) throw notFound(title, id);
		return row;
	};
	const service: Service = {
		title,
		key,
		displays,
		hidden,
		list: (query) =>
			[...rows.values()].filter((row) =>
				Object.entries(filters).every(([name, attribute]) => fits(query.get(name), textOf(row, attribute))),
			),
		get: (id) => rows.get(id),
		create(input) {
			for (const name of required) if (textOf(input, name) === '') throw missing(name);
			const id = plan.makeKey?.(input) ?? textOf(input, key);
			if (rows.has(id)) throw alreadyThere(title, id);
			const row = { ...defaults, ...prepare(input, undefined), [key]: id };
			rows.set(id, row);
			plan.created?.(row);
			return id;
		},
		update(id, input) {
			const before = present(id);
			rows.set(id, { ...before, ...prepare(input, before), [key]: id });
		},
		remove(id) {
			plan.beforeRemoval?.(present(id));
			rows.delete(id);
		},
	};
	return { rows, service };
}
