import { DateTime } from 'luxon';

/** Writes dates in Sterling's syntax; throws a TypeError for those that do not exist. */
export interface Dates {
	/** Of a date and time without offset, meant in the workflow's zone. */
	ofLocal(text: string): string;
	ofInstant(date: Date): string;
	/** Of an ISO text with offset, which is kept. */
	ofIso(text: string): string;
}

const FORMAT = "yyyy-MM-dd'T'HH:mm:ssZZ";

/**
 * Writes dates as Sterling reads them, `yyyy-MM-ddTHH:mm:ss±HH:mm` (IBM documentation, "Using date-time syntax").
 * `timezone` is an IANA name; dates without an offset are meant in it, because Sterling would take the server's.
 * This file stands apart in the build, so that luxon is loaded with the first item and not at n8n's start.
 */
export function datesIn(timezone: string): Dates {
	return {
		ofLocal: (text) => written(DateTime.fromISO(text.replace(' ', 'T'), { zone: timezone }), text),
		ofInstant: (date) => written(DateTime.fromJSDate(date, { zone: timezone }), String(date)),
		ofIso: (text) => written(DateTime.fromISO(text, { setZone: true }), text),
	};
}

/** luxon would write "Invalid DateTime" for a day that does not exist. */
function written(date: DateTime, text: string): string {
	if (!date.isValid) throw new TypeError(`"${text}" is not a date that exists`);
	return date.toFormat(FORMAT);
}
