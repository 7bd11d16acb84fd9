/** The message descriptor (MQMD) with its fields as the MQI has them; texts without padding. */
export interface Mqmd {
	Report: number;
	MsgType: number;
	/** Tenths of a second, or -1. */
	Expiry: number;
	Feedback: number;
	Encoding: number;
	CodedCharSetId: number;
	Format: string;
	Priority: number;
	Persistence: number;
	MsgId: Buffer;
	CorrelId: Buffer;
	BackoutCount: number;
	ReplyToQ: string;
	ReplyToQMgr: string;
	UserIdentifier: string;
	PutApplName: string;
	/** YYYYMMDD and HHMMSSTH in UTC. */
	PutDate: string;
	PutTime: string;
	GroupId: Buffer;
	MsgSeqNumber: number;
	/** Where a segment begins in the whole message. */
	Offset: number;
	/** Of groups and segments. */
	MsgFlags: number;
	OriginalLength: number;
}

/** What a descriptor of its own never says: the queue manager's defaults hold. A message that is moved keeps it. */
type Kept = 'Report' | 'Feedback' | 'GroupId' | 'MsgSeqNumber' | 'Offset' | 'MsgFlags' | 'OriginalLength';
type ByQueueManager = 'BackoutCount' | 'UserIdentifier' | 'PutApplName' | 'PutDate' | 'PutTime';

/** What is sent of a descriptor; the queue manager fills in the rest. */
export type MqmdToPut = Omit<Mqmd, ByQueueManager | Kept> & Partial<Pick<Mqmd, Kept>>;

/** A message byte for byte: its descriptor, and its data with all headers. */
export interface WireMessage {
	md: Mqmd;
	data: Buffer;
}

/** The descriptor that puts a message unchanged: only what the queue manager fills in is left out. */
export function mqmdAsItCame({
	BackoutCount: _backoutCount,
	UserIdentifier: _userIdentifier,
	PutApplName: _putApplName,
	PutDate: _putDate,
	PutTime: _putTime,
	...md
}: Mqmd): MqmdToPut {
	// What is left of its life may be less than a tenth of a second.
	return { ...md, Expiry: md.Expiry === 0 ? 1 : md.Expiry };
}
