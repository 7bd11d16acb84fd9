import type { Dates } from '../dates';
import { describeValue, refuse } from '../refusal';
import { plainDecimal } from './decimal';
import { excelDay, excelHint } from './excelDate';

/**
 * What an attribute holds. A `flag` is recognized only by its name, so it may hold other codes than yes and no; a `yesNo` is
 * a switch of the editor. Of a `custom` one nothing is known.
 */
export type ValueKind = 'text' | 'custom' | 'number' | 'dateTime' | 'yesNo' | 'flag' | CodeKind;

/** A code of the product's own: what it is called, which texts can be one, and what to do about others. */
export interface CodeKind {
	what: string;
	hint: string;
	accepts: (text: string) => boolean;
}

/** What turning a value of the editor into an attribute's text depends on. */
export interface ValueContext {
	dates: Dates;
	/** The item that reached the node, for what is mapped by name. */
	item?: Readonly<Record<string, unknown>>;
	/** What an attribute of the product holds, by its name and the element that it belongs to; text where left out. */
	kindOf?: (attribute: string, element?: string) => ValueKind;
	/** Whether values need not pass the checks of their fields, because something else completes the document. */
	isUnchecked?: boolean;
}

/**
 * The text of an attribute for a value of the editor, of an expression or of a document. Every road into a document
 * leads through here, so a value means the same on each: booleans become `Y` and `N`, numbers plain decimals, dates
 * the product's date-time in the workflow's zone. Empty means "not given" and gives undefined.
 * @throws Refusal for lists and objects, and for what does not fit the kind
 */
export function textOf(value: unknown, context: ValueContext, kind: ValueKind = 'text'): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	if (isLocator(value)) return textOf(value.value, context, kind);
	const date = dateIn(value, context.dates);
	if (date !== undefined)
		return kind === 'text' || kind === 'custom' || kind === 'dateTime' ? date : misfit(date, kind);
	if (typeof kind === 'object') return codeText(value, kind);
	switch (kind) {
		case 'number':
			return numberText(value);
		case 'dateTime':
			return dateText(value, context.dates);
		case 'yesNo':
			return yesNo(value) ? 'Y' : 'N';
		case 'flag':
			return typeof value === 'string' && /^(true|false)$/i.test(value.trim()) ? flagText(value) : scalar(value);
		case 'custom':
			return typeof value === 'string' && PRECISE.test(value) ? (context.dates.read(value) ?? value) : scalar(value);
		case 'text':
			return scalar(value);
	}
}

/** A moment as n8n prints it, with fractions of a second: no text that people write. */
const PRECISE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(?:Z|[+-]\d\d:\d\d)$/;

/**
 * Yes or no, as every switch of every node reads it: also as text or number, which is what forms, CSV files and query
 * strings give.
 * @throws Refusal for anything else
 */
export function yesNo(value: unknown): boolean {
	if (typeof value === 'boolean') return value;
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim().toLowerCase() : '';
	if (['true', 'y', 'yes', '1'].includes(text)) return true;
	if (['false', 'n', 'no', '0'].includes(text)) return false;
	return refuse(
		`must be yes or no, got ${describeValue(value)}`,
		'Use true or false (also Y or N, yes or no, 1 or 0).',
	);
}

function flagText(value: string): string {
	return yesNo(value) ? 'Y' : 'N';
}

function scalar(value: unknown): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return value ? 'Y' : 'N';
	if (typeof value === 'bigint') return value.toString();
	if (typeof value === 'number') return plainDecimal(String(withoutNoise(value))) ?? misfit(value, 'number');
	return refuse(`must be one value, got ${describeValue(value)}`, 'Select one member of it in the expression.');
}

/** People write fewer decimals than this, and calculating leaves its noise further behind the point. */
const NOISE_FROM = 7;

/**
 * JavaScript keeps 15 digits for certain: a tail like that of `0.1 + 0.2` beyond them comes of calculating. Rounding a
 * number without such a tail would change it.
 */
function withoutNoise(value: number): number {
	const text = String(value);
	const [, decimals = ''] = text.split('.');
	if (Number.isInteger(value) || decimals.length < NOISE_FROM) return value;
	const rounded = Number(value.toPrecision(15));
	return String(rounded).length <= text.length - 4 ? rounded : value;
}

