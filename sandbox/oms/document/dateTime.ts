const dateTime = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads a date or date-time as Sterling does: `Z` and offsets are accepted, no offset means the server's
 * zone (UTC here), and a wrong time part is silently cut off to the date [IBM: apis-using-date-time-syntax].
 * @returns milliseconds since 1970, or undefined when not even a date can be read
 */
export function parseDateTime(text: string): number | undefined {
	const match = dateTime.exec(text.trim());
	if (!match) {
		const dateOnly = /^\d{4}-\d{2}-\d{2}/.exec(text.trim())?.[0];
		return dateOnly && dateOnly !== text.trim() ? parseDateTime(dateOnly) : undefined;
	}
	const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = match;
	const offset = zone === 'Z' ? 'Z' : zone.replace(/^(.\d{2}):?(\d{2})$/, '$1:$2');
	const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
	return Number.isNaN(time) ? undefined : time;
}

/** A second and its text: much is written in one second. */
let latest = { second: NaN, text: '' };

/** Second precision with an offset, never `Z` [IBM: apis-using-date-time-syntax]. */
export function formatDateTime(milliseconds: number): string {
	const second = Math.floor(milliseconds / 1000);
	if (second !== latest.second) latest = { second, text: `${new Date(milliseconds).toISOString().slice(0, 19)}+00:00` };
	return latest.text;
}

/** `yyyy-MM-dd`. */
export function formatDate(milliseconds: number): string {
	return new Date(milliseconds).toISOString().slice(0, 10);
}
