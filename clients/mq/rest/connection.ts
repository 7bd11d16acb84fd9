import { ServiceError } from '../../../kit/errors';
import { pause, withRetry, type Clockwork } from '../../../kit/http/retry';
import { transmit } from '../../../kit/http/transmit';
import type { Transport as HttpTransport, TransportResponse } from '../../../kit/http/transport';
import type {
	BrowseOptions,
	Connection,
	GetOptions,
	Match,
	Message,
	MessageToPut,
	QueueAttributes,
} from '../connection';
import { isSameMessage } from '../sameness';
import { MAX_MESSAGE_BYTES, queueName } from '../settings';
import { bytesOf, textOf } from '../text';
import { uncertain } from '../uncertain';
import { queueUrl } from './address';
import { incomplete, isAboutMessage, isVerdict, restError, unsupported } from './errors';
import { headersToPut, messageIn, unreadMessage } from './headers';
import { idsIn, oneOf, queryOf, tooMany } from './responses';

interface RestSettings {
	address: string;
	queueManager: string;
	/** Value of the header Authorization; empty where a client certificate proves who it is. */
	authorization: string;
	timeoutMs: number;
	http: HttpTransport;
	/** Waits between attempts. */
	clockwork: Clockwork;
}

type Query = Record<string, string>;

interface Call {
	verb: string;
	queue: string;
	method: 'GET' | 'POST' | 'DELETE';
	path: 'message' | 'messagelist';
	query?: Query;
	headers?: Record<string, string>;
	body?: string;
	signal?: AbortSignal;
}

/** How often a get that waits looks for a message: a browse cannot wait. */
const POLL_MS = 1_000;
/** Reason codes that are about a queue, not about the connection. */
const ABOUT_QUEUE = ['2016', '2035', '2085'];
const PAGE = 100;
const MOST_LISTED = 5_000;

/** Messages over MQ REST (mqweb, version 3): each request is on its own, there are no units of work. */
export class RestConnection implements Connection {
	constructor(private readonly settings: RestSettings) {}

	async put(
		queue: string,
		message: MessageToPut,
		{ inUnitOfWork = false, signal }: { inUnitOfWork?: boolean; signal?: AbortSignal } = {},
	): Promise<string> {
		if (inUnitOfWork) throw unsupported('has no units of work');
		const { codedCharacterSetId = 1208, encoding } = message.descriptor ?? {};
		const body = bytesOf(textOf(message.body, codedCharacterSetId, encoding), 1208).toString();
		const call = { verb: 'MQPUT', queue, method: 'POST', path: 'message', body, signal } as const;
		try {
			const response = await this.send({ ...call, headers: headersToPut(message) });
			if (response.status !== 201) throw restError(response, 'MQPUT', queue);
			const { messageId } = messageIn(response).descriptor;
			if (messageId === '') throw incomplete('has no message ID', response, 'MQPUT', queue);
			return messageId;
		} catch (error) {
			throw uncertain(error, { verb: 'put' });
		}
	}

	/**
	 * Reads a message first and deletes it by its ID then, so that a response that is lost costs no message: it may come
	 * twice instead. What is delivered is what was deleted: another message under the same ID may have come before it.
	 * @throws ServiceError also `badAnswer` for a message whose properties cannot be read and would be lost: it stays
	 */
	async get(
		queue: string,
		{ wait = 0, inUnitOfWork, only, signal, ...match }: GetOptions = {},
	): Promise<Message | undefined> {
		if (inUnitOfWork) throw unsupported('has no units of work');
		const { clockwork } = this.settings;
		const deadline = clockwork.now() + wait;
		for (;;) {
			const query = queryOf(match);
			const seen = await this.read({ verb: 'MQGET', queue, method: 'GET', path: 'message', query, signal });
			const message = oneOf(seen, 'MQGET', queue);
			if (only && !isSameMessage(message, only)) return undefined;
			if (message?.problem) throw message.problem;
			const removed = message && (await this.remove(queue, message, match, signal));
			if (removed || (message && only)) return removed;
			// Where somebody else was faster, there may be another one.
			if (message) continue;
			if (clockwork.now() >= deadline) return undefined;
			await pause({ ...clockwork, signal }, Math.min(POLL_MS, deadline - clockwork.now()));
		}
	}

	/**
	 * Deletes by the ID. Where the confirmation is lost, looks before it deletes again: several messages may have one ID.
	 * @returns what was deleted, or may be there still; undefined where somebody else was faster
	 */
	private async remove(
		queue: string,
		message: Message,
		match: Match,
		signal?: AbortSignal,
	): Promise<Message | undefined> {
		const { messageId } = message.descriptor;
		const query = queryOf({ ...match, messageId });
		let mayBeDone = false;
		try {
			return await this.repeated(signal, async () => {
				try {
					if (mayBeDone && !isSameMessage(await this.look(queue, query, signal), message)) return message;
					const call = { verb: 'MQGET', queue, method: 'DELETE', path: 'message', query, signal } as const;
					return oneOf(await this.send(call), 'MQGET', queue) ?? (mayBeDone ? message : undefined);
				} catch (error) {
					mayBeDone ||= error instanceof ServiceError && error.effect === 'unknown';
					throw error;
				}
			});
		} catch (error) {
			if (mayBeDone) return { ...message, isUnconfirmed: true };
			throw error;
		}
	}

