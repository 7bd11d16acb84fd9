import { readAnswer } from './answer';
import { extraHeaders, MAX_RESPONSE_BYTES, restRoot, type Connection } from './connection';
import { ServiceError } from '../../kit/errors';
import { cookieHeader } from '../../kit/http/cookies';
import { NO_JWT, NOT_AUTHENTICATED } from './errorTable';
import { absorb, type Grant } from './grant';
import type { Secrets } from '../../kit/http/redact';
import type { TransportRequest, TransportResponse } from '../../kit/http/transport';
import { isElement } from '../../kit/xml/document';
import { toXml } from '../../kit/xml';

/** Sends one request of the login; retries and turns faults into ServiceErrors. */
type Exchange = (request: TransportRequest) => Promise<TransportResponse>;

/** What a login needs around it. */
interface LoginContext {
	/** Epoch milliseconds. */
	now: () => number;
	/** Where tokens are noted the moment they come in, before anything can fail over them. */
	secrets: Pick<Secrets, 'add'>;
}

/** The life of a bearer token that does not state its end, below Sterling's default of 5 minutes. */
const BEARER_LIFE_MS = 4 * 60_000;

/**
 * Logs in (IBM support 561585) and, with JWT authentication, fetches the bearer token
 * (OS_call_API_JWT_auth). With a grant at hand only a new bearer token is fetched, unless the login
 * behind it has lapsed. Basic needs no login; its grant keeps the cookies of the server's session.
 * @throws ServiceError `authentication` if the login is refused, and what the exchange throws
 */
export async function authenticate(
	connection: Connection,
	exchange: Exchange,
	context: LoginContext,
	held?: Grant,
): Promise<Grant> {
	if (connection.authentication === 'basic') return { cookies: new Map(), usedAt: context.now() };
	if (connection.authentication !== 'jwt') return await logIn(connection, exchange, context);
	if (held) {
		try {
			return await fetchBearer(connection, exchange, context, held);
		} catch (error) {
			if (!(error instanceof ServiceError) || error.category !== 'authentication') throw error;
		}
	}
	return await fetchBearer(connection, exchange, context, await logIn(connection, exchange, context));
}

async function logIn(connection: Connection, exchange: Exchange, { now, secrets }: LoginContext): Promise<Grant> {
	const credentials = { LoginID: connection.loginId, Password: connection.password };
	const isXml = connection.dataFormat === 'xml';
	const type = isXml ? 'application/xml' : 'application/json';
	const response = await exchange({
		...request(connection, 'POST', 'invoke/login'),
		headers: { ...extraHeaders(connection), 'Content-Type': type, Accept: type },
		body: isXml ? toXml('Login', credentials) : JSON.stringify(credentials),
	});
	secrets.add(...tokensIn(response.body));
	const { document } = readLogin(response, now());
	const login = isElement(document.Login) ? document.Login : document;
	// The rest of the response is dropped: it may repeat the password (captured).
	const token = login.UserToken;
	if (typeof token === 'string') secrets.add(token);
	if (typeof token !== 'string' || token.trim() === '') {
		throw new ServiceError('configuration', 'The login worked, but Sterling returned no token (UserToken).', {
			hint: 'Token security is off, or servlet.authstyle of the server is not STANDARD. Use basic authentication, or ask the administrator to enable tokens.',
			remedy: { field: 'authentication' },
			effect: 'none',
		});
	}
	const grant: Grant = { token, cookies: new Map(), usedAt: now() };
	absorb(grant, response.headers['set-cookie'], now());
	return grant;
}

/** Tokens of a login as they are written, also in a body that is not complete. */
function tokensIn(body: string): string[] {
	return [...body.slice(0, 100_000).matchAll(/UserToken"?\s*[:=]\s*["']([^"']*)/g)].map(([, token]) => token);
}

