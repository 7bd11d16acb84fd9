import type { Socket } from 'node:net';

import { ServiceError } from '../../../kit/errors';
import { isConnectionLost, MQRC, mqError, reasonCodeOf, strange } from '../errors';
import { MAX_MESSAGE_BYTES } from '../settings';
import { API_HEADER, STATUS } from './layouts';
import { FLAG, HEADER_LENGTH, RESPONSE, SEGMENT, SegmentReader, segmentsOf, type Segment } from './segments';
import { statusError } from './status';
import { Watch } from './watch';

/** A response of the MQI without its header. */
export interface Response {
	completion: number;
	reason: number;
	handle: number;
	body: Buffer;
	isLittle: boolean;
}

/** What both sides agreed upon. */
interface Agreement {
	maxSegment: number;
	isLittle: boolean;
	ccsid: number;
	/** Seconds between two signs of life while a call waits; 0 for none. */
	heartbeat: number;
}

interface Waiting {
	verb: string;
	/** The type that is waited for. */
	type: number;
	parts: Buffer[];
	length: number;
	resolve: (whole: Segment) => void;
	reject: (error: Error) => void;
}

export interface CallOptions {
	/** How long the other side may keep the call, in milliseconds, beyond the time that any response may take. */
	waitMs?: number;
	signal?: AbortSignal;
}

/** Structures around the data of a message. */
const OVERHEAD = 16 * 1024;
/** The largest segment before anything was agreed upon; initial data is much smaller. */
const MAX_FIRST_SEGMENT = 32 * 1024 * 1024;

/** Larger requests get memory of their own. */
const ROOM_BYTES = 32 * 1024;

/** One conversation with a queue manager over a socket: one request, then its response. */
export class Conversation {
	agreement: Agreement = { maxSegment: 32_748, isLittle: true, ccsid: 1208, heartbeat: 0 };
	private readonly reader = new SegmentReader(MAX_FIRST_SEGMENT);
	private waiting: Waiting | undefined;
	private outgoing: Buffer | undefined;
	private readonly watch = new Watch(() => this.beLate());
	/** Why nothing more can be said. */
	private failure: ServiceError | undefined;

	constructor(
		private readonly socket: Socket,
		private readonly timeoutMs: number,
		/** What an error of the socket means, where it is more than a broken connection. */
		explain: (error: Error) => ServiceError | undefined = () => undefined,
	) {
		socket.on('data', (piece) => this.hear(piece as Buffer));
		socket.on('error', (error) => this.fail(explain(error) ?? this.broken(error.message)));
		socket.on('close', () => this.fail(this.broken()));
	}

	/** Whether the conversation is over. */
	get isOver(): boolean {
		return this.failure !== undefined;
	}

	/** Sends something that has no response. */
	send(type: number, parts: readonly Buffer[], flags = 0, room?: Buffer): void {
		if (this.failure) throw this.failure.with({ effect: 'none' });
		const [first, ...more] = segmentsOf(type, parts, this.agreement, { flags, room });
		if (more.length === 0) return void this.socket.write(first);
		this.socket.cork();
		for (const part of [first, ...more]) this.socket.write(part);
		this.socket.uncork();
	}

	/** Sends initial data and gives back what the other side says to it. @throws ServiceError */
	async negotiate(body: Buffer, signal?: AbortSignal): Promise<Segment> {
		const { initialData } = SEGMENT;
		return await this.exchange('MQCONNX', initialData, initialData, [body], { signal, flags: FLAG.confirm });
	}

	/** Sends user and password and waits until they were taken in. @throws ServiceError */
	async authenticate(body: Buffer, signal?: AbortSignal): Promise<void> {
		const { connectionAuthentication, status } = SEGMENT;
		await this.exchange('MQCONNX', connectionAuthentication, status, [body], { signal });
	}

	/** Says that the channel ends, as the last that is said. */
	end(): void {
		this.send(SEGMENT.status, [], FLAG.close);
		this.socket.destroySoon();
	}

	/**
	 * A call of the MQI, its parts after the header, and its response, also one with a reason code. @throws ServiceError
	 * where none came
	 */
	async call(
		verb: string,
		type: number,
		parts: readonly Buffer[],
		options: CallOptions & { handle?: number } = {},
	): Promise<Response> {
		const header = API_HEADER.write({ Handle: options.handle ?? 0 }, this.agreement.isLittle);
		const length = parts.reduce((sum, part) => sum + part.length, header.length);
		header.writeUInt32BE(length + HEADER_LENGTH, 0);
		const response = await this.exchange(verb, type, type + RESPONSE, [header, ...parts], options);
		if (response.body.length < API_HEADER.length) throw this.refuse(`its response to ${verb} is cut off`);
		const read = API_HEADER.read(response.body, response.isLittle);
		if (read.CompletionCode > 2)
			throw this.refuse(`its response to ${verb} has completion code ${read.CompletionCode}`);
		return {
			completion: read.CompletionCode,
			reason: read.Reason,
			handle: read.Handle,
			body: response.body.subarray(API_HEADER.length),
			isLittle: response.isLittle,
		};
	}

