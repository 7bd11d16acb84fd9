/** Element of the length in the segments that carry binary data; the data is the next element, and the last one. */
const LENGTH_ELEMENTS: Readonly<Record<string, number>> = { BIN: 1, BDS: 2 };

/**
 * The element that holds the length of the binary data of a segment; nothing for other segments. The data may contain
 * the separators. Source: X12.6, data type B (elements 784 and 785).
 */
export function lengthElementOf(id: string): number | undefined {
	return Object.hasOwn(LENGTH_ELEMENTS, id) ? LENGTH_ELEMENTS[id] : undefined;
}
