/** A control number without the blanks and zeros before it, which partners keep or drop. */
export const plainNumber = (controlNumber: string) => controlNumber.trim().replace(/^0+(?=\d)/, '');

/** Whether two control numbers are the same: as text, or as numbers. */
export function isSameNumber(one: string, other: string): boolean {
	const [first, second] = [one.trim(), other.trim()];
	if (first === second) return true;
	return /^\d+$/.test(first) && /^\d+$/.test(second) && plainNumber(first) === plainNumber(second);
}

/** ISA13 and GS06 have nine digits. */
const LARGEST = 999_999_999;

/**
 * The control number so many after a first one. After the largest of nine digits comes 1; a first one that is no such
 * number stays.
 */
export function numberAfter(first: string, count: number): string {
	if (count === 0 || !/^\d{1,9}$/.test(first)) return first;
	return String(((Number(first) + count - 1) % LARGEST) + 1);
}
