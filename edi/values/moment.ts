const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the text is a date of the calendar: CCYYMMDD, or YYMMDD where six digits are asked for. */
export function isDate(text: string, length: 6 | 8): boolean {
	if (text.length !== length || !/^\d+$/.test(text)) return false;
	const year = Number(text.slice(0, -4));
	const month = Number(text.slice(-4, -2));
	const day = Number(text.slice(-2));
	if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1] || (length === 8 && year === 0)) return false;
	const isLeap = year % 4 === 0 && (length === 6 || year % 100 !== 0 || year % 400 === 0);
	return !(month === 2 && day === 29) || isLeap;
}

/** Whether the text is a time of day: HHMM, HHMMSS, HHMMSSD or HHMMSSDD. */
export const isTime = (text: string) => /^([01]\d|2[0-3])[0-5]\d([0-5]\d\d{0,2})?$/.test(text);
