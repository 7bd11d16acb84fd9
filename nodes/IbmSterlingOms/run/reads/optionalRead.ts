import { ServiceError } from '../../../../kit/errors';
import type { RunContext } from '../../operation';

/** Statuses of a server or gateway that is overloaded or down for the moment. */
const PASSING = [429, 502, 503, 504];

/**
 * The response of a call that only adds to an item; undefined, with a hint, if Sterling refuses the call or fails: the
 * item is useful without it. `lacking` is the part of the hint that says what is missing.
 *
 * @throws ServiceError for failures that concern every call (login, connection, overload): a later execution returns all
 * parts, and until then an incomplete item would look complete
 */
export async function optionalRead<T>(
	api: string,
	lacking: string,
	work: () => Promise<T>,
	{ hint }: Pick<RunContext, 'hint'>,
): Promise<T | undefined> {
	try {
		return await work();
	} catch (error) {
		if (!isRefusal(error)) throw error;
		const { category, code, message } = error;
		const isForbidden = category === 'permission';
		const reason = isForbidden ? `This login may not use ${api}` : `${api} failed (${code ?? message})`;
		hint(`${reason}, so ${lacking}.`);
		return undefined;
	}
}

/** Whether Sterling itself refused this one call. */
function isRefusal(error: unknown): error is ServiceError {
	// Other responses say nothing about this call.
	if (!(error instanceof ServiceError) || ['authentication', 'badAnswer'].includes(error.category)) return false;
	return error.httpStatus !== undefined && !PASSING.includes(error.httpStatus);
}
