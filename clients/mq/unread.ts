import type { ServiceError } from '../../kit/errors';
import { MQRC, mqError, reasonCodeOf } from './errors';

interface TooLong {
	queue: string;
	messageId: string;
	/** Bytes; of the whole message, 0 where it is not known. */
	length: number;
	/** Bytes; what the channel lets through. */
	most: number;
}

/** The error for a message that is longer than the channel lets through. It is still in its queue. */
export function tooLong({ queue, messageId, length, most }: TooLong): ServiceError {
	const size =
		length > 0 ? `It has ${length} bytes, and the channel allows ${most}.` : `The channel allows ${most} bytes.`;
	return mqError(MQRC.truncated, {
		verb: 'MQGET',
		queue,
		detail: size,
		hint: 'Have the maximum message length (MAXMSGL) of the channel raised.',
		remedy: { field: 'channel' },
		attributes: { messageId },
	});
}

/**
 * The ID of a message that a get found but could not deliver, so that it is still in its queue; undefined for any other
 * error.
 */
export function messageIdOf(error: unknown): string | undefined {
	const isTooLong = reasonCodeOf(error) === MQRC.truncated;
	return isTooLong ? (error as ServiceError).attributes.messageId || undefined : undefined;
}
