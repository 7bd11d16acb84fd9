import { ServiceError } from '../../kit/errors';
import { checkedHeaders } from '../../kit/http/extraHeaders';
import { fromNetwork } from '../../kit/http/networkErrors';
import { redactError } from '../../kit/http/redact';
import { withRetry, type Clockwork } from '../../kit/http/retry';
import { transmit } from '../../kit/http/transmit';
import type { Transport, TransportRequest } from '../../kit/http/transport';
import { readAnswer, type InventoryAnswer } from './answer';
import { basicValue, MAX_RESPONSE_BYTES, secretsOf, urlOf, type InventoryConnection } from './connection';
import { signedToken } from './jwt';
import type { Grant, Tokens } from './tokens';

export interface ExchangeContext {
	connection: InventoryConnection;
	transport: Transport;
	tokens: Tokens;
	clockwork: Clockwork;
	signal?: AbortSignal;
	/** Attempts of a token request. */
	attempts?: number;
}

/** One request, ready but for its proof. */
export interface Prepared {
	service: string;
	method: string;
	url: string;
	headers: Record<string, string>;
	body?: string;
	/** What is asked for, in errors: POST inventory/v2/availability/node. */
	name: string;
}

/**
 * Sends one request with the token of its service. A refused token is renewed once (HTTP 401 says that nothing was
 * begun), so that is safe for writes, too. Throws only redacted ServiceErrors.
 */
export async function exchange(context: ExchangeContext, prepared: Prepared): Promise<InventoryAnswer> {
	const { connection, clockwork, signal, tokens } = context;
	const { service, url, name } = prepared;
	let grant: Grant | undefined;
	try {
		if (connection.authentication.style === 'bearer')
			return await once(context, prepared, connection.authentication.token);
		const scope = scopeOf(connection, service);
		const fetch = async () => await open(context, service);
		grant = await tokens.grant(scope, fetch, clockwork.now(), signal);
		try {
			return await proved(context, prepared, grant, scope);
		} catch (error) {
			if (!isRefusedToken(error)) throw error;
			grant = await tokens.renew(grant, error, fetch, clockwork.now(), scope);
			return await proved(context, prepared, grant, scope);
		}
	} catch (error) {
		const failure = fromNetwork(error, url);
		throw redactError(failure.with({ api: failure.api ?? name }), secretsOf(connection, grant?.bearer));
	}
}

const isRefusedToken = (error: unknown): error is ServiceError =>
	error instanceof ServiceError && error.httpStatus === 401;

/** Sends a request with a token, and notes what the service made of it. */
async function proved(
	context: ExchangeContext,
	prepared: Prepared,
	grant: Grant,
	scope: string,
): Promise<InventoryAnswer> {
	const { tokens, clockwork } = context;
	try {
		const answer = await once(context, prepared, grant.bearer);
		tokens.note(scope, 'accepted', grant, clockwork.now());
		return answer;
	} catch (error) {
		if (isRefusedToken(error)) tokens.note(scope, 'refused', grant, clockwork.now());
		throw error;
	}
}

/** Tokens are kept for each service, since whether one opens the others is not documented. */
function scopeOf({ authentication }: InventoryConnection, service: string): string {
	return authentication.style === 'oauth2' && !authentication.oneTokenForAll ? service : '*';
}

async function once(context: ExchangeContext, prepared: Prepared, bearer: string): Promise<InventoryAnswer> {
	const { connection, clockwork, signal } = context;
	const { method, url, headers, body } = prepared;
	const response = await transmit(context.transport, {
		method,
		url,
		headers: { ...headers, Authorization: `Bearer ${bearer}` },
		body,
		timeoutMs: connection.timeoutMs,
		signal,
		maxResponseBytes: connection.maxResponseBytes ?? MAX_RESPONSE_BYTES,
	});
	return readAnswer(response, clockwork.now());
}

/** A new token: signed here, or of IBM's token service. All waiting requests share it, so it follows no caller's signal. */
async function open(context: ExchangeContext, service: string): Promise<Grant> {
	const { connection, clockwork, attempts } = context;
	const { authentication } = connection;
	const issuedAt = clockwork.now();
	if (authentication.style === 'jwt') {
		const bearer = signedToken(authentication, issuedAt);
		return { bearer, issuedAt, expiresAt: issuedAt + authentication.lifetimeSeconds * 1000 };
	}
	try {
		const { body } = await withRetry({ ...clockwork, kind: 'read', attempts }, async () =>
			readAnswer(await transmit(context.transport, tokenRequest(connection, service)), clockwork.now()),
		);
		return grantOf(body, issuedAt);
	} catch (error) {
		const failure = fromNetwork(error, connection.baseUrl);
		// A lost response of the token service leaves the call behind it unsent.
		throw redactError(failure.with({ effect: 'none', api: 'token' }), secretsOf(connection));
	}
}

/** The token request as IBM documents it (Getting Started). */
function tokenRequest(connection: InventoryConnection, service: string): TransportRequest {
	const { authentication, headers, timeoutMs, maxResponseBytes = MAX_RESPONSE_BYTES } = connection;
	if (authentication.style !== 'oauth2') throw new TypeError('Only OAuth2 has a token service');
	return {
		method: 'POST',
		url: urlOf(connection, service, 'v1/oauth2/token'),
		headers: {
			...checkedHeaders(headers),
			Authorization: `Basic ${basicValue(authentication.clientId, authentication.clientSecret)}`,
			'Content-Type': 'application/x-www-form-urlencoded',
			Accept: 'application/json',
		},
		body: 'grant_type=client_credentials',
		timeoutMs,
		maxResponseBytes,
	};
}

const DEFAULT_LIFE_SECONDS = 43_200;

/** The token is opaque and its type is "bearer" in either spelling, so neither is looked into. */
function grantOf(body: unknown, issuedAt: number): Grant {
	const { access_token: bearer, expires_in: life } = (body ?? {}) as { access_token?: unknown; expires_in?: unknown };
	if (typeof bearer !== 'string' || bearer.trim() === '') {
		throw new ServiceError('badAnswer', 'The token service sent no token (access_token).', {
			hint: 'Another service may have responded.',
			remedy: { field: 'endpoint' },
			effect: 'none',
		});
	}
	const seconds = Number(life) > 0 ? Number(life) : DEFAULT_LIFE_SECONDS;
	return { bearer, issuedAt, expiresAt: issuedAt + seconds * 1000 };
}
