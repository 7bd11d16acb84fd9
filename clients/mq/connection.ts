import type { LookupFunction } from 'node:net';

import type { ServiceError } from '../../kit/errors';
import type { Clockwork } from '../../kit/http/retry';
import type { Transport as HttpTransport } from '../../kit/http/transport';
import type { WireMessage } from './wireMessage';

/** A value of a message property, as JMS and MQ know them; int64 travels as decimal text. */
export type PropertyValue = string | number | boolean | null;

/** What travels beside the body (MQMD), in plain words; ids are 48 hexadecimal digits. */
export interface MessageDescriptor {
	messageId: string;
	correlationId: string;
	/** Format name of the body without padding: `MQSTR`, or empty for none. It is `MQHRF2` only where that header stays. */
	format: string;
	/** Character set of the body, e.g. 1208 for UTF-8. */
	codedCharacterSetId: number;
	/** Byte order and number formats of the body, e.g. 546 (little-endian) or 273 (big-endian). */
	encoding: number;
	persistent: boolean;
	priority: number;
	/** What is left of its life in milliseconds; undefined where it never expires. */
	expiry?: number;
	/** How often it was backed out before. */
	backoutCount: number;
	replyToQueue: string;
	replyToQueueManager: string;
	/** Undefined for a datagram; types of applications are numbers. */
	messageType?: MessageType | number;
	/** Of a report: what it says about the message that it is about (MQFB_… or MQRC_…). */
	feedback?: number;
	/** Its group and its place in it; undefined where it is in none. */
	group?: MessageGroup;
	/** When and by whom it was put: ISO 8601 in UTC, empty where unknown. */
	putAt: string;
	putBy: string;
	userId: string;
}

export type MessageType = 'datagram' | 'reply' | 'report' | 'request';

/** Why a message is on a dead-letter queue, and where it was meant to go (MQDLH). */
export interface DeadLetter {
	/** MQRC_… or MQFB_…, or a code of an application. */
	reason: number;
	queue: string;
	queueManager: string;
	putBy: string;
}

interface MessageGroup {
	/** 48 hexadecimal digits. */
	id: string;
	/** From 1 on. */
	sequenceNumber: number;
	isLast: boolean;
}

export interface Message {
	descriptor: MessageDescriptor;
	/**
	 * From MQRFH2 or message properties, by name: those of the folder `usr` as they are, those of `jms` as JMS calls them
	 * (`JMSCorrelationID`), those of other folders after the folder (`mcd.Msd`). One that comes several times has all its
	 * values.
	 */
	properties: Record<string, PropertyValue | PropertyValue[]>;
	/** The body alone, without MQRFH2 and MQDLH. */
	body: Buffer;
	/** Of a message on a dead-letter queue. */
	deadLetter?: DeadLetter;
	/** As it came, headers included. A message that is put with it is moved byte for byte. */
	original?: WireMessage;
	/**
	 * Why it could not be read as what it is: its header is damaged, or it is not whole. Its body is then what came, with
	 * the header.
	 */
	problem?: ServiceError;
	/** Nobody confirmed that it was removed from its queue, where it may still be. Only without units of work. */
	isUnconfirmed?: boolean;
	/** The body or the properties are not all that it has, so it cannot be put again and stays where it is. */
	isPartial?: boolean;
}

/**
 * What a caller says of a message that it puts; what it leaves out has MQ's or the queue's default. A message that was
 * got can be put as it is, which moves it.
 */
export interface MessageToPut {
	body: Buffer;
	/** A whole number beyond 53 bits is a bigint. */
	properties?: Record<string, PropertyValue | bigint | readonly PropertyValue[]>;
	/** To send byte for byte, in place of what the other fields say. */
	original?: WireMessage;
	/** Of a message that was browsed: it cannot be put. */
	isPartial?: boolean;
	descriptor?: Partial<
		Pick<
			MessageDescriptor,
			| 'messageId'
			| 'correlationId'
			| 'format'
			| 'codedCharacterSetId'
			| 'encoding'
			| 'persistent'
			| 'priority'
			| 'expiry'
			| 'messageType'
			| 'replyToQueue'
			| 'replyToQueueManager'
		>
	>;
}

export interface Match {
	messageId?: string;
	correlationId?: string;
}

