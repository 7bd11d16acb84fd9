import type { INode } from 'n8n-workflow';

import type { Field } from '../../../../kit/n8n/fields/field';
import { writtenBy } from '../../../../kit/n8n/written';
import type { Located, Parameters } from '../../../../kit/n8n/parameters';
import { nameOf } from '../../documents/naming';
import type { Operation, RunContext } from '../../operation';
import { naming } from '../input';
import { isLineByItem } from '../lines/fromItems';

/**
 * The turns of writes: items that name the same document take them, one after another. It is undefined where
 * the document has none, and where an item's parameters cannot be read: the work on that item says so then.
 */
export function turnsOf(operation: Operation, contexts: readonly RunContext[], node: INode) {
	if (operation.kind !== 'write') return () => undefined;
	const { identity, lines } = operation;
	// Requests that carry all items may name the same stock.
	if (lines?.together !== undefined && contexts.some(isLineByItem)) return () => '';
	if (!identity) {
		const fields = naming(operation);
		return quietly(({ parameters }) => byNature(operation, fields, parameters));
	}
	const locatedIn = quietly(({ parameters }) => parameters.located(identity.parameter));
	const kinds = () => contexts.map((context) => kindOf(locatedIn(context)));
	const isMixed = mayMix(node.parameters[identity.parameter]) && hasSeveral(kinds());
	return (context: RunContext) => {
		const located = locatedIn(context);
		// A key and a number may name one document, and only Sterling knows.
		return located && (isMixed ? '' : `${kindOf(located)}:${located.value}`);
	};
}

/** n8n keeps one mode of a locator for all items, unless the locator as a whole is an expression. */
function mayMix(parameter: unknown): boolean {
	const mode = typeof parameter === 'string' ? parameter : (parameter as { mode?: unknown } | undefined)?.mode;
	return String(mode).startsWith('=');
}

function hasSeveral(kinds: ReadonlyArray<string | undefined>): boolean {
	return new Set(kinds.filter((kind) => kind !== undefined)).size > 1;
}

/** An entry of a list stores the key. */
function kindOf(located: Located | undefined): string | undefined {
	return located?.mode === 'list' ? 'key' : located?.mode;
}

function quietly<T>(read: (context: RunContext) => T): (context: RunContext) => T | undefined {
	return (context) => {
		try {
			return read(context);
		} catch {
			return undefined;
		}
	};
}

/** By the number or ID of a create, or create or update, with what completes it. */
function byNature({ names = [] }: Operation, fields: readonly Field[], parameters: Parameters): string | undefined {
	const [first] = names;
	if (first === undefined) return undefined;
	const named = nameOf(names, writtenBy(fields, parameters));
	return first in named ? JSON.stringify(named) : undefined;
}
