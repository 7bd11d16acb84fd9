import { messageIdOf, type Connection, type Message } from '../../../clients/mq';
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
	/** Moves it to another queue. */
	moveTo(queue: string): Promise<void>;
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
}

/** How long to wait for a message before looking whether to continue, in milliseconds. */
const WAIT_MS = 10_000;

/** Browsing does not wait, so it is done again after so long. */
const POLL_MS = 2000;

/** Most messages of one look at the queue, beside those that were passed over. */
const BROWSED = 100;

/**
 * Messages taken in units of work. Until its end the queue manager keeps the message for this connection: whatever
 * breaks, it puts the message back.
 */
export function unitOfWorkFeed(
	connection: Connection,
	queue: string,
	{ clock, passed, finished }: Circumstances,
): Feed {
	const accept = async (message: Message) => {
		finished.add(message);
		await connection.commit();
		finished.forget(message);
	};
	const inHand = (message: Message): Delivery => {
		const { messageId } = message.descriptor;
		const giveBack = async () => connection.backOut();
		return {
			message,
			failures: message.descriptor.backoutCount,
			accept: async () => await accept(message),
			giveBack,
			async moveTo(target) {
				await connection.put(target, message, { inUnitOfWork: true });
				await connection.commit();
			},
			async passOver() {
				passed.add(messageId);
				await giveBack();
				// While it was in hand, a look of another consumer may have taken it for gone.
				passed.add(messageId);
			},
		};
	};
	/** The message with this ID, or the first; undefined where there is none, or another consumer has it. */
	const take = async (signal: AbortSignal, messageId?: string): Promise<Delivery | Stuck | undefined> => {
		const wait = messageId === undefined ? WAIT_MS : 0;
		try {
			const message = await connection.get(queue, { wait, messageId, inUnitOfWork: true, signal });
			if (!message) return undefined;
			if (finished.hasAgain(message)) {
				await accept(message);
				return undefined;
			}
			const delivery = inHand(message);
			if (!passed.has(message.descriptor.messageId)) return delivery;
			// Another consumer passed it over while this one waited.
			await delivery.giveBack();
			return undefined;
		} catch (error) {
			const id = messageIdOf(error);
			if (id === undefined) throw error;
			if (passed.has(id)) return undefined;
			passed.add(id);
			return { messageId: id, problem: error as ServiceError };
		}
	};
	return {
		async next(signal) {
			if (passed.size === 0) return await take(signal);
			for await (const { descriptor } of notPassed(connection, queue, passed, signal)) {
				const found = await take(signal, descriptor.messageId);
				if (found) return found;
			}
			await clock.sleep(POLL_MS, signal);
			return undefined;
		},
	};
}

/**
 * Messages for a way without units of work (MQ REST): each is browsed, and removed by its ID afterwards. It stays in the
 * queue meanwhile, so there must be no other consumer. Failures are counted here: nobody else does.
 */
export function browsingFeed(
	connection: Connection,
	queue: string,
	{ clock, passed, failures, finished }: Circumstances,
): Feed {
	const removeFinished = async (message: Message) => {
		const removed = await connection.get(queue, { messageId: message.descriptor.messageId });
		if (!removed?.isUnconfirmed) finished.forget(message);
	};
	const inHand = (message: Message): Delivery => {
		const { messageId } = message.descriptor;
		const earlier = failures.get(messageId) ?? 0;
		const remove = async () => {
			finished.add(message);
			await removeFinished(message);
			failures.delete(messageId);
		};
		return {
			message,
			failures: earlier,
			accept: remove,
			async giveBack() {
				failures.set(messageId, earlier + 1);
			},
			// Put first: a crash in between leaves two, never none.
			async moveTo(target) {
				await connection.put(target, withoutIds(message));
				await remove();
			},
			async passOver() {
				passed.add(messageId);
			},
		};
	};
	return {
		async next(signal) {
			for await (const message of notPassed(connection, queue, passed, signal)) {
				const { isPartial, problem, descriptor } = message;
				const { messageId } = descriptor;
				if (finished.has(message)) {
					await removeFinished(message);
					continue;
				}
				if (!isPartial || !problem) return inHand(message);
				passed.add(messageId);
				return { messageId, problem };
			}
			await clock.sleep(POLL_MS, signal);
			return undefined;
		},
	};
}

/** The messages of a queue, first to last, without those that were passed over; of these, forgets what is gone. */
async function* notPassed(
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

/** MQ REST gives each message an ID of its own, and no correlation ID that is none. */
function withoutIds({ descriptor: { messageId: _messageId, correlationId, ...descriptor }, ...message }: Message) {
	const correlation = /^0*$/.test(correlationId) ? {} : { correlationId };
	return { ...message, descriptor: { ...descriptor, ...correlation } };
}
