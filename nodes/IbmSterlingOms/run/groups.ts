import type { Group } from '../../../kit/n8n/items';
import { inField } from '../../../kit/n8n/refusal';
import { writtenBy } from '../../../kit/n8n/written';
import type { Operation, RunContext } from '../operation';
import { nameOf } from '../documents/naming';
import { identify, naming } from './input';
import { inputItem, isLineByItem } from './lines/fromItems';

/**
 * The input items that make one document each: those of the same number, wherever they are. Undefined where each item is
 * a document of its own. An item that names no document makes nothing of the others, because its line would be missing.
 */
export function groupsOf(operation: Operation, contexts: readonly RunContext[]): Group[] | undefined {
	if (!operation.lines || contexts.length === 0) return undefined;
	if (!isLineByItem(contexts[0])) return undefined;
	const { together } = operation.lines;
	const groups = new Map<string, Group[]>();
	for (const context of contexts) {
		const { item } = context;
		try {
			const key = inField(inputItem(context), () => keyOf(operation, context));
			const present = groups.get(key) ?? [];
			const last = present.at(-1);
			if (last && (together === undefined || last.items.length < together)) last.items.push(item);
			else groups.set(key, [...present, { items: [item] }]);
		} catch (error) {
			groups.set(`item ${item}`, [{ items: [item], error }]);
		}
	}
	return [...groups.values()].flat().sort((a, b) => a.items[0] - b.items[0]);
}

function keyOf(operation: Operation, context: RunContext): string {
	const { lines, identity, names = [] } = operation;
	if (lines?.together !== undefined) return '';
	if (identity) return JSON.stringify(identify(operation, context));
	const { parameters } = context;
	const fields = naming(operation);
	const named = nameOf(names, writtenBy(fields, parameters));
	const [first] = names;
	if (named[first] !== undefined) return JSON.stringify(Object.values(named).map((value) => String(value).trim()));
	const name = fields.find(({ path }) => path === first)?.property.name ?? first;
	return parameters.refuseEmpty(name, 'Input items with the same value become one document, so each item needs one.');
}