	/** Proves user, password and queue manager with a queue that need not be there. @throws ServiceError */
	async probe(signal?: AbortSignal): Promise<void> {
		const query = { limit: '1' };
		const queue = 'SYSTEM.DEFAULT.LOCAL.QUEUE';
		const response = await this.send({ verb: 'MQCONNX', queue, method: 'GET', path: 'messagelist', query, signal });
		// A sign-in page comes with 200 as well.
		if (response.status === 200) return void idsIn(response);
		const error = restError(response, 'MQCONNX', queue);
		// The queue manager itself has refused the queue, so everything before it is right.
		if (!ABOUT_QUEUE.includes(error.code ?? '')) throw error;
	}

	/**
	 * Lists messages and reads each. One that mqweb cannot deliver has no more than its ID.
	 * @throws ServiceError `invalidInput` where more are wanted and there than are listed at once
	 */
	async *browse(queue: string, { limit = Infinity, signal, ...match }: BrowseOptions = {}): AsyncIterable<Message> {
		const ids = await this.idsOn(queue, Math.min(limit, MOST_LISTED + 1), match, signal);
		if (ids.length > MOST_LISTED) throw tooMany(queue, MOST_LISTED);
		for (const messageId of ids) {
			const message = await this.look(queue, queryOf({ messageId }), signal);
			if (message) yield message;
		}
	}

	/** Undefined where somebody else has taken it since. */
	private async look(queue: string, query: Query, signal?: AbortSignal): Promise<Message | undefined> {
		try {
			const response = await this.read({ verb: 'MQGET', queue, method: 'GET', path: 'message', query, signal });
			return oneOf(response, 'MQGET', queue);
		} catch (error) {
			if (!isAboutMessage(error)) throw error;
			return unreadMessage(query.messageId, error);
		}
	}

	async commit(): Promise<void> {
		return Promise.reject(unsupported('has no units of work'));
	}

	async backOut(): Promise<void> {
		return Promise.reject(unsupported('has no units of work'));
	}

	/** mqweb reports no attributes; the depth is counted, as far as it lists messages. */
	async inquire(queue: string): Promise<QueueAttributes> {
		const ids = await this.idsOn(queue, MOST_LISTED, {});
		return { name: queueName(queue), ...(ids.length < MOST_LISTED ? { depth: ids.length } : {}) };
	}

	async close(): Promise<void> {
		return Promise.resolve();
	}

	private async idsOn(queue: string, limit: number, match: Match, signal?: AbortSignal): Promise<string[]> {
		const query = { ...queryOf(match), limit: String(Math.max(PAGE, limit)) };
		const response = await this.read({ verb: 'MQGET', queue, method: 'GET', path: 'messagelist', query, signal });
		if (response.status !== 200) throw restError(response, 'MQGET', queue);
		const ids = idsIn(response).slice(0, limit);
		return ids.length > 0 ? ids : await this.idOfFirst(queue, match, signal);
	}

	/** The list of a queue from which gets are inhibited is empty; a read says so. */
	private async idOfFirst(queue: string, match: Match, signal?: AbortSignal): Promise<string[]> {
		const query = queryOf(match);
		try {
			const response = await this.read({ verb: 'MQGET', queue, method: 'GET', path: 'message', query, signal });
			const first = oneOf(response, 'MQGET', queue);
			return first ? [first.descriptor.messageId] : [];
		} catch (error) {
			// A message has come meanwhile, and it cannot be delivered. The next list has it.
			if (isAboutMessage(error)) return [];
			throw error;
		}
	}

	/** Sends a read until it gets a response that asking again would not change. */
	private async read(call: Call): Promise<TransportResponse> {
		return await this.repeated(call.signal, async () => {
			const response = await this.send(call);
			const { status } = response;
			if (status < 500 && status !== 408 && status !== 429) return response;
			const error = restError(response, call.verb, call.queue);
			if (isVerdict(error) || isAboutMessage(error)) return response;
			throw error;
		});
	}

	private async repeated<T>(signal: AbortSignal | undefined, attempt: () => Promise<T>): Promise<T> {
		return await withRetry({ ...this.settings.clockwork, kind: 'read', signal }, attempt);
	}

	private async send({ verb, queue, method, path, query = {}, headers, body, signal }: Call) {
		const { address, queueManager, authorization, timeoutMs, http } = this.settings;
		const name = queueName(queue);
		const search = new URLSearchParams(query).toString();
		const url = `${queueUrl(address, queueManager, name)}/${path}${search ? `?${search}` : ''}`;
		const request = {
			method,
			url,
			headers: {
				...headers,
				...(authorization ? { Authorization: authorization } : {}),
				...(method === 'GET' ? {} : { 'ibm-mq-rest-csrf-token': 'blank' }),
			},
			body,
			timeoutMs,
			signal,
			maxResponseBytes: MAX_MESSAGE_BYTES,
		};
		try {
			return await transmit(http, request);
		} catch (error) {
			throw error instanceof ServiceError ? error.with({ api: verb }) : error;
		}
	}
}
