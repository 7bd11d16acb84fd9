import { ServiceError } from '../errors';
import { isRecord } from '../record';
import { isSeen, type Seen } from './seen';

/**
 * Where a poll stands. Plain data, replaced as a whole; all times are whole seconds since 1970 of the server's clock.
 *
 * `since`: everything that happened earlier was emitted. What happened at or after it may be read again, because
 * rows carry the time they were written and become visible when they are committed; `seen` holds what of it
 * was emitted. `open`: the window that is being read, where one poll did not reach its end.
 */
export interface Cursor {
	v: 1;
	/** Grows with every change, so that of two polls at the same time only one moves on. */
	rev: number;
	since: number;
	seen: Seen;
	open?: Window;
}

export interface Window {
	/** What happened before this is emitted in this window. */
	until: number;
	/** What happened before this cannot be joined by late commits any more, so it is never read again. */
	settled: number;
	/** The source that is being read, and the last key of it that was processed. */
	source: string;
	after?: string;
}

/** The last second that a date of four digits can name. */
const LAST_SECOND = 253_402_300_799;

/**
 * A stored cursor, checked: it comes from n8n's database, where people and older versions write, too.
 * `startOver` is the sentence that says how.
 * @throws ServiceError `configuration` for another version or shape
 */
export function assertCursor(value: unknown, startOver: string): Cursor {
	if (isCursor(value)) return value;
	const version = isRecord(value) ? value.v : undefined;
	const isNewer = typeof version === 'number' && version > 1;
	const message = isNewer
		? `The stored position of this trigger has version ${version}; this version of the package reads version 1.`
		: 'The stored position of this trigger is damaged.';
	const update = isNewer ? 'Update the package. Or ' : '';
	const hint = `${update}${isNewer ? startOver[0].toLowerCase() + startOver.slice(1) : startOver}`;
	throw new ServiceError('configuration', message, { hint });
}

function isCursor(value: unknown): value is Cursor {
	if (!isRecord(value) || value.v !== 1) return false;
	const { rev, since, seen, open } = value;
	return isCount(rev) && isSecond(since) && isSeen(seen) && (open === undefined || isWindow(open));
}

function isWindow(value: unknown): value is Window {
	if (!isRecord(value)) return false;
	const { until, settled, source, after } = value;
	return (
		isSecond(until) &&
		isSecond(settled) &&
		settled <= until &&
		typeof source === 'string' &&
		(after === undefined || (typeof after === 'string' && after !== ''))
	);
}

function isCount(value: unknown): value is number {
	return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isSecond(value: unknown): value is number {
	return isCount(value) && value <= LAST_SECOND;
}
