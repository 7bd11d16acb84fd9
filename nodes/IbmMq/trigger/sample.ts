import type { Connection, Message } from '../../../clients/mq';
import { ServiceError } from '../../../kit/errors';
import type { MessageItem } from '../run/item';
import type { Clock } from './clock';
import { itemsOf, Unreadable } from './items';
import type { Settings } from './settings';

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

/**
 * The items of a message that a test shows.
 * @throws ServiceError for one that cannot be made into items, which says what the published workflow does with it
 */
export function itemsOfSample(message: Message, settings: Settings): MessageItem[] {
	try {
		return itemsOf(message, settings);
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
		const { queue } = settings;
		throw new ServiceError('badAnswer', `The first message of ${queue} cannot be read: ${error.message}`, {
			attributes: { messageId: message.descriptor.messageId, queue },
			effect: 'none',
			hint: [error.hint, AFTER_TEST].filter(Boolean).join(' '),
		});
	}
}

const AFTER_TEST =
	'A test shows the first message only. The published workflow moves such a message to the backout queue, or leaves it in the queue, and continues with the messages behind it.';
