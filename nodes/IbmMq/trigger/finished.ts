import { fingerprintOf, type Message } from '../../../clients/mq';
import { Recent } from '../../../kit/memory';

/** More are hardly ever in doubt at once; the oldest are forgotten, and run again where they come again. */
const MOST = 1000;

/**
 * Messages whose workflow is done, and whose removal the queue manager has not confirmed. Where one comes again, only its
 * removal is left to do.
 */
export class Finished {
	private readonly descriptors = new Recent<Message['descriptor']>(MOST);

	/** @param nameOf what distinguishes messages: the ID, or all that can be seen of one */
	constructor(private readonly nameOf: (message: Message) => string) {}

	/** To be called before the removal. */
	add(message: Message): void {
		this.descriptors.set(this.nameOf(message), message.descriptor);
	}

	/** Its removal is confirmed. */
	forget(message: Message): void {
		this.descriptors.delete(this.nameOf(message));
	}

	/** Whether it is still there, for a way on which a message stays in its queue while it runs. */
	has(message: Message): boolean {
		return this.descriptors.get(this.nameOf(message)) !== undefined;
	}

	/**
	 * Whether it was put back and comes again, for a way on which the queue manager counts that. Applications may put
	 * several messages under one ID, so the ID alone does not show: another one under it makes the first forgotten, since
	 * the count of that one would pass for a return of the first as soon as it failed.
	 */
	hasAgain(message: Message): boolean {
		const { putAt, backoutCount } = message.descriptor;
		const known = this.descriptors.get(this.nameOf(message));
		const isAgain = known !== undefined && known.putAt === putAt && backoutCount > known.backoutCount;
		if (!isAgain) this.forget(message);
		return isAgain;
	}
}

/** What outlives an activation: n8n activates a trigger again after an error. */
interface TriggerMemory {
	finished: Finished;
	strays: Message[];
}

/** Most triggers that are remembered. */
const MOST_TRIGGERS = 100;
const triggers = new Recent<TriggerMemory>(MOST_TRIGGERS);

const idOf = ({ descriptor }: Message): string => descriptor.messageId;

/**
 * What is remembered for a trigger, also when it is activated again in this process. `key` names it and its queue. Units
 * of work distinguish messages by their IDs and the queue manager's count of back-outs, which costs nothing; without them a
 * message is known by its content.
 */
export function memoryOf(key: string, hasUnitsOfWork: boolean): TriggerMemory {
	const memory = triggers.get(key) ?? { finished: new Finished(hasUnitsOfWork ? idOf : fingerprintOf), strays: [] };
	triggers.set(key, memory);
	return memory;
}