	/** The error for a response that is no response; the conversation is over. */
	refuse(what: string): ServiceError {
		return this.fail(strange(what));
	}

	/** Ends the conversation at once; the queue manager backs out what was not committed. */
	destroy(error: ServiceError = mqError(MQRC.connectionBroken, { verb: 'MQDISC', detail: 'It was closed.' })): void {
		this.fail(error);
	}

	private async exchange(
		verb: string,
		type: number,
		expected: number,
		parts: readonly Buffer[],
		{ waitMs = 0, signal, flags }: CallOptions & { flags?: number },
	): Promise<Segment> {
		if (this.failure) throw this.failure.with({ effect: 'none' });
		if (signal?.aborted) throw new ServiceError('cancelled', `${verb} was cancelled.`, { effect: 'none' });
		const abort = () => {
			this.fail(new ServiceError('cancelled', `${verb} was cancelled.`, { effect: 'unknown' }));
		};
		signal?.addEventListener('abort', abort, { once: true });
		this.watch.begin(waitMs + this.timeoutMs, patienceOf(this.agreement.heartbeat));
		try {
			return await new Promise<Segment>((resolve, reject) => {
				this.waiting = { verb, type: expected, parts: [], length: 0, resolve, reject };
				this.send(type, parts, flags, this.room());
			});
		} finally {
			this.watch.end();
			signal?.removeEventListener('abort', abort);
			this.waiting = undefined;
		}
	}

	private beLate(): void {
		const verb = this.waiting?.verb ?? 'MQGET';
		this.fail(mqError(MQRC.connectionBroken, { verb, detail: 'No response came in time.' }));
	}

	/**
	 * Where a request may be written: the next one comes after its response, so one room does for all, and new memory for
	 * each would take longer than all else. None while some of the last request has not left.
	 */
	private room(): Buffer | undefined {
		if (this.socket.writableLength > 0) return undefined;
		this.outgoing ??= Buffer.allocUnsafeSlow(ROOM_BYTES);
		return this.outgoing;
	}

	private hear(piece: Buffer): void {
		if (this.failure) return;
		try {
			for (const segment of this.reader.push(piece)) this.take(segment);
		} catch (error) {
			this.fail(error as ServiceError);
		}
	}

	private take(segment: Segment): void {
		const { waiting } = this;
		if (this.failure) return;
		this.watch.alive();
		if (segment.type === SEGMENT.heartbeat) {
			if (waiting) this.send(SEGMENT.heartbeat, []);
			return;
		}
		if (segment.type === SEGMENT.status) {
			const isWhole = segment.body.length >= STATUS.length;
			const code = isWhole ? STATUS.read(segment.body, segment.isLittle).Code : 0;
			const isGood = code === 0 && (segment.flags & (FLAG.error | FLAG.close)) === 0;
			if (isGood && waiting?.type === SEGMENT.status) {
				this.waiting = undefined;
				waiting.resolve(segment);
				return;
			}
			this.fail(statusError(code, waiting?.verb ?? 'MQGET'));
			return;
		}
		if (!waiting || segment.type !== waiting.type) {
			throw strange(`it sent a segment of type 0x${segment.type.toString(16)} that nobody asked for`);
		}
		const isFirst = (segment.flags & FLAG.first) !== 0;
		if (isFirst !== (waiting.parts.length === 0)) throw strange('segments are missing or out of order');
		waiting.parts.push(segment.body);
		waiting.length += segment.body.length;
		if (waiting.length > MAX_MESSAGE_BYTES + OVERHEAD) throw strange('its response does not end');
		if ((segment.flags & FLAG.last) === 0) return;
		const body = waiting.parts.length === 1 ? waiting.parts[0] : Buffer.concat(waiting.parts, waiting.length);
		this.waiting = undefined;
		waiting.resolve({ ...segment, body });
	}

	private broken(detail?: string): ServiceError {
		const verb = this.waiting?.verb ?? 'MQGET';
		return mqError(MQRC.connectionBroken, { verb, ...(detail ? { detail: `${detail}.` } : {}) });
	}

	private fail(error: ServiceError): ServiceError {
		const { waiting } = this;
		this.failure ??=
			reasonCodeOf(error) !== undefined && isConnectionLost(error)
				? error
				: mqError(MQRC.connectionBroken, { verb: error.api ?? 'MQGET', detail: error.message });
		this.waiting = undefined;
		this.watch.close();
		this.socket.destroy();
		waiting?.reject(error);
		return error;
	}
}

/** How long the other side may be silent: as IBM's clients reckon it; undefined for as long as it likes. */
function patienceOf(heartbeat: number): number | undefined {
	if (heartbeat === 0) return undefined;
	return (heartbeat < 60 ? 2 * heartbeat : heartbeat + 60) * 1000;
}
