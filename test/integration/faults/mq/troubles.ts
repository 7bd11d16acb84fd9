import type { ConnectionSettings } from '../../../../clients/mq/connection';
import type { Fault } from '../../../../sandbox/kit/faults';
import type { MqSandbox } from '../../../../sandbox/mq';

/** How long a call may take in the matrix, in milliseconds. */
export const TIMEOUT_MS = 250;
export const LATE = TIMEOUT_MS * 2;

export interface Trouble {
	name: string;
	/** Of a call by its name, or of the main call of each work where it says `main`. */
	faults?: Array<Omit<Fault, 'api'> & { api: 'main' | string }>;
	settings?: Partial<ConnectionSettings>;
	/** What the administrator has done to the queue manager; undone by `after`. */
	before?: (sandbox: MqSandbox) => void;
	after?: (sandbox: MqSandbox) => void;
}

/** Puts a queue manager of the tests back to how it was. */
const asBefore = ({ manager }: MqSandbox) => {
	for (const name of ['DEV.QUEUE.1', 'DEV.QUEUE.2']) {
		Object.assign(manager.queue(name).attributes, UNTOUCHED);
		manager.queue(name).serve();
	}
	Object.assign(manager.behaviour.channels['DEV.APP.SVRCONN'], { isStopped: false, maximumInstances: undefined });
	Object.assign(manager.behaviour, { isRunning: true, demandsPassword: false, converts: true, knowsProperties: true });
};
const UNTOUCHED = { getInhibited: false, putInhibited: false, maximumDepth: 5_000, deniedTo: [] as string[] };

export const set = (name: string, attributes: object): Pick<Trouble, 'before' | 'after'> => ({
	before: ({ manager }) => void manager.define(name, attributes),
	after: asBefore,
});
export const behave = (change: (sandbox: MqSandbox) => unknown): Pick<Trouble, 'before' | 'after'> => ({
	before: (sandbox) => void change(sandbox),
	after: asBefore,
});

const reason = (status: number, api = 'main', more: Partial<Fault> = {}): Trouble['faults'] => [
	{ kind: 'status', status, ...more, api },
];

/** Reason codes of a call that was not carried out. */
const REFUSALS = [2016, 2017, 2024, 2035, 2041, 2042, 2046, 2051, 2053, 2056, 2071, 2085, 2102, 2105, 2161, 2202];
/** Reason codes under which nobody knows whether it was. */
const LOST = [2009, 2162, 2195, 2203];

export const TROUBLES: Trouble[] = [
	...REFUSALS.map((code) => ({ name: `reason code ${code}`, faults: reason(code) })),
	...LOST.map((code) => ({ name: `reason code ${code} before the work`, faults: reason(code) })),
	...LOST.map((code) => ({
		name: `reason code ${code} after the work`,
		faults: reason(code, 'main', { afterWork: true }),
	})),
	{ name: 'connection cut before the work', faults: [{ kind: 'drop', api: 'main' }] },
	{ name: 'connection cut after the work', faults: [{ kind: 'drop', api: 'main', afterWork: true }] },
	{ name: 'connection cut in the response', faults: [{ kind: 'truncate', api: 'main' }] },
	{ name: 'half a response under its own length', faults: [{ kind: 'malformed', api: 'main' }] },
	{ name: 'no response in time', faults: [{ kind: 'delay', ms: LATE, api: 'main' }] },
	{ name: 'a slow response within the time', faults: [{ kind: 'delay', ms: 20, api: 'main' }] },
	{ name: 'MQCMIT: reason code 2003', faults: reason(2003, 'MQCMIT') },
	{ name: 'MQCMIT: reason code 2009 after the work', faults: reason(2009, 'MQCMIT', { afterWork: true }) },
	{ name: 'MQCMIT: connection cut before the work', faults: [{ kind: 'drop', api: 'MQCMIT' }] },
	{ name: 'MQCMIT: connection cut after the work', faults: [{ kind: 'drop', api: 'MQCMIT', afterWork: true }] },
	{ name: 'MQCMIT: no response in time', faults: [{ kind: 'delay', ms: LATE, api: 'MQCMIT' }] },
	{ name: 'MQOPEN: not authorized (2035)', faults: reason(2035, 'MQOPEN') },
	{ name: 'MQOPEN: connection cut', faults: [{ kind: 'drop', api: 'MQOPEN' }] },
	{ name: 'MQCONNX: no queue manager of that name (2058)', settings: { queueManager: 'OTHER' } },
	{ name: 'MQCONNX: not authorized (2035)', faults: reason(2035, 'MQCONN') },
	{ name: 'MQCONNX: connection cut', faults: [{ kind: 'drop', api: 'MQCONN' }] },
	{ name: 'MQCONNX: no response in time', faults: [{ kind: 'delay', ms: LATE, api: 'MQCONN' }] },
	{ name: 'MQDISC: connection cut', faults: [{ kind: 'drop', api: 'MQDISC' }] },
	{ name: 'nothing listens at the port', settings: { address: '127.0.0.1(1)' } },
	{ name: 'TLS to a port without it', settings: { cipherSpec: 'ANY_TLS12_OR_HIGHER' } },
	{ name: 'wrong password', settings: { password: 'not the one' } },
	{
		name: 'no password where one is asked for',
		settings: { user: '', password: '' },
		...behave(({ behaviour }) => (behaviour.demandsPassword = true)),
	},
	{ name: 'no such channel', settings: { channel: 'NO.SUCH' } },
	{ name: 'a channel of another type', settings: { channel: 'TO.OTHER' } },
	{
		name: 'the channel is stopped',
		...behave(({ behaviour }) => (behaviour.channels['DEV.APP.SVRCONN'].isStopped = true)),
	},
	{
		name: 'the channel has no instance left',
		...behave(({ behaviour }) => (behaviour.channels['DEV.APP.SVRCONN'].maximumInstances = 0)),
	},
	{ name: 'the queue manager is not running', ...behave(({ behaviour }) => (behaviour.isRunning = false)) },
	{ name: 'a user who may use no queue', settings: { user: 'limited', password: 'Limited-1' } },
	{ name: 'gets are inhibited', ...set('DEV.QUEUE.1', { getInhibited: true }) },
	{ name: 'puts are inhibited', ...set('DEV.QUEUE.2', { putInhibited: true }) },
	{ name: 'the target is full', ...set('DEV.QUEUE.2', { maximumDepth: 0 }) },
	{ name: 'the queue manager converts nothing', ...behave(({ behaviour }) => (behaviour.converts = false)) },
	{ name: 'it does not know message properties', ...behave(({ behaviour }) => (behaviour.knowsProperties = false)) },
];
