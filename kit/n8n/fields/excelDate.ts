const SERIAL = /^[2-7]\d{4}(?:\.\d+)?$/;
/**
 * Days from day 0 of Excel's 1900 date system (Microsoft: "Date systems in Excel"), counted as for days after February
 * 1900, to 1970-01-01.
 */
const TO_1970 = 25_569;

/**
 * The day (`yyyy-MM-dd`) that a number of five digits is in Excel, from 1954 to 2119, with the time as a fraction;
 * undefined for anything else. What a spreadsheet node reads from a cell with a date may be such a number.
 */
export function excelDay(text: string): string | undefined {
	if (!SERIAL.test(text)) return undefined;
	return new Date(Math.round((Number(text) - TO_1970) * 86_400) * 1000).toISOString().slice(0, 10);
}

/**
 * What to do about such a number, which says what a clock on the wall shows: the zone of a workflow is that of the
 * expression. The fraction is never exact, so it is rounded to the second.
 */
export const excelHint = (day: string): string =>
	`It looks like an Excel date, ${day}. Convert it with an expression, such as ` +
	`{{ DateTime.fromISO(new Date(Math.round((Number($json.date) - ${TO_1970}) * 86400) * 1000)` +
	'.toISOString().slice(0, 19)) }}, with your own field in place of date.';
