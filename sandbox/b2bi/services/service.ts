import type { B2biUser } from '../options';

/** A record as plain values; lists are arrays. */
export type Row = Record<string, unknown>;

export interface Caller {
	user: B2biUser;
}

/** One REST service: how its records are found and changed. Errors are thrown as Refusal. */
export interface Service {
	/** Shown in `_title`: `MailboxMessage(78)`. */
	title: string;
	/** Attribute with the key of a record. */
	key: string;
	/** Whether enumerations of this service are always plain values (mailboxcontents). */
	isPlain?: boolean;
	/** Texts of enumerations that are no booleans, by attribute and code. */
	displays?: Record<string, Record<string, string>>;
	/** Attributes left out where a behaviour asks for it, or that are never read back. */
	hidden?: () => readonly string[];
	list?: (query: URLSearchParams, caller: Caller) => Row[];
	get?: (key: string, caller: Caller) => Row | undefined;
	/** @returns the key of the new record */
	create?: (input: Row, caller: Caller) => string;
	update?: (key: string, input: Row, caller: Caller) => void;
	remove?: (key: string, caller: Caller) => void;
}

/** Text of an input; empty where it is not given. */
export const textOf = (input: Row, name: string): string => {
	const value = input[name];
	return value === undefined || value === null ? '' : String(value);
};

/** A boolean of an input, which XML gives as text. */
export const flagOf = (input: Row, name: string): boolean => input[name] === true || input[name] === 'true';

/** Whether a text fits a filter: `%` stands for anything, and a filter without one is a prefix. Case counts. */
export function fits(filter: string | null, text: string): boolean {
	if (filter === null || filter === '') return true;
	const pattern = filter.includes('%') ? filter : `${filter}%`;
	const parts = pattern.split('%').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}

/** The names of a comma-separated list. */
export const namesIn = (list: unknown): string[] =>
	String(list ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
