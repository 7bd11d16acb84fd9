import { ServiceError } from '../../../kit/errors';
import type { RunContext } from '../operations/types';

/** Answers of a server or gateway that is overloaded or away for the moment. */
const PASSING = [429, 502, 503, 504];

/**
 * The answer of a call that only adds to an item, or undefined and a hint where Sterling refuses it or fails at it:
 * the item is worth having without. `lacking` says what it lacks then.
 * @throws what says that Sterling cannot be talked to now (login, connection, overload): the same run later brings
 * all of it, and until then an item with a part missing would look whole
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

/** Whether Sterling itself said no to this one call. */
function isRefusal(error: unknown): error is ServiceError {
	// What is not an answer to the call says nothing about it.
	if (!(error instanceof ServiceError) || ['authentication', 'badAnswer'].includes(error.category)) return false;
	return error.httpStatus !== undefined && !PASSING.includes(error.httpStatus);
}
