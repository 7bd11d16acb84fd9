import { ServiceError } from '../../kit/errors';
import { askedAddress } from '../../kit/http/askedAddress';
import { checkedHeaders } from '../../kit/http/extraHeaders';
import { limited } from '../../kit/http/limiter';
import { fromNetwork } from '../../kit/http/networkErrors';
import { Patience, withRetry, type Clockwork, type RetryRules } from '../../kit/http/retry';
import { transmit } from '../../kit/http/transmit';
import type { Transport, TransportRequest } from '../../kit/http/transport';
import { readAnswer, type InventoryAnswer } from './answer';
import { basicValue, EXAMPLE, MAX_RESPONSE_BYTES, urlOf, type InventoryConnection } from './connection';
import type { ConnectionState } from './connectionState';
import { signedToken } from './jwt';
import type { Grant } from './tokens';
import type { Asked } from './wrongAddress';

/** One tenant: what its requests need. */
interface Wire {
	connection: InventoryConnection;
	/** Tokens, limiter and secrets, which all clients of the connection share. */
	state: ConnectionState;
	transport: Transport;
	clockwork: Clockwork;
	signal?: AbortSignal;
	/** Most attempts of a request, the first included. */
	attempts?: number;
}

/** One request, ready but for its proof. */
export interface Prepared {
	service: string;
	method: string;
	url: string;
	headers: Record<string, string>;
	body?: string;
	asked: Asked;
	/** What is asked for, in errors: POST inventory/v2/availability/node. */
	name: string;
}

/** No further attempt of a call begins once it has waited this many time-outs for the server. */
const TIMEOUTS = 2;

/**
 * Sends one request with the token of its service, again by the rules, and within a bounded time. A refused token is
 * renewed once (HTTP 401 says that nothing was started), so that is safe for writes, too.
 * @param read takes the response of one attempt; `count` is the number of the attempt, from 1
 * @throws ServiceError only, without secrets
 */
export async function exchange<T>(
	wire: Wire,
	prepared: Prepared,
	rules: Pick<RetryRules<T>, 'kind' | 'recover'>,
	read: (attempt: () => Promise<InventoryAnswer>, count: number) => Promise<T>,
): Promise<T> {
	const { connection, state, clockwork, signal, attempts } = wire;
	const patience = patienceFor(wire);
	const transport = transportOf(wire, patience);
	let count = 0;
	return await withRetry({ ...clockwork, ...rules, signal, attempts, patience }, async () => {
		count += 1;
		return await state.secrets.guard(async () => {
			try {
				return await read(async () => await authorized({ ...wire, transport }, prepared, patience), count);
			} catch (error) {
				const failure = fromNetwork(error, connection.baseUrl);
				const hint = failure.httpStatus === 401 ? REFUSED_TOKEN[connection.authentication.style] : undefined;
				throw failure.with({ api: failure.api ?? prepared.name, ...(hint === undefined ? {} : { hint }) });
			}
		});
	});
}

/** What to check where the service refuses a token that is not its own. */
const REFUSED_TOKEN: Partial<Record<InventoryConnection['authentication']['style'], string>> = {
	bearer: 'It may have expired: get a new one from the system that issued it.',
	jwt: 'Compare key, key ID, issuer and audience with the issuer that is registered with the services, and the clocks of both machines.',
};

/** One attempt with the token of the service; where that is refused, one more with a newer one. */
async function authorized(wire: Wire, prepared: Prepared, patience: Patience): Promise<InventoryAnswer> {
	const { connection, clockwork, signal, state } = wire;
	if (connection.authentication.style === 'bearer') return await once(wire, prepared, connection.authentication.token);
	const scope = scopeOf(connection, prepared.service);
	const fetch = async () => await open(wire, prepared.service);
	// A token request repeats itself, so what it fails with is not repeated once more.
	const waiting = async (wait: Promise<Grant>) =>
		await wait.catch((error: unknown) => {
			patience.end();
			throw error;
		});
	const grant = await waiting(state.tokens.grant(scope, fetch, clockwork.now(), signal));
	try {
		return await proved(wire, prepared, grant, scope);
	} catch (error) {
		if (!isRefusedToken(error)) throw error;
		const newer = await waiting(state.tokens.renew(grant, error, fetch, clockwork.now(), scope));
		return await proved(wire, prepared, newer, scope);
	}
}

