import { readAnswer } from './answer';
import { extraHeaders, MAX_RESPONSE_BYTES, restRoot, type Connection } from './connection';
import { ServiceError } from '../../kit/errors';
import { cookieHeader } from '../../kit/http/cookies';
import { absorb, type Grant } from './grant';
import type { TransportRequest, TransportResponse } from '../../kit/http/transport';
import { toXml } from '../../kit/xml';

/** Sends one request of the login; retries and turns faults into ServiceErrors. */
export type Exchange = (request: TransportRequest) => Promise<TransportResponse>;

/** The life of a bearer token that does not tell its end, below Sterling's default of 5 minutes. */
const BEARER_LIFE_MS = 4 * 60_000;

/**
 * Logs in (IBM support 561585) and, with JWT authentication, fetches the bearer token
 * (OS_call_API_JWT_auth). With a grant at hand only a new bearer token is fetched, unless the login
 * behind it has lapsed.
 */
export async function authenticate(
	connection: Connection,
	exchange: Exchange,
	now: () => number,
	held?: Grant,
): Promise<Grant> {
	if (connection.authentication !== 'jwt') return await logIn(connection, exchange, now);
	if (held) {
		try {
			return await fetchBearer(connection, exchange, now, held);
		} catch (error) {
			if (!(error instanceof ServiceError) || error.category !== 'authentication') throw error;
		}
	}
	return await fetchBearer(connection, exchange, now, await logIn(connection, exchange, now));
}

async function logIn(connection: Connection, exchange: Exchange, now: () => number): Promise<Grant> {
	const credentials = { LoginID: connection.loginId, Password: connection.password };
	const isXml = connection.dataFormat === 'xml';
	const type = isXml ? 'application/xml' : 'application/json';
	const response = await exchange({
		...request(connection, 'POST', 'invoke/login'),
		headers: { ...extraHeaders(connection), 'Content-Type': type, Accept: type },
		body: isXml ? toXml('Login', credentials) : JSON.stringify(credentials),
	});
	const { document } = readLogin(response, now());
	const login = typeof document.Login === 'object' && !Array.isArray(document.Login) ? document.Login : document;
	// The rest of the answer is dropped: it may repeat the password (captured).
	const token = login.UserToken;
	if (typeof token !== 'string' || token.trim() === '') {
		throw new ServiceError('configuration', 'The login worked, but Sterling gave no token (UserToken).', {
			hint:
				'Token security is off, or servlet.authstyle of the server is not STANDARD. Choose Basic as ' +
				'Authentication Style, or ask the administrator to switch tokens on.',
			effect: 'none',
		});
	}
	const grant: Grant = { token, cookies: new Map(), usedAt: now() };
	absorb(grant, response.headers['set-cookie'], now());
	return grant;
}

function readLogin(response: TransportResponse, now: number): ReturnType<typeof readAnswer> {
	try {
		return readAnswer(response, now);
	} catch (error) {
		// Which code a wrong password gets is not documented; any plain refusal of a login means that.
		if (!(error instanceof ServiceError) || error.category !== 'invalidInput') throw error;
		const hint = 'Check login ID and password, and that the user is active and not locked.';
		throw error.with({ hint }, error.message, 'authentication');
	}
}

async function fetchBearer(
	connection: Connection,
	exchange: Exchange,
	now: () => number,
	login: Grant,
): Promise<Grant> {
	const query = new URLSearchParams({ _loginid: connection.loginId, _token: login.token });
	const response = await exchange({
		...request(connection, 'GET', `jwt?${query.toString()}`),
		headers: { ...extraHeaders(connection), Accept: '*/*', ...cookieHeader(login.cookies) },
	});
	const bearer = response.body.trim().replace(/^"(.*)"$/, '$1');
	if (response.status !== 200 || !/^[\w-]+\.[\w-]+\.[\w-]*$/.test(bearer)) {
		readAnswer(response, now());
		throw new ServiceError('configuration', 'Sterling did not answer with a JWT.', {
			hint: 'The server must allow it (servlet.jwt.auth.enabled=true). Else choose Standard as Authentication Style.',
			effect: 'none',
		});
	}
	const grant: Grant = { ...login, cookies: new Map(login.cookies), bearer, usedAt: now() };
	grant.bearerUntil = endOf(bearer) ?? now() + BEARER_LIFE_MS;
	absorb(grant, response.headers['set-cookie'], now());
	return grant;
}

function endOf(bearer: string): number | undefined {
	try {
		const claims = JSON.parse(Buffer.from(bearer.split('.')[1], 'base64url').toString()) as {
			exp?: unknown;
		};
		return typeof claims.exp === 'number' ? claims.exp * 1000 : undefined;
	} catch {
		return undefined;
	}
}

function request(connection: Connection, method: string, path: string): TransportRequest {
	return {
		method,
		url: `${restRoot(connection.endpoint)}/${path}`,
		headers: {},
		timeoutMs: connection.timeoutMs,
		maxResponseBytes: connection.maxResponseBytes ?? MAX_RESPONSE_BYTES,
	};
}

/** Query parameters and headers with which a request proves itself. */
export function proofOf(
	connection: Connection,
	grant: Grant | undefined,
): { query: Record<string, string>; headers: Record<string, string> } {
	if (!grant) return { query: {}, headers: { Authorization: `Basic ${basicValue(connection)}` } };
	if (grant.bearer)
		return { query: {}, headers: { Authorization: `Bearer ${grant.bearer}`, ...cookieHeader(grant.cookies) } };
	return { query: { _loginid: connection.loginId, _token: grant.token }, headers: cookieHeader(grant.cookies) };
}

function basicValue({ loginId, password }: Connection): string {
	return Buffer.from(`${loginId}:${password}`).toString('base64');
}

/**
 * Everything that must never show: password, passphrase, key, tokens, the Basic value, values of extra
 * headers.
 */
export function secretsOf(connection: Connection, grant?: Grant): string[] {
	const { tls, headers } = connection;
	return [
		connection.password,
		basicValue(connection),
		tls?.passphrase,
		tls?.key,
		tls?.pkcs12,
		...Object.values(headers ?? {}),
		grant?.token,
		grant?.bearer,
		...(grant?.cookies.values() ?? []),
	].filter((secret): secret is string => secret !== undefined);
}
