import { messageOf } from '../../../clients/mq/message';
import type { Message } from '../../../clients/mq';
import type { Mqmd } from '../../../clients/mq/wireMessage';

const PLAIN: Mqmd = {
	Report: 0,
	MsgType: 8,
	Expiry: -1,
	Feedback: 0,
	Encoding: 546,
	CodedCharSetId: 1208,
	Format: 'MQSTR',
	Priority: 4,
	Persistence: 1,
	MsgId: Buffer.alloc(24, 1),
	CorrelId: Buffer.alloc(24),
	BackoutCount: 0,
	ReplyToQ: '',
	ReplyToQMgr: '',
	UserIdentifier: 'app',
	PutApplName: 'test',
	PutDate: '20260115',
	PutTime: '09300012',
	GroupId: Buffer.alloc(24),
	MsgSeqNumber: 1,
	Offset: 0,
	MsgFlags: 0,
	OriginalLength: -1,
};

/** A message as a client has got it: a text in UTF-8, unless the descriptor says something else. */
export function receivedMessage(body: string | Uint8Array, md: Partial<Mqmd> = {}): Message {
	return messageOf({ ...PLAIN, ...md }, Buffer.from(body as string));
}
