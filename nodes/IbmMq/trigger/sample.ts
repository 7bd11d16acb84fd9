import type { Connection, Message } from '../../../clients/mq';
import { ServiceError } from '../../../kit/errors';
import type { Clock } from './clock';

/** How often and how long a test waits for a message. */
const EVERY_MS = 2000;
const ATTEMPTS = 60;

/**
 * The first message of a queue, which stays there: a test of the workflow must not take anything away. Where there is
 * none, it waits for one.
 * @throws ServiceError `notFound` where none comes; undefined when the signal is aborted
 */
export async function sample(
	connection: Connection,
	queue: string,
	{ clock, signal }: { clock: Clock; signal: AbortSignal },
): Promise<Message | undefined> {
	for (let attempt = 0; attempt < ATTEMPTS && !signal.aborted; attempt++) {
		for await (const message of connection.browse(queue, { limit: 1, signal })) return message;
		await clock.sleep(EVERY_MS, signal);
	}
	if (signal.aborted) return undefined;
	throw new ServiceError('notFound', `There is no message in ${queue}`, {
		hint: 'The connection works and the queue exists. Put a message into it and test again. A test only browses the message. The published workflow removes it.',
		effect: 'none',
	});
}
