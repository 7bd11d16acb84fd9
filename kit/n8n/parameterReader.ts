import type { IExecuteFunctions } from 'n8n-workflow';

import { isLocator } from './fields/value';

/** Most items whose own values are held; those under way and next are fewer by far. */
const HELD = 256;

/**
 * Reads parameters of the node for any item. n8n resolves what holds no expression once, for it is the same for all
 * items, and the rest once for each item: that is most of the node's CPU. `prepare` resolves what other items needed
 * before an item's turn comes, so that the answers of those before it need not wait for that.
 */
export function parameterReader(context: IExecuteFunctions) {
	const given = context.getNode().parameters;
	const same = new Map<string, unknown>();
	const own = new Map<number, Map<string, unknown>>();
	/** Names of what differs between items, as far as one of them was read. */
	const varying = new Set<string>();
	const valuesOf = (item: number): Map<string, unknown> => {
		const values = own.get(item) ?? new Map<string, unknown>();
		own.set(item, values);
		if (own.size > HELD) own.delete(own.keys().next().value as number);
		return values;
	};
	const read = (name: string, item: number): unknown => {
		if (same.has(name)) return same.get(name);
		const values = hasExpression(given[name]) ? valuesOf(item) : same;
		if (values.has(name)) return values.get(name);
		const value: unknown = context.getNodeParameter(name, item, null);
		values.set(name, value);
		if (values !== same) varying.add(name);
		return value;
	};
	const prepare = (item: number): void => {
		try {
			for (const name of varying) read(name, item);
		} catch {
			// Whoever needs the value meets the error.
		}
	};
	/** Whether an expression gives the parameter, or the one inside a collection that a dot names. */
	const isExpression = (path: string): boolean => {
		let value: unknown = given;
		for (const name of path.split('.')) {
			value = (value as Record<string, unknown> | null | undefined)?.[name];
			if (isWritten(value)) return true;
		}
		return false;
	};
	return { read, prepare, isExpression };
}

function isWritten(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return isLocator(value) && isWritten(value.value);
}

function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return typeof value === 'object' && value !== null && Object.values(value).some(hasExpression);
}
