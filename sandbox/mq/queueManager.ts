import { randomBytes } from 'node:crypto';

import type { Clock } from '../kit/clock';
import type { MqBehaviour } from './options';
import { Queue, type Descriptor, type QueueAttributes, type Stored } from './queue';
import { RC, Refusal } from './reasons';

/** What a test or the control endpoint says of a message to put. */
export interface Letter {
	body: string | Buffer;
	descriptor?: Partial<Descriptor>;
}

const CONTEXT = { userId: 'sandbox', putApplicationType: 28, putApplication: 'sandbox' };
const UTF8 = 1208;
const LITTLE = 546;
/** Bytes; that of the queue manager (ALTER QMGR MAXMSGL). */
const MAX_MESSAGE = 104_857_600;

/** The queues of an emulated queue manager, and what it does with messages. */
export class QueueManager {
	readonly queues = new Map<string, Queue>();
	private sequence = 0;

	constructor(
		readonly name: string,
		readonly clock: Clock,
		readonly behaviour: MqBehaviour,
	) {}

	/** Makes a queue, or changes the attributes of one that is there. */
	define(name: string, attributes: Partial<QueueAttributes> = {}): Queue {
		const known = this.queues.get(name);
		if (known) Object.assign(known.attributes, attributes);
		const queue = known ?? new Queue(name, attributes, () => this.clock.now());
		this.queues.set(name, queue);
		queue.serve();
		return queue;
	}

	queue(name: string): Queue {
		const queue = this.queues.get(name);
		if (!queue) throw new Refusal(RC.unknownQueue);
		return queue;
	}

	/** Puts a message, in a unit of work or at once. @returns what was stored */
	put(queue: Queue, descriptor: Descriptor, data: Buffer, unit?: object): Stored {
		if (data.length > MAX_MESSAGE) throw new Refusal(RC.tooBigForQueueManager);
		if (descriptor.priority < -1 || descriptor.priority > 9) throw new Refusal(RC.priorityError);
		if (descriptor.persistence < 0 || descriptor.persistence > 2) throw new Refusal(RC.persistenceError);
		const { defaultPriority, defaultPersistence } = queue.attributes;
		const isNew = descriptor.messageId.every((byte) => byte === 0);
		const now = this.clock.now();
		const kept: Descriptor = {
			...descriptor,
			priority: descriptor.priority === -1 ? defaultPriority : descriptor.priority,
			persistence: descriptor.persistence === 2 ? defaultPersistence : descriptor.persistence,
			messageId: isNew ? this.newId() : Buffer.from(descriptor.messageId),
			ccsid: descriptor.ccsid === 0 ? UTF8 : descriptor.ccsid,
			backoutCount: 0,
			...timeOf(now),
		};
		const expiresAt = descriptor.expiry > 0 ? now + descriptor.expiry * 100 : undefined;
		const stored: Stored = {
			sequence: ++this.sequence,
			descriptor: kept,
			data: Buffer.from(data),
			...(expiresAt === undefined ? {} : { expiresAt }),
			...(unit ? { putBy: unit } : {}),
		};
		queue.put(stored);
		return stored;
	}

	/** Puts a text as an application of MQ would. @returns the message ID in hexadecimal digits */
	send(queueName: string, letter: Letter | string): string {
		const { body, descriptor } = typeof letter === 'string' ? { body: letter, descriptor: {} } : letter;
		const stored = this.put(this.queue(queueName), { ...plainDescriptor(), ...descriptor }, Buffer.from(body));
		return stored.descriptor.messageId.toString('hex');
	}

	commit(unit: object): void {
		for (const queue of this.queues.values()) queue.commit(unit);
	}

	backOut(unit: object): void {
		for (const queue of this.queues.values()) queue.backOut(unit);
	}

	private newId(): Buffer {
		return Buffer.concat([Buffer.from(`AMQ ${this.name.padEnd(12).slice(0, 12)}`, 'latin1'), randomBytes(8)]);
	}
}

/** The descriptor of a text that nothing more was said of. */
export function plainDescriptor(): Descriptor {
	return {
		report: 0,
		messageType: 8,
		expiry: -1,
		feedback: 0,
		encoding: LITTLE,
		ccsid: UTF8,
		format: 'MQSTR',
		priority: -1,
		persistence: 1,
		messageId: Buffer.alloc(24),
		correlationId: Buffer.alloc(24),
		backoutCount: 0,
		replyToQueue: '',
		replyToQueueManager: '',
		...CONTEXT,
		putDate: '',
		putTime: '',
		groupId: Buffer.alloc(24),
		sequenceNumber: 1,
		offset: 0,
		flags: 0,
		originalLength: -1,
	};
}

function timeOf(now: number): { putDate: string; putTime: string } {
	const digits = new Date(now).toISOString().replace(/\D/g, '');
	return { putDate: digits.slice(0, 8), putTime: digits.slice(8, 16) };
}
