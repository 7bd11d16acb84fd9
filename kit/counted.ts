/**
 * A number with what it counts, in the singular for one.
 *
 * @param many the plural, where it is not made with an s
 * @example counted(1, 'problem') // '1 problem'
 * @example counted(2, 'entry', 'entries') // '2 entries'
 */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}
