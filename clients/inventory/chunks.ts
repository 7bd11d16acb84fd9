/** What an entry of a call weighs: actions as IV counts them (IBM: iv_api_line_limit), and bytes of its JSON. */
export interface Weight {
	actions: number;
	bytes: number;
}

export interface Limits {
	/** Most actions of a call: a setting of the tenant. */
	actions: number;
	/** Most bytes of a call's entries. */
	bytes: number;
}

/** Largest body of a request (IBM: API best practices), less the room that the envelope around the entries takes. */
export const MAX_BODY_BYTES = 500_000 - 2_000;

/** Bytes of a value as JSON, with the comma that follows. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value)) + 1;

/**
 * Entries in calls that stay within both limits, in their order. `split` cuts an entry in two, the first of at most so
 * many actions; without it, or where it cannot, an entry that is too large by itself makes a call of its own, for IV to
 * refuse in its own words.
 */
export function* chunks<T>(
	entries: Iterable<T>,
	limits: Limits,
	weigh: (entry: T) => Weight,
	split?: (entry: T, actions: number) => [T, T] | undefined,
): Generator<T[]> {
	let call: T[] = [];
	let left = { ...limits };
	for (const whole of entries) {
		let entry: T | undefined = whole;
		while (entry !== undefined) {
			const { actions, bytes } = weigh(entry);
			if (actions <= left.actions && bytes <= left.bytes) {
				call.push(entry);
				left.actions -= actions;
				left.bytes -= bytes;
				break;
			}
			// Only what no call can hold is cut; the margin is for what each piece repeats.
			const most = Math.min(limits.actions, Math.floor((0.95 * actions * limits.bytes) / bytes));
			const [head, rest]: [T, T?] = (actions > most && most >= 1 && split?.(entry, most)) || [entry];
			if (call.length > 0) yield call;
			call = [];
			left = { ...limits };
			if (rest === undefined) {
				call.push(head);
				const weight = weigh(head);
				left.actions -= weight.actions;
				left.bytes -= weight.bytes;
			} else yield [head];
			entry = rest;
		}
	}
	if (call.length > 0) yield call;
}
