import { messageIdOf, type Connection, type Message } from '../../../clients/mq';
import type { ServiceError } from '../../../kit/errors';
import { copiesOf, notPassed, POLL_MS, type Circumstances, type Delivery, type Feed, type Stuck } from './feed';

/** How long to wait for a message before looking whether to continue, in milliseconds. */
const WAIT_MS = 10_000;

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
				const { body } = message;
				// Several messages may have one ID.
				const before = await copiesOf(connection, queue, { messageId, body });
				const movedId = await connection.put(target, message, { inUnitOfWork: true });
				await connection.commit();
				const after = await copiesOf(connection, queue, { messageId: movedId, body });
				const isBack = before !== undefined && after !== undefined && after > before;
				if (isBack) passed.add(movedId);
				return !isBack;
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
