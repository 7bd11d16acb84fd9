import { throwIfCancelled } from '../../../kit/http/cancel';
import type { Secrets } from '../../../kit/http/redact';
import { pause, REAL_CLOCKWORK } from '../../../kit/http/retry';
import { ALL_SELECTORS, attributesOf, SELECTORS } from '../attributes';
import { CallQueue } from '../callQueue';
import type {
	BrowseOptions,
	Connection,
	GetOptions,
	Match,
	Message,
	MessageToPut,
	QueueAttributes,
} from '../connection';
import { unlessLost } from '../errors';
import { wireOf } from '../message';
import { withMessageId } from '../messageId';
import { queueName } from '../settings';
import { uncertain } from '../uncertain';
import { UnitOfWork } from '../unitOfWork';
import type { Binding, MqStructure, ObjectHandle, QueueManagerHandle } from './binding';
import { called } from './calls';
import { Getter, type OpenQueue } from './getter';

/** A get blocks the process for its round trip, so a wait asks again only after ten times as long, and at least this. */
const LEAST_PAUSE_MS = 250;
const SHARE_OF_TIME = 10;

/** A connection of IBM's C client through its binding. Its calls queue up behind one another. */
export class IbmmqConnection implements Connection {
	private readonly unit = new UnitOfWork();
	private readonly inputs = new Map<string, OpenQueue>();
	private readonly getter: Getter;
	private readonly calls: CallQueue;

	constructor(
		private readonly mq: Binding,
		private readonly connection: QueueManagerHandle,
		secrets: Secrets,
		/** Done once the connection has ended. */
		private readonly ended: () => Promise<void>,
	) {
		this.getter = new Getter(mq);
		this.calls = new CallQueue(secrets, this.unit);
	}

	async put(
		queue: string,
		message: MessageToPut,
		{ inUnitOfWork = false, signal }: { inUnitOfWork?: boolean; signal?: AbortSignal } = {},
	): Promise<string> {
		return await this.calls.run(async () => {
			throwIfCancelled(signal);
			const name = queueName(queue);
			const wire = wireOf(message);
			const { mq } = this;
			const md = Object.assign(new mq.MQMD(), withMessageId(wire.md));
			const messageId = md.MsgId.toString('hex');
			const { MQPMO_SYNCPOINT, MQPMO_NO_SYNCPOINT, MQPMO_FAIL_IF_QUIESCING } = mq.MQC;
			const syncpoint = inUnitOfWork ? MQPMO_SYNCPOINT : MQPMO_NO_SYNCPOINT;
			const pmo = Object.assign(new mq.MQPMO(), { Options: syncpoint | MQPMO_FAIL_IF_QUIESCING });
			if (inUnitOfWork) this.unit.begin();
			try {
				const od = this.object(name);
				await called('MQPUT1', (done) => mq.Put1(this.connection, od, md, pmo, wire.data, done), name);
				return messageId;
			} catch (error) {
				throw inUnitOfWork ? error : uncertain(error, { verb: 'put', messageId });
			}
		});
	}

	async get(
		queue: string,
		{ wait = 0, inUnitOfWork, signal, ...match }: GetOptions = {},
	): Promise<Message | undefined> {
		const deadline = Date.now() + wait;
		for (;;) {
			throwIfCancelled(signal);
			const began = Date.now();
			const message = await this.calls.run(async () => await this.take(queueName(queue), match, inUnitOfWork === true));
			const now = Date.now();
			if (message || now >= deadline) return message;
			const least = Math.max(LEAST_PAUSE_MS, SHARE_OF_TIME * (now - began));
			await pause({ ...REAL_CLOCKWORK, signal }, Math.min(least, deadline - now));
		}
	}

	private async take(name: string, match: Match, inUnitOfWork: boolean): Promise<Message | undefined> {
		if (!inUnitOfWork) this.unit.refuseWhileOpen();
		this.unit.begin();
		if (inUnitOfWork) return await this.getter.take(await this.input(name), match);
		// A get on its own is a unit of work of its own, so that a message goes once it has arrived.
		try {
			const message = await this.getter.take(await this.input(name), match);
			if (message) await this.mqcmit().catch(unlessLost);
			this.unit.end();
			return message;
		} catch (error) {
			// What was taken must not be committed by whatever comes next.
			await this.mqback().then(
				() => this.unit.end(),
				() => this.unit.strand(),
			);
			throw error;
		}
	}

