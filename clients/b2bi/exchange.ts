import { checkedHeaders } from '../../kit/http/extraHeaders';
import { orCancelled } from '../../kit/http/cancel';
import { fromNetwork } from '../../kit/http/networkErrors';
import { redactError } from '../../kit/http/redact';
import { withRetry, type Clockwork } from '../../kit/http/retry';
import type { Session } from '../../kit/http/session';
import { transmit } from '../../kit/http/transmit';
import type { Transport, TransportRequest, TransportResponse } from '../../kit/http/transport';
import { MAX_RESPONSE_BYTES, type Connection } from './connection';
import type { Encoded } from './encode';
import { clientProof, grantOf, tokenRequest, type Grant } from './oauth';

export interface ExchangeContext {
	connection: Connection;
	/** The way to a server: token endpoint and adapters are others than that of the services. */
	transportTo: (origin: string) => Transport;
	session: Session<Grant>;
	clockwork: Clockwork;
	signal?: AbortSignal;
	/** Attempts of a token request. */
	attempts?: number;
	/** How the request proves itself; by default as the connection says. */
	proof?: 'none' | 'basic';
	/** Values of the request that must never show. */
	secrets?: readonly string[];
}

/**
 * Sends one request with the proof of the connection and reads the response. A refused access token is renewed once:
 * nothing was done yet, so that is safe for writes, too. Throws only redacted ServiceErrors.
 * @param name what was called, for errors
 */
export async function exchange<T>(
	context: ExchangeContext,
	request: Encoded & { method: string },
	name: string,
	read: (response: TransportResponse) => T,
): Promise<T> {
	const { connection, session, clockwork, signal, proof } = context;
	const usesTokens = proof === undefined && connection.login.style === 'oauth2';
	const open = async () => await fetchToken(context);
	let grant: Grant | undefined;
	try {
		if (usesTokens) grant = await orCancelled(session.grant(open, clockwork.now()), signal);
		let response = await send(context, authorized(context, request, grant));
		if (grant && response.status === 401) {
			grant = await orCancelled(session.renew(grant, open, clockwork.now()), signal);
			response = await send(context, authorized(context, request, grant));
		}
		return read(response);
	} catch (error) {
		const failure = fromNetwork(error, request.url);
		const secrets = [...secretsOf(connection, grant), ...(context.secrets ?? [])];
		throw redactError(failure.with({ api: failure.api ?? name }), secrets);
	}
}

function authorized(
	{ connection, signal, proof }: ExchangeContext,
	{ method, url, headers, body }: Encoded & { method: string },
	grant: Grant | undefined,
): TransportRequest {
	return {
		method,
		url,
		headers: {
			...checkedHeaders(connection.headers),
			...headers,
			...(proof === 'none' ? {} : proofOf(connection, grant)),
		},
		body,
		...limitsOf(connection),
		signal,
	};
}

function proofOf({ login }: Connection, grant: Grant | undefined): Record<string, string> {
	if (login.style === 'basic') return { Authorization: `Basic ${basicValue(login)}` };
	return { Authorization: `Bearer ${grant?.token ?? ''}` };
}

const basicValue = ({ userId, password }: { userId: string; password: string }) =>
	Buffer.from(`${userId}:${password}`).toString('base64');

const limitsOf = ({ timeoutMs, maxResponseBytes = MAX_RESPONSE_BYTES }: Connection) => ({
	timeoutMs,
	maxResponseBytes,
});

const send = async ({ transportTo }: ExchangeContext, request: TransportRequest) =>
	await transmit(transportTo(new URL(request.url).origin), request);

/** The token is shared by all waiting requests, so asking for it follows no caller's signal. */
async function fetchToken(context: ExchangeContext): Promise<Grant> {
	const { connection, clockwork, attempts } = context;
	const { login } = connection;
	if (login.style !== 'oauth2') throw new TypeError('Only OAuth2 has access tokens');
	const request = tokenRequest(login, { ...limitsOf(connection), headers: checkedHeaders(connection.headers) });
	try {
		return await withRetry({ ...clockwork, kind: 'read', attempts }, async () =>
			grantOf(await send(context, request), clockwork.now()),
		);
	} catch (error) {
		const failure = fromNetwork(error, request.url);
		// A lost response of the token endpoint leaves the call behind it unsent.
		throw redactError(failure.with({ effect: 'none', api: 'token' }), secretsOf(connection));
	}
}

/** Everything that must never show. */
function secretsOf({ login, tls, headers }: Connection, grant?: Grant): string[] {
	const own =
		login.style === 'basic'
			? [login.password, basicValue(login)]
			: [login.clientSecret, clientProof(login.clientId, login.clientSecret)];
	return [...own, tls?.passphrase, tls?.key, tls?.pkcs12, ...Object.values(headers ?? {}), grant?.token].filter(
		(secret): secret is string => secret !== undefined && secret !== '',
	);
}
