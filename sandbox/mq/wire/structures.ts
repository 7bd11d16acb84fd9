import type { Descriptor } from '../queue';
import { RC, Refusal } from '../reasons';
import type { Reader, Writer } from './bytes';

/** MQMD, version 1 (324 bytes) or 2 (364). */
export function readDescriptor(from: Reader): Descriptor {
	if (from.text(4) !== 'MD') throw new Refusal(RC.mdError);
	const version = from.long();
	const first = {
		report: from.long(),
		messageType: from.long(),
		expiry: from.long(),
		feedback: from.long(),
		encoding: from.long(),
		ccsid: from.long(),
		format: from.text(8),
		priority: from.long(),
		persistence: from.long(),
		messageId: Buffer.from(from.bytes(24)),
		correlationId: Buffer.from(from.bytes(24)),
		backoutCount: from.long(),
		replyToQueue: from.text(48),
		replyToQueueManager: from.text(48),
		userId: from.text(12),
		putApplicationType: from.skip(32 + 32).long(),
		putApplication: from.text(28),
		putDate: from.text(8),
		putTime: from.text(8),
	};
	from.skip(4);
	if (version < 2)
		return { ...first, groupId: Buffer.alloc(24), sequenceNumber: 1, offset: 0, flags: 0, originalLength: -1 };
	return {
		...first,
		groupId: Buffer.from(from.bytes(24)),
		sequenceNumber: from.long(),
		offset: from.long(),
		flags: from.long(),
		originalLength: from.long(),
	};
}

export function writeDescriptor(to: Writer, md: Descriptor): Writer {
	return to
		.text('MD', 4)
		.long(2, md.report, md.messageType, md.expiry, md.feedback, md.encoding, md.ccsid)
		.text(md.format, 8)
		.long(md.priority, md.persistence)
		.bytes(md.messageId)
		.bytes(md.correlationId)
		.long(md.backoutCount)
		.text(md.replyToQueue, 48)
		.text(md.replyToQueueManager, 48)
		.text(md.userId, 12)
		.zeros(32)
		.text('', 32)
		.long(md.putApplicationType)
		.text(md.putApplication, 28)
		.text(md.putDate, 8)
		.text(md.putTime, 8)
		.text('', 4)
		.bytes(md.groupId)
		.long(md.sequenceNumber, md.offset, md.flags, md.originalLength);
}

interface ObjectDescriptor {
	type: number;
	name: string;
	/** As it came: it goes back. */
	raw: Buffer;
}

/** Lengths of MQOD on the wire, where pointers have 32 bits. */
const OD_LENGTHS: Record<number, number> = { 1: 168, 2: 200, 3: 336, 4: 400 };

export function readObject(from: Reader): ObjectDescriptor {
	const start = from.rest();
	if (from.text(4) !== 'OD') throw new Refusal(RC.objectType);
	const version = from.long();
	const type = from.long();
	const name = from.text(48);
	const length = OD_LENGTHS[version] ?? OD_LENGTHS[1];
	from.skip(length - 60);
	return { type, name, raw: start.subarray(0, length) };
}

interface PutOptions {
	options: number;
	raw: Buffer;
}

const PMO_LENGTHS: Record<number, number> = { 1: 128, 2: 152, 3: 176 };

export function readPutOptions(from: Reader): PutOptions {
	const start = from.rest();
	from.skip(4);
	const length = PMO_LENGTHS[from.long()] ?? PMO_LENGTHS[1];
	const options = from.long();
	from.skip(length - 12);
	return { options, raw: start.subarray(0, length) };
}

interface GetOptions {
	version: number;
	options: number;
	waitMs: number;
	matchOptions: number;
	raw: Buffer;
}

const GMO_LENGTHS: Record<number, number> = { 1: 72, 2: 80, 3: 100, 4: 112 };
const MATCH_BOTH = 3;

export function readGetOptions(from: Reader): GetOptions {
	const start = from.rest();
	from.skip(4);
	const version = from.long();
	const [options, waitMs] = [from.long(), from.long()];
	from.skip(8 + 48);
	const matchOptions = version >= 2 ? from.long() : MATCH_BOTH;
	const length = GMO_LENGTHS[version] ?? GMO_LENGTHS[1];
	from.skip(length - (version >= 2 ? 76 : 72));
	return { version, options, waitMs, matchOptions, raw: start.subarray(0, length) };
}
