import type { Fault } from '../../../../sandbox/kit/faults';
import type { ConnectionSettings } from '../../../../clients/mq/connection';
import { behave, LATE, set, type Trouble } from './troubles';

const row = (name: string, fault: Omit<Fault, 'api'>, more: Partial<Trouble> = {}): Trouble => ({
	name,
	faults: [{ ...fault, api: 'main' }],
	...more,
});
const always = { times: 0 };

/** A refusal as mqweb words it, with MQ's reason code where it has one. */
function ofMqweb(status: number, reasonCode?: number): Omit<Fault, 'api'> {
	const entry = { type: reasonCode ? 'java' : 'rest', messageId: 'MQWB0009E', message: 'MQWB0009E: It failed.' };
	const body = JSON.stringify({ error: [{ ...entry, ...(reasonCode ? { completionCode: 2, reasonCode } : {}) }] });
	return { kind: 'status', status, body, contentType: 'application/json' };
}
const ofGateway = (status: number): Omit<Fault, 'api'> => ({ kind: 'status', status });

const SIGN_IN = { ...ofGateway(302), headers: { location: '/sign-in' } };
const REASONS = [2003, 2009, 2016, 2035, 2051, 2053, 2085, 2161, 2195];
const STATUSES = [400, 401, 403, 404, 405, 415, 500, 503];
const connectedWith = (name: string, settings: Partial<ConnectionSettings>): Trouble => ({ name, settings });

/** What may befall the requests of MQ REST, from mqweb and from whatever is in front of it. */
export const REST_TROUBLES: Trouble[] = [
	...REASONS.map((code) => row(`reason code ${code}`, ofMqweb(502, code))),
	...STATUSES.map((code) => row(`HTTP ${code} of mqweb`, ofMqweb(code))),
	row('HTTP 500 of mqweb after the work', { ...ofMqweb(500), afterWork: true }),
	...[400, 401, 403, 404, 408, 413, 429, 500, 501, 502, 503, 504].map((code) =>
		row(`HTTP ${code} of a gateway`, ofGateway(code)),
	),
	...[408, 500, 502, 503, 504].map((code) =>
		row(`HTTP ${code} of a gateway after the work`, { ...ofGateway(code), afterWork: true }),
	),
	row('HTTP 503 of a gateway again and again', { ...ofGateway(503), ...always }),
	row('HTTP 503 of a gateway again and again, after the work', { ...ofGateway(503), ...always, afterWork: true }),
	row('an empty HTTP 200', ofGateway(200)),
	row('web page of a gateway', { kind: 'html' }),
	row('web page after the work', { kind: 'html', afterWork: true }),
	row('redirect to a sign-in page', SIGN_IN),
	row('redirect after the work', { ...SIGN_IN, afterWork: true }),
	row('connection cut before the work', { kind: 'drop' }),
	row('connection cut after the work', { kind: 'drop', afterWork: true }),
	row('connection cut again and again', { kind: 'drop', ...always }),
	row('connection cut in the status line', { kind: 'cutHeaders' }),
	row('connection cut in the response', { kind: 'truncate' }),
	row('no response in time', { kind: 'delay', ms: LATE }),
	row('headers too slow, after the work', { kind: 'slowHeaders', ms: LATE }),
	row('a slow response within the time', { kind: 'delay', ms: 20 }),
	connectedWith('nothing listens at the port', { address: 'http://127.0.0.1:1' }),
	connectedWith('wrong password', { password: 'not the one' }),
	connectedWith('no queue manager of that name (2058)', { queueManager: 'OTHER' }),
	connectedWith('a user who may use no queue', { user: 'limited', password: 'Limited-1' }),
	{ name: 'the queue manager is not running', ...behave(({ behaviour }) => (behaviour.isRunning = false)) },
	{ name: 'gets are inhibited', ...set('DEV.QUEUE.1', { getInhibited: true }) },
	{ name: 'puts are inhibited', ...set('DEV.QUEUE.2', { putInhibited: true }) },
	{ name: 'the target is full', ...set('DEV.QUEUE.2', { maximumDepth: 0 }) },
];
