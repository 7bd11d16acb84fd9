import { restRoot } from '../sterling';

/** Host, port and REST root of an endpoint as typed. Throws SterlingError `configuration`. */
export function originOf(endpoint: string): { host: string; port: number; isTls: boolean; url: string } {
	const url = restRoot(endpoint);
	const { hostname, port, protocol } = new URL(url);
	const isTls = protocol === 'https:';
	return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (isTls ? 443 : 80), isTls, url };
}

/** The host of an endpoint with its port, as messages name it. */
export function hostOf(endpoint: string): string {
	return new URL(restRoot(endpoint)).host;
}