	async *browse(queue: string, { limit = Infinity, signal, ...match }: BrowseOptions = {}): AsyncIterable<Message> {
		const name = queueName(queue);
		const { MQOO_BROWSE, MQOO_FAIL_IF_QUIESCING, MQGMO_BROWSE_FIRST, MQGMO_BROWSE_NEXT } = this.mq.MQC;
		const handle = await this.calls.run(async () => await this.open(name, MQOO_BROWSE | MQOO_FAIL_IF_QUIESCING));
		try {
			for (let count = 0; count < limit; count++) {
				throwIfCancelled(signal);
				const step = count === 0 ? MQGMO_BROWSE_FIRST : MQGMO_BROWSE_NEXT;
				const seen = await this.calls.run(async () => await this.getter.look({ name, handle }, step, match));
				if (!seen) return;
				yield seen;
			}
		} finally {
			await this.calls.run(async () => await this.shut(handle)).catch(() => undefined);
		}
	}

	/** Where it fails, the unit of work stays open, and closing backs it out. */
	async commit(): Promise<void> {
		await this.calls.run(async () => {
			this.unit.refuseWhileStranded();
			try {
				await this.mqcmit();
			} catch (error) {
				throw uncertain(error, { verb: 'commit' });
			}
			this.unit.end();
		});
	}

	async backOut(): Promise<void> {
		await this.calls.run(async () => {
			await this.mqback();
			this.unit.end();
		});
	}

	async inquire(queue: string): Promise<QueueAttributes> {
		return await this.calls.run(async () => {
			const name = queueName(queue);
			const handle = await this.open(name, this.mq.MQC.MQOO_INQUIRE | this.mq.MQC.MQOO_FAIL_IF_QUIESCING);
			try {
				const attributes = ALL_SELECTORS.map((selector) => new this.mq.MQAttr(selector));
				await called('MQINQ', (done) => this.mq.Inq(handle, attributes, done), name);
				const values = attributes.map(({ value }) => value);
				const count = Object.keys(SELECTORS.integers).length;
				return attributesOf(name, values.slice(0, count).map(Number), values.slice(count).map(String));
			} finally {
				await this.shut(handle).catch(() => undefined);
			}
		});
	}

	/** Closes the queues first, then the connection, which would commit what is open. */
	async close(): Promise<void> {
		await this.calls
			.run(async () => {
				// Where the connection is lost, the queue manager has done it.
				if (this.unit.isHeld) await this.mqback().catch(() => undefined);
				for (const { handle } of this.inputs.values()) await this.shut(handle);
			})
			.catch(() => undefined);
		this.inputs.clear();
		await called('MQDISC', (done) => this.mq.Disc(this.connection, done)).catch(() => undefined);
		await this.ended().catch(() => undefined);
	}

	private async mqcmit(): Promise<void> {
		await called('MQCMIT', (done) => this.mq.Cmit(this.connection, done));
	}

	private async mqback(): Promise<void> {
		await called('MQBACK', (done) => this.mq.Back(this.connection, done));
	}

	private async input(name: string): Promise<OpenQueue> {
		const known = this.inputs.get(name);
		if (known) return known;
		const handle = await this.open(name, this.mq.MQC.MQOO_INPUT_SHARED | this.mq.MQC.MQOO_FAIL_IF_QUIESCING);
		const queue = { name, handle };
		this.inputs.set(name, queue);
		return queue;
	}

	private async open(name: string, options: number): Promise<ObjectHandle> {
		const od = this.object(name);
		return await called<ObjectHandle>('MQOPEN', (done) => this.mq.Open(this.connection, od, options, done), name);
	}

	private async shut(handle: ObjectHandle): Promise<void> {
		await called('MQCLOSE', (done) => this.mq.Close(handle, 0, done));
	}

	private object(name: string): MqStructure {
		return Object.assign(new this.mq.MQOD(), { ObjectName: name, ObjectType: this.mq.MQC.MQOT_Q });
	}
}
