import type { InventoryEvent } from './events';

/** What a receiver remembers of the events that it has seen: plain JSON, replaced as a whole. */
export interface Memory {
	/** Keys of the newest events, the oldest first. */
	keys: string[];
	/** Epoch milliseconds of the newest figures, by subject; the longest unchanged first. */
	newest: Record<string, number>;
}

/** The memory of a trigger that has seen no event yet. */
export const emptyMemory = (): Memory => ({ keys: [], newest: {} });

/** What two have seen of the same events, within the bound. */
export function joined(one: Memory, other: Memory, keep: number): Memory {
	const newest = new Map(Object.entries(one.newest));
	for (const [subject, at] of Object.entries(other.newest)) {
		const known = newest.get(subject) ?? -Infinity;
		newest.delete(subject);
		newest.set(subject, Math.max(at, known));
	}
	return {
		keys: [...new Set([...one.keys, ...other.keys])].slice(-keep),
		newest: Object.fromEntries([...newest].slice(-keep)),
	};
}

interface Rules {
	/** Most events and subjects that are kept. */
	keep: number;
	/** Whether an event is dropped that is older than what is known of its subject. */
	dropOlder: boolean;
}

/**
 * The events that are news, in their order: IV sends at least once and in any order (IBM: integrating-events). An event
 * whose figures are older than those already seen of its subject is dropped; figures of the same instant count.
 */
export function news(
	events: readonly InventoryEvent[],
	memory: Memory,
	{ keep, dropOlder }: Rules,
): { fresh: InventoryEvent[]; memory: Memory } {
	const keys = new Set(memory.keys);
	const newest = new Map(Object.entries(memory.newest));
	const fresh = events.filter((event) => {
		if (keys.has(event.key)) return false;
		keys.add(event.key);
		const at = event.computeTs === null ? undefined : Date.parse(event.computeTs);
		if (at === undefined) return true;
		const known = newest.get(event.subject);
		if (known !== undefined && at < known) return !dropOlder;
		newest.delete(event.subject);
		newest.set(event.subject, at);
		return true;
	});
	return { fresh, memory: { keys: [...keys].slice(-keep), newest: Object.fromEntries([...newest].slice(-keep)) } };
}
