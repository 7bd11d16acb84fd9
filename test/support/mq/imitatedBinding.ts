import type { Binding, Done, MqStructure, ObjectHandle, QueueManagerHandle } from '../../../clients/mq/ibmmq/binding';

/** Values of cmqc.h, as far as they are used. */
const MQC: Record<string, number> = {
	MQCNO_CLIENT_BINDING: 0x800,
	MQOT_Q: 1,
	MQOO_INPUT_SHARED: 0x2,
	MQOO_BROWSE: 0x8,
	MQOO_INQUIRE: 0x20,
	MQOO_FAIL_IF_QUIESCING: 0x2000,
	MQPMO_SYNCPOINT: 0x2,
	MQPMO_NO_SYNCPOINT: 0x4,
	MQPMO_FAIL_IF_QUIESCING: 0x2000,
	MQGMO_NO_WAIT: 0,
	MQGMO_SYNCPOINT: 0x2,
	MQGMO_NO_SYNCPOINT: 0x4,
	MQGMO_BROWSE_FIRST: 0x10,
	MQGMO_BROWSE_NEXT: 0x20,
	MQGMO_ACCEPT_TRUNCATED_MSG: 0x40,
	MQGMO_FAIL_IF_QUIESCING: 0x2000,
	MQGMO_CONVERT: 0x4000,
	MQGMO_PROPERTIES_FORCE_MQRFH2: 0x2000000,
	MQMO_MATCH_MSG_ID: 1,
	MQMO_MATCH_CORREL_ID: 2,
};

/** What a descriptor has where nothing was said. */
const UNSAID = {
	Report: 0,
	Feedback: 0,
	GroupId: Buffer.alloc(24),
	MsgSeqNumber: 1,
	Offset: 0,
	MsgFlags: 0,
	OriginalLength: -1,
};

interface Stored {
	md: MqStructure;
	data: Buffer;
	isTaken: boolean;
}

/** An imitation of the package `ibmmq` with one queue in memory. It notes each call, and what a connect was given. */
export class ImitatedBinding {
	readonly calls: string[] = [];
	readonly messages: Stored[] = [];
	connectedWith: MqStructure | undefined;
	/** Reason codes to fail with, by the name of a call. */
	readonly failures: Record<string, number> = {};
	/** Bytes that the channel lets through. */
	maximumMessage = Infinity;
	/** What happens in between, such as another consumer. */
	afterCall?: (name: string) => void;
	private cursor = 0;
	private lastCode = 0;

	get module(): Binding {
		const done = (name: string, work: () => unknown, finish: Done<never>) => {
			this.calls.push(name);
			const code = this.failures[name] ?? 0;
			const result = code ? undefined : work();
			const reason = code || this.lastCode;
			this.lastCode = 0;
			this.afterCall?.(name);
			const error = reason ? Object.assign(new Error(name), { mqcc: 2, mqrc: reason, verb: name }) : null;
			setImmediate(() => finish(error, result as never));
		};
		const Structure = Object as unknown as new () => MqStructure;
		return {
			MQC,
			MQCNO: Structure,
			MQCD: Structure,
			MQSCO: Structure,
			MQCSP: Structure,
			MQOD: Structure,
			MQMD: Structure,
			MQPMO: Structure,
			MQGMO: Structure,
			MQAttr: class {
				value?: unknown;
				constructor(readonly selector: number) {}
			},
			Connx: (_name, cno, finish) => {
				this.connectedWith = cno;
				done('Connx', () => ({}) as QueueManagerHandle, finish as Done<never>);
			},
			Disc: (_connection, finish) => done('Disc', () => undefined, finish),
			Open: (_connection, _od, options, finish) =>
				done(`Open ${options & 0x2a}`, () => ({}) as ObjectHandle, finish as Done<never>),
			Close: (_object, _options, finish) => done('Close', () => undefined, finish),
			Put: (_object, _md, _pmo, _data, finish) => done('Put', () => undefined, finish),
			Put1: (_connection, _od, md, _pmo, data, finish) =>
				done('Put1', () => void this.messages.push({ md: { ...md }, data, isTaken: false }), finish),
			GetSync: (_object, md, gmo, buffer, finish) =>
				done('GetSync', () => this.get(md, Number(gmo.Options), buffer), finish as Done<never>),
			Inq: (_object, selectors, finish) =>
				done(
					'Inq',
					() => selectors.forEach((each) => (each.value = each.selector < 2000 ? each.selector : 'TEXT   ')),
					finish,
				),
			Cmit: (_connection, finish) => done('Cmit', () => this.settle(true), finish),
			Back: (_connection, finish) => done('Back', () => this.settle(false), finish),
		};
	}

	private get(md: MqStructure, options: number, buffer: Buffer): number {
		if (buffer.length > this.maximumMessage) {
			this.lastCode = 2010;
			return 0;
		}
		const isBrowse = (options & 0x30) !== 0;
		if (options & 0x10) this.cursor = 0;
		const here = this.messages.filter(({ isTaken }) => !isTaken);
		const found = isBrowse ? here[this.cursor] : here[0];
		if (!found) {
			this.lastCode = 2033;
			return 0;
		}
		const isCut = found.data.length > buffer.length;
		if (isCut) this.lastCode = options & 0x40 ? 2079 : 2080;
		found.data.copy(buffer);
		const put = { UserIdentifier: 'app   ', PutApplName: 'imitated', PutDate: '20260115', PutTime: '09300000' };
		Object.assign(md, UNSAID, { BackoutCount: 0, ...put }, found.md, { Format: String(found.md.Format).padEnd(8) });
		if (this.lastCode === 2080) return found.data.length;
		if (isBrowse) this.cursor += 1;
		else found.isTaken = true;
		return found.data.length;
	}

	private settle(isCommitted: boolean): void {
		for (const message of this.messages.filter(({ isTaken }) => isTaken)) {
			if (isCommitted) this.messages.splice(this.messages.indexOf(message), 1);
			else {
				message.isTaken = false;
				message.md.BackoutCount = Number(message.md.BackoutCount ?? 0) + 1;
			}
		}
	}
}
