import { strange } from '../errors';

/** Types of segments. A response has the type of its request plus 0x10. */
export const SEGMENT = {
	initialData: 0x01,
	status: 0x05,
	userId: 0x08,
	heartbeat: 0x09,
	connectionAuthentication: 0x0a,
	connect: 0x81,
	disconnect: 0x82,
	open: 0x83,
	close: 0x84,
	get: 0x85,
	put: 0x86,
	put1: 0x87,
	inquire: 0x89,
	commit: 0x8a,
	backOut: 0x8b,
} as const;
export const RESPONSE = 0x10;

/** Control flags of a segment. */
export const FLAG = { confirm: 0x01, error: 0x02, requestClose: 0x04, close: 0x08, first: 0x10, last: 0x20 } as const;

export const HEADER_LENGTH = 28;
const NATIVE = { little: 546, big: 273 };
const EYECATCHER = Buffer.from('TSH ');
/** The same in EBCDIC: a queue manager on z/OS. */
const EBCDIC_EYECATCHER = Buffer.from('e3e2c840', 'hex');

export interface Segment {
	type: number;
	flags: number;
	isLittle: boolean;
	body: Buffer;
}

/** The header of a segment (TSH) of `length` bytes altogether, at the beginning of `out`. */
function writeHeader(out: Buffer, type: number, flags: number, length: number, { isLittle, ccsid }: Framing): void {
	out.fill(0, 0, HEADER_LENGTH);
	EYECATCHER.copy(out);
	out.writeUInt32BE(length, 4);
	out[8] = isLittle ? 2 : 1;
	out[9] = type;
	out[10] = flags;
	if (isLittle) {
		out.writeInt32LE(NATIVE.little, 20);
		out.writeUInt16LE(ccsid, 24);
	} else {
		out.writeInt32BE(NATIVE.big, 20);
		out.writeUInt16BE(ccsid, 24);
	}
}

interface Framing {
	/** Most bytes of a segment, its header included. */
	maxSegment: number;
	isLittle: boolean;
	ccsid: number;
}

/**
 * Cuts a message of the protocol, which comes in parts, into segments: each but the last is as long as the other side
 * allows, the first and the last are marked. One that fits is written into `room`, where there is enough of it.
 */
export function segmentsOf(
	type: number,
	parts: readonly Buffer[],
	framing: Framing,
	{ flags = 0, room }: { flags?: number; room?: Buffer } = {},
): Buffer[] {
	const length = parts.reduce((sum, part) => sum + part.length, 0);
	const most = framing.maxSegment - HEADER_LENGTH;
	if (length <= most) {
		const whole = HEADER_LENGTH + length;
		const out = room && room.length >= whole ? room.subarray(0, whole) : Buffer.allocUnsafe(whole);
		writeHeader(out, type, flags | FLAG.first | FLAG.last, whole, framing);
		let at = HEADER_LENGTH;
		for (const part of parts) at += part.copy(out, at);
		return [out];
	}
	const body = Buffer.concat(parts, length);
	const segments: Buffer[] = [];
	for (let at = 0; at < length; at += most) {
		const part = body.subarray(at, at + most);
		const own = flags | (at === 0 ? FLAG.first : 0) | (at + most >= length ? FLAG.last : 0);
		const header = Buffer.alloc(HEADER_LENGTH);
		writeHeader(header, type, own, HEADER_LENGTH + part.length, framing);
		segments.push(header, part);
	}
	return segments;
}

/**
 * Reads segments out of a stream that comes in pieces of any size. What is not a segment, or longer than was agreed, is
 * an error before it fills the memory.
 */
export class SegmentReader {
	private pieces: Buffer[] = [];
	private held = 0;
	private needed = HEADER_LENGTH;

	/** Most bytes of a segment; may be lowered after the negotiation. */
	constructor(private readonly maxSegment: number) {}

	/** The segments that are whole with this piece. @throws ServiceError `badAnswer` */
	push(piece: Buffer): Segment[] {
		this.pieces.push(piece);
		this.held += piece.length;
		const segments: Segment[] = [];
		while (this.held >= this.needed) {
			const bytes = this.pieces.length === 1 ? this.pieces[0] : Buffer.concat(this.pieces, this.held);
			const length = this.lengthOf(bytes);
			if (bytes.length < length) {
				this.keep(bytes, length);
				break;
			}
			segments.push(segmentOf(bytes.subarray(0, length)));
			this.keep(bytes.subarray(length), HEADER_LENGTH);
		}
		return segments;
	}

	private keep(rest: Buffer, needed: number): void {
		this.pieces = rest.length > 0 ? [rest] : [];
		this.held = rest.length;
		this.needed = needed;
	}

	private lengthOf(bytes: Buffer): number {
		if (bytes.subarray(0, 4).equals(EBCDIC_EYECATCHER)) throw strange('it speaks EBCDIC, which is not supported here');
		if (!bytes.subarray(0, 4).equals(EYECATCHER)) throw strange(`it sent "${printable(bytes)}"`);
		const length = bytes.readUInt32BE(4);
		if (length < HEADER_LENGTH) throw strange(`it sent a segment of ${length} bytes`);
		if (length > this.maxSegment) throw strange(`it sent a segment of ${length} bytes, more than was agreed`);
		if (bytes[8] !== 1 && bytes[8] !== 2) throw strange(`it sent a segment of byte order ${bytes[8]}`);
		return length;
	}
}

function segmentOf(bytes: Buffer): Segment {
	return { type: bytes[9], flags: bytes[10], isLittle: bytes[8] === 2, body: bytes.subarray(HEADER_LENGTH) };
}

/** The beginning of what came, for an error that names the protocol, such as HTTP/1.1 or TSHM. */
function printable(bytes: Buffer): string {
	return bytes.toString('latin1', 0, 12).replace(/[^ -~]+/g, '.');
}
