import { EdiError } from '../error';
import type { Delimiters } from '../tree';
import { lengthWithoutEnd } from '../values/trim';
import { binaryDataAt, mayBeBinary } from './binary';
import { ISA_WINDOW, readIsa } from './delimiters';
import { ElementReader } from './elements';
import { foreignFormat, notX12 } from './recognise';
import type { ScannerSink } from './sink';

const ISA = /ISA(?=[^A-Za-z0-9])/iy;
/** An ISA segment after text that does not belong to it: `ISA`, a separator, two characters, the separator. */
const LATER_ISA = /ISA([^A-Za-z0-9\s])..\1/i;
/** Padding between segments; Ctrl-Z was the end of a file once. */
const BLANKS = new Set([0, 9, 10, 11, 12, 13, 26, 32]);
const isPadding = (code: number) => (code > 32 ? code === 0xfeff || code === 0xa0 : BLANKS.has(code));
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/**
 * Cuts text into segments as the pieces of it come. Each character is looked at a bounded number of times, however the
 * text is cut into pieces, and no more than one segment is held.
 */
export class Scanner {
	/** Whether each character was one byte of the file. */
	isSingleByte = false;
	/** Pieces of text that hold no whole segment yet. */
	private pending: string[] = [];
	private pendingLength = 0;
	/** Position of the pending text in the whole. */
	private offset = 0;
	private ordinal = 0;
	private elements: ElementReader | undefined;
	private delimiters: Delimiters | undefined;
	/** The last character of the terminator; the CR before an LF is cut off. */
	private terminator = '';
	private highSurrogate = '';
	private lastId = '';

	constructor(
		private readonly sink: ScannerSink,
		private readonly maximumLength: number,
	) {}

	push(text: string): void {
		if (text === '') return;
		let piece = this.highSurrogate + text;
		this.highSurrogate = '';
		const last = piece.charCodeAt(piece.length - 1);
		if (last >= 0xd800 && last <= 0xdbff) {
			this.highSurrogate = piece[piece.length - 1];
			piece = piece.slice(0, -1);
		}
		this.take(piece);
	}

	/** The input has ended. */
	end(): void {
		if (this.highSurrogate !== '') this.take(this.highSurrogate);
		const left = this.pending.join('');
		this.pending = [];
		const rest = this.consume(left, true);
		if (this.elements === undefined) throw notX12('');
		if (rest < left.length) this.last(left, rest);
	}

	private take(piece: string): void {
		// Without a terminator in it the piece is only kept: a long segment is put together once.
		const waits = this.elements !== undefined && !piece.includes(this.terminator);
		this.pending.push(piece);
		this.pendingLength += piece.length;
		const isEnough = this.elements !== undefined || this.pendingLength >= ISA_WINDOW;
		if (!waits && isEnough) {
			const text = this.pending.length === 1 ? piece : this.pending.join('');
			const rest = this.consume(text, false);
			this.offset += rest;
			this.pendingLength = text.length - rest;
			this.pending = rest < text.length ? [text.slice(rest)] : [];
		}
		if (this.pendingLength > this.maximumLength + ISA_WINDOW) this.tooLong();
	}

	/** Takes the whole segments off the text; the position of what is left. */
	private consume(text: string, isEnd: boolean): number {
		let start = 0;
		let end = -1;
		for (;;) {
			start = this.skipBlanks(text, start);
			if (start >= text.length) return start;
			if (this.elements === undefined || this.isIsa(text, start, isEnd)) {
				if (!isEnd && text.length - start < ISA_WINDOW) return start;
				start = this.begin(text, start);
				end = -1;
				continue;
			}
			const binary = mayBeBinary(text, start) ? this.binaryData(text, start, isEnd) : undefined;
			if (binary === 'wait') return start;
			if (binary?.to !== undefined) {
				start = this.cutBinary(text, start, binary.from, binary.to);
				continue;
			}
			if (end < start) end = text.indexOf(this.terminator, start);
			if (end === -1) return start;
			if (end - start > this.maximumLength) this.tooLong();
			if (binary) this.wrongLength(text.slice(start, start + 3), binary.excess);
			start = this.cut(text, start, end);
		}
	}

	private isIsa(text: string, at: number, isEnd: boolean): boolean {
		const code = text.charCodeAt(at);
		if (code !== 73 && code !== 105) return false;
		ISA.lastIndex = at;
		if (ISA.test(text)) return true;
		return !isEnd && at + 3 >= text.length && 'ISA'.startsWith(text.slice(at).toUpperCase());
	}

	/** Line breaks, blanks, byte order marks and NUL between segments are padding; the position after them. */
	private skipBlanks(text: string, from: number): number {
		let at = from;
		for (; at < text.length; at++) {
			const code = text.charCodeAt(at);
			if (!isPadding(code)) break;
			if (this.elements?.separates(code, text[at] === this.terminator)) break;
			if (code === LINE_FEED || code === CARRIAGE_RETURN) this.elements?.lineStartsAt(this.offset + at + 1);
		}
		return at;
	}

