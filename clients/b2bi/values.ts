import { isRecord } from '../../kit/record';
/** A record of a service. */
export type Row = Record<string, unknown>;

/**
 * The value behind the form in which enumerations and booleans are read, `{"code":true,"display":"Yes"}`. They are
 * written as plain values, and some services read them so, too [captured].
 */
export function plain(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(plain);
	if (!isRecord(value)) return value;
	const names = Object.keys(value);
	const isEnumeration = 'code' in value && names.every((name) => name === 'code' || name === 'display');
	if (isEnumeration) return value.code;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

const SECRET = /password|passphrase|secret|privatekey/i;

/** The secret values of a record, however deep: those under names such as `password`. No error or log may show them. */
export function secretsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(secretsIn);
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) =>
		typeof inner === 'string' ? (isSecret(name, inner) ? [inner] : []) : secretsIn(inner),
	);
}

/** A copy of the record in which `***` stands for each secret value. */
export function masked(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(masked);
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [
			name,
			typeof inner === 'string' && isSecret(name, inner) ? '***' : masked(inner),
		]),
	);
}

const isSecret = (name: string, value: string) => SECRET.test(name) && !/policy/i.test(name) && value !== '';

/** What the framework adds to each record; it is read only. */
const FRAME = ['_id', '_title', '$ref', 'href', 'actions'];

/** The record's own attributes, as they would be written. */
export function attributesOf(row: Row): Row {
	return Object.fromEntries(
		Object.entries(row)
			.filter(([name]) => !FRAME.includes(name))
			.map(([name, value]) => [name, plain(value)]),
	);
}

/** A record made simple: plain values, ISO dates, and of the frame only the key. */
export function simplified(row: Row): Row {
	const attributes = Object.entries(attributesOf(row)).map(([name, value]) => [name, isoDate(value)]);
	return { ...(row._id === undefined ? {} : { _id: row._id }), ...(Object.fromEntries(attributes) as Row) };
}

const DATE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)(\d\d)$/;

/** `2020-03-14T17:19:20.000+0000` [captured] as an ISO date in UTC; anything else as it is. */
export function isoDate(value: unknown): unknown {
	const match = typeof value === 'string' ? DATE.exec(value) : null;
	if (!match) return value;
	const time = Date.parse(`${match[1]}${match[2]}:${match[3]}`);
	return Number.isNaN(time) ? value : new Date(time).toISOString();
}

/** Text of an attribute, plain; empty where there is none. */
export function textOf(row: Row, name: string): string {
	const value = plain(row[name]);
	return value === undefined || value === null ? '' : String(value);
}

/** Whether an attribute is true, as `true`, `yes`, `1` or `y`, plain or as `{code, display}`. False if it is missing. */
export function flagOf(row: Row, name: string): boolean {
	return /^(true|yes|1|y)$/i.test(textOf(row, name));
}

/** The names of a comma-separated list, as mailboxes and partner groups hold them, or of an array. */
export function namesIn(value: unknown): string[] {
	const entries: unknown[] = Array.isArray(value) ? value : String(plain(value) ?? '').split(',');
	return entries
		.map((entry) => (isRecord(entry) ? textOf(entry, 'name') : String(entry)).trim())
		.filter((name) => name !== '');
}

/**
 * Whether a text fits a pattern in which `*` stands for anything and `?` for one character; case does not count. Takes
 * at most their lengths multiplied, where a regular expression can take forever.
 */
export function fitsPattern(pattern: string, text: string): boolean {
	const [wanted, given] = [[...pattern.toLowerCase()], [...text.toLowerCase()]];
	let [at, star, resume] = [0, -1, 0];
	for (let i = 0; i < given.length;) {
		if (wanted[at] === '*') [star, resume] = [at++, i];
		else if (wanted[at] === '?' || wanted[at] === given[i]) [at, i] = [at + 1, i + 1];
		else if (star === -1) return false;
		else [at, i] = [star + 1, ++resume];
	}
	return wanted.slice(at).every((character) => character === '*');
}
