/**
 * A number with what it counts, in the singular for one.
 *
 * @param many the plural
 * @example counted(1, 'characters') // '1 character'
 */
export function counted(count: number, many: string): string {
	return `${count} ${count === 1 ? many.replace(/s$/, '') : many}`;
}