function numberText(value: unknown): string | undefined {
	if (typeof value === 'string' && value.trim() === '') return undefined;
	const text = typeof value === 'boolean' ? undefined : plainDecimal(scalar(value).trim());
	return text ?? misfit(value, 'number');
}

function dateText(value: unknown, dates: Dates): string | undefined {
	if (typeof value === 'string' && value.trim() === '') return undefined;
	const given = typeof value === 'boolean' ? undefined : scalar(value);
	const text = given === undefined ? undefined : dates.read(given);
	return text ?? misfit(value, 'dateTime', excelHintFor(given));
}

function codeText(value: unknown, kind: CodeKind): string | undefined {
	const text = scalar(value).trim();
	if (text === '') return undefined;
	return kind.accepts(text) ? text : misfit(value, kind);
}

const EXPECTED: Readonly<Record<string, { what: string; hint: string }>> = {
	number: {
		what: 'a number',
		hint: 'Use digits with a point for decimals, such as 9.90, and no currency or separators.',
	},
	dateTime: {
		what: 'a date',
		hint:
			'Write it as 2026-12-31 or 2026-12-31T10:00:00, with an offset such as +01:00 if it is not meant in the time zone ' +
			'of the workflow, or use an expression that returns a date, such as {{ $now.minus({ days: 1 }) }}.',
	},
	yesNo: { what: 'yes or no', hint: 'Use true or false (also Y or N, yes or no, 1 or 0).' },
	flag: { what: 'yes or no', hint: 'Use true or false (also Y or N, yes or no, 1 or 0).' },
};

function excelHintFor(given = ''): string | undefined {
	const day = excelDay(given.trim());
	return day === undefined ? undefined : excelHint(day);
}

/** @param own replaces the hint of the kind */
function misfit(value: unknown, kind: ValueKind, own?: string): never {
	const { what, hint } = typeof kind === 'object' ? kind : EXPECTED[kind];
	return refuse(`${describeValue(value)} is not ${what}`, own ?? hint);
}

/** Dates of JavaScript, of n8n's own copy of luxon, and of the like: recognised by shape, not by class. */
function dateIn(value: unknown, dates: Dates): string | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	if (value instanceof Date || Object.prototype.toString.call(value) === '[object Date]') {
		return dates.ofInstant(new Date((value as Date).getTime()));
	}
	const { toISO, toDate } = value as { toISO?: unknown; toDate?: unknown };
	if (typeof toISO === 'function') {
		const iso: unknown = toISO.call(value);
		if (typeof iso !== 'string') throw new TypeError('this date does not exist');
		return dates.ofIso(iso);
	}
	return typeof toDate === 'function' ? dates.ofInstant(toDate.call(value) as Date) : undefined;
}

/** What n8n stores for a picker: the way it was filled in, and the plain value. */
export function isLocator(value: unknown): value is { __rl: true; mode: string; value: unknown } {
	return typeof value === 'object' && value !== null && (value as { __rl?: unknown }).__rl === true;
}

/** Whether nothing is given: no value, an empty or blank text, or a picker with none. */
export function isBlank(value: unknown): boolean {
	const plain: unknown = isLocator(value) ? value.value : value;
	return plain === undefined || plain === null || (typeof plain === 'string' && plain.trim() === '');
}

/**
 * The plain value of a picker. A locator inside it, such as that of another node, is read; numbers count as far as
 * JavaScript keeps all of their digits.
 * @throws Refusal for lists, objects, dates, booleans and longer numbers, which name nothing
 */
export function locatorText(value: unknown): string {
	if (value === undefined || value === null) return '';
	if (isLocator(value)) return locatorText(value.value);
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'bigint') return value.toString();
	if (typeof value !== 'number') return refuse(`must be one key, number or code, got ${describeValue(value)}`);
	if (Number.isSafeInteger(value)) return String(value);
	return refuse(
		`${value} is a number that may have lost digits`,
		'Keep long keys as text: put them in quotes at their source.',
	);
}
