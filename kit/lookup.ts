/**
 * The entry of a table under a name that came from outside, or undefined. What every object inherits (`constructor`,
 * `toString`) is no entry.
 */
export function lookup<T>(table: Readonly<Record<string, T>>, name: string | number): T | undefined {
	return Object.hasOwn(table, name) ? table[name] : undefined;
}
