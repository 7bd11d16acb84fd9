import { ServiceError } from '../../kit/errors';
import { flagOf, isoDate, plain, textOf, type Row } from './values';

/** How often, or until when, the consumer can extract a message. Reading it over REST does not count. */
export type Extractability = { always: true } | { count: number } | { until: string };

/**
 * The one field of a message that says it. A time is written as the server's schema has it, `yyyyMMddThhmm`, in the
 * server's zone. @throws ServiceError `invalidInput`
 */
export function extractabilityFields(extractability: Extractability, timeZone: string): Row {
	if ('always' in extractability) return { extractableAlways: true };
	if ('count' in extractability) {
		const { count } = extractability;
		if (Number.isInteger(count) && count >= 0) return { extractableCount: count };
		throw new ServiceError('invalidInput', 'The number of extractions must be a whole number of 0 or more.');
	}
	return { extractableUntil: compactTime(extractability.until, timeZone) };
}

/** The same as read: exactly one of the three fields, or undefined where none is there. */
export function extractabilityOf(row: Row): Extractability | undefined {
	if (flagOf(row, 'extractableAlways')) return { always: true };
	const count = plain(row.extractableCount);
	if (count !== undefined && count !== null && count !== '') return { count: Number(count) };
	const until = plain(row.extractableUntil);
	if (typeof until === 'string' && until !== '') return { until: String(isoDate(until)) };
	return textOf(row, 'extractableAlways') === '' ? undefined : { count: 0 };
}

function compactTime(text: string, timeZone: string): string {
	const time = Date.parse(text);
	if (Number.isNaN(time)) throw new ServiceError('invalidInput', `"${text}" is not a date and time.`);
	const parts = new Intl.DateTimeFormat('en-CA', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
	}).formatToParts(time);
	const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
	return `${part('year')}${part('month')}${part('day')}T${part('hour')}${part('minute')}`;
}
