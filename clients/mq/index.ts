import type { Transport } from './connection';

/** IBM's own client, the one that is built in, or MQ REST (mqweb). */
type Way = 'client' | 'builtIn' | 'rest';

/**
 * The transport of a way. Nothing of the others is loaded.
 *
 * @example
 * const connection = await (await transportOf('builtIn')).connect(settings);
 * try {
 * 	await connection.put('ORDERS', { body: Buffer.from('<Order OrderNo="WEB-1"/>') });
 * } finally {
 * 	await connection.close();
 * }
 */
export async function transportOf(way: Way): Promise<Transport> {
	if (way === 'rest') return (await import('./rest')).restTransport;
	if (way === 'client') return (await import('./ibmmq')).ibmmqTransport;
	return (await import('./builtIn')).builtInTransport;
}

export { addressesOf } from './address';
export { CIPHER_SPECS } from './cipherSpecs';
export { withoutDeadLetter } from './deadLetter';
export { testConnection } from './diagnose';
export { isConnectionLost, MQRC, reasonCodeOf } from './errors';
export { feedbackName } from './feedback';
export { reasonOf } from './reasons';
export { fingerprintOf, isSameMessage } from './sameness';
export { queueName } from './settings';
export { bytesOf, textOf } from './text';
export { messageIdOf } from './unread';
export type {
	BrowseOptions,
	Connection,
	ConnectionSettings,
	ConnectOptions,
	GetOptions,
	Match,
	Message,
	MessageDescriptor,
	MessageToPut,
	MessageType,
	PropertyValue,
	QueueAttributes,
	Transport,
} from './connection';
