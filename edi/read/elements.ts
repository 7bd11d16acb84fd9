import type { Delimiters, Element, Segment, SimpleElement } from '../tree';
import { isSegmentId } from '../values/segmentId';
import { lengthWithoutEmptyEnd, lengthWithoutEnd } from '../values/trim';
import type { ScannerSink } from './sink';

const LINE_BREAK = /(?:\r\n|[\r\n])[ \t\r\n]*/g;
/** Their elements are never composites. */
const ENVELOPE = new Set(['GS', 'GE', 'ST', 'SE', 'IEA', 'TA1']);
/** Most segment ids that are remembered; the standard has about a thousand. */
const MOST_IDS = 2000;

/** Reads the text of one segment into its elements. */
export class ElementReader {
	/** Ids as they are in the text, with what to make of them. */
	private readonly ids = new Map<string, string>();
	private lineStart = 0;
	private readonly separatorCodes: number[];
	private readonly hasLines: boolean;

	constructor(
		private readonly delimiters: Delimiters,
		private readonly sink: ScannerSink,
		/** Width at which the file is wrapped, if it is. */
		private readonly wrap: number | undefined,
	) {
		this.separatorCodes = [delimiters.element.charCodeAt(0)];
		this.hasLines = /[\r\n]/.test(delimiters.segment);
	}

	/** Whether a character that is blank elsewhere has a meaning here. */
	separates(code: number, isTerminator: boolean): boolean {
		return isTerminator ? !this.hasLines : this.separatorCodes.includes(code);
	}

	/** A line of the file starts at this position. */
	lineStartsAt(offset: number): void {
		this.lineStart = offset;
	}

	/** Where the segment that was read last ends: before its terminator, or at the end of its line if it has none. */
	end = 0;

	/** The segment between two positions of the text; nothing where it is empty. */
	read(text: string, start: number, end: number, base: number, ordinal: number): Segment | undefined {
		const { element, component, repetition } = this.delimiters;
		let raw = text.slice(start, end);
		this.end = end;
		if (hasLineBreak(raw)) raw = this.joinLines(raw, start, base, ordinal);
		if (raw === '') {
			if (!this.hasLines) this.sink.problem('empty-segment', 'warning', 'There is an empty segment.', { ordinal });
			return undefined;
		}
		const first = raw.indexOf(element);
		const id = this.idOf(first === -1 ? raw : raw.slice(0, first), ordinal);
		const elements: Element[] = first === -1 ? [] : raw.slice(first + element.length).split(element);
		const isPlain = (component === '' || !raw.includes(component)) && (repetition === '' || !raw.includes(repetition));
		if (!isPlain && !ENVELOPE.has(id)) this.divide(elements, id, ordinal);
		if (elements.length > 0 && elements[elements.length - 1] === '') this.trim(elements, id, ordinal);
		return { id, elements, ordinal, offset: base + start };
	}

	private idOf(raw: string, ordinal: number): string {
		const known = this.ids.get(raw);
		if (known !== undefined) return known;
		const id = raw.trim().toUpperCase();
		if (!isSegmentId(id)) {
			const message = `"${raw.slice(0, 20)}" is not a segment ID: it must have two or three capital letters or digits.`;
			this.sink.problem('segment-id', 'error', message, { ordinal, value: raw });
			return raw;
		}
		if (raw.trim() !== id)
			this.sink.problem('lower-case-segment', 'warning', `The segment ID ${id} is in lower case.`, {
				ordinal,
				segment: id,
			});
		if (raw === id && this.ids.size < MOST_IDS) this.ids.set(raw, id);
		return id;
	}

	/** Splits elements into their repetitions and components. */
	private divide(elements: Element[], segment: string, ordinal: number): void {
		const { component, repetition } = this.delimiters;
		for (let index = 0; index < elements.length; index++) {
			const text = elements[index] as string;
			if (repetition !== '' && text.includes(repetition)) {
				elements[index] = this.repetitions(text, segment, ordinal, index);
			} else if (component !== '' && text.includes(component)) {
				elements[index] = this.components(text, segment, ordinal, index);
			}
		}
	}

