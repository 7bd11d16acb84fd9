import { ServiceError } from '../../kit/errors';
import { leavesItsPlace, segment } from '../../kit/http/segment';
import type { Destination } from '../../kit/http/pools';
import type { TlsSettings } from '../../kit/http/tls/settings';
import type { JwtSettings } from './jwt';

/** How requests prove themselves: tokens of IBM's token service, a fixed bearer, or tokens that are signed here. */
export type Authentication =
	| {
			style: 'oauth2';
			clientId: string;
			clientSecret: string;
			/** Whether the token of one service opens the others, too; by default each service has its own. */
			oneTokenForAll: boolean;
	  }
	| { style: 'bearer'; token: string }
	| ({ style: 'jwt' } & JwtSettings);

/** How to reach one tenant and as whom. Times are in milliseconds, sizes in bytes. */
export interface InventoryConnection {
	/** As typed: https://api.watsoncommerce.ibm.com, another host, or the address of a gateway with a path. */
	baseUrl: string;
	/** Such as us-1b8d5331. */
	tenantId: string;
	authentication: Authentication;
	tls?: TlsSettings;
	/** Sent with every request, for gateways in front of the services. */
	headers?: Record<string, string>;
	timeoutMs: number;
	maxInFlight: number;
	/** Most actions in one call: a setting of the tenant, 100 unless IBM changed it (iv_api_line_limit). */
	actionsPerCall: number;
	maxResponseBytes?: number;
}

const SERVICES = ['inventory', 'promising', 'catalog', 'configuration', 'cas', 'optimizer'] as const;

/** Largest response that is read when the connection sets no bound of its own. */
export const MAX_RESPONSE_BYTES = 64 * 1024 * 1024;
/** What the address looks like, for errors about it. */
export const EXAMPLE = 'Enter it like https://api.watsoncommerce.ibm.com. Service and tenant are added.';

/**
 * The address in front of the services, without a slash at its end. A pasted address of a service is cut back to it.
 * @throws ServiceError `configuration`
 */
export function baseOf({ baseUrl, tenantId }: Pick<InventoryConnection, 'baseUrl' | 'tenantId'>): string {
	const typed = baseUrl.trim();
	if (typed === '') throw wrong('The base URL is empty.', EXAMPLE);
	let url: URL;
	try {
		url = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
	} catch {
		throw wrong('The base URL is not a valid URL.', EXAMPLE);
	}
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw wrong(`The base URL starts with "${url.protocol}//"; only https:// and http:// are possible.`, EXAMPLE);
	}
	if (url.username || url.password) throw wrong('The base URL must not contain a user name or password.', EXAMPLE);
	if (url.search || url.hash) throw wrong('The base URL must not contain a query ("?…") or fragment ("#…").', EXAMPLE);
	const tenant = tenantOf({ tenantId });
	const segments = url.pathname.split('/').filter((segment) => segment !== '');
	const service = segments.findIndex(
		(segment, i) => (SERVICES as readonly string[]).includes(segment) && [undefined, tenant].includes(segments[i + 1]),
	);
	const path = (service === -1 ? segments : segments.slice(0, service)).map((segment) => `/${segment}`).join('');
	return url.origin + path;
}

/** The tenant ID, trimmed. @throws ServiceError `configuration` for one that cannot be part of an address */
export function tenantOf({ tenantId }: Pick<InventoryConnection, 'tenantId'>): string {
	const tenant = tenantId.trim();
	if (!/^[\w.-]{1,64}$/.test(tenant) || /^\.+$/.test(tenant)) {
		const hint = 'It looks like us-1b8d5331 and is in the welcome letter of the environment.';
		throw wrong(tenant === '' ? 'The tenant ID is empty.' : 'The tenant ID has invalid characters.', hint);
	}
	return tenant;
}

/**
 * The address of something below a tenant of a service; `path` is encoded already.
 * @throws ServiceError `invalidInput` for a path that leads elsewhere, and for characters that an address cannot have
 */
export function urlOf(connection: InventoryConnection, service: string, path: string): string {
	if (leavesItsPlace(path)) throw wrongPath('must be below the tenant: enter only the part after it');
	if (/[^\x21-\x7e]/.test(path)) throw wrongPath('has characters that must be percent-encoded');
	return `${baseOf(connection)}/${segment(service)}/${tenantOf(connection)}/${path}`;
}

const wrongPath = (why: string): ServiceError => new ServiceError('invalidInput', `Path ${why}`, { effect: 'none' });

/** Where the connections of a pool lead. @throws ServiceError `configuration` as {@link baseOf} does */
export function destinationOf(connection: InventoryConnection): Destination {
	const { tls, headers, maxInFlight } = connection;
	return { origin: new URL(baseOf(connection)).origin, tls, headers, maxInFlight };
}

/** Everything configured that must never show: secrets, tokens, keys, values of extra headers. */
export function secretsOf({ authentication, tls, headers }: InventoryConnection): string[] {
	return [
		...authenticationSecrets(authentication),
		tls?.passphrase,
		tls?.key,
		tls?.pkcs12,
		...Object.values(headers ?? {}),
	].filter((secret): secret is string => secret !== undefined && secret !== '');
}

/** The value of the Authorization header that the token service wants. */
export function basicValue(clientId: string, clientSecret: string): string {
	return Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
}

function authenticationSecrets(authentication: Authentication): string[] {
	switch (authentication.style) {
		case 'oauth2':
			return [authentication.clientSecret, basicValue(authentication.clientId, authentication.clientSecret)];
		case 'bearer':
			return [authentication.token];
		case 'jwt':
			return [authentication.key];
	}
}

function wrong(message: string, hint: string): ServiceError {
	return new ServiceError('configuration', message, { hint, remedy: { field: 'endpoint' }, effect: 'none' });
}
