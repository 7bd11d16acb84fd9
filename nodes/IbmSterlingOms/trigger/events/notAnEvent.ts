/** What to do, by the way that a body came. */
interface Advice {
	webhook: string;
	queue: string;
}

/** What arrived is not an event. The message is for whoever posted it to a webhook. */
export class NotAnEvent extends Error {
	/** The same for whoever put it into a queue. */
	readonly ofQueue: string;

	/** @param fact what is wrong, as a sentence without its end */
	constructor(fact: string, { webhook, queue }: Advice) {
		super(`${fact}${webhook}`);
		this.ofQueue = `${fact}${queue}`;
	}
}
