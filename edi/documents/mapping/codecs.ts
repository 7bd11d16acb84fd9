import { decimal, decimalText, toCents } from '../decimal';
import type { CodeTable } from '../tables/codes';
import { unitCode, type Notation } from '../tables/editable';

/**
 * The two directions of one kind of value. Both are total on what they may meet: `read` returns undefined for text
 * that the form cannot hold (it is kept as it is, then), `write` throws a RangeError that completes a sentence.
 */
export interface Codec {
	read(text: string, tables: Notation): string | undefined;
	/** @throws RangeError, e.g. `must be a date` */
	write(value: string | number, tables: Notation): string;
}

/** Text of one line. Line breaks and tabs, which ERP comments are full of, become a space. */
export const text: Codec = {
	read: (wire) => wire.trimEnd() || undefined,
	write: (value) =>
		String(value)
			.replace(/\s+/g, (blanks) => (/[\r\n\t\v\f]/.test(blanks) ? ' ' : blanks))
			.trimEnd(),
};

/** Type R: `.5` and `0.50` are 0.5. */
export const number: Codec = {
	read: (wire) => attempt(() => decimalText(decimal(noCommas(wire)))),
	write: (value) => decimalText(decimal(value)),
};

/** Type N0. */
export const integer: Codec = {
	read: (wire) => (/^-?\d+$/.test(wire) ? decimalText(decimal(wire)) : undefined),
	write(value) {
		const given = decimal(value);
		if (!given.eq(given.round(0))) throw new RangeError('must be a whole number');
		return decimalText(given);
	},
};

/** Type N2: `123450` is 1234.50; what is finer is rounded half up. */
export const cents: Codec = {
	read: (wire) => (/^-?\d+$/.test(wire) ? decimal(wire).div(100).toFixed(2) : undefined),
	write: (value) => decimalText(toCents(decimal(value)).times(100)),
};

/** Type DT: `20261127` is 2026-11-27; six digits, as in versions up to 003060, are of the years 1950 to 2049. */
export const date: Codec = {
	read(wire) {
		const [, century = '', year, month, day] = /^(\d\d)?(\d\d)(\d\d)(\d\d)$/.exec(wire) ?? [];
		if (year === undefined) return undefined;
		return calendarDate(`${century || (Number(year) < 50 ? '20' : '19')}${year}`, month, day);
	},
	write(value, { hasShortDates }) {
		const given = String(value).trim();
		const [, year, month, day] =
			/^(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$/.exec(given) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(given) ?? [];
		const found = year === undefined ? undefined : calendarDate(year, month, day);
		if (!found) throw new RangeError('must be a date such as 2026-11-27');
		return found.replaceAll('-', '').slice(hasShortDates ? 2 : 0);
	},
};

/** Type TM: `1430` is 14:30, `143015` is 14:30:15, `14301525` is 14:30:15.25. */
export const time: Codec = {
	read(wire) {
		const [, hour, minute, second, fraction] = /^([01]\d|2[0-3])([0-5]\d)(?:([0-5]\d)(\d{1,2})?)?$/.exec(wire) ?? [];
		if (hour === undefined) return undefined;
		return [hour, minute, second].filter(Boolean).join(':') + (fraction ? `.${fraction}` : '');
	},
	write(value) {
		const given = String(value).trim();
		const [, hour, minute, second = '', fraction = ''] =
			/^([01]\d|2[0-3]):?([0-5]\d)(?::?([0-5]\d)(?:\.(\d+))?)?$/.exec(given) ?? [];
		if (hour === undefined) throw new RangeError('must be a time such as 14:30 or 14:30:15');
		return hour + minute + second + fraction.slice(0, 2);
	},
};

/** ISO 4217. */
export const currency: Codec = {
	read: (wire) => wire,
	write(value) {
		const given = String(value).trim().toUpperCase();
		if (!/^[A-Z]{3}$/.test(given)) throw new RangeError('must be a three-letter currency code, such as USD');
		return given;
	},
};

/** Element 355, see {@link unitCode}. */
export const unit: Codec = {
	read: (wire, { units }) => nameOf(units, wire),
	write(value, { units }) {
		const code = unitCode(String(value), units);
		if (Object.hasOwn(units, code) || /^[A-Z0-9]{2}$/.test(code)) return code;
		throw new RangeError('is not a unit of X12 (two characters, e.g. EA); add it to the table of units');
	},
};

/** A code with a name in the form; the table may be one that the user edits. */
export function code(table: CodeTable | ((tables: Notation) => CodeTable)): Codec {
	const tableOf = (tables: Notation) => (typeof table === 'function' ? table(tables) : table);
	return {
		read: (wire, tables) => nameOf(tableOf(tables), wire),
		write: (value, tables) => codeOf(tableOf(tables), String(value).trim()),
	};
}

/** The name of a code; a code that the table does not have is its own name. */
export function nameOf(table: CodeTable, wire: string): string {
	return Object.hasOwn(table, wire) ? table[wire] : wire;
}

/**
 * The code that has this name; what is no name must be a code itself.
 *
 * @throws RangeError when it can be neither
 */
export function codeOf(table: CodeTable, name: string): string {
	const found = Object.keys(table).find((key) => table[key] === name);
	if (found !== undefined) return found;
	if (/^[A-Za-z0-9]{1,4}$/.test(name)) return name;
	throw new RangeError(`must be a code of X12 or one of ${Object.values(table).sort().join(', ')}`);
}

function calendarDate(year: string, month: string, day: string): string | undefined {
	const iso = `${year}-${month}-${day}`;
	const at = new Date(`${iso}T00:00:00Z`);
	return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/** X12 knows no separators of thousands; text with one is kept as it is. */
function noCommas(wire: string): string {
	return wire.includes(',') ? '' : wire;
}

function attempt<T>(make: () => T): T | undefined {
	try {
		return make();
	} catch {
		return undefined;
	}
}
