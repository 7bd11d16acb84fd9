import type { Mqmd as PlainMqmd, MqmdToPut } from '../wireMessage';
import { mqError, MQRC } from '../errors';
import type { CallOptions, Conversation, Response } from './conversation';
import { CONNECT, CONNECTION_AUTHENTICATION, MQGMO, MQMD, MQOD, MQPMO, USER_ID } from './layouts';
import { GMO, OBJECT, PMO } from './options';
import { SEGMENT } from './segments';
import type { Values } from './struct';

const FAILED = 2;
const LONG = 4;

/** What a get asks for. */
export interface GetRequest {
	options: number;
	waitMs: number;
	matchOptions: number;
	messageId: Buffer;
	correlationId: Buffer;
	maxLength: number;
}

/** A message unchanged. */
export interface Got {
	md: PlainMqmd;
	data: Buffer;
	/** Not 0 for a warning, such as 2119: the message is there but was not converted. */
	reason: number;
	/** Bytes; more than there are in `data` where the message is longer than was asked for. */
	length: number;
}

interface Inquired {
	integers: number[];
	characters: Buffer;
}

/** The calls of the MQI over a conversation. A reason code other than a warning is thrown, with the call that met it. */
export class Mqi {
	constructor(readonly conversation: Conversation) {}

	/** Says who connects. There is no response. */
	identify(user: string): void {
		const { isLittle } = this.conversation.agreement;
		this.conversation.send(SEGMENT.userId, [USER_ID.write({ UserId: user.slice(0, 12), LongUserId: user }, isLittle)]);
	}

	/**
	 * User and password for the queue manager to check (MQCSP), in plain: TLS protects them. In place of
	 * {@link identify}; the queue manager responds with a status.
	 */
	async authenticate(user: string, password: string, signal?: AbortSignal): Promise<void> {
		const { isLittle } = this.conversation.agreement;
		const [name, secret] = [Buffer.from(user, 'utf8'), Buffer.from(password, 'utf8')];
		const lengths = { UserIdMax: name.length, PasswordMax: secret.length };
		const fixed = CONNECTION_AUTHENTICATION.write(
			{ ...lengths, UserIdLength: name.length, PasswordLength: secret.length },
			isLittle,
		);
		await this.conversation.authenticate(Buffer.concat([fixed, name, secret]), signal);
	}

	async connect(queueManager: string, applicationName: string, options: CallOptions): Promise<void> {
		const body = this.write(CONNECT, { QueueManager: queueManager, ApplName: applicationName });
		await this.done('MQCONNX', SEGMENT.connect, [body], options);
	}

	/** Ends the connection, which commits, and then the channel. */
	async disconnect(): Promise<void> {
		await this.done('MQDISC', SEGMENT.disconnect, []);
		this.conversation.end();
	}

	/** @returns the handle */
	async open(queue: string, options: number, call: CallOptions = {}): Promise<number> {
		const od = this.write(MQOD, { ObjectName: queue, ObjectType: OBJECT.queue });
		const { handle } = await this.done('MQOPEN', SEGMENT.open, [od, this.long(options)], call, queue);
		return handle;
	}

	async close(handle: number): Promise<void> {
		await this.done('MQCLOSE', SEGMENT.close, [this.long(0)], { handle });
	}

	put(handle: number, queue: string, md: MqmdToPut, data: Buffer, more: PutOptions): Promise<Buffer> {
		return this.putting('MQPUT', SEGMENT.put, md, data, { ...more, queue, handle });
	}

	/** Opens, puts and closes in one call. */
	put1(queue: string, md: MqmdToPut, data: Buffer, more: PutOptions): Promise<Buffer> {
		return this.putting('MQPUT1', SEGMENT.put1, md, data, { ...more, queue });
	}

