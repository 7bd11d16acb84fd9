/** A message of the protocol: one segment or several that belong together. */
export interface Frame {
	type: number;
	flags: number;
	isLittle: boolean;
	body: Buffer;
}

const HEADER = 28;
const [FIRST, LAST] = [0x10, 0x20];
/** A client that announces more is broken. */
const MAX_SEGMENT = 32 * 1024 * 1024;

/** The segments of a message (TSH), none longer than `maximum` bytes. */
export function framed({ type, flags, isLittle, body }: Frame, ccsid: number, maximum: number): Buffer {
	const parts: Buffer[] = [];
	const room = maximum - HEADER;
	for (let at = 0; at === 0 || at < body.length; at += room) {
		const part = body.subarray(at, at + room);
		const header = Buffer.alloc(HEADER);
		header.write('TSH ', 'latin1');
		header.writeUInt32BE(HEADER + part.length, 4);
		header[8] = isLittle ? 2 : 1;
		header[9] = type;
		header[10] = flags | (at === 0 ? FIRST : 0) | (at + room >= body.length ? LAST : 0);
		if (isLittle) header.writeUInt32LE(546, 20);
		else header.writeUInt32BE(273, 20);
		if (isLittle) header.writeUInt16LE(ccsid, 24);
		else header.writeUInt16BE(ccsid, 24);
		parts.push(header, part);
	}
	return Buffer.concat(parts);
}

/** Puts messages of the protocol together out of what a socket brings. Throws for what is none. */
export class FrameReader {
	private held: Buffer = Buffer.alloc(0);
	private parts: Buffer[] = [];

	/** @param seen gets each segment unchanged */
	constructor(private readonly seen: (segment: Buffer) => void = () => undefined) {}

	push(piece: Buffer): Frame[] {
		this.held = this.held.length === 0 ? piece : Buffer.concat([this.held, piece]);
		const frames: Frame[] = [];
		while (this.held.length >= HEADER) {
			const length = this.held.readUInt32BE(4);
			if (this.held.toString('latin1', 0, 4) !== 'TSH ' || length < HEADER || length > MAX_SEGMENT) {
				throw new Error('no segment of MQ');
			}
			if (this.held.length < length) break;
			const segment = this.held.subarray(0, length);
			this.held = this.held.subarray(length);
			this.seen(segment);
			const flags = segment[10];
			if ((flags & FIRST) !== 0) this.parts = [];
			this.parts.push(segment.subarray(HEADER));
			// Initial data and the like carry both flags, and some clients none.
			if ((flags & LAST) === 0 && (flags & FIRST) === 0 && this.parts.length === 1)
				flagless(frames, segment, this.parts);
			if ((flags & LAST) === 0) continue;
			frames.push({ type: segment[9], flags, isLittle: segment[8] === 2, body: Buffer.concat(this.parts) });
			this.parts = [];
		}
		return frames;
	}
}

function flagless(frames: Frame[], segment: Buffer, parts: Buffer[]): void {
	frames.push({ type: segment[9], flags: segment[10], isLittle: segment[8] === 2, body: Buffer.concat(parts) });
	parts.length = 0;
}
