import { DateTime } from 'luxon';

/** Writes dates as `yyyy-MM-ddTHH:mm:ss±HH:mm`; throws a TypeError for those that do not exist. */
export interface Dates {
	/**
	 * A date in one of the forms that people and systems write: ISO 8601 with or without time, seconds and offset, a plain
	 * day, seconds or milliseconds since 1970, and the forms of e-mail headers and of JavaScript. A day stays a day, and
	 * an offset is kept. Undefined where the text is none of these.
	 */
	read(text: string): string | undefined;
	/** Of a date and time without offset, meant in the workflow's zone. */
	ofLocal(text: string): string;
	ofInstant(date: Date): string;
	/** Of an ISO text with offset, which is kept. */
	ofIso(text: string): string;
	/** First and last second of a day (`yyyy-MM-dd`) in the workflow's zone. */
	startOf(day: string): string;
	endOf(day: string): string;
}

/** Not the machine's: it may write other digits than 0 to 9, and to ask for it takes luxon 20 ms. */
const locale = 'en-US';

const FORMAT = "yyyy-MM-dd'T'HH:mm:ssZZ";

const DAY = /^\d{4}-\d\d-\d\d$/;
const COMPACT_DAY = /^(?:19|20|21|25)\d{6}$/;
const FINAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;
const SECONDS = /^[1-9]\d{9}(?:\.\d+)?$/;
const MILLISECONDS = /^[1-9]\d{12}(?:\.\d+)?$/;
const ISO =
	/^(\d{4}-\d\d-\d\d|\d{8})[T ](\d\d(?::?\d\d(?::?\d\d(?:[.,]\d+)?)?)?) ?(Z|[+-]\d\d(?::?\d\d)?)?(?:\[[\w/+-]+\])?$/;
/** `Thu, 15 Jan 2026 10:00:00 GMT`, and JavaScript's `Thu Jan 15 2026 10:00:00 GMT+0100 (CET)`. */
const ENGLISH = /^[A-Z][a-z]{2},? [\w: +-]+(?:GMT|UTC|[+-]\d{4})(?: ?\([^)]*\))?$/;

/**
 * Dates of a workflow. `timezone` is an IANA name; dates without an offset are meant in it, because the system that
 * gets them would take its own. This file stands apart in the build, so that luxon is loaded with the first item and
 * not at n8n's start.
 */
export function datesIn(timezone: string): Dates {
	const ofLocal = (text: string) => written(DateTime.fromISO(text.replace(' ', 'T'), { zone: timezone, locale }), text);
	const ofIso = (text: string) => written(DateTime.fromISO(text, { setZone: true, locale }), text);
	const ofInstant = (date: Date) => {
		const time = date.getTime();
		if (Number.isNaN(time)) throw missing(String(date));
		return written(DateTime.fromMillis(time, { zone: timezone, locale }), String(date));
	};
	const read = (given: string): string | undefined => {
		const text = given.trim();
		if (DAY.test(text)) return existing(text, text);
		if (COMPACT_DAY.test(text)) return existing(text, text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));
		if (FINAL.test(text)) return existing(text, text);
		if (SECONDS.test(text)) return ofInstant(new Date(Math.trunc(Number(text)) * 1000));
		if (MILLISECONDS.test(text)) return ofInstant(new Date(Math.trunc(Number(text))));
		const [, day, time, offset = ''] = ISO.exec(text.toUpperCase()) ?? [];
		if (day === undefined) return ENGLISH.test(text) ? ofInstant(new Date(text.split('(', 1)[0].trim())) : undefined;
		const days = day.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
		const times = time.replace(/^(\d\d)(\d\d)(\d\d)?/, (_, hour, minute, second) =>
			[hour, minute, second].filter(Boolean).join(':'),
		);
		return offset === '' ? ofLocal(`${days}T${times}`) : ofIso(`${days}T${times}${offset}`);
	};
	return {
		read,
		ofLocal,
		ofInstant,
		ofIso,
		startOf: (day) => ofLocal(`${day}T00:00:00`),
		endOf: (day) => ofLocal(`${day}T23:59:59`),
	};
}

/** luxon would write "Invalid DateTime" for a day that does not exist. */
function written(date: DateTime, text: string): string {
	if (!date.isValid) throw missing(text);
	return date.toFormat(FORMAT);
}

/** The text as it is, where the date exists. */
function existing(given: string, text: string): string {
	if (!DateTime.fromISO(text, { locale }).isValid) throw missing(given);
	return text;
}

function missing(text: string): TypeError {
	return new TypeError(`"${text}" is a date that does not exist`);
}
