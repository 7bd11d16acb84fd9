import type { Message } from '../../../clients/mq';
import { Recent } from '../../../kit/memory';

/** More are hardly ever in doubt at once; the oldest are forgotten, and run again where they come again. */
const MOST = 1000;

/**
 * Messages whose workflow is done, and whose removal the queue manager has not confirmed. Where one comes again, only its
 * removal is left to do.
 */
export class Finished {
	private readonly descriptors = new Recent<Message['descriptor']>(MOST);

	/** To be called before the removal. */
	add({ descriptor }: Message): void {
		this.descriptors.set(descriptor.messageId, descriptor);
	}

	/** Its removal is confirmed. */
	forget({ descriptor }: Message): void {
		this.descriptors.delete(descriptor.messageId);
	}

	/**
	 * Whether it is still there, for a way on which a message stays in its queue while it runs. Another one may have its ID,
	 * but was put at another time.
	 */
	has({ descriptor }: Message): boolean {
		const known = this.descriptors.get(descriptor.messageId);
		return known !== undefined && known.putAt === descriptor.putAt;
	}

	/**
	 * Whether it was put back and comes again, for a way on which the queue manager counts that. Applications may put
	 * several messages under one ID, so the ID alone does not show: another one under it makes the first forgotten, since
	 * the count of that one would pass for a return of the first as soon as it failed.
	 */
	hasAgain(message: Message): boolean {
		const { messageId, putAt, backoutCount } = message.descriptor;
		const known = this.descriptors.get(messageId);
		const isAgain = known !== undefined && known.putAt === putAt && backoutCount > known.backoutCount;
		if (!isAgain) this.forget(message);
		return isAgain;
	}
}

/** Most triggers that are remembered. */
const MOST_TRIGGERS = 100;
const triggers = new Recent<Finished>(MOST_TRIGGERS);

/** What is remembered for a trigger, also when it is activated again in this process. `key` names it and its queue. */
export function finishedOf(key: string): Finished {
	const finished = triggers.get(key) ?? new Finished();
	triggers.set(key, finished);
	return finished;
}
