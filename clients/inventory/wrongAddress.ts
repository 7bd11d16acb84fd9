import { ServiceError, type ErrorCategory, type Remedy } from '../../kit/errors';
import { askedAddress } from '../../kit/http/askedAddress';
import { effectOf } from '../../kit/http/status';
import type { TransportResponse } from '../../kit/http/transport';
import { EXAMPLE } from './connection';

/**
 * What a request is for. A list and the token service are there in every tenant; anything else may be missing, such as a
 * record, or a path that a user entered.
 */
export type Asked = 'token' | 'list' | 'any';

/** What a body is: a web page, JSON with a message, nothing, or words that may be of the service or of a gateway. */
type Body = 'page' | 'json' | 'empty' | 'words';

/** How to correct the base URL. */
export const CHECK_BASE = `The base URL is the address in front of /inventory/…. ${EXAMPLE}`;

const ENDPOINT: Remedy = { field: 'endpoint' };
const CHECK_CALL = 'Check the method and the path.';

interface Reading {
	category: ErrorCategory;
	hint: string;
	/** In place of what the service said. */
	message?: string;
	remedy?: Remedy;
}

const ELSEWHERE: Reading = {
	category: 'configuration',
	message: 'Inventory Visibility is not at this address: a web page came back',
	hint: CHECK_BASE,
	remedy: ENDPOINT,
};

/**
 * HTTP 404 and 405. The base URL is blamed only where the response shows that no service of Inventory Visibility
 * answered: JSON with a message proves the opposite, and a page may also come in place of a record that is not there,
 * for IBM does not document the body of 404.
 * @param said the words of the response, without those of a page
 */
export function unknownAddress(
	response: TransportResponse,
	said: string | undefined,
	body: Body,
	asked: Asked,
): ServiceError {
	const { status } = response;
	const { category, hint, message, remedy } = status === 404 ? missing(asked, body) : notAllowed(asked, body);
	const silent = status === 404 ? 'There is nothing at this address' : 'There is no such call at this address';
	return new ServiceError(category, said ?? `${message ?? silent} (HTTP ${status}).`, {
		httpStatus: status,
		attributes: body === 'json' ? {} : { ...askedAddress(response) },
		hint,
		remedy,
		effect: effectOf(status),
	});
}

function missing(asked: Asked, body: Body): Reading {
	if (body === 'page' && asked !== 'any') return ELSEWHERE;
	if (asked === 'token') {
		const hint = body === 'json' ? 'Check the tenant ID.' : `The tenant ID or the base URL is wrong. ${EXAMPLE}`;
		return { category: 'configuration', hint, remedy: { field: 'tenant' } };
	}
	const missed = 'The record does not exist, or the tenant ID';
	const hint = body === 'json' ? `${missed} or path is wrong.` : `${missed}, path or base URL is wrong. ${EXAMPLE}`;
	return { category: 'notFound', hint };
}

function notAllowed(asked: Asked, body: Body): Reading {
	if (body === 'page') return ELSEWHERE;
	// Nobody entered the method and the path of a token request.
	if (body === 'empty' || asked === 'token') return { category: 'configuration', hint: CHECK_BASE, remedy: ENDPOINT };
	return { category: 'invalidInput', hint: body === 'json' ? CHECK_CALL : `${CHECK_CALL} ${CHECK_BASE}` };
}
