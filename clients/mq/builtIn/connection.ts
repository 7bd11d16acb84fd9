import type { Secrets } from '../../../kit/http/redact';
import { ALL_SELECTORS, attributesOf, COUNTS, splitCharacters } from '../attributes';
import { CallQueue } from '../callQueue';
import type { BrowseOptions, Connection, GetOptions, Message, MessageToPut, QueueAttributes } from '../connection';
import { MQRC, mqError, unlessLost } from '../errors';
import { wireOf } from '../message';
import { withMessageId } from '../messageId';
import { queueName } from '../settings';
import { uncertain } from '../uncertain';
import { UnitOfWork } from '../unitOfWork';
import { Handles } from './handles';
import type { Mqi } from './mqi';
import { GMO, OO } from './options';
import { Puller } from './puller';

/** A connection of the built-in client. Its calls queue up behind one another. */
export class BuiltInConnection implements Connection {
	private readonly handles: Handles;
	private readonly puller: Puller;
	private readonly unit = new UnitOfWork();
	private readonly calls: CallQueue;
	/** Queues that were put to before: the next message is worth an open handle. */
	private readonly known = new Set<string>();

	constructor(
		private readonly mqi: Mqi,
		secrets: Secrets,
		/** Bytes. */
		private readonly maxMessage: number,
	) {
		this.handles = new Handles(mqi);
		this.puller = new Puller(mqi, this.handles, maxMessage);
		// A lost connection may be there all the same, as while the queue manager is quiescing: without it, it backs out.
		this.calls = new CallQueue(secrets, this.unit, () => mqi.conversation.destroy());
	}

	async put(
		queue: string,
		message: MessageToPut,
		{ inUnitOfWork: isInUnitOfWork = false, signal }: { inUnitOfWork?: boolean; signal?: AbortSignal } = {},
	): Promise<string> {
		return await this.calls.run(async () => {
			const name = queueName(queue);
			const { md, data } = wireOf(message);
			if (data.length > this.maxMessage) {
				const detail = `It has ${data.length} bytes, the channel allows ${this.maxMessage}.`;
				throw mqError(MQRC.tooBigForChannel, { verb: 'MQPUT', queue: name, detail });
			}
			const named = withMessageId(md);
			const more = { isInUnitOfWork, signal };
			try {
				if (isInUnitOfWork) this.unit.begin();
				const id = await this.putKnown(name, named, data, more);
				return id.toString('hex');
			} catch (error) {
				throw isInUnitOfWork ? error : uncertain(error, { verb: 'put', messageId: named.MsgId.toString('hex') });
			}
		});
	}

	private async putKnown(name: string, ...rest: PutArguments): Promise<Buffer> {
		if (!this.known.has(name)) {
			const id = await this.mqi.put1(name, ...rest);
			this.known.add(name);
			return id;
		}
		return await this.handles.using(name, OO.output, (handle) => this.mqi.put(handle, name, ...rest));
	}

	async get(queue: string, options: GetOptions = {}): Promise<Message | undefined> {
		return await this.calls.run(async () => {
			const name = queueName(queue);
			if (options.inUnitOfWork) {
				this.unit.begin();
				return await this.puller.get(name, options);
			}
			this.unit.refuseWhileOpen();
			return await this.getAlone(() => this.puller.get(name, options));
		});
	}

	/**
	 * A get on its own is a unit of work of its own: the message goes once it has arrived. Where only the confirmation is
	 * lost, it may come again.
	 */
	private async getAlone(get: () => Promise<Message | undefined>): Promise<Message | undefined> {
		this.unit.begin();
		try {
			const message = await get();
			if (message) await this.mqi.commit().catch(unlessLost);
			this.unit.end();
			return message;
		} catch (error) {
			// What was taken must not be committed by whatever comes next.
			await this.mqi.backOut().then(
				() => this.unit.end(),
				() => this.unit.strand(),
			);
			throw error;
		}
	}

	async *browse(queue: string, { limit = Infinity, signal, ...match }: BrowseOptions = {}): AsyncIterable<Message> {
		const name = queueName(queue);
		const handle = await this.calls.run(
			async () => await this.mqi.open(name, OO.browse | OO.failIfQuiescing, { signal }),
		);
		try {
			for (let count = 0; count < limit; count++) {
				const step = count === 0 ? GMO.browseFirst : GMO.browseNext;
				const seen = await this.calls.run(async () => await this.puller.look(handle, name, step, { ...match, signal }));
				if (!seen) return;
				yield seen;
			}
		} finally {
			await this.calls.run(async () => await this.mqi.close(handle)).catch(() => undefined);
		}
	}

	/** Where it fails, the unit of work stays open, and closing backs it out. */
	async commit(): Promise<void> {
		await this.calls.run(async () => {
			this.unit.refuseWhileStranded();
			try {
				await this.mqi.commit();
			} catch (error) {
				throw uncertain(error, { verb: 'commit' });
			}
			this.unit.end();
		});
	}

	async backOut(): Promise<void> {
		await this.calls.run(async () => {
			await this.mqi.backOut();
			this.unit.end();
		});
	}

	async inquire(queue: string): Promise<QueueAttributes> {
		return await this.calls.run(async () => {
			const name = queueName(queue);
			return await this.handles.using(name, OO.inquire, async (handle) => {
				const { integers, characters } = await this.mqi.inquire(handle, name, [...ALL_SELECTORS], COUNTS);
				return attributesOf(name, integers, splitCharacters(characters));
			});
		});
	}

	async close(): Promise<void> {
		const { conversation } = this.mqi;
		await this.calls
			.run(async () => {
				// MQDISC would commit what is open.
				if (this.unit.isHeld) await this.mqi.backOut();
				await this.mqi.disconnect();
			})
			.catch(() => conversation.destroy());
	}
}

type PutArguments = Parameters<Mqi['put1']> extends [string, ...infer Rest] ? Rest : never;
