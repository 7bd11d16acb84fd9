import { readAnswer, type Reading } from './answer';
import { authenticate, proofOf, secretsOf } from './authentication';
import { orCancelled, throwIfCancelled } from '../../kit/http/cancel';
import { MAX_RESPONSE_BYTES, type Connection } from './connection';
import { isUnsent } from '../../kit/http/dispatch';
import type { EncodedRequest } from './encode';
import { NOT_AUTHENTICATED, UNKNOWN_API, unknownApiHint } from './errorTable';
import { ServiceError } from '../../kit/errors';
import { fromNetwork } from '../../kit/http/networkErrors';
import { redactError } from '../../kit/http/redact';
import { withRetry, type Clockwork } from '../../kit/http/retry';
import type { Open, Session } from '../../kit/http/session';
import { absorb, type Grant } from './grant';
import type { Transport, TransportRequest, TransportResponse } from '../../kit/http/transport';

interface ExchangeContext {
	connection: Connection;
	transport: Transport;
	session: Session<Grant>;
	clockwork: Clockwork;
	signal?: AbortSignal;
	/** Attempts of the login. */
	attempts?: number;
}

/**
 * Sends one encoded request with the proof of the session and reads the answer. A refused token
 * (YCP0427, 401) is renewed once: Sterling did nothing yet, so that is safe for writes, too. Throws
 * only redacted ServiceErrors.
 */
export async function exchange<T>(
	context: ExchangeContext,
	encoded: EncodedRequest,
	read: (reading: Reading) => T,
): Promise<T> {
	const { connection, session, clockwork, signal } = context;
	const open: Open<Grant> = async (held) => await logIn(context, held);
	let grant: Grant | undefined;
	try {
		if (connection.authentication !== 'basic') {
			grant = await orCancelled(session.grant(open, clockwork.now()), signal);
		}
		let reading: Reading;
		try {
			reading = await once(context, encoded, grant);
		} catch (error) {
			if (!grant || !isRefusedToken(error)) throw error;
			grant = await orCancelled(session.renew(grant, open, clockwork.now()), signal);
			reading = await once(context, encoded, grant);
		}
		return read(reading);
	} catch (error) {
		const failure = fromNetwork(error, encoded.url.href);
		const hint = hintFor(failure, encoded, connection) ?? failure.hint;
		const placed = failure.with({ api: failure.api ?? encoded.api, hint });
		throw redactError(placed, secretsOf(connection, grant));
	}
}

/** A hint that says more than the code alone can, from the request and the style of its login. */
function hintFor(
	{ api, code }: ServiceError,
	encoded: EncodedRequest,
	{ authentication }: Connection,
): string | undefined {
	if (code === NOT_AUTHENTICATED && authentication === 'basic') {
		return 'The server wants a login token, which is not sent with Basic. Choose Standard as Authentication Style.';
	}
	if (!code?.endsWith(UNKNOWN_API)) return undefined;
	const called = encoded.url.pathname.split('/').at(-1) ?? '';
	return unknownApiHint([...new Set([called, api ?? encoded.api])]);
}

function isRefusedToken(error: unknown): boolean {
	if (!(error instanceof ServiceError)) return false;
	return error.code === NOT_AUTHENTICATED || (error.httpStatus === 401 && error.category === 'authentication');
}

async function once(context: ExchangeContext, encoded: EncodedRequest, grant?: Grant): Promise<Reading> {
	const { connection, clockwork, signal } = context;
	const { query, headers } = proofOf(connection, grant);
	const { href, search } = encoded.url;
	const proof = new URLSearchParams(query).toString();
	const response = await transmit(context, {
		method: 'POST',
		url: proof === '' ? href : `${href}${search === '' ? '?' : '&'}${proof}`,
		headers: { ...encoded.headers, ...headers },
		body: encoded.body,
		timeoutMs: connection.timeoutMs,
		signal,
		maxResponseBytes: connection.maxResponseBytes ?? MAX_RESPONSE_BYTES,
	});
	const now = clockwork.now();
	const reading = readAnswer(response, now);
	if (grant) absorb(grant, response.headers['set-cookie'], now);
	return reading;
}

async function transmit({ transport }: ExchangeContext, request: TransportRequest): Promise<TransportResponse> {
	throwIfCancelled(request.signal);
	try {
		return await transport(request);
	} catch (error) {
		throwIfCancelled(request.signal, isUnsent(error) ? 'none' : 'unknown');
		throw fromNetwork(error, request.url);
	}
}

/** The login is shared by all waiting requests, so it follows no caller's signal. */
async function logIn(context: ExchangeContext, held?: Grant): Promise<Grant> {
	const { connection, clockwork, attempts } = context;
	try {
		return await authenticate(
			connection,
			async (request) =>
				await withRetry({ ...clockwork, kind: 'read', attempts }, async () => {
					const response = await transmit(context, request);
					// A passing fault throws here and is retried; anything else is read by the login itself.
					if ([429, 502, 503, 504].includes(response.status)) readAnswer(response, clockwork.now());
					return response;
				}),
			clockwork.now,
			held,
		);
	} catch (error) {
		const failure = fromNetwork(error, connection.endpoint);
		// A lost answer of a login leaves the call behind it unsent.
		throw redactError(failure.with({ effect: 'none', api: 'login' }), secretsOf(connection, held));
	}
}
