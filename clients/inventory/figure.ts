import { cut, ServiceError } from '../../kit/errors';
import { strictNumber } from '../../kit/strictNumber';

const MAX_SHOWN = 60;

/**
 * A number of a response; `where` says whose it is, for the error.
 * @throws ServiceError `badAnswer` that shows what is there: a quantity that cannot be read is never 0
 */
export function figure(value: unknown, name: string, where: string): number {
	return strictNumber(value) ?? unreadable(`${name} is ${shown(value)} and not a number`, where);
}

/** Ends the reading of a response. @throws ServiceError `badAnswer` */
export function unreadable(what: string, where: string): never {
	throw new ServiceError('badAnswer', `The response for ${where} cannot be read: ${what}.`, {
		hint: 'This differs from the documentation of Inventory Visibility. See the raw response with API: Call.',
		effect: 'none',
	});
}

/** A value as JSON of at most 60 characters, for a message; `missing` for undefined. */
export const shown = (value: unknown): string => cut(JSON.stringify(value) ?? 'missing', MAX_SHOWN);
