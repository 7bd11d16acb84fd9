/** Whether a value is an object with named members: neither null, a list nor bytes. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

type Defined<T> = { [Name in keyof T]: Exclude<T[Name], undefined> };

/** A new object with those members that are not undefined. Null, empty text and false stay. */
export function defined<T extends object>(members: T): Partial<Defined<T>> {
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<Defined<T>>;
}
