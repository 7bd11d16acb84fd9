import { ServiceError, type ServiceErrorFacts } from '../../kit/errors';
import { askedAddress } from '../../kit/http/askedAddress';
import { effectOf } from '../../kit/http/status';
import type { TransportResponse } from '../../kit/http/transport';
import { EXAMPLE } from './connection';
import { ITSELF } from './responseErrors';

const CHECK_BASE = `Check the base URL, and that the REST APIs are installed. ${EXAMPLE}`;
const CHECK_URI =
	'Check the adapter URI: host and port are those of the HTTP Server adapter, and the path is one of its URIs.';

/** What was called. */
interface Asked {
	service: string;
	method?: string;
	/** Of a record, where one was asked for. */
	key?: string;
	/** Whether it is a business process, whose URI is given with each start. */
	isProcess?: boolean;
}

/** A status of "not found" or "not allowed" without the body that the services have for it. `said` may be empty. */
export function unknownAddress(response: TransportResponse, said: string, asked: Asked): ServiceError {
	if (asked.isProcess) return noProcess(response, said, asked);
	const { status } = response;
	const what = status === 405 ? notAllowed(asked) : missing(asked);
	return atFault('configuration', `${what} at this address (HTTP ${status})${ending(said)}`, response, asked, {
		before:
			status === 405
				? 'If other operations work, this version of the service does not have this one.'
				: 'If other operations work, check the name or key, and whether this version has the service.',
		effect: effectOf(status),
	});
}

const notAllowed = ({ service, method = 'this method' }: Asked): string =>
	`Service ${service} does not allow ${method}`;

const missing = ({ service, key }: Asked): string =>
	key === undefined ? `There is no service ${service}` : `There is no record ${key}, or no service ${service},`;

/** The status proves nothing of the effect: a process responds as it pleases, also after its work. */
function noProcess(response: TransportResponse, said: string, asked: Asked): ServiceError {
	const { status } = response;
	const message = `There is no process at this URI, or the process itself responded with HTTP ${status}${ending(said)}`;
	return atFault(status === 405 ? 'invalidInput' : 'configuration', message, response, asked, {
		before: 'Look for an instance of the process before you start it again.',
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
		before: asked.isProcess
			? 'A gateway may require a sign-in.'
			: 'The REST APIs never redirect. It may be the address of the dashboard, or a gateway requires a sign-in.',
		effect: effectOf(response.status),
	});
}

function atFault(
	category: 'configuration' | 'badAnswer' | 'invalidInput',
	message: string,
	response: TransportResponse,
	{ service, isProcess }: Asked,
	{ before, effect }: Pick<ServiceErrorFacts, 'effect'> & { before: string },
): ServiceError {
	return new ServiceError(category, message, {
		httpStatus: response.status,
		api: service,
		attributes: { ...askedAddress(response) },
		...(isProcess ? {} : { remedy: { field: 'endpoint' } }),
		effect,
		hint: isProcess ? `${CHECK_URI} ${ITSELF} ${before}` : `${before} ${CHECK_BASE}`,
	});
}

const ending = (said: string): string => (said === '' ? '.' : `: ${said}`);
