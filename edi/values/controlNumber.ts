/** A control number without the blanks and zeros before it, which partners keep or drop. */
export const plainNumber = (controlNumber: string) => controlNumber.trim().replace(/^0+(?=\d)/, '');

/** Whether two control numbers are the same: as text, or as numbers. */
export function isSameNumber(one: string, other: string): boolean {
	const [first, second] = [one.trim(), other.trim()];
	if (first === second) return true;
	return /^\d+$/.test(first) && /^\d+$/.test(second) && plainNumber(first) === plainNumber(second);
}
