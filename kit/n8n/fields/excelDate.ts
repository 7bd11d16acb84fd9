const SERIAL = /^[2-7]\d{4}(?:\.\d+)?$/;
const DAY_MS = 86_400_000;
/** Day 0 of Excel's 1900 date system (Microsoft: "Date systems in Excel"), for days after February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * The day (`yyyy-MM-dd`) that a number of five digits is in Excel, from 1954 to 2119, with the time as a fraction;
 * undefined for anything else. What a spreadsheet node reads from a cell with a date may be such a number.
 */
export function excelDay(text: string): string | undefined {
	if (!SERIAL.test(text)) return undefined;
	return new Date(EPOCH + Math.floor(Number(text)) * DAY_MS).toISOString().slice(0, 10);
}

/** What to do about such a number: the zone of a workflow is that of the expression. */
export const excelHint = (day: string): string =>
	`It looks like a date of Excel, ${day}. Convert it with an expression, such as ` +
	"{{ DateTime.fromISO('1899-12-30').plus({ days: Number($json.date) }) }}, with your own field in place of date.";
