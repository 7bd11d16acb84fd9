/** Which parameters are the same for all items of a run, and what was read of them. The items share it. */
export class Settled {
	private readonly made = new Map<object, unknown>();
	/** Maps within maps: to make one key of the three for each read costs more than the read. */
	private readonly reads = new Map<string, Map<unknown, Map<string, unknown>>>();

	constructor(private readonly isSameParameter: (name: string) => boolean) {}

	/** Whether the parameter of a path, or the one that it is in, has the same value for all items. */
	isSame(path: string): boolean {
		const end = path.indexOf('.');
		return this.isSameParameter(end === -1 ? path : path.slice(0, end));
	}

	/** What `make` gives, made once under a key of its own; an error is not kept. */
	kept<T>(key: object, make: () => T): T {
		if (!this.made.has(key)) this.made.set(key, make());
		return this.made.get(key) as T;
	}

	/**
	 * What `read` gives for a path, in one of several ways to read it (`how`, with its fallback): once, where it is the same
	 * for all items. What is refused is refused for each item again.
	 */
	once<T>(how: string, path: string, fallback: unknown, read: () => T): T {
		const byPath = inner(inner(this.reads, how), fallback);
		if (byPath.has(path)) return byPath.get(path) as T;
		const value = read();
		if (this.isSame(path)) byPath.set(path, value);
		return value;
	}
}

/** The map that another one has under a key, made where there is none. */
function inner<K, T, V>(outer: Map<K, Map<T, V>>, key: K): Map<T, V> {
	const present = outer.get(key);
	if (present) return present;
	const made = new Map<T, V>();
	outer.set(key, made);
	return made;
}
