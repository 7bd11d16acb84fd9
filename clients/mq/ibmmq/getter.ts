import type { Match, Message } from '../connection';
import { MQRC, mqError } from '../errors';
import { messageOf } from '../message';
import { idOf, NATIVE, UTF8 } from '../mqmd';
import { MAX_MESSAGE_BYTES } from '../settings';
import { tooLong } from '../unread';
import type { Binding, MqStructure, ObjectHandle } from './binding';
import { outcomeOf } from './calls';
import { mqmdOf } from './descriptor';

const FIRST_BUFFER = 64 * 1024;
/** A buffer that one long message made grow further is not kept. */
const LARGEST_KEPT = 4 * 1024 * 1024;

/** An open queue. */
export interface OpenQueue {
	name: string;
	handle: ObjectHandle;
}

interface Got {
	md: MqStructure;
	/** Bytes; of the whole message. */
	length: number;
	reason: number;
}

/**
 * Gets and browses of a connection: synchronous calls without waiting. The binding's consumers hold threads of their own,
 * and ending one in the wrong order ends the whole process.
 */
export class Getter {
	private buffer = Buffer.alloc(FIRST_BUFFER);

	constructor(private readonly mq: Binding) {}

	/**
	 * Takes the next message that matches into the unit of work; undefined where there is none.
	 * @throws ServiceError with the message ID for one that is too long, which stays where it is
	 */
	async take(queue: OpenQueue, match: Match): Promise<Message | undefined> {
		const got = await this.pull(queue, this.mq.MQC.MQGMO_SYNCPOINT, match);
		if (!got) return undefined;
		if (isTooLong(got)) throw this.tooLong(queue.name, got);
		return messageOf(mqmdOf(got.md), this.copy(got.length));
	}

	/** Reads a message and leaves it; of one that is too long comes nothing but its descriptor. */
	async look(queue: OpenQueue, step: number, match: Match): Promise<Message | undefined> {
		const { MQGMO_NO_SYNCPOINT, MQGMO_ACCEPT_TRUNCATED_MSG } = this.mq.MQC;
		const options = step | MQGMO_NO_SYNCPOINT;
		const got = await this.pull(queue, options, match);
		if (!got) return undefined;
		if (!isTooLong(got)) return messageOf(mqmdOf(got.md), this.copy(got.length));
		// Only a browse that accepts a part continues behind the message.
		await this.getSync(queue, options | MQGMO_ACCEPT_TRUNCATED_MSG, match);
		return messageOf(mqmdOf(got.md), Buffer.alloc(0), this.tooLong(queue.name, got));
	}

	/** Gets into the buffer, which grows for a message that is longer. */
	private async pull(queue: OpenQueue, options: number, match: Match): Promise<Got | undefined> {
		let got = await this.getSync(queue, options, match);
		// More than once where another consumer took the message, and the next one is longer.
		while (got.reason === MQRC.truncated && got.length > this.buffer.length && got.length <= MAX_MESSAGE_BYTES) {
			this.buffer = Buffer.alloc(got.length);
			const again = await this.getSync(queue, options, match);
			if (again.reason === MQRC.dataLength) {
				// Beyond what the channel lets through, IBM's client says 2010 and nothing of the message.
				this.buffer = Buffer.alloc(FIRST_BUFFER);
				return { ...got, reason: again.reason };
			}
			got = again;
		}
		return got.reason === MQRC.noMessage ? undefined : got;
	}

	private async getSync({ name, handle }: OpenQueue, options: number, match: Match): Promise<Got> {
		const { mq } = this;
		const { MQGMO_NO_WAIT, MQGMO_CONVERT, MQGMO_FAIL_IF_QUIESCING, MQGMO_PROPERTIES_FORCE_MQRFH2 } = mq.MQC;
		const md = Object.assign(new mq.MQMD(), {
			MsgId: idOf('message ID', match.messageId),
			CorrelId: idOf('correlation ID', match.correlationId),
			CodedCharSetId: UTF8,
			Encoding: NATIVE,
		});
		const gmo = Object.assign(new mq.MQGMO(), {
			Options: options | MQGMO_NO_WAIT | MQGMO_CONVERT | MQGMO_FAIL_IF_QUIESCING | MQGMO_PROPERTIES_FORCE_MQRFH2,
			MatchOptions:
				(match.messageId ? mq.MQC.MQMO_MATCH_MSG_ID : 0) | (match.correlationId ? mq.MQC.MQMO_MATCH_CORREL_ID : 0),
		});
		const { result, reason, isFailed } = await outcomeOf<number>('MQGET', (done) =>
			mq.GetSync(handle, md, gmo, this.buffer, done),
		);
		if (isFailed && !EXPECTED.includes(reason)) throw mqError(reason, { verb: 'MQGET', queue: name });
		return { md, length: result, reason };
	}

	private copy(length: number): Buffer {
		const data = Buffer.from(this.buffer.subarray(0, length));
		if (this.buffer.length > LARGEST_KEPT) this.buffer = Buffer.alloc(FIRST_BUFFER);
		return data;
	}

	private tooLong(queue: string, { md, length }: Got) {
		const { MsgId } = mqmdOf(md);
		return tooLong({ queue, length, messageId: MsgId.toString('hex'), most: MAX_MESSAGE_BYTES });
	}
}

const EXPECTED: readonly number[] = [MQRC.noMessage, MQRC.truncated, MQRC.truncatedAccepted, MQRC.dataLength];

const isTooLong = ({ reason }: Got): boolean => reason === MQRC.truncated || reason === MQRC.dataLength;
