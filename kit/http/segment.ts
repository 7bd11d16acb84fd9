import { ServiceError } from '../errors';

/** A step of a path that leads to another place: `.` and `..`, which URL parsers also know percent-encoded. */
const DOTS = /^(?:\.|%2e){1,2}$/i;

/** No text in UTF-8 has half of a surrogate pair. */
const HALF_A_PAIR = /\p{Surrogate}/u;

/**
 * A value as one step of the path of a URL, such as the ID of a record.
 * @throws ServiceError `invalidInput` for nothing, and for `.` or `..` alone or between slashes: the request would
 * reach another record or service, and encoding does not help, since URL parsers (WHATWG URL, 4.5) resolve `%2E%2E` as
 * well, and some servers decode `%2F`
 */
export function segment(value: string): string {
	const leads = value.split(/[/\\]/).some((step) => DOTS.test(step));
	if (value !== '' && !leads && !HALF_A_PAIR.test(value)) return encodeURIComponent(value);
	throw new ServiceError('invalidInput', `${JSON.stringify(value)} cannot be part of an address.`, {
		hint: 'Enter the ID or name of a record.',
		effect: 'none',
	});
}

/** Whether a path that is encoded already leads out of where it is put: by steps, or by an address of its own. */
export function leavesItsPlace(path: string): boolean {
	return /^[a-z][a-z\d+.-]*:|^[/\\]/i.test(path) || path.split(/[/\\?#]/).some((step) => DOTS.test(step));
}