	/** An ISA segment; the position after it. */
	private begin(text: string, at: number): number {
		const isFirst = this.elements === undefined;
		let start = at;
		ISA.lastIndex = at;
		if (!ISA.test(text)) {
			if (!isFirst) return this.strayIsa(text, at);
			const head = text.slice(at, at + 4 * ISA_WINDOW);
			const later = head.search(LATER_ISA);
			if (later === -1 || foreignFormat(head) !== undefined) throw notX12(head);
			start = at + later;
			const message = 'Text before the ISA segment was ignored.';
			this.sink.problem('leading-text', 'warning', message, { value: text.slice(at, start) });
		}
		const isa = readIsa(text.slice(start, start + ISA_WINDOW));
		if (typeof isa === 'string') {
			if (isFirst) throw new EdiError('not-x12', `Cannot be read as X12: ${isa}.`);
			this.sink.problem('separators', 'error', `An ISA segment cannot be read: ${isa}.`, { ordinal: this.ordinal + 1 });
			return this.strayIsa(text, start);
		}
		const { delimiters, length } = isa;
		this.ordinal++;
		this.terminator = delimiters.segment === '\r\n' ? '\n' : delimiters.segment;
		this.delimiters = delimiters;
		this.elements = new ElementReader(delimiters, this.sink, isa.wrap);
		if (isa.wrap !== undefined) this.elements.lineStartsAt(this.offset + start + isa.lastLine);
		const segment = { id: 'ISA', elements: isa.elements, ordinal: this.ordinal, offset: this.offset + start };
		this.sink.isa(segment, delimiters);
		for (const { code, message } of isa.oddities)
			this.sink.problem(code, 'warning', message, { ordinal: this.ordinal, segment: 'ISA' });
		return start + length + delimiters.segment.length;
	}

	/** A broken ISA segment is passed over, as far as the separators before it go. */
	private strayIsa(text: string, at: number): number {
		const end = text.indexOf(this.terminator, at);
		return end === -1 ? text.length : end + this.terminator.length;
	}

	/** Reads the segment; the position after it. */
	private cut(text: string, start: number, end: number): number {
		const segment = this.elements!.read(text, start, end, this.offset, this.ordinal + 1);
		if (segment !== undefined) {
			this.ordinal++;
			this.lastId = segment.id;
			this.sink.segment(segment);
		}
		const stopped = this.elements!.end;
		return stopped === end ? end + this.terminator.length : stopped;
	}

	private binaryData(text: string, start: number, isEnd: boolean): ReturnType<typeof binaryDataAt> {
		return binaryDataAt(text, start, this.delimiters!, {
			isEnd,
			isSingleByte: this.isSingleByte,
			most: this.maximumLength,
		});
	}

	/** Reads a segment whose data may hold separators; the position after it. */
	private cutBinary(text: string, start: number, from: number, to: number): number {
		if (to - start > this.maximumLength) this.tooLong();
		const { element, segment: terminator } = this.delimiters!;
		const head = this.elements!.read(text, start, from - element.length, this.offset, this.ordinal + 1)!;
		this.ordinal++;
		this.lastId = head.id;
		this.sink.segment({ ...head, elements: [...head.elements, text.slice(from, to)] });
		return to + (text.startsWith(terminator, to) ? terminator.length : 1);
	}

	private wrongLength(segment: string, excess: number | undefined): void {
		const message =
			excess === undefined
				? 'The binary data does not end where its length says: it is read to the next terminator.'
				: `The segment states ${excess} bytes of data, and can have ${this.maximumLength} characters at most: it is ` +
					'read to the next terminator. Ask the sender to split data that is really that long.';
		this.sink.problem('binary-length', 'error', message, { ordinal: this.ordinal + 1, segment });
	}

	/** What comes after the last terminator. */
	private last(text: string, start: number): void {
		const end = lengthWithoutEnd(text, isPadding);
		if (end <= start) return;
		if (this.lastId === 'IEA' && !/^ISA/i.test(text.slice(start, start + 3))) {
			const value = text.slice(start, end);
			this.sink.problem('outside-interchange', 'warning', 'Text after the last IEA segment was ignored.', { value });
			return;
		}
		let at = start;
		let isTrailer = false;
		while (at < end) {
			isTrailer = /^IEA/i.test(text.slice(at, at + 3));
			at = this.skipBlanks(text, this.cut(text, at, end));
		}
		const place = { ordinal: this.ordinal };
		if (isTrailer) this.sink.problem('missing-terminator', 'warning', 'The last segment has no terminator.', place);
		else {
			const message =
				'The input ends in the middle of a segment: the file may have been cut off, and the last value may be incomplete.';
			this.sink.problem('unterminated', 'error', message, place);
		}
	}

	private tooLong(): never {
		throw new EdiError(
			'limit',
			`Segment ${this.ordinal + 1} is longer than ${this.maximumLength} characters, or its terminator ` +
				`"${JSON.stringify(this.terminator).slice(1, -1)}" is missing. Check the separators in the ISA segment.`,
		);
	}
}
