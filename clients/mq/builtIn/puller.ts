import { throwIfCancelled } from '../../../kit/http/cancel';
import type { GetOptions, Match, Message } from '../connection';
import { MQRC, reasonCodeOf } from '../errors';
import { messageOf } from '../message';
import { idOf } from '../mqmd';
import { tooLong } from '../unread';
import type { Handles } from './handles';
import type { GetRequest, Got, Mqi } from './mqi';
import { GMO, MO, OO } from './options';

/**
 * A wait is asked for in slices of this many milliseconds: MQGET cannot be called off, and each slice shows that the
 * other side is still there.
 */
const SLICE_MS = 10_000;

/** Gets and browses of a connection. */
export class Puller {
	/** Properties are asked for as MQRFH2, until a queue manager does not know that option. */
	private properties: number = GMO.propertiesForceRfh2;

	constructor(
		private readonly mqi: Mqi,
		private readonly handles: Handles,
		private readonly maxLength: number,
	) {}

	/**
	 * Takes a message into the unit of work, waiting for one if need be.
	 * @throws ServiceError with the message ID for one that is too long, which stays where it is
	 */
	async get(queue: string, { wait = 0, signal, ...match }: GetOptions): Promise<Message | undefined> {
		const deadline = Date.now() + wait;
		for (;;) {
			throwIfCancelled(signal);
			const waitMs = Math.max(0, Math.min(SLICE_MS, deadline - Date.now()));
			const options = GMO.syncpoint | (waitMs > 0 ? GMO.wait : 0);
			const got = await this.handles.using(queue, OO.inputShared, (handle) =>
				this.pull(handle, queue, { options, waitMs, match }, signal),
			);
			if (got?.reason === MQRC.truncated) throw this.tooLong(queue, got);
			if (got) return messageOf(got.md, got.data);
			if (Date.now() >= deadline) return undefined;
		}
	}

	/** Reads a message and leaves it, or the beginning of one that is too long; `step` says the first or the next one. */
	async look(
		handle: number,
		queue: string,
		step: number,
		{ signal, ...match }: Match & { signal?: AbortSignal },
	): Promise<Message | undefined> {
		const options = step | GMO.noSyncpoint | GMO.acceptTruncated;
		const got = await this.pull(handle, queue, { options, waitMs: 0, match }, signal);
		if (!got) return undefined;
		const isPartial = got.reason === MQRC.truncatedAccepted || got.reason === MQRC.truncated;
		return messageOf(got.md, got.data, isPartial ? this.tooLong(queue, got) : undefined);
	}

	private tooLong(queue: string, { md, length }: Got) {
		return tooLong({ queue, length, messageId: md.MsgId.toString('hex'), most: this.maxLength });
	}

	private async pull(
		handle: number,
		queue: string,
		{ options, waitMs, match }: { options: number; waitMs: number; match: Match },
		signal?: AbortSignal,
	): Promise<Got | undefined> {
		const messageId = idOf('message ID', match.messageId);
		const correlationId = idOf('correlation ID', match.correlationId);
		const request = (): GetRequest => ({
			options: options | GMO.failIfQuiescing | GMO.convert | this.properties,
			waitMs,
			matchOptions: (match.messageId ? MO.messageId : 0) | (match.correlationId ? MO.correlationId : 0),
			messageId,
			correlationId,
			maxLength: this.maxLength,
		});
		try {
			return await this.mqi.get(handle, queue, request(), signal);
		} catch (error) {
			if (reasonCodeOf(error) !== MQRC.options || this.properties === 0) throw error;
			this.properties = 0;
			return await this.mqi.get(handle, queue, request(), signal);
		}
	}
}
