import type { SegmentContent } from '../../../../edi';

/** The segments of a set in one line each, without its separators in data: `BEG*00*SA*PO-1**20261127`. */
export function textOf(segments: readonly SegmentContent[]): string[] {
	return segments.map(({ id, elements }) => [id, ...elements.map(String)].join('*'));
}

/** The same the other way. A `>` separates components. */
export function segmentsOf(lines: string): SegmentContent[] {
	return lines
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => {
			const [id, ...elements] = line.split('*');
			return { id, elements: elements.map((one) => (one.includes('>') ? one.split('>') : one)) };
		});
}
