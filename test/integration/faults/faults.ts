import type { Fault } from '../../../sandbox';
import type { Connection } from '../../../clients/oms';

/** One row of the matrix: faults of the server, or a connection that cannot work. */
export interface Trouble {
	name: string;
	/** Faults that strike the calls of the work in turn. */
	faults?: Fault[];
	/** Faults that strike the login before the work. */
	login?: Fault[];
	/** What is wrong with the connection; `unknown` values are made by the matrix from its own certificates. */
	connection?: (parts: Parts) => Partial<Connection>;
	/** Hours that the server's clock is moved. */
	clockHours?: number;
}

/** What a wrong connection can be made of. */
export interface Parts {
	good: Connection;
	expired: { certificate: string; key: string };
	foreign: { certificate: string; key: string; ca: string };
	/** Origin of a server that speaks plain HTTP. */
	plainOrigin: string;
	/** Origin of a port where nothing listens. */
	deadOrigin: string;
}

/** Milliseconds after which a call is given up in the matrix, and a delay that is beyond it. */
export const TIMEOUT_MS = 250;
export const TOO_SLOW_MS = 600;
/** Whether a fault is beyond the time-out; only then it is short, so that a busy machine changes nothing. */
export const isTooSlow = ({ faults = [], login = [] }: Trouble): boolean =>
	[...faults, ...login].some(({ ms }) => ms === TOO_SLOW_MS);
/** Whether a client has to log in again after a trouble. */
export const endsSession = ({ faults = [], clockHours }: Trouble): boolean =>
	clockHours !== undefined ||
	faults.some(({ kind, status, body }) => kind === 'expireToken' || status === 401 || body === refusedToken.body);
/** Largest answer that the matrix accepts. */
export const MAX_BYTES = 256 * 1024;

const always = { times: 0 };
const answered = (status: number, more: Partial<Fault> = {}): Fault => ({ kind: 'status', status, ...more });
const json = (status: number, error: object): Fault =>
	answered(status, { contentType: 'application/json', body: JSON.stringify({ errors: [error] }) });
const refusedToken = json(400, { ErrorCode: 'YCP0427', ErrorDescription: 'User is not authenticated' });
const late = (kind: 'delay' | 'slowHeaders' | 'slowBody'): Fault => ({ kind, ms: TOO_SLOW_MS });

const statuses: Trouble[] = [400, 401, 403, 404, 405, 408, 409, 413, 415, 429, 500, 501, 502, 503, 504].map(
	(status) => ({ name: `HTTP ${status} before the work`, faults: [answered(status)] }),
);
const lostStatuses: Trouble[] = [500, 502, 503, 504].map((status) => ({
	name: `HTTP ${status} after the work`,
	faults: [answered(status, { afterWork: true })],
}));
/** Responses that hold nothing of what was asked for; the work is done before. */
const blankOrForeign: Array<[string, number, string]> = [
	['HTTP 204', 204, ''],
	['an empty HTTP 200', 200, ''],
	['{}', 200, '{}'],
	['[]', 200, '[]'],
	['ApiSuccess', 200, '<ApiSuccess/>'],
	['a message of a gateway under HTTP 200', 200, '{"message":"accepted"}'],
	['an empty page', 200, '{"Page":{}}'],
	['a page that is not valid', 200, '{"IsValidPage":"N","Output":{}}'],
	['an empty SOAP envelope', 200, '<s:Envelope xmlns:s="urn:s"><s:Body/></s:Envelope>'],
];
const afterWork: Trouble[] = [
	{
		name: 'HTTP 503 with Retry-After, after the work',
		faults: [answered(503, { retryAfter: 1, afterWork: true })],
	},
	{ name: 'HTTP 408 after the work', faults: [answered(408, { afterWork: true })] },
	{
		name: 'HTTP 500 with an error of Sterling, after the work',
		faults: [{ ...json(500, { ErrorCode: 'EXTN9', ErrorDescription: 'The user exit failed' }), afterWork: true }],
	},
	{ name: 'redirect after the work', faults: [{ kind: 'redirect', afterWork: true }] },
	...blankOrForeign.map(([what, status, body]): Trouble => ({
		name: `${what}, after the work`,
		faults: [
			answered(status, {
				body,
				contentType: body.startsWith('<') ? 'application/xml' : 'application/json',
				afterWork: true,
			}),
		],
	})),
	{ name: 'HTTP 204 again and again', faults: [answered(204, { ...always, afterWork: true })] },
];
const atLogin: Array<[string, Fault]> = [
	['connection cut', { kind: 'drop' }],
	['response cut off', { kind: 'truncate' }],
	['HTTP 429', answered(429)],
	['HTTP 500', answered(500)],
	['HTTP 503', answered(503)],
	['HTML page', { kind: 'html' }],
	['redirect', { kind: 'redirect' }],
	['too slow', late('slowHeaders')],
];

