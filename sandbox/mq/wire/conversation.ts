import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import type { Fault, Faults } from '../../kit/faults';
import { users } from '../options';
import type { QueueManager } from '../queueManager';
import { RC, Refusal } from '../reasons';
import { Session } from '../session';
import { Reader, Writer } from './bytes';
import { CALLS, VERBS } from './calls';
import { framed, FrameReader, type Frame } from './frames';
import { answerTo, CCSID, readInitialData, type InitialData } from './initialData';

const TYPE = {
	initialData: 1,
	status: 5,
	userId: 8,
	heartbeat: 9,
	authentication: 0x0a,
	connect: 0x81,
	disconnect: 0x82,
};
const STATUS = { unknownChannel: 1, wrongType: 2, notRunning: 3, unavailable: 0x17 };
const [ERROR, CLOSE] = [0x02, 0x08];

/** A client as the queue manager sees it. */
export interface Client {
	channel: string;
	user: string;
	application: string;
	/** Name in the TLS handshake; empty for none. */
	serverName: string;
	/** Common name of its certificate; empty for none. */
	certificate: string;
	cipher: string;
	/** Calls of the MQI in order, with the reason code of each response. */
	calls: Array<{ verb: string; reason: number; fault?: string }>;
	/** Returns to heartbeats. */
	heartbeats: number;
}

interface Surroundings {
	manager: QueueManager;
	faults: Faults;
	/** Clients that are connected through a channel. */
	connected: (channel: string) => number;
	/** Gets each segment that the client sends. */
	seen?: (segment: Buffer) => void;
}

/** The side of the queue manager of one conversation. */
export class Conversation {
	readonly session: Session;
	private agreed: InitialData | undefined;
	private isLittle = true;
	private rounds = 0;
	private password: { userId: string; password: string } | undefined;
	private heartbeat: NodeJS.Timeout | undefined;
	private isBusy = false;
	private readonly stopping = new AbortController();
	private line: Promise<void> = Promise.resolve();

	constructor(
		private readonly socket: Socket,
		readonly client: Client,
		private readonly around: Surroundings,
	) {
		this.session = new Session(around.manager);
		const reader = new FrameReader(around.seen);
		socket.on('data', (piece) => {
			try {
				for (const frame of reader.push(piece as Buffer)) this.queueUp(frame);
			} catch {
				socket.destroy();
			}
		});
		socket.on('error', () => undefined);
		socket.on('close', () => {
			this.stopping.abort();
			clearInterval(this.heartbeat);
			this.session.end();
		});
	}

	/** Sends a heartbeat now, if a get waits. */
	beat(): void {
		if (this.isBusy) this.write(TYPE.heartbeat, Buffer.alloc(0));
	}

	private queueUp(frame: Frame): void {
		if (frame.type === TYPE.heartbeat) {
			this.client.heartbeats += 1;
			return;
		}
		this.line = this.line.then(async () => await this.take(frame)).catch(() => void this.socket.destroy());
	}

	private async take(frame: Frame): Promise<void> {
		const { type, body, isLittle } = frame;
		if (type === TYPE.initialData) return this.negotiate(body, isLittle);
		if (!this.agreed) throw new Error('no negotiation');
		if (type === TYPE.userId) {
			this.client.user = new Reader(body, isLittle).skip(28).text(64);
			return;
		}
		if (type === TYPE.authentication) return this.readPassword(body, isLittle);
		if (type === TYPE.status) return void this.socket.end();
		await this.call(frame);
	}

	private negotiate(body: Buffer, isLittle: boolean): void {
		const { manager, connected } = this.around;
		const said = readInitialData(body, isLittle);
		this.isLittle = manager.behaviour.byteOrder === 'little';
		const channel = manager.behaviour.channels[said.channel];
		this.client.channel = said.channel;
		if (!channel) return this.refuse(STATUS.unknownChannel);
		if (channel.type !== 'SVRCONN') return this.refuse(STATUS.wrongType);
		if (!manager.behaviour.isRunning) return this.refuse(STATUS.notRunning);
		const isFull = connected(said.channel) > (channel.maximumInstances ?? Infinity);
		if (channel.isStopped || isFull) return this.refuse(STATUS.unavailable);
		const { maximumMessageLength: maximumMessage } = channel;
		const { name, behaviour } = manager;
		const isFirst = this.rounds++ === 0;
		const answer = answerTo({ said, isLittle, isFirst, maximumMessage, name, behaviour });
		this.agreed = answer.agreed;
		this.write(TYPE.initialData, answer.body, answer.isAgain ? ERROR : 0);
	}

	private refuse(code: number): void {
		this.write(TYPE.status, new Writer(this.isLittle).long(8, code).done(), ERROR | CLOSE);
		this.socket.end();
	}

