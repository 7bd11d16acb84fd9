import { ServiceError, type Remedy, type ServiceErrorFacts } from '../../kit/errors';
import { askedAddress } from '../../kit/http/askedAddress';
import { effectOf } from '../../kit/http/status';
import type { TransportResponse } from '../../kit/http/transport';
import { EXAMPLE } from './connection';

/** Where an address is entered, and how to correct it. */
export interface Entered {
	hint: string;
	remedy?: Remedy;
}

const IN_CONNECTION: Entered = {
	hint: `Check the base URL, and that the REST APIs are installed. ${EXAMPLE}`,
	remedy: { field: 'endpoint' },
};

/** The address of a business process, which is given with each start. */
export const WITH_START: Entered = {
	hint: 'Check the adapter URI: host and port are those of the HTTP Server adapter, and the path is one of its URIs.',
};

/** What was called, and where its address is from: the connection, where nothing else is said. */
interface Asked {
	service: string;
	/** Of a record, where one was asked for. */
	key?: string;
	entered?: Entered;
}

/** A status of "not found" or "not allowed" without the body that the services have for it. `said` may be empty. */
export function unknownAddress(response: TransportResponse, said: string, asked: Asked): ServiceError {
	const { service, key, entered } = asked;
	const place = entered ? service : `service ${service}`;
	const what = key === undefined ? `There is no ${place}` : `There is no record ${key}, or no ${place},`;
	const message = `${what} at this address (HTTP ${response.status})${ending(said)}`;
	return atFault('configuration', message, response, asked, {
		before: entered
			? undefined
			: 'If other operations work, check the name or key, and whether this version has the service.',
		effect: effectOf(response.status),
	});
}

/** A page of a proxy or sign-in, or half a body: never a result. `said` may be empty. */
export function foreign(response: TransportResponse, kind: string, said: string, asked: Asked): ServiceError {
	return atFault('badAnswer', `The response to ${asked.service} is ${kind}${ending(said)}`, response, asked, {
		before: 'A proxy or gateway may have responded in place of B2B Integrator.',
		effect: 'unknown',
	});
}

/** A redirect, which no service sends. */
export function redirected(response: TransportResponse, asked: Asked): ServiceError {
	const message = `The server redirects ${asked.service} to another address (HTTP ${response.status}).`;
	return atFault('configuration', message, response, asked, {
		before: 'The REST APIs never redirect. It may be the address of the dashboard, or a gateway requires a sign-in.',
		effect: effectOf(response.status),
	});
}

function atFault(
	category: 'configuration' | 'badAnswer',
	message: string,
	response: TransportResponse,
	{ service, entered = IN_CONNECTION }: Asked,
	{ before, effect }: Pick<ServiceErrorFacts, 'effect'> & { before?: string },
): ServiceError {
	return new ServiceError(category, message, {
		httpStatus: response.status,
		api: service,
		attributes: { ...askedAddress(response) },
		remedy: entered.remedy,
		effect,
		hint: [before, entered.hint].filter(Boolean).join(' '),
	});
}

const ending = (said: string): string => (said === '' ? '.' : `: ${said}`);