	/** Undefined where there is no message that matches; one that is too long comes with reason 2079 or 2080. */
	async get(handle: number, queue: string, request: GetRequest, signal?: AbortSignal): Promise<Got | undefined> {
		const { options, waitMs, matchOptions, messageId, correlationId, maxLength } = request;
		const { isLittle } = this.conversation.agreement;
		const parts = [
			MQMD.write({ MsgId: messageId, CorrelId: correlationId, Encoding: 546, CodedCharSetId: 1208 }, isLittle),
			MQGMO.write({ Options: options, WaitInterval: waitMs, MatchOptions: matchOptions }, isLittle),
			this.long(maxLength),
		];
		const waits = (options & GMO.wait) !== 0;
		const response = await this.conversation.call('MQGET', SEGMENT.get, parts, {
			handle,
			signal,
			...(waits ? { waitMs } : {}),
		});
		if (response.completion === FAILED && response.reason === MQRC.noMessage) return undefined;
		const isTooLong = response.reason === MQRC.truncated || response.reason === MQRC.truncatedAccepted;
		if (response.completion === FAILED && !isTooLong) throw mqError(response.reason, { verb: 'MQGET', queue });
		const at = MQMD.length + MQGMO.length + LONG;
		if (response.body.length < at) throw this.conversation.refuse('its response to MQGET is cut off');
		const length = longAt(response, at - LONG);
		const data = response.body.subarray(at);
		if (isTooLong ? length < data.length : length !== data.length) {
			throw this.conversation.refuse(`it announced ${length} bytes and sent ${data.length}`);
		}
		return { md: MQMD.read(this.descriptorAt(response), response.isLittle), data, reason: response.reason, length };
	}

	async inquire(handle: number, queue: string, selectors: number[], counts: InquireCounts): Promise<Inquired> {
		const { integers, characterBytes } = counts;
		const parts = [selectors.length, integers, characterBytes, ...selectors].map((each) => this.long(each));
		const response = await this.done('MQINQ', SEGMENT.inquire, parts, { handle }, queue);
		const at = LONG * (3 + selectors.length);
		const end = at + LONG * integers;
		if (response.body.length < end + characterBytes) throw this.conversation.refuse('its response to MQINQ is cut off');
		return {
			integers: Array.from({ length: integers }, (_, index) => longAt(response, at + LONG * index)),
			characters: response.body.subarray(end, end + characterBytes),
		};
	}

	async commit(options?: CallOptions): Promise<void> {
		await this.done('MQCMIT', SEGMENT.commit, [], options);
	}

	async backOut(): Promise<void> {
		await this.done('MQBACK', SEGMENT.backOut, []);
	}

	private async putting(
		verb: string,
		type: number,
		md: MqmdToPut,
		data: Buffer,
		{ queue, isInUnitOfWork, handle, signal }: PutOptions & { queue: string; handle?: number },
	): Promise<Buffer> {
		const Options = PMO.failIfQuiescing | (isInUnitOfWork ? PMO.syncpoint : PMO.noSyncpoint);
		const parts = [
			...(handle === undefined ? [this.write(MQOD, { ObjectName: queue, ObjectType: OBJECT.queue })] : []),
			this.write(MQMD, md),
			this.write(MQPMO, { Options }),
			this.long(data.length),
			data,
		];
		const response = await this.done(verb, type, parts, { handle, signal }, queue);
		const at = handle === undefined ? MQOD.length : 0;
		return Buffer.from(MQMD.part(this.descriptorAt(response, at), 'MsgId'));
	}

	private async done(
		verb: string,
		type: number,
		parts: readonly Buffer[],
		options: CallOptions & { handle?: number } = {},
		queue?: string,
	): Promise<Response> {
		const response = await this.conversation.call(verb, type, parts, options);
		if (response.completion === FAILED) throw mqError(response.reason, { verb, ...(queue ? { queue } : {}) });
		return response;
	}

	private write<F extends typeof MQOD | typeof MQMD | typeof MQPMO | typeof CONNECT>(
		struct: F,
		values: Partial<Values<F['fields']>>,
	): Buffer {
		return (struct as typeof MQMD).write(values as object, this.conversation.agreement.isLittle);
	}

	/** Where the message descriptor of a response begins, on which all else follows. */
	private descriptorAt({ body }: Response, at = 0): Buffer {
		const isThere = body.length >= at + MQMD.length && body.toString('latin1', at, at + 2) === 'MD';
		if (!isThere) throw this.conversation.refuse('a message descriptor is missing in its response');
		return body.subarray(at);
	}

	private long(value: number): Buffer {
		const bytes = Buffer.allocUnsafe(LONG);
		if (this.conversation.agreement.isLittle) bytes.writeInt32LE(value);
		else bytes.writeInt32BE(value);
		return bytes;
	}
}

interface PutOptions {
	isInUnitOfWork: boolean;
	signal?: AbortSignal;
}

interface InquireCounts {
	integers: number;
	characterBytes: number;
}

function longAt({ body, isLittle }: Pick<Response, 'body' | 'isLittle'>, at: number): number {
	return isLittle ? body.readInt32LE(at) : body.readInt32BE(at);
}
