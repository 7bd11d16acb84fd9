import type { ServiceError } from '../../../kit/errors';
import { MQRC, mqError } from '../errors';

/** Why a queue manager ends a channel, with the reason code that IBM's client makes of it. */
const STATUS: Record<number, [reason: number, detail: string]> = {
	0x01: [MQRC.unknownChannel, ''],
	0x02: [MQRC.channelConfiguration, 'The channel is of another type.'],
	0x03: [MQRC.queueManagerNotAvailable, ''],
	0x05: [2162, ''],
	0x08: [2203, 'Somebody ended the channel.'],
	0x09: [MQRC.connectionBroken, 'It was idle for too long.'],
	0x15: [MQRC.notAuthorized, 'The channel refused the connection.'],
	0x17: [MQRC.channelNotAvailable, ''],
	0x18: [MQRC.notAuthorized, 'An exit of the channel ended it.'],
	0x19: [MQRC.sslInitialization, 'The cipher spec is not that of the channel.'],
	0x1a: [MQRC.sslPeerName, ''],
	0x1b: [MQRC.sslInitialization, 'The channel requires a client certificate.'],
	0x21: [MQRC.standby, ''],
};

/** The error for a status segment. A status that is not known is a broken connection with its number. */
export function statusError(code: number, verb: string): ServiceError {
	const [reason, detail] = STATUS[code] ?? [
		MQRC.connectionBroken,
		`The queue manager ended the channel (status ${code}).`,
	];
	const isConnecting = verb === 'MQCONNX';
	return mqError(reason, { verb, detail, ...(isConnecting ? { effect: 'none' as const } : {}) });
}
