import { isSameMessage, type Connection, type Message } from '../../../clients/mq';
import { copiesOf, notPassed, POLL_MS, type Circumstances, type Delivery, type Feed } from './feed';

/**
 * Messages for a way without units of work (MQ REST): each is browsed, and removed by its ID afterwards. It stays in the
 * queue meanwhile, so there must be no other consumer. Failures are counted here: nobody else does.
 *
 * An application may put several messages under one ID, and then the first by priority is removed. So the one that is
 * done with stays while another one is before it; one that comes before it at the very moment of the removal is removed
 * in its place, and worked on next.
 */
export function browsingFeed(
	connection: Connection,
	queue: string,
	{ clock, passed, failures, finished, strays }: Circumstances,
): Feed {
	const removeFinished = async (message: Message) => {
		const { messageId } = message.descriptor;
		const removed = await connection.get(queue, { messageId, only: message });
		if (!removed) {
			// Another one is before it, or it is gone already.
			for await (const { descriptor } of connection.browse(queue, { messageId, limit: 1 })) if (descriptor) return;
			return finished.forget(message);
		}
		if (!isSameMessage(removed, message)) strays.push(removed);
		else if (!removed.isUnconfirmed) finished.forget(message);
	};
	const putBack = async (stray: Message) => await connection.put(queue, withoutIds(stray));
	/** What is counted and decided in the same way for all; they differ in how they leave and how they stay. */
	const inHand = (message: Message, ends: Pick<Delivery, 'accept' | 'passOver'>): Delivery => {
		const { messageId } = message.descriptor;
		const earlier = failures.get(messageId) ?? 0;
		const accept = async () => {
			await ends.accept();
			failures.delete(messageId);
		};
		return {
			message,
			failures: earlier,
			accept,
			async giveBack() {
				failures.set(messageId, earlier + 1);
			},
			// Put first: a crash in between leaves two, never none.
			async moveTo(target) {
				const movedId = await connection.put(target, withoutIds(message));
				await accept();
				const isBack = Boolean(await copiesOf(connection, queue, { messageId: movedId, body: message.body }));
				if (isBack) passed.add(movedId);
				return !isBack;
			},
			passOver: ends.passOver,
		};
	};
	const seen = (message: Message): Delivery =>
		inHand(message, {
			async accept() {
				finished.add(message);
				await removeFinished(message);
			},
			async passOver() {
				passed.add(message.descriptor.messageId);
			},
		});
	const held = (stray: Message): Delivery =>
		inHand(stray, {
			async accept() {
				strays.shift();
			},
			async passOver() {
				passed.add(await putBack(stray));
				strays.shift();
			},
		});
	return {
		async next(signal) {
			if (strays.length > 0) return held(strays[0]);
			for await (const message of notPassed(connection, queue, passed, signal)) {
				const { isPartial, problem, descriptor } = message;
				const { messageId } = descriptor;
				if (finished.has(message)) {
					await removeFinished(message);
					if (strays.length > 0) return held(strays[0]);
					continue;
				}
				if (!isPartial || !problem) return seen(message);
				passed.add(messageId);
				return { messageId, problem };
			}
			await clock.sleep(POLL_MS, signal);
			return undefined;
		},
		async end() {
			try {
				while (strays.length > 0) {
					await putBack(strays[0]);
					strays.shift();
				}
			} catch {
				// What is left runs when the trigger is activated again in this process.
			}
		},
	};
}

/** MQ REST gives each message an ID of its own, and no correlation ID that is none. */
function withoutIds({ descriptor: { messageId: _messageId, correlationId, ...descriptor }, ...message }: Message) {
	const correlation = /^0*$/.test(correlationId) ? {} : { correlationId };
	return { ...message, descriptor: { ...descriptor, ...correlation } };
}