function readLogin(response: TransportResponse, now: number): ReturnType<typeof readAnswer> {
	try {
		return readAnswer(response, now);
	} catch (error) {
		// Which code a wrong password gets is not documented; any plain refusal of a login means that.
		if (!(error instanceof ServiceError) || error.category !== 'invalidInput') throw error;
		const hint = 'Check login ID and password, and that the user is active and not locked.';
		throw error.with({ hint, remedy: { field: 'password' } }, error.message, 'authentication');
	}
}

async function fetchBearer(
	connection: Connection,
	exchange: Exchange,
	{ now, secrets }: LoginContext,
	login: Grant,
): Promise<Grant> {
	const query = new URLSearchParams({ _loginid: connection.loginId, _token: login.token ?? '' });
	const response = await exchange({
		...request(connection, 'GET', `jwt?${query.toString()}`),
		headers: { ...extraHeaders(connection), Accept: '*/*', ...cookieHeader(login.cookies) },
	});
	const bearer = response.body
		.replace(/^\uFEFF/, '')
		.trim()
		.replace(/^"(.*)"$/, '$1');
	// Whatever came in place of a token may be one of another form.
	if (response.status === 200 && /^\S{8,8000}$/.test(bearer)) secrets.add(bearer);
	if (response.status !== 200 || !/^[\w-]+\.[\w-]+\.[\w-]*$/.test(bearer)) throw noBearer(response, now());
	const grant: Grant = { ...login, cookies: new Map(login.cookies), bearer, usedAt: now() };
	grant.bearerUntil = endOf(bearer) ?? now() + BEARER_LIFE_MS;
	absorb(grant, response.headers['set-cookie'], now());
	return grant;
}

/** What the server says instead of a token; also a body that is no document is a wrong token, not a broken response. */
function noBearer(response: TransportResponse, now: number): ServiceError {
	const facts = {
		hint: NO_JWT,
		remedy: { field: 'authentication' as const },
		effect: 'none' as const,
		httpStatus: response.status,
	};
	try {
		readAnswer(response, now);
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		if (['server', 'throttled'].includes(error.category)) return error;
		if (error.category !== 'badAnswer') return error.with({ hint: NO_JWT, remedy: facts.remedy });
	}
	const what = response.body.trim() === '' ? 'an empty response' : 'something that is not a token';
	return new ServiceError('configuration', `Sterling returned ${what} instead of a JSON web token.`, facts);
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

/** The query (without its "?") and the headers with which a request proves itself, and the cookies of its session. */
export function proofOf(connection: Connection, grant: Grant): { query: string; headers: Record<string, string> } {
	const { token, bearer, cookies } = grant;
	if (bearer) return { query: '', headers: { Authorization: `Bearer ${bearer}`, ...cookieHeader(cookies) } };
	if (token) return { query: queryOf(connection.loginId, grant, token), headers: cookieHeader(cookies) };
	return { query: '', headers: { Authorization: `Basic ${basicValue(connection)}`, ...cookieHeader(cookies) } };
}

const queries = new WeakMap<Grant, string>();

/** The same for all requests of a login. */
function queryOf(loginId: string, grant: Grant, token: string): string {
	const query = queries.get(grant) ?? new URLSearchParams({ _loginid: loginId, _token: token }).toString();
	queries.set(grant, query);
	return query;
}

/** Whether a failure says that the login is no longer accepted (captured: HTTP 400 with YCP0427; HTTP 401). */
export function isRefusedToken(error: unknown): boolean {
	if (!(error instanceof ServiceError)) return false;
	return error.code === NOT_AUTHENTICATED || (error.httpStatus === 401 && error.category === 'authentication');
}

function basicValue({ loginId, password }: Connection): string {
	return Buffer.from(`${loginId}:${password}`).toString('base64');
}

/**
 * Everything in a connection that must never show: password, passphrase, key, the Basic value, values of extra headers.
 * What a login returns is added as it comes in.
 */
export function secretsOf(connection: Connection): string[] {
	const { tls, headers } = connection;
	return [
		connection.password,
		basicValue(connection),
		tls?.passphrase,
		tls?.key,
		tls?.pkcs12,
		...Object.values(headers ?? {}),
	].filter((secret): secret is string => secret !== undefined);
}
