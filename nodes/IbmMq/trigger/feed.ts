import type { Connection, Message } from '../../../clients/mq';
import type { Clock } from './clock';

/** A message that is being worked on. One of its three ends has to come before the next message is asked for. */
export interface Delivery {
	message: Message;
	/** How often it was delivered and put back before. */
	failures: number;
	/** Removes it for good. */
	accept(): Promise<void>;
	/** Puts it back. */
	giveBack(): Promise<void>;
	/** Moves it to another queue. */
	moveTo(queue: string): Promise<void>;
}

/** Where messages come from, over one connection, one after another. */
export interface Feed {
	/** The next message; undefined where none came for a while. */
	next(signal: AbortSignal): Promise<Delivery | undefined>;
}

/** How long to wait for a message before looking whether to go on, in milliseconds. */
const WAIT_MS = 10_000;

/** Browsing does not wait, so it is done again after so long. */
const POLL_MS = 2000;

/**
 * Messages taken in units of work. Until its end the queue manager keeps the message for this connection: whatever
 * breaks, it puts the message back.
 */
export function unitOfWorkFeed(connection: Connection, queue: string): Feed {
	return {
		async next(signal) {
			const message = await connection.get(queue, { wait: WAIT_MS, inUnitOfWork: true, signal });
			if (!message) return undefined;
			return {
				message,
				failures: message.descriptor.backoutCount,
				accept: async () => connection.commit(),
				giveBack: async () => connection.backOut(),
				async moveTo(target) {
					await connection.put(target, message, { inUnitOfWork: true });
					await connection.commit();
				},
			};
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
	{ failures, clock }: { failures: Map<string, number>; clock: Clock },
): Feed {
	const remove = async (messageId: string) => {
		await connection.get(queue, { messageId });
		failures.delete(messageId);
	};
	return {
		async next(signal) {
			for await (const message of connection.browse(queue, { limit: 1, signal })) {
				const { messageId } = message.descriptor;
				const earlier = failures.get(messageId) ?? 0;
				return {
					message,
					failures: earlier,
					accept: async () => remove(messageId),
					async giveBack() {
						failures.set(messageId, earlier + 1);
					},
					// Put first: a crash in between leaves two, never none.
					async moveTo(target) {
						await connection.put(target, withoutIds(message));
						await remove(messageId);
					},
				};
			}
			await clock.sleep(POLL_MS, signal);
			return undefined;
		},
	};
}

/** MQ REST gives each message an ID of its own, and no correlation ID that is none. */
function withoutIds({ descriptor: { messageId: _messageId, correlationId, ...descriptor }, ...message }: Message) {
	const correlation = /^0*$/.test(correlationId) ? {} : { correlationId };
	return { ...message, descriptor: { ...descriptor, ...correlation } };
}
