import { LATE } from './dispatch';
import type { ErrorCategory, ServiceErrorFacts, Setting } from '../errors';

export type Effect = NonNullable<ServiceErrorFacts['effect']>;
/** A fault by its code, and the error that it becomes. `effect` applies if the request may have arrived. */
type NetworkFault = [
	code: RegExp,
	category: ErrorCategory,
	message: string,
	hint: string,
	effect: Effect,
	remedy?: Setting,
];

export const RETRY = 'Try again. If it happens again, ask whoever runs the network or the server.';
export const USE_HTTPS = 'If this port expects HTTPS, use https:// instead of http://.';
const CLIENT_CERT = 'The server requires a client certificate that it trusts.';
const TLS_FAILED = 'Check the client certificate, the trusted authorities and the TLS versions of the server.';
export const REJECTED =
	'A server that requires a client certificate, or does not trust yours, may close connections like this.';
const PRIVATE_CA = 'The certificate of the server comes from a private authority, which must be trusted here.';

/** Faults by code of Node.js, OpenSSL and undici; {host} is filled in. The first match counts. */
export const NETWORK_FAULTS: readonly NetworkFault[] = [
	[
		/^PROXY_/,
		'connection',
		'The connection to {host} through the proxy could not be opened.',
		'Check the HTTPS_PROXY variable of this machine and ask whoever runs the proxy, or exempt the host with NO_PROXY.',
		'none',
	],
	[
		/^ENOTFOUND$/,
		'connection',
		'The host {host} was not found.',
		'Check the endpoint for typos. An internal host needs its DNS or VPN.',
		'none',
		'endpoint',
	],
	[/^EAI_/, 'connection', 'The name of the host {host} could not be resolved.', RETRY, 'none'],
	[
		/^ECONNREFUSED$/,
		'connection',
		'{host} refused the connection.',
		'Check the port, that the server is running, and that its firewall lets this machine through.',
		'none',
	],
	[
		/^(EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL)$/,
		'connection',
		'{host} cannot be reached from this network.',
		'Check the route, VPN or proxy of the machine that runs this.',
		'none',
	],
	[
		/^UND_ERR_CONNECT_TIMEOUT$/,
		'timeout',
		'{host} did not accept a connection in time.',
		'A firewall often drops such requests silently. Check that this machine may reach the host and port.',
		'none',
	],
	[
		/^UND_ERR_CLOSED$/,
		'connection',
		'The connections to {host} were closed before the request was sent.',
		RETRY,
		'none',
	],
	[
		/^(ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_(HEADERS|BODY)_TIMEOUT|ECONNABORTED)$/,
		'timeout',
		'{host} did not respond in time.',
		LATE,
		'unknown',
		'timeoutMs',
	],
	[
		/^CERT_HAS_EXPIRED$/,
		'tls',
		'The certificate of {host} has expired.',
		'Ask whoever runs the server to renew its certificate.',
		'none',
	],
	[
		/^CERT_NOT_YET_VALID$/,
		'tls',
		'The certificate of {host} is not valid yet.',
		'Check the clock of this machine and the certificate of the server.',
		'none',
	],
	[
		/^(UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?)$/,
		'tls',
		'The certificate of {host} is signed by an unknown authority.',
		PRIVATE_CA,
		'none',
		'tls.ca',
	],
	[
		/^(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT)$/,
		'tls',
		'The certificate of {host} is self-signed or comes from a private authority.',
		PRIVATE_CA,
		'none',
		'tls.ca',
	],
	[
		/^ERR_TLS_CERT_ALTNAME_INVALID$/,
		'tls',
		'The certificate of {host} was issued for another host name.',
		'Use a host name from the certificate as the endpoint.',
		'none',
		'endpoint',
	],
	[
		/^ERR_SSL_.*ALERT_(CERTIFICATE_REQUIRED|BAD_CERTIFICATE|NO_CERTIFICATE)/,
		'tls',
		'{host} ended the TLS handshake: it requires a client certificate.',
		CLIENT_CERT,
		'none',
		'tls.certificate',
	],
	[
		/^ERR_SSL_.*HANDSHAKE_FAILURE/,
		'tls',
		'{host} ended the TLS handshake. It probably requires a client certificate.',
		`${CLIENT_CERT} If one is set, the server may only support ciphers or TLS versions that are too old.`,
		'none',
		'tls.certificate',
	],
	[
		/^ERR_SSL_.*ALERT_CERTIFICATE_EXPIRED/,
		'tls',
		'{host} refused the client certificate because it has expired.',
		'Get a new client certificate.',
		'none',
		'tls.certificate',
	],
	[
		/^ERR_SSL_.*ALERT_(UNKNOWN_CA|CERTIFICATE_(UNKNOWN|REVOKED)|UNSUPPORTED_CERT|ACCESS_DENIED)/,
		'tls',
		'{host} does not accept the client certificate.',
		CLIENT_CERT,
		'none',
		'tls.certificate',
	],
	[
		/^ERR_SSL_.*UNRECOGNIZED_NAME$/,
		'tls',
		'No server at this address has the name {host}.',
		'Use the host name from the certificate of the server as the endpoint.',
		'none',
		'endpoint',
	],
	[
		/^(ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG|ERR_SSL_HTTP_REQUEST)$/,
		'tls',
		'{host} does not speak TLS on this port.',
		'Check the port, and whether the endpoint starts with https:// or http://.',
		'none',
		'endpoint',
	],
	[
		/^ERR_(TLS|OSSL)_|^ERR_SSL_.*(PROTOCOL|VERSION|CIPHER|HANDSHAKE|INSUFFICIENT_SECURITY|KEY_TOO_SMALL|LEGACY|SIGALG|CURVE)/,
		'tls',
		'The TLS handshake with {host} failed.',
		TLS_FAILED,
		'none',
	],
	[/^(ERR_SSL_|EPROTO$)/, 'tls', 'The TLS connection to {host} failed.', TLS_FAILED, 'unknown'],
	[
		/^(UND_ERR_RES_CONTENT_LENGTH_MISMATCH|HPE_)/,
		'connection',
		'The response from {host} was cut off.',
		RETRY,
		'unknown',
	],
	[
		/^UND_ERR_HEADERS_OVERFLOW$/,
		'badAnswer',
		'The headers of the response from {host} are too large.',
		RETRY,
		'unknown',
	],
	[
		/^(UND_ERR_INVALID_ARG|ERR_INVALID_CHAR|ERR_INVALID_URL)$/,
		'configuration',
		'The request to {host} could not be built.',
		'Check the endpoint, the extra headers and the proxy settings of this machine.',
		'none',
	],
];