export interface GetOptions extends Match {
	/** How long to wait for one, in milliseconds; 0 or nothing: not at all. */
	wait?: number;
	/** Whether the get belongs to the unit of work, which `commit` or `backOut` ends. */
	inUnitOfWork?: boolean;
	/**
	 * The message that is to be removed, for a way without units of work: where another one under its ID comes first,
	 * nothing is removed. One that comes first at that very moment is removed and delivered in its place.
	 */
	only?: Message;
	signal?: AbortSignal;
}

export interface BrowseOptions extends Match {
	/** At most this many; all without it. */
	limit?: number;
	signal?: AbortSignal;
}

/** Attributes of a queue as MQINQ returns them; undefined where a transport cannot know one. */
export interface QueueAttributes {
	name: string;
	depth?: number;
	maximumDepth?: number;
	maximumMessageLength?: number;
	backoutThreshold?: number;
	backoutRequeueQueue?: string;
	openInputCount?: number;
	openOutputCount?: number;
	getAllowed?: boolean;
	putAllowed?: boolean;
	description?: string;
}

/**
 * One connection to a queue manager, and with it at most one unit of work.
 * Calls of one connection run one after another. Every failure is a `ServiceError` of the kit with MQ's reason code.
 */
export interface Connection {
	/** Puts one message; with `inUnitOfWork` it is seen by others after `commit`. Resolves with its message id. */
	put(
		queue: string,
		message: MessageToPut,
		options?: { inUnitOfWork?: boolean; signal?: AbortSignal },
	): Promise<string>;
	/**
	 * Takes the next message that matches; undefined where none came in time. Outside a unit of work the message leaves
	 * the queue once it has arrived whole, so that a broken connection may deliver it twice but never loses it; that is
	 * refused while a unit of work is open.
	 * A message that is too long for the connection stays where it is: the error has its ID (`messageIdOf`).
	 */
	get(queue: string, options?: GetOptions): Promise<Message | undefined>;
	/** Reads messages and leaves them where they are, first to last; also those that cannot be read. */
	browse(queue: string, options?: BrowseOptions): AsyncIterable<Message>;
	commit(): Promise<void>;
	backOut(): Promise<void>;
	inquire(queue: string): Promise<QueueAttributes>;
	/** Ends the connection; an open unit of work is backed out. Never throws. */
	close(): Promise<void>;
}

/** Everything a transport may need to connect; each takes what it knows. */
export interface ConnectionSettings {
	/** `host(port)` or `host:port`, several after commas; an https address for MQ REST. */
	address: string;
	queueManager: string;
	channel: string;
	/** Name of the cipher spec; empty for plain TCP. */
	cipherSpec: string;
	user?: string;
	password?: string;
	/** PEM texts, or PKCS#12 as base64 in `certificate`. */
	certificate?: string;
	privateKey?: string;
	passphrase?: string;
	certificateLabel?: string;
	certificateAuthorities?: string;
	/** What the TLS handshake names: the channel in IBM's form, the host, or nothing. */
	serverName?: 'channel' | 'host' | 'none';
	/** Whether a certificate that nobody vouches for is taken all the same. */
	allowUnauthorized?: boolean;
	applicationName?: string;
}

/** The policy of whoever runs the process on where connections may lead. */
interface Egress {
	/** Throws for a host that must not be reached; asked before each connection, also for addresses in digits. */
	permit?(host: string, port: number): void | Promise<void>;
	/** Resolves names in place of the system's resolver; it refuses addresses that must not be reached. */
	lookup?: LookupFunction;
}

export interface ConnectOptions {
	signal?: AbortSignal;
	/** How long connecting and each call may take without a response, in milliseconds; 30 s by default. */
	timeoutMs?: number;
	/** For the transports that open connections of their own. */
	egress?: Egress;
	/** Replaces the pool of HTTP connections of MQ REST, for example where an egress policy demands another way out. */
	http?: HttpTransport;
	/** Clock and waits between attempts of MQ REST; replaceable in tests. */
	clockwork?: Clockwork;
}

/** A way to a queue manager: IBM's client, the built-in one, or MQ REST. */
export interface Transport {
	connect(settings: ConnectionSettings, options?: ConnectOptions): Promise<Connection>;
	/** Whether several calls can be one unit of work. MQ REST has none. */
	hasUnitsOfWork: boolean;
}
