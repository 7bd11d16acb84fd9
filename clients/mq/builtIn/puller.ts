import { throwIfCancelled } from '../../../kit/http/cancel';
import type { GetOptions, Match } from '../connection';
import { MQRC, reasonCodeOf } from '../errors';
import { idOf } from '../mqmd';
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

	/** Takes a message, waiting for one if need be. */
	async get(queue: string, syncpoint: number, { wait = 0, signal, ...match }: GetOptions): Promise<Got | undefined> {
		const deadline = Date.now() + wait;
		for (;;) {
			throwIfCancelled(signal);
			const waitMs = Math.max(0, Math.min(SLICE_MS, deadline - Date.now()));
			const options = syncpoint | (waitMs > 0 ? GMO.wait : 0);
			const got = await this.handles.using(
				queue,
				OO.inputShared,
				async (handle) => await this.pull(handle, queue, { options, waitMs, match }, signal),
			);
			if (got || Date.now() >= deadline) return got;
		}
	}

	/** Reads a message and leaves it; `step` says whether the first or the next one. */
	async look(
		handle: number,
		queue: string,
		step: number,
		{ signal, ...match }: Match & { signal?: AbortSignal },
	): Promise<Got | undefined> {
		return await this.pull(handle, queue, { options: step | GMO.noSyncpoint, waitMs: 0, match }, signal);
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
