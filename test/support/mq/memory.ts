import { randomBytes } from 'node:crypto';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';

import {
	isSameMessage,
	type Connection,
	type Message,
	type MessageToPut,
	type QueueAttributes,
	type Transport,
} from '../../../clients/mq';
import { mqError } from '../../../clients/mq/errors';
import type { Clock } from '../../../nodes/IbmMq/trigger/clock';

type Stored = Message;

interface Queue {
	messages: Stored[];
	attributes: Partial<QueueAttributes>;
}

/** What to do instead of the next call of a verb. */
export interface Fault {
	verb: string;
	code: number;
	/** The call is carried out all the same: only its response is lost. */
	isDone?: boolean;
}

/**
 * A queue manager in memory behind the interface of the transports: units of work belong to a connection, and whatever
 * is open when it breaks is backed out. Messages that come in wake those who wait.
 */
export class MemoryQueueManager {
	readonly queues = new Map<string, Queue>();
	readonly connections = new Set<MemoryConnection>();
	readonly faults: Fault[] = [];
	/** Every call, in order. */
	readonly calls: string[] = [];
	hasUnitsOfWork = true;
	/** Called between the look at a message and its removal, on the way without units of work; once. */
	beforeRemoval?: () => void;
	private readonly waiting = new Set<() => void>();

	define(name: string, attributes: Partial<QueueAttributes> = {}): this {
		this.queues.set(name, { messages: [], attributes });
		return this;
	}

	/** Puts a text, past any connection; returns its message ID. */
	send(queue: string, text: string, more: Partial<MessageToPut> = {}): string {
		return this.add(queue, { body: Buffer.from(text), ...more });
	}

	add(queue: string, message: MessageToPut & { descriptor?: Partial<Message['descriptor']> }): string {
		const stored = storedOf(message);
		const { messages } = this.queue(queue);
		const behind = messages.findIndex(({ descriptor }) => descriptor.priority < stored.descriptor.priority);
		messages.splice(behind === -1 ? messages.length : behind, 0, stored);
		this.wake();
		return stored.descriptor.messageId;
	}

	/** Texts of the messages that are in a queue and in no unit of work. */
	texts(queue: string): string[] {
		return this.queue(queue).messages.map(({ body }) => body.toString());
	}

	queue(name: string): Queue {
		const queue = this.queues.get(name);
		if (!queue) throw mqError(2085, { verb: 'MQOPEN', queue: name });
		return queue;
	}

	/** All connections break, as when the queue manager is restarted or n8n is killed. */
	breakAll(): void {
		for (const connection of this.connections) connection.break();
	}

	get transport(): Transport {
		const connect = async () => {
			this.meet('MQCONN');
			return new MemoryConnection(this);
		};
		const isTransactional = () => this.hasUnitsOfWork;
		return {
			get hasUnitsOfWork() {
				return isTransactional();
			},
			connect,
		};
	}

	/** Notes a call. @returns whether its response is to be lost after it was carried out */
	meet(verb: string): number | undefined {
		this.calls.push(verb);
		const index = this.faults.findIndex((fault) => fault.verb === verb);
		if (index === -1) return undefined;
		const [{ code, isDone }] = this.faults.splice(index, 1);
		if (isDone) return code;
		throw mqError(code, { verb });
	}

	reachRemoval(): void {
		const { beforeRemoval } = this;
		this.beforeRemoval = undefined;
		beforeRemoval?.();
	}

	wake(): void {
		for (const wake of [...this.waiting]) wake();
	}

	async arrival(signal?: AbortSignal): Promise<void> {
		await new Promise<void>((resolve) => {
			const wake = () => {
				this.waiting.delete(wake);
				signal?.removeEventListener('abort', wake);
				resolve();
			};
			this.waiting.add(wake);
			signal?.addEventListener('abort', wake);
			if (signal?.aborted) wake();
		});
	}
}

export function storedOf({ body, properties = {}, descriptor = {} }: MessageToPut): Stored {
	return {
		body,
		properties: properties as Message['properties'],
		descriptor: {
			messageId: randomBytes(24).toString('hex'),
			correlationId: '0'.repeat(48),
			format: 'MQSTR',
			codedCharacterSetId: 1208,
			encoding: 546,
			persistent: true,
			priority: 4,
			backoutCount: 0,
			replyToQueue: '',
			replyToQueueManager: '',
			putAt: '2026-02-03T09:50:00.000Z',
			putBy: 'test',
			userId: 'tester',
			...Object.fromEntries(Object.entries(descriptor).filter(([, value]) => value !== undefined)),
		},
	};
}

class MemoryConnection implements Connection {
	private readonly taken: Array<{ queue: string; message: Stored; index: number }> = [];
	private readonly added: Array<{ queue: string; message: Stored }> = [];
	private isGone = false;

	constructor(private readonly manager: MemoryQueueManager) {
		manager.connections.add(this);
	}

