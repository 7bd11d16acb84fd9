import type { Delimiters } from '../tree';
import { lengthElementOf } from '../values/binary';

const B = 'b'.charCodeAt(0);

/** Whether a segment may hold binary data, by its first letter: this is asked of each segment. */
export const mayBeBinary = (text: string, start: number): boolean => (text.charCodeAt(start) | 32) === B;

/** Where the data of a segment with binary data is. */
interface BinaryData {
	/** After the separator in front of it. */
	from: number;
	/** Its end; nothing where the length is no number, or no terminator follows it. */
	to: number | undefined;
	/** The length that it states, where that is more than a segment may have and its end is not in the text. */
	excess?: number;
}

/**
 * Finds the data of a BIN or BDS segment that begins at `start`. Its length is counted in bytes: those of UTF-8, or one
 * for each character. For one that is longer than `most` no text is waited for.
 *
 * @returns undefined for other segments and those without data; `wait` where the text does not go so far
 */
export function binaryDataAt(
	text: string,
	start: number,
	{ element, segment }: Delimiters,
	{ isEnd, isSingleByte, most }: { isEnd: boolean; isSingleByte: boolean; most: number },
): BinaryData | 'wait' | undefined {
	const number = lengthElementOf(text.slice(start, start + 3).toUpperCase());
	if (number === undefined || !text.startsWith(element, start + 3)) return undefined;
	let from = start + 3 + element.length;
	let stated = '';
	for (let count = 1; count <= number; count++) {
		const end = text.indexOf(element, from);
		if (end === -1) return undefined;
		stated = text.slice(from, end).trim();
		from = end + element.length;
	}
	if (!/^\d{1,15}$/.test(stated)) return { from, to: undefined };
	const length = Number(stated);
	const ends = (to: number) => text.startsWith(segment, to) || (segment === '\r\n' && text.startsWith('\n', to));
	const bytes = isSingleByte ? [] : [afterBytes(text, from, length)];
	const to = [...bytes, from + length].find(ends);
	if (to === undefined && length > most) return { from, to, excess: length };
	if (to === undefined && !isEnd && text.length < from + length + segment.length) return 'wait';
	return { from, to };
}

/** The position after so many bytes of UTF-8. */
function afterBytes(text: string, from: number, bytes: number): number {
	let at = from;
	for (let left = bytes; left > 0 && at < text.length; at++) {
		const code = text.charCodeAt(at);
		// Each half of a pair stands for two of the four bytes.
		const isHalf = code >= 0xd800 && code <= 0xdfff;
		left -= code < 0x80 ? 1 : code < 0x800 || isHalf ? 2 : 3;
	}
	return at;
}
