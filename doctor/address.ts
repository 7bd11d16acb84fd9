import { restRoot } from '../clients/oms';

/** Host, port and REST root of an endpoint as typed. Throws ServiceError `configuration`. */
export function originOf(endpoint: string): { host: string; port: number; isTls: boolean; url: string } {
	const url = restRoot(endpoint);
	const { hostname, port, protocol } = new URL(url);
	const isTls = protocol === 'https:';
	return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (isTls ? 443 : 80), isTls, url };
}

/** The REST root as it may be shared: without the host, and without a context root that a company has named. */
export function maskedRoot(endpoint: string): string {
	const { protocol, pathname } = new URL(restRoot(endpoint));
	return `${protocol}//${MASKED_HOST}${pathname === '/smcfs/restapi' ? pathname : '/(own context root)/restapi'}`;
}

/** Stands for the host in a report. */
export const MASKED_HOST = 'sterling-host';

/** The host of an endpoint with its port, as messages name it. */
export function hostOf(endpoint: string): string {
	return new URL(restRoot(endpoint)).host;
}