export const TROUBLES: readonly Trouble[] = [
	...statuses,
	{ name: 'HTTP 429 with Retry-After', faults: [answered(429, { retryAfter: 1 })] },
	{ name: 'HTTP 503 with Retry-After', faults: [answered(503, { retryAfter: 1 })] },
	...lostStatuses,
	...afterWork,
	{ name: 'HTTP 429 again and again', faults: [answered(429, always)] },
	{ name: 'HTTP 503 again and again', faults: [answered(503, always)] },
	{ name: 'connection cut before the work', faults: [{ kind: 'drop' }] },
	{ name: 'connection cut after the work', faults: [{ kind: 'drop', afterWork: true }] },
	{ name: 'connection cut again and again', faults: [{ kind: 'drop', ...always }] },
	{ name: 'connection cut in the body', faults: [{ kind: 'truncate' }] },
	{ name: 'half a body that ends properly', faults: [{ kind: 'malformed' }] },
	{ name: 'text that is no document, after the work', faults: [answered(200, { body: 'OK', afterWork: true })] },
	{ name: 'too slow before the work', faults: [late('delay')] },
	{ name: 'headers too slow, after the work', faults: [late('slowHeaders')] },
	{ name: 'body too slow', faults: [late('slowBody')] },
	{ name: 'slow headers within the time-out', faults: [{ kind: 'slowHeaders', ms: 20 }] },
	{ name: 'slow body within the time-out', faults: [{ kind: 'slowBody', ms: 5 }] },
	...[100, 102, 103].map((status): Trouble => ({
		name: `unsolicited HTTP ${status} before the response`,
		faults: [{ kind: 'interim', status }],
	})),
	{ name: 'body too large', faults: [{ kind: 'oversize', bytes: MAX_BYTES + 1 }] },
	{ name: 'ISO-8859-1, announced', faults: [{ kind: 'latin1' }] },
	{ name: 'ISO-8859-1, announced as UTF-8', faults: [{ kind: 'wrongCharset' }] },
	{ name: 'byte order mark', faults: [{ kind: 'bom' }] },
	{ name: 'HTML page of a gateway', faults: [{ kind: 'html' }] },
	{ name: 'HTML page with HTTP 503', faults: [{ kind: 'html', status: 503 }] },
	{ name: 'HTML page after the work', faults: [{ kind: 'html', afterWork: true }] },
	{ name: 'redirect to a sign-in page', faults: [{ kind: 'redirect' }] },
	{ name: 'redirect at the third call', faults: [{ kind: 'redirect', skip: 2 }] },
	{ name: 'redirect again and again', faults: [{ kind: 'redirect', ...always }] },
	{ name: 'error document under HTTP 200', faults: [{ kind: 'errorUnder200' }] },
	{ name: 'lock error (YFC0009), once', faults: [{ kind: 'lock' }] },
	{ name: 'lock error (YFC0009), again and again', faults: [{ kind: 'lock', ...always }] },
	{
		name: 'HTTP 500 with an error and a Java stack',
		faults: [
			json(500, {
				ErrorCode: 'EXTN9',
				ErrorDescription: 'The user exit failed',
				MoreInfo: { Stack: 'at a.b(C.java:1)' },
			}),
		],
	},
	{ name: 'tokens expired', faults: [{ kind: 'expireToken' }] },
	{ name: 'tokens expired at the second call', faults: [{ kind: 'expireToken', skip: 1 }] },
	{ name: 'token of another server refused', faults: [refusedToken] },
	{ name: 'token refused again and again', faults: [{ ...refusedToken, ...always }] },
	{ name: 'second call cut, after one that went well', faults: [{ kind: 'drop', skip: 1 }] },
	...atLogin.map(([name, fault]): Trouble => ({ name: `login: ${name}`, login: [fault] })),
	{ name: "server's clock an hour ahead", clockHours: 1 },
	{ name: 'nothing listens at the port', connection: ({ deadOrigin }) => ({ endpoint: deadOrigin }) },
	{
		name: 'https to a port of plain HTTP',
		connection: ({ plainOrigin }) => ({ endpoint: plainOrigin.replace('http:', 'https:') }),
	},
	{ name: 'http to a port of TLS', connection: ({ good }) => ({ endpoint: good.endpoint.replace('https:', 'http:') }) },
	{ name: 'authority of the server unknown', connection: ({ good }) => ({ tls: { ...good.tls, ca: undefined } }) },
	{ name: 'no client certificate', connection: ({ good }) => ({ tls: { ca: good.tls?.ca } }) },
	{
		name: 'client certificate expired',
		connection: ({ good, expired }) => ({ tls: { ...expired, ca: good.tls?.ca } }),
	},
	{
		name: 'client certificate of a foreign authority',
		connection: ({ good, foreign }) => ({
			tls: { certificate: foreign.certificate, key: foreign.key, ca: good.tls?.ca },
		}),
	},
	{ name: 'wrong password', connection: () => ({ password: 'not the one' }) },
	{ name: 'user without permission', connection: () => ({ loginId: 'outsider', password: 'Outsider-1' }) },
];
