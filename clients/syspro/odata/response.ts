import { ServiceError } from '../../../kit/errors';
import { askedAddress } from '../../../kit/http/askedAddress';
import { saidBy } from '../../../kit/http/gatewayText';
import { shownTarget } from '../../../kit/http/redact';
import { retryAfterMs } from '../../../kit/http/retryAfter';
import { headerOf, type TransportResponse } from '../../../kit/http/transport';
import { jsonIn } from '../../../kit/json/parse';
import { parseWithDigits } from '../../../kit/xml/json';
import { ODATA_EXAMPLE } from '../connection';
import { isRow } from '../values';
import type { Row } from '../records';

/** One page of an entity set. */
export interface ODataPage {
	rows: Row[];
	/** `@odata.nextLink`, where the service pages by itself. */
	next?: string;
}

/** The code of "no such entity set, or no OData at all": another way may have the table. */
export const NO_ENTITY_SET = 'NO_ENTITY_SET';

const CHECK = `Check the address of OData. ${ODATA_EXAMPLE}`;

/** Reads a page. @throws ServiceError in the service's own words; an empty or foreign response is never "no rows" */
export function readPage(response: TransportResponse, table: string, now: number): ODataPage {
	assertSuccess(response, table, now);
	const body = parsed(response, table);
	const rows = isRow(body) ? body.value : undefined;
	if (!Array.isArray(rows) || !rows.every(isRow)) throw foreign(response, table, 'does not contain a list of rows');
	const next = isRow(body) ? body['@odata.nextLink'] : undefined;
	return { rows: rows as Row[], ...(typeof next === 'string' && next !== '' ? { next } : {}) };
}

function parsed(response: TransportResponse, table: string): unknown {
	try {
		return parseWithDigits(response.body);
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		throw foreign(response, table, /^\s*</.test(response.body) ? 'is a web page' : 'is not complete JSON');
	}
}

/** Checks the HTTP status of a response. @throws ServiceError for every status that is no success */
export function assertSuccess(response: TransportResponse, table: string, now: number): void {
	const { status } = response;
	if (status >= 300 && status < 400) {
		const target = shownTarget(headerOf(response, 'location'));
		throw new ServiceError('configuration', `OData redirects${target ? ` to ${target}` : ''} (HTTP ${status}).`, {
			httpStatus: status,
			api: table,
			attributes: { ...askedAddress(response) },
			hint: `${CHECK} A gateway with its own sign-in page redirects, too.`,
			remedy: { field: 'odata.endpoint' },
			effect: 'none',
		});
	}
	if (status >= 400) throw refused(response, table, now);
}

function foreign(response: TransportResponse, table: string, what: string): ServiceError {
	const { status, body } = response;
	const said = /^\s*</.test(body) ? saidBy(body).text : undefined;
	return new ServiceError('badAnswer', `The response to ${table} ${what}${said ? `: ${said}` : '.'}`, {
		httpStatus: status,
		api: table,
		attributes: { ...askedAddress(response) },
		hint: `It may have been cut off, or written by something between here and SYSPRO. ${CHECK}`,
		remedy: { field: 'odata.endpoint' },
		effect: 'unknown',
	});
}

/** The error body of OData 4.0: `{"error":{"code","message"}}`; IIS sends pages instead. */
function errorOf(body: string): { code?: string; message?: string; isOData: boolean } {
	const document = jsonIn(body);
	const error = isRow(document) ? document.error : undefined;
	if (!isRow(error)) return { message: saidBy(body).text, isOData: false };
	const member = (name: string) => {
		const value = (error as Row)[name];
		const inner = isRow(value) ? value.value : value;
		return typeof inner === 'string' && inner.trim() !== '' ? inner.trim() : undefined;
	};
	return { code: member('code'), message: member('message'), isOData: true };
}

function refused(response: TransportResponse, table: string, now: number): ServiceError {
	const { status } = response;
	const { code, message, isOData } = errorOf(response.body);
	const said = message ? `: ${message}` : '.';
	const facts = { code: isOData ? code : undefined, httpStatus: status, api: table, effect: 'none' as const };
	switch (status) {
		case 401:
			return new ServiceError('authentication', `OData refused the operator (HTTP 401)${said}`, {
				...facts,
				hint: 'The operator must be marked as OData user in SYSPRO. The service reads the list of operators when it starts, so restart its site in IIS after a change.',
				remedy: { field: 'odata.authentication' },
			});
		case 403:
			return new ServiceError('permission', `OData refused access to ${table} (HTTP 403)${said}`, {
				...facts,
				hint: 'OData reads with the rights of the operator: check them in SYSPRO.',
				remedy: { field: 'odata.authentication' },
			});
		case 404:
			return new ServiceError('notFound', `OData has no ${table} at this address (HTTP 404)${said}`, {
				...facts,
				code: NO_ENTITY_SET,
				...(isOData
					? { hint: 'Check the name, and whether OData exposes the table.' }
					: {
							attributes: { ...askedAddress(response) },
							hint: `${CHECK} Or the table is not exposed.`,
							remedy: { field: 'odata.endpoint' },
						}),
			});
		case 405:
			if (isOData) {
				const text = message ?? 'OData refused the request (HTTP 405).';
				return new ServiceError('invalidInput', text, { ...facts, hint: 'Check the name of the table.' });
			}
			return new ServiceError('configuration', `There is no OData service at this address (HTTP 405)${said}`, {
				...facts,
				attributes: { ...askedAddress(response) },
				hint: CHECK,
				remedy: { field: 'odata.endpoint' },
			});
		case 429:
			return new ServiceError('throttled', `OData asks for fewer requests (HTTP 429)${said}`, {
				...facts,
				retryAfterMs: retryAfterMs(headerOf(response, 'retry-after'), now),
				hint: 'Lower the number of concurrent requests.',
				remedy: { field: 'maxInFlight' },
			});
		default:
			if (status < 500)
				return new ServiceError('invalidInput', message ?? `OData refused the request (HTTP ${status}).`, {
					...facts,
					...(message ? {} : { hint: `A gateway or IIS may have refused it. ${CHECK}` }),
				});
			return new ServiceError('server', `OData failed (HTTP ${status})${said}`, {
				...facts,
				retryAfterMs: retryAfterMs(headerOf(response, 'retry-after'), now),
				passing: true,
				hint: 'Try again. The event log of the SYSPRO server shows the cause.',
			});
	}
}
