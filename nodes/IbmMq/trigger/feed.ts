import type { Connection, Message } from '../../../clients/mq';
import type { ServiceError } from '../../../kit/errors';
import type { Clock } from './clock';
import type { Finished } from './finished';

/** A message that is being worked on. One of its ends has to come before the next message is asked for. */
export interface Delivery {
	message: Message;
	/** How often it was delivered and put back before. */
	failures: number;
	/** Removes it permanently. */
	accept(): Promise<void>;
	/** Puts it back. */
	giveBack(): Promise<void>;
	/**
	 * Moves it to another queue. Resolves with false where that is another name of the same queue, such as an alias: the
	 * message is passed over then.
	 */
	moveTo(queue: string): Promise<boolean>;
	/** Puts it back and continues with those behind it. */
	passOver(): Promise<void>;
}

/** A message that cannot be had at all, so that it cannot be moved either. It has been passed over. */
export interface Stuck {
	messageId: string;
	problem: ServiceError;
}

/** Where messages come from, over one connection, one after another. */
export interface Feed {
	/** The next message; undefined where none came for a while. */
	next(signal: AbortSignal): Promise<Delivery | Stuck | undefined>;
	/**
	 * Puts back what only this process holds, as far as that is possible. To be called when the trigger is switched off.
	 * Never throws.
	 */
	end?(): Promise<void>;
}

/** What the consumers of a trigger share, also over connections that break. */
export interface Circumstances {
	clock: Clock;
	/** IDs of messages that stay where they are. While there are any, messages are found by browsing. */
	passed: Set<string>;
	/** How often messages failed, for a way on which nobody else counts. */
	failures: Map<string, number>;
	/** Messages that are done with and may still be there. */
	finished: Finished;
	/** Messages that were removed in place of another one under their ID, and that nobody has worked on yet. */
	strays: Message[];
}

/** Browsing does not wait, so it is done again after so long. */
export const POLL_MS = 2000;

/** Most messages of one look at the queue, beside those that were passed over. */
const BROWSED = 100;

/** The messages of a queue, first to last, without those that were passed over; of these, forgets what is gone. */
export async function* notPassed(
	connection: Connection,
	queue: string,
	passed: Set<string>,
	signal: AbortSignal,
): AsyncIterable<Message> {
	const limit = passed.size + BROWSED;
	const gone = new Set(passed);
	let count = 0;
	for await (const message of connection.browse(queue, { limit, signal })) {
		const { messageId } = message.descriptor;
		count += 1;
		gone.delete(messageId);
		if (!passed.has(messageId)) yield message;
	}
	if (count < limit) for (const messageId of gone) passed.delete(messageId);
}

/** How many messages of a queue have this ID and body; undefined where nobody may look. */
export async function copiesOf(
	connection: Connection,
	queue: string,
	{ messageId, body }: { messageId: string; body: Buffer },
): Promise<number | undefined> {
	try {
		let count = 0;
		for await (const message of connection.browse(queue, { messageId, limit: BROWSED })) {
			if (message.body.equals(body)) count += 1;
		}
		return count;
	} catch {
		return undefined;
	}
}
