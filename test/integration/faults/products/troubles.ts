import type { Fault } from '../../../../sandbox/kit/faults';

/** What a work comes to: done, an error after which nothing was done, or one that says that it may have been. */
export type Outcome = 'done' | 'refused' | 'uncertain';

/**
 * How a work may be repeated: a read; a write that comes to the same when it is sent again; one whose effect can be
 * looked up; one that is sent once and never again.
 */
export type Kind = 'read' | 'repeatable' | 'findable' | 'once';

type Expected = Readonly<Record<Kind, Outcome>>;
const all = (outcome: Outcome): Expected => ({
	read: outcome,
	repeatable: outcome,
	findable: outcome,
	once: outcome,
});

/** What a trouble has to come to, by its nature. */
export const EXPECTED = {
	/** It passes, or does no harm. */
	passes: all('done'),
	/** The request is refused permanently, before any work. */
	refused: all('refused'),
	/** The response is lost, and the work was not begun. */
	lostBefore: { ...all('uncertain'), read: 'done', repeatable: 'done' },
	/** The response is lost, and the work is done. */
	lostAfter: { ...all('done'), once: 'uncertain' },
	/** Something else responds, and asking again would not help; the work was not begun. */
	foreignBefore: { ...all('uncertain'), read: 'refused', repeatable: 'refused' },
	/** The same after the work. */
	foreignAfter: { read: 'refused', repeatable: 'refused', findable: 'done', once: 'uncertain' },
	/** It fails again and again, the look-up of a write as well. */
	lostForGood: { ...all('uncertain'), read: 'refused', repeatable: 'refused' },
} as const satisfies Record<string, Expected>;

export type Nature = keyof typeof EXPECTED;

/** One row of the matrix. */
export interface Trouble {
	name: string;
	nature: Nature;
	/** Faults that strike the calls of the work in turn. */
	faults?: Fault[];
	/** A fault that strikes the login before the work. */
	login?: Fault;
	/** Name of a wrong connection, which each product has its own form of. */
	connection?: string;
	/** Whether it is about who logs in. */
	isOfLogin?: boolean;
}

/** Milliseconds after which a call is given up, and a delay in which whatever comes after it has long ended. */
export const TIMEOUT_MS = 250;
const TOO_SLOW_MS = 3000;
/** Whether a client has to log in again after a fault. */
export const endsSession = ({ kind, status }: Fault): boolean => kind === 'expireToken' || status === 401;
/** Largest response that is read, in bytes. */
export const MAX_BYTES = 256 * 1024;

const always = { times: 0 };
const status = (code: number, more: Partial<Fault> = {}): Fault => ({ kind: 'status', status: code, ...more });
const afterWork = (fault: Fault): Fault => ({ ...fault, afterWork: true });
const row = (name: string, nature: Nature, ...faults: Fault[]): Trouble => ({ name, nature, faults });
const statuses = (codes: number[], nature: Nature): Trouble[] =>
	codes.map((code) => row(`HTTP ${code}`, nature, status(code)));
const gzip = { headers: { 'content-encoding': 'gzip' }, contentType: 'application/json' };

/** Responses in place of the true one; the work is done before. */
const INSTEAD: ReadonlyArray<[name: string, fault: Fault]> = [
	['HTTP 204', status(204)],
	['an empty HTTP 200', status(200)],
	['a message of a gateway under HTTP 200', status(200, { body: '{"message":"accepted"}' })],
	['text that is no document', status(200, { body: 'OK' })],
	['bytes that are no gzip, under gzip', status(200, { ...gzip, body: 'not compressed at all' })],
];

export const isTooSlow = ({ faults = [], login }: Trouble): boolean =>
	[...faults, ...(login ? [login] : [])].some(({ ms }) => ms === TOO_SLOW_MS);

