import { createHash } from 'node:crypto';

import type { Message } from './connection';

/**
 * Names a message by all that does not change while it is on a queue, for ways on which several may have one ID. Two of
 * one ID with the same content are taken for one.
 */
export function fingerprintOf({ descriptor, properties, body }: Message): string {
	const { messageId, correlationId, priority, putAt } = descriptor;
	return createHash('sha256')
		.update(JSON.stringify([messageId, correlationId, priority, putAt, properties]))
		.update(body)
		.digest('base64url');
}

/** Whether both are the same message, as far as {@link fingerprintOf} knows. */
export const isSameMessage = (one: Message | undefined, other: Message | undefined): boolean =>
	one !== undefined && other !== undefined && fingerprintOf(one) === fingerprintOf(other);
