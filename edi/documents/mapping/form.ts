import type { Notation } from '../tables/editable';
import type { Place, Problems } from './problems';

/** An object of a business form. */
export type Form = Record<string, unknown>;

/** Where the writer is, and what it has at hand there. */
export class WriteContext {
	constructor(
		readonly tables: Notation,
		readonly problems: Problems,
		readonly path: string,
	) {}

	/** The context of a member, or of an entry of a list. */
	at(step: string | number): WriteContext {
		const path = typeof step === 'number' ? `${this.path}[${step}]` : this.path === '' ? step : `${this.path}.${step}`;
		return new WriteContext(this.tables, this.problems, path);
	}

	error(what: string, place: Partial<Place> = {}, value?: unknown): void {
		this.problems.error({ ...place, path: place.path ?? this.path }, what, value);
	}

	/** The value as an object; undefined, and noted, where it is none. */
	object(value: unknown): Form | undefined {
		if (isForm(value)) return value;
		this.error('must be an object', {}, value);
		return undefined;
	}

	/** Notes members that nothing is known of: a misspelt one would be lost without a word. */
	checked(object: Form, names: readonly string[]): this {
		const known = new Set([...names, 'otherElements']);
		for (const name of Object.keys(object)) {
			if (known.has(name) || isAbsent(object[name])) continue;
			this.error(`is not a member here; the members are ${[...new Set(names)].sort().join(', ')}`, {
				path: this.at(name).path,
			});
		}
		return this;
	}
}

/** Whether there is nothing to write: expressions come to null and empty text where a field is empty. */
export function isAbsent(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	if (typeof value === 'string') return value.trim() === '';
	if (Array.isArray(value)) return value.every(isAbsent);
	return isForm(value) && Object.values(value).every(isAbsent);
}

/** Whether a value is a form or a part of one: an object, not a list and not null. */
export function isForm(value: unknown): value is Form {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a list: absent ones are none, a single one is one entry. */
export function listOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	return isAbsent(value) ? [] : [value];
}

/** One more value under a name: a second one makes a list of it. */
export function add(object: Form, name: string, value: unknown): void {
	const present = Object.hasOwn(object, name) ? object[name] : undefined;
	if (present === undefined) put(object, name, value);
	else if (Array.isArray(present)) present.push(value);
	else object[name] = [present, value];
}

/** A member of the form, made where there is none. */
export function memberOf<T = Form>(form: Form, name: string, empty: T): T {
	if (!Object.hasOwn(form, name)) put(form, name, empty);
	return form[name] as T;
}

/** Names come from files as well, and `__proto__` must be a name like any other. */
function put(object: Form, name: string, value: unknown): void {
	Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
}
