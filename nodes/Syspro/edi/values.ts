import { decimal, decimalText } from '../../../edi/documents/decimal';
import { unitCode } from '../../../edi/documents/tables/editable';
import { isRecord } from '../../../kit/record';
import type { EdiSettings } from './settings';

/** A business form, or a part of one. */
export type Form = Record<string, unknown>;

/** A code as the partner is to see it. Keys of SYSPRO stay text: zeros and blanks before them are part of them. */
export function codeFor(code: string, { stripsZeros }: Pick<EdiSettings, 'stripsZeros'>): string {
	if (!stripsZeros) return code;
	return code.trim().replace(/^0+(?=.)/, '');
}

/** The X12 code of a unit; a unit without a row continues as it is, for the X12 node knows usual names. */
export function unitFor(unit: string, { units }: Pick<EdiSettings, 'units'>): string {
	return codeOf(units, unit) ?? unit;
}

/** SYSPRO's unit for an X12 code. */
export const unitFrom = (code: unknown, { units }: Pick<EdiSettings, 'units'>): string | undefined => {
	const text = textOf(code);
	return text === undefined ? undefined : (units[text] ?? text);
};

/**
 * Whether a partner's unit is one of SYSPRO's: by the name that the user's table has for it, of which several codes may have
 * one, or by the code that SYSPRO's would be written with.
 */
export function isSameUnit(code: unknown, unit: string, { units }: Pick<EdiSettings, 'units'>): boolean {
	const name = unitFrom(code, { units })?.trim().toUpperCase();
	return name === unit.trim().toUpperCase() || unitCode(String(code), units) === unitCode(unit, units);
}

/**
 * The ISO code of a currency. SYSPRO keeps a free name of up to three characters, often a symbol.
 * @throws TypeError for one that is neither in the table nor of three letters
 */
export function currencyFor(
	currency: string | undefined,
	{ currencies, localCurrency }: Pick<EdiSettings, 'currencies' | 'localCurrency'>,
): string | undefined {
	const given = currency?.trim() ?? '';
	const known = given === '' ? localCurrency : codeOf(currencies, given);
	const code = known ?? (given === '' ? undefined : given.toUpperCase());
	if (code === undefined || /^[A-Z]{3}$/.test(code)) return code;
	throw new TypeError(
		`The currency "${given}" of SYSPRO has no ISO code. Add a row for it to Currencies in the X12 options, such as USD for "${given}".`,
	);
}

function codeOf(table: Readonly<Record<string, string>>, name: string): string | undefined {
	const wanted = name.trim().toUpperCase();
	return Object.keys(table).find((code) => table[code].toUpperCase() === wanted);
}

/** The text of a member; undefined where there is none. */
export function textOf(value: unknown): string | undefined {
	if (value === undefined || value === null) return undefined;
	const text = String(value);
	return text.trim() === '' ? undefined : text;
}

/** The members that hold something. */
export function filled(form: Form): Form {
	return Object.fromEntries(
		Object.entries(form).filter(([, value]) => {
			if (value === undefined || value === null || value === '') return false;
			if (Array.isArray(value)) return value.length > 0;
			return typeof value !== 'object' || Object.keys(value).length > 0;
		}),
	);
}

/** A member that has to be there. @throws TypeError that names it */
export function needed(value: unknown, name: string, document: string): string {
	const text = textOf(value);
	if (text === undefined) throw new TypeError(`${document} has no ${name}`);
	return text;
}

/**
 * A number of a form as decimal text; undefined where there is none. A number out of an expression loses the noise of its
 * last digits, as in 0.1 + 0.2.
 * @throws TypeError that names what is no number
 */
export function numberOf(value: unknown, name: string, document: string): string | undefined {
	if (textOf(value) === undefined) return undefined;
	try {
		return decimalText(decimal(value as string | number));
	} catch (error) {
		throw new TypeError(`${document} ${name} "${String(value)}" ${(error as Error).message}`, { cause: error });
	}
}

/** The entries of a list, or the one entry that stands alone. */
export function listOf(value: unknown): Form[] {
	const list: unknown[] = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
	return list.filter((entry): entry is Form => typeof entry === 'object' && entry !== null);
}

export function formOf(value: unknown): Form {
	return isRecord(value) ? value : {};
}
