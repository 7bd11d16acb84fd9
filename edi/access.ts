import type { Diagnostic, Element, Group, Interchange, Reading, SegmentContent, TransactionSet } from './tree';

/**
 * The text of an element, or of one of its components. Empty where there is none. Of an element that is repeated, the
 * first repetition counts.
 *
 * @param element number of the element, from 1
 * @param component number of the component, from 1
 * @example valueOf({ id: 'BEG', elements: ['00', 'SA', 'PO-1'] }, 3) // 'PO-1'
 */
export function valueOf(segment: SegmentContent, element: number, component = 1): string {
	const content = segment.elements[element - 1];
	if (content === undefined) return '';
	if (typeof content === 'string') return component === 1 ? content : '';
	return repetitionsOf(content)[0]?.[component - 1] ?? '';
}

/**
 * The repetitions of an element, each as its components. An element that is missing or empty has none.
 *
 * @example repetitionsOf('EA') // [['EA']]
 * @example repetitionsOf(['EA', '2']) // [['EA', '2']]
 */
export function repetitionsOf(element: Element | undefined): string[][] {
	if (element === undefined || element === '') return [];
	if (typeof element === 'string') return [[element]];
	if (Array.isArray(element)) return [element];
	return element.repetitions.map((one) => (typeof one === 'string' ? [one] : one));
}

/** All diagnostics of a reading or of a part of it, in the order of the file. */
export function diagnosticsOf(part: Reading | Interchange | Group | TransactionSet): Diagnostic[] {
	const all = [...part.diagnostics];
	if ('interchanges' in part) for (const one of part.interchanges) append(all, diagnosticsOf(one));
	if ('groups' in part) for (const one of part.groups) append(all, diagnosticsOf(one));
	if ('transactions' in part) for (const one of part.transactions) append(all, diagnosticsOf(one));
	return all.sort((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0));
}

function append(all: Diagnostic[], more: Diagnostic[]): void {
	for (const one of more) all.push(one);
}
