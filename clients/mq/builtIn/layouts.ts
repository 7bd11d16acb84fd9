import { bytes, i32, Struct, text, u16, u32, u8, type Values } from './struct';

/** Behind the header of a segment in every request and response of the MQI. */
export const API_HEADER = new Struct({
	ReplyLength: u32(),
	CompletionCode: u32(),
	Reason: u32(),
	Handle: i32(),
});

/** Initial data (FAP level 9 and above): what each side can do. */
export const INITIAL_DATA = new Struct({
	StrucId: text(4, 'ID'),
	FapLevel: u8(),
	Capabilities: u8(0x26),
	ECapabilities: u8(),
	ErrorFlags: u8(),
	Reserved1: u16(),
	MaxMessagesPerBatch: u16(),
	MaxTransmissionSize: u32(),
	MaxMessageSize: u32(),
	SequenceWrap: u32(),
	Channel: text(20),
	Capabilities2: u8(0x51),
	ECapabilities2: u8(),
	Ccsid: u16(),
	QueueManager: text(48),
	HeartbeatInterval: u32(),
	ExtraLength: u16(),
	ErrorFlags2: u8(),
	Reserved2: u8(),
	HeaderCompression: bytes(2),
	MessageCompression: bytes(16),
	Reserved3: u16(),
	SslKeyReset: u32(),
	ConversationsPerSocket: u32(),
	Capabilities3: u8(),
	ECapabilities3: u8(),
	Reserved4: u16(),
	ProcessId: u32(),
	ThreadId: u32(),
	TraceId: u32(),
	ProductId: text(12),
	QueueManagerId: text(48),
});
export type InitialData = Values<(typeof INITIAL_DATA)['fields']>;

/** The part of initial data that levels below 9 have. */
export const SHORT_INITIAL_DATA = 100;
/** The bytes of initial data behind the field that names their number. */
export const EXTRA_LENGTH = INITIAL_DATA.length - SHORT_INITIAL_DATA - 2;

/** Who connects, where no password goes with it. */
export const USER_ID = new Struct({
	StrucId: text(4, 'UID'),
	UserId: text(12),
	Password: text(12),
	LongUserId: text(64),
	Sid: bytes(40),
});

/** User and password for the queue manager (MQCSP); the texts follow. As IBM's client for Java sends it. */
export const CONNECTION_AUTHENTICATION = new Struct({
	StrucId: text(4, 'CAUT'),
	AuthenticationType: i32(1),
	UserIdMax: i32(),
	PasswordMax: i32(),
	UserIdLength: i32(),
	PasswordLength: i32(),
	/** Of the protection of the password: none. */
	Reserved1: i32(),
	Reserved2: i32(),
});

export const CONNECT = new Struct({
	QueueManager: text(48),
	ApplName: text(28),
	ApplType: i32(6),
	AccountingToken: bytes(32),
	Options: i32(3),
	XOptions: i32(),
	/** What levels above 8 add (FCNO), version 2. */
	FcnoId: text(4, 'FCNO'),
	FcnoVersion: i32(2),
	FcnoOptions: i32(),
	FcnoProductId: text(12, 'MQMM09000000'),
	FcnoQueueManagerId: text(48),
	FcnoReserved: bytes(68),
});

/** Status: why the other side ends the channel. */
export const STATUS = new Struct({ Length: u32(), Code: u32() });

/** MQMD version 2. */
export const MQMD = new Struct({
	StrucId: text(4, 'MD'),
	Version: i32(2),
	Report: i32(),
	MsgType: i32(8),
	Expiry: i32(-1),
	Feedback: i32(),
	Encoding: i32(),
	CodedCharSetId: i32(),
	Format: text(8),
	Priority: i32(-1),
	Persistence: i32(2),
	MsgId: bytes(24),
	CorrelId: bytes(24),
	BackoutCount: i32(),
	ReplyToQ: text(48),
	ReplyToQMgr: text(48),
	UserIdentifier: text(12),
	AccountingToken: bytes(32),
	ApplIdentityData: text(32),
	PutApplType: i32(),
	PutApplName: text(28),
	PutDate: text(8),
	PutTime: text(8),
	ApplOriginData: text(4),
	GroupId: bytes(24),
	MsgSeqNumber: i32(1),
	Offset: i32(),
	MsgFlags: i32(),
	OriginalLength: i32(-1),
});

/** MQOD version 1, which has no pointers. */
export const MQOD = new Struct({
	StrucId: text(4, 'OD'),
	Version: i32(1),
	ObjectType: i32(1),
	ObjectName: text(48),
	ObjectQMgrName: text(48),
	DynamicQName: text(48, 'AMQ.*'),
	AlternateUserId: text(12),
});

/** MQPMO version 1, which has no pointers. */
export const MQPMO = new Struct({
	StrucId: text(4, 'PMO'),
	Version: i32(1),
	Options: i32(),
	Timeout: i32(-1),
	Context: i32(),
	KnownDestCount: i32(),
	UnknownDestCount: i32(),
	InvalidDestCount: i32(),
	ResolvedQName: text(48),
	ResolvedQMgrName: text(48),
});

/** MQGMO version 3. */
export const MQGMO = new Struct({
	StrucId: text(4, 'GMO'),
	Version: i32(3),
	Options: i32(),
	WaitInterval: i32(),
	Signal1: i32(),
	Signal2: i32(),
	ResolvedQName: text(48),
	MatchOptions: i32(),
	GroupStatus: text(1),
	SegmentStatus: text(1),
	Segmentation: text(1),
	Reserved1: text(1),
	MsgToken: bytes(16),
	ReturnedLength: i32(-1),
});
