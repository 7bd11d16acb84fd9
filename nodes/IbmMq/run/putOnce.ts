import { isConnectionLost, type MessageToPut } from '../../../clients/mq';
import { wireOf } from '../../../clients/mq/message';
import type { ItemContext } from '../../../kit/n8n/items';
import { refuse } from '../../../kit/n8n/refusal';
import type { Session } from '../../../clients/mq/session';

/**
 * Puts a message, after a look at its size, and never a second time: the error of a put whose response was lost says
 * that it may have arrived.
 * @returns its message ID
 */
export async function putOnce(
	session: Session,
	queue: string,
	message: MessageToPut,
	once: ItemContext['once'],
): Promise<string> {
	await checkSize(session, queue, message, once);
	return await session.use(async (connection) => connection.put(queue, message, { signal: session.signal }));
}

/**
 * Refuses a message that is longer than the queue allows. The queue is asked once for all items; where it cannot be
 * asked, because it belongs to another queue manager or the user may not, the put itself will say.
 * @throws Refusal with both sizes
 */
export async function checkSize(
	session: Session,
	queue: string,
	message: MessageToPut,
	once: ItemContext['once'],
): Promise<void> {
	const most = await once(`maximum of ${queue}`, async () => await maximumOf(session, queue));
	const { length } = wireOf(message).data;
	if (most === undefined || length <= most) return;
	refuse(
		`The message has ${length} bytes with its header, and ${queue} accepts at most ${most}`,
		'Send a smaller message, or have the maximum message length (MAXMSGL) of the queue raised.',
	);
}

async function maximumOf(session: Session, queue: string): Promise<number | undefined> {
	try {
		return (await session.use(async (connection) => connection.inquire(queue))).maximumMessageLength;
	} catch (error) {
		if (isConnectionLost(error)) throw error;
		return undefined;
	}
}
