import { ServiceError } from '../../kit/errors';
import type { MessageDescriptor, MessageToPut, MessageType } from './connection';
import type { Mqmd, MqmdToPut } from './wireMessage';

const UNLIMITED = -1;
const MAX_EXPIRY = 999_999_999;
const AS_QUEUE = { priority: -1, persistence: 2 };
/** MQMT_… by what they are called here. */
const TYPES: Record<MessageType, number> = { request: 1, reply: 2, report: 4, datagram: 8 };
const NAMES = new Map(Object.entries(TYPES).map(([name, type]) => [type, name as MessageType]));
/** Length of message, correlation and group IDs. */
export const ID_BYTES = 24;

/** Encoding of what runs here: little-endian, IEEE. */
export const NATIVE = 546;
/** CCSID of UTF-8. */
export const UTF8 = 1208;

/** The descriptor of a message (MQMD) with names, Booleans and ISO dates in place of MQ's codes. */
export function descriptorOf(md: Mqmd): MessageDescriptor {
	return {
		messageId: md.MsgId.toString('hex'),
		correlationId: md.CorrelId.toString('hex'),
		format: md.Format,
		codedCharacterSetId: md.CodedCharSetId,
		encoding: md.Encoding,
		persistent: md.Persistence === 1,
		priority: md.Priority,
		...(md.Expiry === UNLIMITED ? {} : { expiry: md.Expiry * 100 }),
		backoutCount: md.BackoutCount,
		replyToQueue: md.ReplyToQ,
		replyToQueueManager: md.ReplyToQMgr,
		...typeOf(md),
		...groupOf(md),
		putAt: putAtOf(md),
		putBy: md.PutApplName,
		userId: md.UserIdentifier,
	};
}

function typeOf({ MsgType, Feedback }: Mqmd): Pick<MessageDescriptor, 'messageType' | 'feedback'> {
	const messageType = NAMES.get(MsgType) ?? MsgType;
	return { ...(messageType === 'datagram' ? {} : { messageType }), ...(Feedback === 0 ? {} : { feedback: Feedback }) };
}

/** MQMF_MSG_IN_GROUP and MQMF_LAST_MSG_IN_GROUP. */
const [IN_GROUP, LAST_IN_GROUP] = [0x8, 0x10];

function groupOf({ MsgFlags, GroupId, MsgSeqNumber: sequenceNumber }: Mqmd): Pick<MessageDescriptor, 'group'> {
	if ((MsgFlags & (IN_GROUP | LAST_IN_GROUP)) === 0) return {};
	return { group: { id: GroupId.toString('hex'), sequenceNumber, isLast: (MsgFlags & LAST_IN_GROUP) !== 0 } };
}

/** YYYYMMDDHHMMSSTH: both fields have eight characters at most. */
const INSTANT = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;

function putAtOf({ PutDate, PutTime }: Mqmd): string {
	const [whole, year, month, day, hour, minute, second, hundredth] = INSTANT.exec(PutDate + PutTime) ?? [];
	const text = `${year}-${month}-${day}T${hour}:${minute}:${second}.${hundredth}0Z`;
	return whole && !Number.isNaN(Date.parse(text)) ? text : '';
}

/**
 * The descriptor of a message to put; what is left out gets the default of MQ or of the queue.
 * @throws ServiceError `invalidInput` for a value that MQ would refuse or cut
 */
export function mqmdToPut(descriptor: MessageToPut['descriptor'] = {}): MqmdToPut {
	const { priority, persistent, expiry, replyToQueue = '', replyToQueueManager = '' } = descriptor;
	if (priority !== undefined && !(Number.isInteger(priority) && priority >= -1 && priority <= 9)) {
		throw invalid(`The priority is ${priority}.`, 'It must be a whole number between 0 and 9.');
	}
	if (descriptor.messageType === 'request' && replyToQueue.trim() === '') {
		throw invalid('A request needs a reply-to queue.', 'Without one, send a datagram.');
	}
	return {
		MsgType: typeToPut(descriptor.messageType ?? (replyToQueue ? 'request' : 'datagram')),
		Expiry: expiryOf(expiry),
		Encoding: descriptor.encoding ?? NATIVE,
		CodedCharSetId: descriptor.codedCharacterSetId ?? UTF8,
		Format: checkedName('format', descriptor.format ?? 'MQSTR', 8),
		Priority: priority ?? AS_QUEUE.priority,
		Persistence: persistent === undefined ? AS_QUEUE.persistence : Number(persistent),
		MsgId: idOf('message ID', descriptor.messageId),
		CorrelId: idOf('correlation ID', descriptor.correlationId),
		ReplyToQ: checkedName('reply-to queue', replyToQueue, 48),
		ReplyToQMgr: checkedName('reply-to queue manager', replyToQueueManager, 48),
	};
}

const typeToPut = (type: MessageType | number): number => (typeof type === 'number' ? type : TYPES[type]);

function expiryOf(milliseconds: number | undefined): number {
	if (milliseconds === undefined) return UNLIMITED;
	const tenths = Math.ceil(milliseconds / 100);
	if (tenths >= 1 && tenths <= MAX_EXPIRY) return tenths;
	throw invalid(`The expiry is ${milliseconds} milliseconds.`, `It must be between 100 and ${MAX_EXPIRY}00.`);
}

/**
 * The bytes of an identifier: 24 zeros where there is none. Takes 48 hexadecimal digits, also with JMS's `ID:` before
 * them; fewer digits are filled up with zeros.
 * @throws ServiceError `invalidInput`
 */
export function idOf(what: string, text = ''): Buffer {
	if (text === '') return Buffer.alloc(ID_BYTES);
	const digits = text.trim().replace(/^ID:/i, '');
	if (/[^\da-f]/i.test(digits) || digits.length % 2 !== 0 || digits.length > 2 * ID_BYTES) {
		throw invalid(`The ${what} "${text}" is not valid.`, 'It must be up to 48 hexadecimal digits, two for each byte.');
	}
	return Buffer.concat([Buffer.from(digits, 'hex')], ID_BYTES);
}

/** A name in ASCII that fits its field. @throws ServiceError `invalidInput` */
export function checkedName(what: string, name: string, length: number): string {
	const plain = name.trim();
	if (/[^ -~]/.test(plain)) throw invalid(`The ${what} "${plain}" has characters that are not allowed.`);
	if (plain.length <= length) return plain;
	throw invalid(`The ${what} "${plain}" is longer than ${length} characters.`);
}

function invalid(message: string, hint?: string): ServiceError {
	return new ServiceError('invalidInput', message, { hint, effect: 'none' });
}