	private repetitions(text: string, segment: string, ordinal: number, index: number): Element {
		const parts = text.split(this.delimiters.repetition);
		const kept = lengthWithoutEmptyEnd(parts);
		if (kept < parts.length) {
			const message = 'There is a repetition separator after the last repetition.';
			this.sink.problem('trailing-separator', 'warning', message, { ordinal, segment, element: index + 1 });
			parts.length = kept;
		}
		const repetitions = parts.map((one) => this.components(one, segment, ordinal, index));
		return repetitions.length > 1 ? { repetitions } : (repetitions[0] ?? '');
	}

	private components(text: string, segment: string, ordinal: number, index: number): SimpleElement {
		const { component } = this.delimiters;
		if (component === '' || !text.includes(component)) return text;
		const parts = text.split(component);
		const kept = lengthWithoutEmptyEnd(parts);
		if (kept < parts.length) {
			const message = 'There is a component separator after the last component.';
			this.sink.problem('trailing-separator', 'warning', message, { ordinal, segment, element: index + 1 });
			parts.length = kept;
		}
		return parts.length > 1 ? parts : (parts[0] ?? '');
	}

	private trim(elements: Element[], segment: string, ordinal: number): void {
		elements.length = lengthWithoutEmptyEnd(elements);
		const message = 'There is an element separator after the last element.';
		this.sink.problem('trailing-separator', 'warning', message, { ordinal, segment, element: elements.length + 1 });
	}

	/**
	 * A segment without its line breaks. Where the file is wrapped, they are no part of the text; a line that begins like
	 * a segment is one, and the terminator before it was forgotten; any other line break stands between words.
	 */
	private joinLines(raw: string, start: number, base: number, ordinal: number): string {
		let text = raw;
		if (this.hasLines) {
			text = raw.slice(0, lengthWithoutEnd(raw, isCarriageReturn));
			if (!/[\r\n]/.test(text)) return text;
		}
		const { element } = this.delimiters;
		const joined: string[] = [];
		let end = '';
		let from = 0;
		let isOdd = false;
		for (const { 0: blank, index } of text.matchAll(LINE_BREAK)) {
			const next = index + blank.length;
			const width = base + start + index - this.lineStart;
			const isPartOfSegment = width === this.wrap;
			const before = index > from ? text[index - 1] : end;
			if (!isPartOfSegment && before !== element && this.startsSegment(text, next)) {
				this.end = start + index;
				const message = 'The segment has no terminator at the end of its line.';
				const segment = text.slice(0, 3).split(element, 1)[0];
				this.sink.problem('missing-terminator', 'error', message, { ordinal, segment });
				joined.push(text.slice(from, index));
				return joined.join('');
			}
			this.lineStart = base + start + index + lineBreaksIn(blank);
			end = before;
			joined.push(text.slice(from, index));
			from = next;
			if (next === text.length) break;
			if (isPartOfSegment) {
				joined.push(blank.replace(/[\r\n]/g, ''));
				continue;
			}
			isOdd = true;
			if (!text.startsWith(element, next) && end !== element) joined.push(' ');
		}
		if (isOdd) this.sink.problem('line-break', 'warning', 'There is a line break inside the segment.', { ordinal });
		joined.push(text.slice(from));
		return joined.join('');
	}

	/** Whether a line begins with a segment id and an element separator. */
	private startsSegment(text: string, at: number): boolean {
		const head = text.slice(at, at + 3 + this.delimiters.element.length);
		if (/^ISA[^A-Za-z0-9]/i.test(head)) return true;
		const length = head.indexOf(this.delimiters.element);
		return (
			length > 0 && isSegmentId(head.slice(0, length)) && !text.slice(0, at).trimEnd().endsWith(this.delimiters.element)
		);
	}
}

/** Length of a blank text up to the end of its last line break. */
const lineBreaksIn = (blank: string) => Math.max(blank.lastIndexOf('\n'), blank.lastIndexOf('\r')) + 1;

/** A long text is not searched twice: it may hold many lines that are cut off one by one. */
const hasLineBreak = (text: string) =>
	text.length > 1000 ? /[\r\n]/.test(text) : text.includes('\n') || text.includes('\r');

const isCarriageReturn = (code: number) => code === 13;
