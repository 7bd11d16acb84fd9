import { asksToSignIn, readAnswer, type Reading } from './answer';
import { authenticate, isRefusedToken, proofOf } from './authentication';
import { MAX_RESPONSE_BYTES, type Connection } from './connection';
import type { ConnectionState } from './connectionState';
import type { EncodedRequest } from './encode';
import { ServiceError } from '../../kit/errors';
import { withHint } from './requestHints';
import { limited } from '../../kit/http/limiter';
import { fromNetwork } from '../../kit/http/networkErrors';
import { Patience, withRetry, type Clockwork, type RetryRules } from '../../kit/http/retry';
import { absorb, type Grant } from './grant';
import { transmit } from '../../kit/http/transmit';
import type { Transport, TransportRequest } from '../../kit/http/transport';

/** One Sterling as one user: what its requests need. */
interface Wire {
	connection: Connection;
	/** Session, limiter and secrets, which all clients of the connection share. */
	state: ConnectionState;
	/** Sends, decompresses and decodes; see kit/http/pools.ts. */
	transport: Transport;
	clockwork: Clockwork;
	signal?: AbortSignal;
	attempts?: number;
}

/** No further attempt of a call begins once it has waited this many time-outs for the server. */
const TIMEOUTS = 2;

/**
 * The way of a request to Sterling and of its response back. The steps are general, so that the client of another
 * product is put together in the same way; from the outside to the inside:
 *
 * 1. **retry** by side effect, within a bounded time: reads on passing faults, writes only where nothing was done
 * 2. **redaction**: no error gets out with a secret
 * 3. **session**: the proof of the login; one that is refused is renewed once
 * 4. **reading**: what came is the response, or an error
 * 5. **limiter**: bounded requests in progress, at the pace that the server permits
 * 6. **transport**: pools, TLS and proxies; decompression and charset
 *
 * @throws ServiceError only, without secrets
 */
export async function exchange<T>(
	wire: Wire,
	encoded: EncodedRequest,
	rules: Pick<RetryRules<T>, 'kind' | 'recover'>,
	read: (reading: Reading) => T,
): Promise<T> {
	const { connection, state, clockwork, signal, attempts } = wire;
	const patience = patienceFor(wire);
	const transport = transportOf(wire, patience);
	// Of the last request: whether it had a session to lose, and whether the response asks to sign in.
	let hadSession = false;
	let isSignedOut = false;
	// A read, and what a redirect leaves to be sent elsewhere, can be sent again.
	const isHarmless = (error: unknown) =>
		rules.kind === 'read' || (error instanceof ServiceError && error.effect === 'none');
	const login = {
		open: async (held?: Grant) => await logIn(wire, held),
		now: clockwork.now,
		isRefused: (error: unknown) => hadSession && (isRefusedToken(error) || (isSignedOut && isHarmless(error))),
		isOver: () => hadSession && isSignedOut,
		signal,
		// A login repeats itself, so what it fails with is not repeated once more.
		waiting: async <R>(wait: () => Promise<R>) =>
			await wait().catch((error: unknown) => {
				patience.end();
				throw error;
			}),
	};
	return await withRetry({ ...clockwork, ...rules, signal, attempts, patience }, () =>
		state.secrets.guard(() =>
			withHint(encoded, connection, () =>
				state.session.use(login, async (grant) => {
					hadSession = grant.token !== undefined || grant.cookies.size > 0;
					isSignedOut = false;
					const response = await transport(requestOf(wire, encoded, grant));
					isSignedOut = asksToSignIn(response);
					const reading = readAnswer(response, clockwork.now());
					absorb(grant, response.headers['set-cookie'], clockwork.now());
					return read(reading);
				}),
			),
		),
	);
}

function requestOf({ connection, signal }: Wire, encoded: EncodedRequest, grant: Grant): TransportRequest {
	const { query, headers } = proofOf(connection, grant);
	const { url } = encoded;
	return {
		method: 'POST',
		url: query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`,
		headers: { ...encoded.headers, ...headers },
		body: encoded.body,
		timeoutMs: connection.timeoutMs,
		signal,
		maxResponseBytes: connection.maxResponseBytes ?? MAX_RESPONSE_BYTES,
	};
}

function patienceFor({ connection, clockwork }: Wire): Patience {
	return new Patience(connection.timeoutMs * TIMEOUTS, clockwork.now);
}

/** The transport with its faults as ServiceErrors, in bounded time, behind the limiter. Cookies are secrets at once. */
function transportOf({ transport, state, clockwork }: Wire, patience: Patience): Transport {
	const timed: Transport = async (request) => {
		const response = await patience.spend(() => transmit(transport, request));
		state.secrets.add(...cookieValues(response.headers['set-cookie']));
		return response;
	};
	return limited(timed, state.limiter, clockwork);
}

/** Shorter values name a server or a language; to take them for secrets would strike out words of messages. */
const SHORTEST_SECRET = 8;

function cookieValues(setCookie: string | string[] | undefined): string[] {
	const values = [setCookie ?? []].flat().map((line) => /^[^=;]*=([^;]*)/.exec(line)?.[1].trim() ?? '');
	return values.filter((value) => value.length >= SHORTEST_SECRET);
}

/** The login is shared by all waiting requests, so it follows no caller's signal and has its own time. */
async function logIn(wire: Wire, held?: Grant): Promise<Grant> {
	const { connection, state, clockwork, attempts } = wire;
	const patience = patienceFor(wire);
	const transport = transportOf(wire, patience);
	return await state.secrets.guard(async () => {
		try {
			return await authenticate(
				connection,
				async (request) =>
					await withRetry({ ...clockwork, kind: 'read', attempts, patience }, async () => {
						const response = await transport(request);
						// A passing fault throws here and is retried; anything else is read by the login itself.
						if ([408, 429, 502, 503, 504].includes(response.status)) readAnswer(response, clockwork.now());
						return response;
					}),
				{ now: clockwork.now, secrets: state.secrets },
				held,
			);
		} catch (error) {
			const failure = fromNetwork(error, connection.endpoint);
			// A lost response of a login leaves the call behind it unsent.
			throw failure.with({ effect: 'none', api: 'login' });
		}
	});
}
