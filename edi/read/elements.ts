import type { Delimiters, Element, Segment, SimpleElement } from '../tree';
import type { ScannerSink } from './scanner';

const ID = /^[A-Z][A-Z0-9]{1,2}$/;
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

	/** The segment between two positions of the text; nothing where it is empty. */
	read(text: string, start: number, end: number, base: number, ordinal: number): Segment | undefined {
		const { element, component, repetition } = this.delimiters;
		let raw = text.slice(start, end);
		if (raw.includes('\n') || raw.includes('\r')) raw = this.unwrap(raw, base + start, ordinal);
		if (raw === '') {
			if (!this.hasLines)
				this.sink.problem('empty-segment', 'warning', 'There is a terminator without a segment.', { ordinal });
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
		if (!ID.test(id)) {
			const message = `"${raw.slice(0, 20)}" is no segment id: two or three capital letters or digits.`;
			this.sink.problem('segment-id', 'error', message, { ordinal, value: raw });
			return raw;
		}
		if (raw.trim() !== id)
			this.sink.problem('lower-case-segment', 'warning', `The segment id ${id} is in lower case.`, {
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
				const repetitions = text.split(repetition);
				elements[index] = { repetitions: repetitions.map((one) => this.components(one, segment, ordinal, index)) };
			} else if (component !== '' && text.includes(component)) {
				elements[index] = this.components(text, segment, ordinal, index);
			}
		}
	}

	private components(text: string, segment: string, ordinal: number, index: number): SimpleElement {
		const { component } = this.delimiters;
		if (component === '' || !text.includes(component)) return text;
		const parts = text.split(component);
		const kept = withoutEmptyEnd(parts);
		if (kept < parts.length) {
			const message = 'A component separator follows the last component.';
			this.sink.problem('trailing-separator', 'warning', message, { ordinal, segment, element: index + 1 });
			parts.length = kept;
		}
		return parts.length > 1 ? parts : (parts[0] ?? '');
	}

	private trim(elements: Element[], segment: string, ordinal: number): void {
		elements.length = withoutEmptyEnd(elements);
		const message = 'An element separator follows the last element.';
		this.sink.problem('trailing-separator', 'warning', message, { ordinal, segment, element: elements.length + 1 });
	}

	/**
	 * A segment without its line breaks. Where the file is wrapped, they are no part of the text; elsewhere a line break
	 * stands between words.
	 */
	private unwrap(raw: string, base: number, ordinal: number): string {
		const { element } = this.delimiters;
		let text = raw;
		if (this.hasLines) {
			text = raw.replace(/\r+$/, '');
			if (!/[\r\n]/.test(text)) return text;
		}
		let isOdd = false;
		const joined = text.replace(/(\r\n|[\r\n])([ \t]*)/g, (all, lineBreak: string, indent: string, at: number) => {
			const width = base + at - this.lineStart;
			this.lineStart = base + at + lineBreak.length;
			if (at + all.length === text.length) return '';
			if (width === this.wrap) return indent;
			isOdd = true;
			if (text.startsWith(element, at + all.length) || text.endsWith(element, at)) return '';
			return ' ';
		});
		if (isOdd) this.sink.problem('line-break', 'warning', 'There is a line break inside the segment.', { ordinal });
		return joined;
	}
}

/** How many of the values are left without the empty ones at the end. */
function withoutEmptyEnd(values: readonly unknown[]): number {
	let length = values.length;
	while (length > 0 && values[length - 1] === '') length--;
	return length;
}