	async put(queue: string, message: MessageToPut, { inUnitOfWork = false } = {}): Promise<string> {
		const lost = this.call('MQPUT');
		this.manager.queue(queue);
		const stored = storedOf(message);
		if (inUnitOfWork)
			this.added.push({ queue, message: { ...stored, descriptor: { ...stored.descriptor, backoutCount: 0 } } });
		else this.manager.add(queue, stored);
		this.lose(lost, 'MQPUT');
		return stored.descriptor.messageId;
	}

	async get(
		queue: string,
		{ wait = 0, inUnitOfWork = false, signal, only, ...match }: Parameters<Connection['get']>[1] = {},
	) {
		const lost = this.call('MQGET');
		for (;;) {
			if (this.isGone) throw mqError(2009, { verb: 'MQGET', queue });
			const { messages } = this.manager.queue(queue);
			const find = () => messages.findIndex(({ descriptor }) => matches(descriptor, match));
			if (only && !isSameMessage(messages[find()], only)) return undefined;
			if (only) this.manager.reachRemoval();
			const index = find();
			if (index !== -1) {
				const [message] = messages.splice(index, 1);
				if (inUnitOfWork) this.taken.push({ queue, message, index });
				this.lose(lost, 'MQGET');
				return message;
			}
			if (wait === 0 || signal?.aborted) return undefined;
			await this.manager.arrival(signal);
		}
	}

	async *browse(queue: string, { limit = Infinity, ...match }: Parameters<Connection['browse']>[1] = {}) {
		this.call('MQGET');
		let count = 0;
		for (const message of [...this.manager.queue(queue).messages]) {
			if (count >= limit) return;
			if (!matches(message.descriptor, match)) continue;
			count += 1;
			yield message;
		}
	}

	async commit(): Promise<void> {
		const lost = this.call('MQCMIT');
		this.taken.length = 0;
		for (const { queue, message } of this.added.splice(0)) this.manager.queue(queue).messages.push(message);
		this.manager.wake();
		this.lose(lost, 'MQCMIT');
	}

	async backOut(): Promise<void> {
		const lost = this.call('MQBACK');
		this.undo();
		this.lose(lost, 'MQBACK');
	}

	async inquire(queue: string): Promise<QueueAttributes> {
		this.call('MQINQ');
		const { messages, attributes } = this.manager.queue(queue);
		return { name: queue, ...(this.manager.hasUnitsOfWork ? { depth: messages.length } : {}), ...attributes };
	}

	async close(): Promise<void> {
		this.break();
	}

	break(): void {
		if (this.isGone) return;
		this.isGone = true;
		this.manager.connections.delete(this);
		this.undo();
		this.manager.wake();
	}

	private call(verb: string): number | undefined {
		if (this.isGone) throw mqError(2009, { verb });
		try {
			return this.manager.meet(verb);
		} catch (error) {
			if ((error as { code?: string }).code === '2009') this.break();
			throw error;
		}
	}

	private lose(code: number | undefined, verb: string): void {
		if (code === undefined) return;
		this.break();
		throw mqError(code, { verb, effect: 'unknown' });
	}

	/** Messages go back to their places, with one more back-out. */
	private undo(): void {
		this.added.length = 0;
		for (const { queue, message, index } of this.taken.splice(0).reverse()) {
			const { descriptor } = message;
			const again = { ...message, descriptor: { ...descriptor, backoutCount: descriptor.backoutCount + 1 } };
			this.manager.queue(queue).messages.splice(index, 0, again);
		}
		this.manager.wake();
	}
}

function matches(
	{ messageId, correlationId }: Message['descriptor'],
	wanted: { messageId?: string; correlationId?: string },
): boolean {
	return [
		[wanted.messageId, messageId],
		[wanted.correlationId, correlationId],
	].every(([one, other]) => one === undefined || one === other);
}

/** A clock whose time continues only when a test says so; it knows what is being waited for. */
export class TestClock implements Clock {
	private readonly sleepers = new Set<{ ms: number; end: () => void }>();

	async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		if (signal?.aborted) return;
		await new Promise<void>((resolve) => {
			const sleeper = {
				ms,
				end: () => {
					this.sleepers.delete(sleeper);
					signal?.removeEventListener('abort', sleeper.end);
					resolve();
				},
			};
			this.sleepers.add(sleeper);
			signal?.addEventListener('abort', sleeper.end);
		});
	}

	/** Milliseconds of all waits that are in progress. */
	get waits(): number[] {
		return [...this.sleepers].map(({ ms }) => ms);
	}

	/** Ends the waits of so many milliseconds, or all. */
	pass(ms?: number): void {
		for (const sleeper of [...this.sleepers]) if (ms === undefined || sleeper.ms === ms) sleeper.end();
	}
}

/** Turns of the event loop within which most things come true; what takes longer waits for a time-out. */
const SOON = 100;

/** Resolves as soon as something holds; fails where it does not come to hold at all. */
export async function until(holds: () => boolean, what = String(holds)): Promise<void> {
	const end = Date.now() + 15_000;
	for (let turns = 0; Date.now() < end; turns++) {
		if (holds()) return;
		await (turns < SOON ? turn() : delay(2));
	}
	throw new Error(`It never came true: ${what}`);
}
