import { RC, Refusal } from './reasons';

/** A message descriptor as the queue manager keeps it; texts without padding. */
export interface Descriptor {
	report: number;
	messageType: number;
	/** Tenths of a second, or -1. */
	expiry: number;
	feedback: number;
	encoding: number;
	ccsid: number;
	format: string;
	priority: number;
	persistence: number;
	messageId: Buffer;
	correlationId: Buffer;
	backoutCount: number;
	replyToQueue: string;
	replyToQueueManager: string;
	userId: string;
	putApplicationType: number;
	putApplication: string;
	putDate: string;
	putTime: string;
	groupId: Buffer;
	sequenceNumber: number;
	/** Of a segment: where it begins in the whole message. */
	offset: number;
	/** MQMF_…: of groups and segments. */
	flags: number;
	originalLength: number;
}

/** A message on a queue. */
export interface Stored {
	/** Grows with each put; a browse continues behind it. */
	sequence: number;
	descriptor: Descriptor;
	data: Buffer;
	expiresAt?: number;
	/** The unit of work that put it and is not committed. */
	putBy?: object;
	/** The unit of work that took it and is not committed. */
	takenBy?: object;
}

export interface QueueAttributes {
	description: string;
	maximumDepth: number;
	maximumMessageLength: number;
	backoutThreshold: number;
	backoutRequeueQueue: string;
	getInhibited: boolean;
	putInhibited: boolean;
	defaultPriority: number;
	defaultPersistence: number;
	/** Users that may not open it. */
	deniedTo: string[];
}

export interface Match {
	messageId?: Buffer;
	correlationId?: Buffer;
	/** Only messages behind this one. */
	behind?: Stored;
}

interface Waiter {
	match: Match;
	unit: object | undefined;
	resolve: (message: Stored | undefined) => void;
}

const defaults: QueueAttributes = {
	description: '',
	maximumDepth: 5_000,
	maximumMessageLength: 4_194_304,
	backoutThreshold: 0,
	backoutRequeueQueue: '',
	getInhibited: false,
	putInhibited: false,
	defaultPriority: 0,
	defaultPersistence: 0,
	deniedTo: [],
};

/** A local queue: by priority, then first in, first out. */
export class Queue {
	readonly attributes: QueueAttributes;
	openInputCount = 0;
	openOutputCount = 0;
	private messages: Stored[] = [];
	private waiters: Waiter[] = [];

	constructor(
		readonly name: string,
		attributes: Partial<QueueAttributes>,
		private readonly now: () => number,
	) {
		this.attributes = { ...defaults, ...attributes };
	}

	/** Messages that are not gone, those of open units of work included. */
	get depth(): number {
		this.expire();
		return this.messages.length;
	}

	/** Gets that wait for a message. */
	get waiting(): number {
		return this.waiters.length;
	}

	/** What a browse would see, in order. */
	visible(): Stored[] {
		this.expire();
		return this.messages.filter((message) => !message.putBy && !message.takenBy);
	}

	/** All that is there, also what units of work hold. */
	all(): readonly Stored[] {
		return this.messages;
	}

	put(message: Stored): void {
		const { maximumDepth, maximumMessageLength, putInhibited } = this.attributes;
		if (putInhibited) throw new Refusal(RC.putInhibited);
		if (message.data.length > maximumMessageLength) throw new Refusal(RC.tooBigForQueue);
		if (this.depth >= maximumDepth) throw new Refusal(RC.queueFull);
		const { priority } = message.descriptor;
		let at = this.messages.length;
		while (at > 0 && this.messages[at - 1].descriptor.priority < priority) at--;
		if (at === this.messages.length) this.messages.push(message);
		else this.messages.splice(at, 0, message);
		this.serve();
	}

	/** The first message that matches, without taking it. */
	peek(match: Match): Stored | undefined {
		if (this.attributes.getInhibited) throw new Refusal(RC.getInhibited);
		return this.first(match);
	}

	/** Takes a message that {@link peek} has shown: into a unit of work, or permanently. */
	take(message: Stored, unit: object | undefined): void {
		if (unit) message.takenBy = unit;
		else this.remove(message);
	}

	/** Undoes {@link take} into a unit of work or of a waiting get, as if it had never been. */
	giveBack(message: Stored): void {
		delete message.takenBy;
		if (this.messages.includes(message)) return;
		const at = this.messages.findIndex((other) => isBehind(other, message));
		this.messages.splice(at < 0 ? this.messages.length : at, 0, message);
	}

	/** Waits for a message and takes it. `cancel` gives up, which resolves with undefined. */
	wait(match: Match, unit: object | undefined): { found: Promise<Stored | undefined>; cancel: () => void } {
		let resolve: Waiter['resolve'] = () => undefined;
		const found = new Promise<Stored | undefined>((done) => (resolve = done));
		const waiter: Waiter = { match, unit, resolve };
		this.waiters.push(waiter);
		const cancel = () => {
			this.waiters = this.waiters.filter((other) => other !== waiter);
			resolve(undefined);
		};
		return { found, cancel };
	}

	commit(unit: object): void {
		this.messages = this.messages.filter(({ takenBy }) => takenBy !== unit);
		for (const message of this.messages) if (message.putBy === unit) delete message.putBy;
		this.serve();
	}

	backOut(unit: object): void {
		this.messages = this.messages.filter(({ putBy }) => putBy !== unit);
		for (const message of this.messages) {
			if (message.takenBy !== unit) continue;
			delete message.takenBy;
			message.descriptor.backoutCount += 1;
		}
		this.serve();
	}

	clear(): void {
		this.messages = [];
	}

	/** Hands messages to gets that wait for them; also when the queue was inhibited and is no longer. */
	serve(): void {
		if (this.attributes.getInhibited) return;
		for (const waiter of [...this.waiters]) {
			const message = this.first(waiter.match);
			if (!message) continue;
			this.waiters = this.waiters.filter((other) => other !== waiter);
			this.take(message, waiter.unit);
			waiter.resolve(message);
		}
	}

	private first({ messageId, correlationId, behind }: Match): Stored | undefined {
		this.expire();
		const from = behind ? this.messages.findIndex((message) => isBehind(message, behind)) : 0;
		if (from < 0) return undefined;
		for (let at = from; at < this.messages.length; at++) {
			const message = this.messages[at];
			if (message.putBy || message.takenBy) continue;
			if (messageId && !message.descriptor.messageId.equals(messageId)) continue;
			if (correlationId && !message.descriptor.correlationId.equals(correlationId)) continue;
			return message;
		}
		return undefined;
	}

	private remove(message: Stored): void {
		const at = this.messages.indexOf(message);
		if (at === 0) this.messages.shift();
		else if (at > 0) this.messages.splice(at, 1);
	}

	private expire(): void {
		const now = this.now();
		const isOver = ({ expiresAt, takenBy }: Stored) => expiresAt !== undefined && expiresAt <= now && !takenBy;
		if (this.messages.some(isOver)) this.messages = this.messages.filter((message) => !isOver(message));
	}
}

function isBehind(message: Stored, other: Stored): boolean {
	const [own, its] = [message.descriptor.priority, other.descriptor.priority];
	return own < its || (own === its && message.sequence > other.sequence);
}