const isRefusedToken = (error: unknown): error is ServiceError =>
	error instanceof ServiceError && error.httpStatus === 401;

/** Sends a request with a token, and notes what the service made of it. */
async function proved(wire: Wire, prepared: Prepared, grant: Grant, scope: string): Promise<InventoryAnswer> {
	const { state, clockwork } = wire;
	try {
		const answer = await once(wire, prepared, grant.bearer);
		state.tokens.note(scope, 'accepted', grant, clockwork.now());
		return answer;
	} catch (error) {
		if (isRefusedToken(error)) state.tokens.note(scope, 'refused', grant, clockwork.now());
		throw error;
	}
}

/** Tokens are kept for each service, since whether one opens the others is not documented. */
function scopeOf({ authentication }: InventoryConnection, service: string): string {
	return authentication.style === 'oauth2' && !authentication.oneTokenForAll ? service : '*';
}

async function once(wire: Wire, prepared: Prepared, bearer: string): Promise<InventoryAnswer> {
	const { connection, clockwork, signal } = wire;
	const { method, url, headers, body } = prepared;
	const response = await wire.transport({
		method,
		url,
		headers: { ...headers, Authorization: `Bearer ${bearer}` },
		body,
		timeoutMs: connection.timeoutMs,
		signal,
		maxResponseBytes: connection.maxResponseBytes ?? MAX_RESPONSE_BYTES,
	});
	return readAnswer(response, clockwork.now(), prepared.asked);
}

const patienceFor = ({ connection, clockwork }: Wire): Patience =>
	new Patience(connection.timeoutMs * TIMEOUTS, clockwork.now);

/** The transport with its faults as ServiceErrors, in bounded time, behind the limiter. */
function transportOf({ transport, state, clockwork }: Wire, patience: Patience): Transport {
	const timed: Transport = async (request) => await patience.spend(async () => await transmit(transport, request));
	return limited(timed, state.limiter, clockwork);
}

/** A new token: signed here, or of IBM's token service. All waiting requests share it, so it follows no caller's signal. */
async function open(wire: Wire, service: string): Promise<Grant> {
	const { connection, clockwork, attempts, state } = wire;
	const { authentication } = connection;
	const issuedAt = clockwork.now();
	if (authentication.style === 'jwt') {
		const bearer = signedToken(authentication, issuedAt);
		state.secrets.add(bearer);
		return { bearer, issuedAt, expiresAt: issuedAt + authentication.lifetimeSeconds * 1000 };
	}
	const patience = patienceFor(wire);
	try {
		const answer = await withRetry({ ...clockwork, kind: 'read', attempts, patience }, async () => {
			const sent = async () => await transmit(wire.transport, tokenRequest(connection, service));
			return readAnswer(await patience.spend(sent), clockwork.now(), 'token');
		});
		const grant = grantOf(answer, issuedAt);
		state.secrets.add(grant.bearer);
		return grant;
	} catch (error) {
		// A lost response of the token service leaves the call behind it unsent.
		throw fromNetwork(error, connection.baseUrl).with({ effect: 'none', api: 'token' });
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
function grantOf(answer: InventoryAnswer, issuedAt: number): Grant {
	const body = (answer.body ?? {}) as { access_token?: unknown; expires_in?: unknown };
	const { access_token: bearer, expires_in: life } = body;
	if (typeof bearer !== 'string' || bearer.trim() === '') {
		throw new ServiceError('badAnswer', 'The token service sent no token (access_token).', {
			attributes: { ...askedAddress(answer) },
			hint: `Another service may have responded. ${EXAMPLE}`,
			remedy: { field: 'endpoint' },
			effect: 'none',
		});
	}
	const seconds = Number(life) > 0 ? Number(life) : DEFAULT_LIFE_SECONDS;
	return { bearer, issuedAt, expiresAt: issuedAt + seconds * 1000 };
}