/** What strikes every product. */
export const TROUBLES: readonly Trouble[] = [
	...statuses([400, 403, 404, 405, 413, 415], 'refused'),
	...statuses([401, 429], 'passes'),
	...statuses([408, 500, 501, 502, 503, 504], 'lostBefore'),
	...[408, 500, 502, 503, 504].map((code) => row(`HTTP ${code} after the work`, 'lostAfter', afterWork(status(code)))),
	row('HTTP 401 again and again', 'refused', status(401, always)),
	row('HTTP 429 with Retry-After', 'passes', status(429, { retryAfter: 1 })),
	row('HTTP 429 again and again', 'refused', status(429, always)),
	row('HTTP 503 with Retry-After', 'lostBefore', status(503, { retryAfter: 1 })),
	row('HTTP 503 with Retry-After, after the work', 'lostAfter', afterWork(status(503, { retryAfter: 1 }))),
	row('HTTP 503 again and again', 'lostForGood', status(503, always)),
	row('connection cut before the work', 'lostBefore', { kind: 'drop' }),
	row('connection cut after the work', 'lostAfter', { kind: 'drop', afterWork: true }),
	row('connection cut in the status line', 'lostAfter', { kind: 'cutHeaders' }),
	row('connection cut in the body', 'lostAfter', { kind: 'truncate' }),
	row('connection cut again and again', 'lostForGood', { kind: 'drop', ...always }),
	row('second call cut', 'passes', { kind: 'drop', skip: 1 }),
	row('half a body that ends properly', 'lostAfter', { kind: 'malformed' }),
	row('too slow before the work', 'lostBefore', { kind: 'delay', ms: TOO_SLOW_MS }),
	row('headers too slow, after the work', 'lostAfter', { kind: 'slowHeaders', ms: TOO_SLOW_MS }),
	row('slow headers within the time-out', 'passes', { kind: 'slowHeaders', ms: 20 }),
	row('slow body within the time-out', 'passes', { kind: 'slowBody', ms: 2 }),
	row('body too large', 'foreignAfter', { kind: 'oversize', bytes: MAX_BYTES + 1 }),
	row('byte order mark', 'passes', { kind: 'bom' }),
	row('ISO-8859-1, announced', 'passes', { kind: 'latin1' }),
	row('the true body as text/plain', 'passes', { kind: 'wrongType', contentType: 'text/plain' }),
	row('the true body as text/html', 'foreignAfter', { kind: 'wrongType' }),
	row('web page of a gateway', 'foreignBefore', { kind: 'html' }),
	row('web page after the work', 'foreignAfter', { kind: 'html', afterWork: true }),
	row('web page with HTTP 503', 'lostBefore', { kind: 'html', status: 503 }),
	row('redirect to a sign-in page', 'foreignBefore', { kind: 'redirect' }),
	row('redirect after the work', 'foreignAfter', { kind: 'redirect', afterWork: true }),
	row('error document under HTTP 200', 'refused', { kind: 'errorUnder200' }),
	...INSTEAD.map(([name, fault]) => row(`${name}, after the work`, 'lostAfter', afterWork(fault))),
	row(
		'an unknown content coding, after the work',
		'foreignAfter',
		afterWork(status(200, { headers: { 'content-encoding': 'zstd' }, body: '{}' })),
	),
	row('an empty HTTP 200 again and again', 'lostForGood', status(200, { ...always, afterWork: true })),
	row('session expired', 'passes', { kind: 'expireToken' }),
	row('session expired at the second call', 'passes', { kind: 'expireToken', skip: 1 }),
	...(
		[
			['connection cut', 'passes', { kind: 'drop' }],
			['response cut off', 'passes', { kind: 'truncate' }],
			['HTTP 403', 'refused', status(403, always)],
			['HTTP 429', 'passes', status(429)],
			['HTTP 503', 'passes', status(503)],
			['HTTP 500 again and again', 'refused', status(500, always)],
			['web page', 'refused', { kind: 'html', ...always }],
			['redirect', 'refused', { kind: 'redirect', ...always }],
			['empty response', 'refused', status(200, always)],
			['too slow', 'passes', { kind: 'slowHeaders', ms: TOO_SLOW_MS }],
		] as Array<[string, Nature, Fault]>
	).map(([name, nature, login]): Trouble => ({ name: `login: ${name}`, nature, login, isOfLogin: true })),
	...[
		'nothing listens at the port',
		'http to a port of TLS',
		'authority of the server unknown',
		'wrong password',
		'user without permission',
	].map((connection): Trouble => ({
		name: connection,
		nature: 'refused',
		connection,
		isOfLogin: /password|permission/.test(connection),
	})),
];
