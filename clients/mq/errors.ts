import { ServiceError, type ServiceErrorFacts } from '../../kit/errors';
import { reasonOf } from './reasons';

/** Reason codes that the code itself decides by. */
export const MQRC = {
	backedOut: 2003,
	connectionBroken: 2009,
	dataLength: 2010,
	noMessage: 2033,
	notAuthorized: 2035,
	objectChanged: 2041,
	options: 2046,
	queueManagerName: 2058,
	queueManagerNotAvailable: 2059,
	truncatedAccepted: 2079,
	truncated: 2080,
	tooBigForChannel: 2218,
	sslInitialization: 2393,
	sslPeerName: 2398,
	channelNotAvailable: 2537,
	hostNotAvailable: 2538,
	channelConfiguration: 2539,
	unknownChannel: 2540,
	standby: 2543,
} as const;

interface Circumstances extends ServiceErrorFacts {
	/** The call of the MQI, such as `MQPUT`. */
	verb: string;
	queue?: string;
	/** More than the reason code says, as a sentence. */
	detail?: string;
	/** Of the call: `unknown` where its response was lost. */
	effect?: ServiceErrorFacts['effect'];
}

/**
 * The error for a reason code: its code is `2035`, its message the plain sentence with IBM's name behind it, its
 * attributes say which queue.
 */
export function mqError(code: number, { verb, queue, detail, ...facts }: Circumstances): ServiceError {
	const { name, category, text, hint, remedy, passing, effect } = reasonOf(code);
	const sentence = text.replace('{queue}', queue ?? 'the queue').replace(/^the queue/, 'The queue');
	const named = name === String(code) ? sentence : `${sentence} (${code} MQRC_${name})`;
	return new ServiceError(category, [named, detail].filter(Boolean).join(' '), {
		code: String(code),
		hint,
		api: verb,
		passing,
		effect,
		...(remedy ? { remedy: { field: remedy } } : {}),
		...facts,
		attributes: { ...(queue ? { queue } : {}), ...facts.attributes },
	});
}

/** The reason code of an error of MQ; undefined for any other error. */
export function reasonCodeOf(error: unknown): number | undefined {
	return error instanceof ServiceError && /^2\d{3}$/.test(error.code ?? '') ? Number(error.code) : undefined;
}

/** Whether the connection is gone, so that nothing more can be done on it and its unit of work is backed out. */
export function isConnectionLost(error: unknown): boolean {
	const code = reasonCodeOf(error);
	if (code !== undefined) return [2009, 2018, 2059, 2162, 2202, 2203, 2223, 2549].includes(code);
	return error instanceof ServiceError && ['cancelled', 'connection', 'timeout'].includes(error.category);
}

/** For a confirmation whose loss changes nothing. @throws any other error */
export function unlessLost(error: unknown): void {
	if (!isConnectionLost(error)) throw error;
}

/** The error for a response that does not fit the protocol. The connection is of no use after it. */
export function strange(what: string, effect: 'none' | 'unknown' = 'unknown'): ServiceError {
	return new ServiceError('badAnswer', `The other side does not respond like a queue manager: ${what}.`, {
		hint: 'Check that this is the address of an IBM MQ listener, and whether the channel uses TLS (cipher spec).',
		effect,
		remedy: { field: 'endpoint' },
	});
}
