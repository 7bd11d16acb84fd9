import type { Delimiters } from '../tree';

/** What the start of an interchange says of its separators. */
interface IsaStart {
	delimiters: Delimiters;
	/** The elements ISA01 to ISA16, with their padding. */
	elements: string[];
	/** Length of the segment in the text, with line breaks inside and without its terminator. */
	length: number;
	/** Length of its first line, where a line break is inside the segment: the file is wrapped at this width. */
	wrap?: number;
	/** Where its last line begins. */
	lastLine: number;
	/** Where it is not as the standard says: what is odd. */
	oddities: Array<{ code: 'isa-length' | 'separators'; message: string }>;
}

/** How many characters after `ISA` are looked at. The longest ISA of the standard has 106 characters. */
export const ISA_WINDOW = 1024;

const FIXED = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];
const FOLLOWS = /^\s*(GS|TA1|IEA|ISA)[^A-Za-z0-9]/i;
/** An element that holds the end of its segment and the beginning of the next one. */
const NEXT_SEGMENT = /[^A-Za-z0-9 ] *(GS|TA1|IEA)$/i;
const isWord = (character: string) => /^[A-Za-z0-9 ]?$/.test(character);
const characterAt = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at) ?? 0);

/**
 * The separators and elements of the ISA segment at the start of `text`, which should hold {@link ISA_WINDOW}
 * characters where the file has them. The separators are found by counting elements, not by the fixed positions, so an
 * ISA whose elements are not padded is read, too.
 *
 * @returns a text where it is no ISA that can be read: what is wrong
 */
export function readIsa(text: string): IsaStart | string {
	const element = characterAt(text, 3);
	if (isWord(element) || /\s/.test(element.replace('\t', ''))) return 'no element separator follows "ISA"';
	const isFixed = FIXED.every((at) => text.startsWith(element, at)) && !/[\r\n]/.test(text.slice(0, 104));
	const pieces = isFixed ? undefined : splitIsa(text, element);
	if (pieces === undefined && !isFixed) return 'the ISA segment has fewer than 16 elements';
	const short = pieces?.elements.findIndex((one) => NEXT_SEGMENT.test(one)) ?? -1;
	if (short !== -1) return `the ISA segment has ${short + 1} elements, not 16`;
	const at = pieces?.at ?? 104;
	const ends = readEnd(text, at, element);
	if (typeof ends === 'string') return ends;
	const elements = pieces?.elements ?? fixedElements(text);
	elements.push(ends.component);
	const delimiters = {
		element,
		component: ends.component,
		segment: ends.segment,
		repetition: repetitionOf(elements, [element, ends.component, ends.segment]),
	};
	const oddities: IsaStart['oddities'] = [];
	if (!isFixed && pieces?.wrap === undefined)
		oddities.push({
			code: 'isa-length',
			message: 'The ISA segment does not have exactly 106 characters: an element is not padded to its width.',
		});
	if (ends.component === '')
		oddities.push({ code: 'separators', message: 'ISA16 is empty: the file has no component separator.' });
	return { delimiters, elements, length: ends.at, wrap: pieces?.wrap, lastLine: pieces?.lastLine ?? 0, oddities };
}

function fixedElements(text: string): string[] {
	return FIXED.slice(0, 15).map((at, index) => text.slice(at + 1, FIXED[index + 1]));
}

/** ISA01 to ISA15 by their separators, and where ISA16 begins. */
function splitIsa(
	text: string,
	element: string,
): { elements: string[]; at: number; wrap?: number; lastLine?: number } | undefined {
	const elements: string[] = [];
	let from = 3 + element.length;
	for (let number = 1; number <= 15; number++) {
		const to = text.indexOf(element, from);
		if (to === -1 || to - from > 200) return undefined;
		elements.push(text.slice(from, to));
		from = to + element.length;
	}
	const head = text.slice(0, from);
	const lineBreak = head.search(/\r\n|[\r\n]/);
	if (lineBreak === -1) return { elements, at: from };
	const lastLine = Math.max(head.lastIndexOf('\r'), head.lastIndexOf('\n')) + 1;
	return { elements: elements.map((one) => one.replace(/[\r\n]/g, '')), at: from, wrap: lineBreak, lastLine };
}

/** ISA16 and the terminator at `at`: what they are, and where the terminator begins. */
function readEnd(
	text: string,
	at: number,
	element: string,
): { component: string; segment: string; at: number } | string {
	const first = characterAt(text, at);
	let next = at + first.length;
	if (isWord(first) || first === element || at >= text.length) {
		if (at >= text.length) return 'ISA16 holds no component separator';
		if (first === element) return `ISA16 holds no component separator: ${quoted(first)} separates elements already`;
		const hint = characterAt(text, next) === element ? '. The ISA segment may have too many elements' : '';
		return `ISA16 holds no component separator but ${quoted(first)}${hint}`;
	}
	// ISA16 is empty when what is in its place is followed by the next segment at once and ends that one, too.
	const rest = text.slice(next);
	if (FOLLOWS.test(rest) && endsSegments(rest, first, element)) {
		const isBreak = /^[\r\n]$/.test(characterAt(text, next));
		if (!isBreak || !endsByLine(rest, first)) return { component: '', segment: lineEnd(text, at, first), at };
	}
	while (text[next] === ' ') next++;
	const segment = characterAt(text, next);
	if (next >= text.length) return 'no segment terminator follows ISA16';
	if (/^[A-Za-z0-9]$/.test(segment))
		return `no segment terminator follows ISA16: ${quoted(segment)} is a letter or digit`;
	if (segment === element || segment === first) {
		const what = segment === element ? 'elements' : 'components';
		return `no segment terminator follows ISA16: ${quoted(segment)} separates ${what} already`;
	}
	return { component: first, segment: lineEnd(text, next, segment), at: next };
}

/** A separator for people. */
const quoted = (separator: string) => JSON.stringify(separator);

/** Whether the first segment of `rest` ends with the character, and no line break comes before. */
function endsSegments(rest: string, character: string, element: string): boolean {
	const segment = rest.trimStart().split(character, 1)[0];
	return segment.length < 200 && rest.trimStart().length > segment.length && segment.includes(element);
}

/** Whether line breaks end the segments: the first line does not end with the character. */
function endsByLine(rest: string, character: string): boolean {
	const [line] = rest.replace(/^[\r\n]+/, '').split(/[\r\n]/, 1);
	return !line.trimEnd().endsWith(character);
}

/** CR LF is one terminator. */
function lineEnd(text: string, at: number, character: string): string {
	return character === '\r' && text[at + 1] === '\n' ? '\r\n' : character;
}

/** ISA11 is the repetition separator in 00402 and later; before, it names the standard (`U`). */
function repetitionOf(elements: string[], others: string[]): string {
	const candidate = elements[10];
	const isLater = /^\d{5}$/.test(elements[11]) && elements[11] >= '00402';
	return isLater && candidate.length === 1 && !isWord(candidate) && !others.includes(candidate) ? candidate : '';
}