	private readPassword(body: Buffer, isLittle: boolean): void {
		const from = new Reader(body, isLittle);
		const [userLength, passwordLength] = [from.skip(16).long(), from.long()];
		from.skip(8);
		const userId = from.bytes(userLength).toString();
		this.password = { userId, password: from.bytes(passwordLength).toString() };
		// Clients wait for a status that says that it was taken in; the queue manager checks it when they connect.
		this.write(TYPE.status, new Writer(this.isLittle).long(8, 0).done());
	}

	private async call(frame: Frame): Promise<void> {
		const verb = VERBS[frame.type];
		const fault = this.around.faults.strike(verb ?? `0x${frame.type.toString(16)}`, this.client.user);
		if (fault?.kind === 'delay') await pause(fault.ms ?? 1000, undefined, { signal: this.stopping.signal });
		if (fault?.kind === 'drop' && !fault.afterWork) return this.drop(verb, fault);
		if (fault?.status === RC.backedOut) this.session.backOut();
		if (fault?.kind === 'status' && !fault.afterWork) return this.answer(frame, verb, fault.status ?? 2195, fault);
		const reply = await this.work(frame);
		if (fault?.kind === 'status') return this.answer(frame, verb, fault.status ?? 2195, fault);
		if (fault?.kind === 'drop') return this.drop(verb, fault);
		if (!reply.isSilent) this.answer(frame, verb, reply.reason, fault, reply);
		else this.client.calls.push({ verb, reason: reply.reason });
	}

	private async work(frame: Frame): Promise<Reply> {
		const from = new Reader(frame.body, frame.isLittle).skip(12);
		const handle = from.long();
		const to = new Writer(this.isLittle);
		try {
			if (frame.type === TYPE.connect) return this.connect(from);
			const call = CALLS[frame.type];
			if (!call) throw new Refusal(RC.unsupported);
			this.isBusy = true;
			this.startHeartbeats();
			const { agreed } = this;
			const maximumMessage = agreed?.maximumMessage ?? 0;
			const done = await call({ session: this.session, from, to, handle, maximumMessage });
			return { completion: done.reason ? 1 : 0, reason: 0, handle, body: to.done(), ...done };
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return { completion: 2, reason: error.reason, handle, body: to.done() };
		} finally {
			this.isBusy = false;
			clearInterval(this.heartbeat);
		}
	}

	private connect(from: Reader): Reply {
		const { manager } = this.around;
		const name = from.text(48);
		this.client.application = from.text(28);
		this.session.application = this.client.application;
		if (name !== '' && name !== '*' && name !== manager.name) throw new Refusal(RC.queueManagerName);
		const known = users.find(({ userId }) => userId === (this.password?.userId || this.client.user));
		const isWrong = this.password && known?.password !== this.password.password;
		if (isWrong || (!this.password && manager.behaviour.demandsPassword)) throw new Refusal(RC.notAuthorized);
		this.session.user = known ?? { userId: this.client.user, password: '', name: '' };
		return { completion: 0, reason: 0, handle: 0, body: new Writer(this.isLittle).text(manager.name, 48).done() };
	}

	private startHeartbeats(): void {
		clearInterval(this.heartbeat);
		const seconds = this.agreed?.heartbeat ?? 0;
		if (seconds > 0) this.heartbeat = setInterval(() => this.beat(), seconds * 1000);
	}

	private drop(verb: string, fault: Fault): void {
		this.client.calls.push({ verb, reason: -1, fault: fault.kind });
		this.socket.destroy();
	}

	private answer(frame: Frame, verb: string, reason: number, fault?: Fault, reply?: Reply): void {
		this.client.calls.push({ verb, reason, ...(fault ? { fault: fault.kind } : {}) });
		const failed: Reply = { completion: 2, reason, handle: 0, body: Buffer.alloc(0) };
		const { completion, handle, body } = reply ?? failed;
		const header = new Writer(this.isLittle).long(0, completion, reason, handle).done();
		header.writeUInt32BE(28 + header.length + body.length, 0);
		let whole = Buffer.concat([header, body]);
		if (fault?.kind === 'malformed') whole = whole.subarray(0, whole.length >> 1);
		this.write(frame.type + 0x10, whole, 0, fault?.kind === 'truncate');
	}

	private write(type: number, body: Buffer, flags = 0, isCut = false): void {
		if (this.socket.destroyed) return;
		const { pieces } = this.around.manager.behaviour;
		const maximum = this.agreed?.maximumSegment ?? 32_748;
		const bytes = framed({ type, flags, isLittle: this.isLittle, body }, CCSID, maximum);
		if (isCut) {
			this.socket.write(bytes.subarray(0, bytes.length >> 1), () => this.socket.destroy());
		} else if (pieces === 0) this.socket.write(bytes);
		else for (let at = 0; at < bytes.length; at += pieces) this.socket.write(bytes.subarray(at, at + pieces));
	}
}

interface Reply {
	/** Whether the client wants no response. */
	isSilent?: boolean;
	completion: number;
	reason: number;
	handle: number;
	body: Buffer;
}
