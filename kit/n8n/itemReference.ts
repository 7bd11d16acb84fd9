import type { IDataObject } from 'n8n-workflow';

/**
 * An expression that is nothing but a field of the item, as dragging the field into a parameter writes it:
 * `={{ $json.orderNo }}`, `={{ $json['Order No'] }}`, `={{ $json.lines[0].sku }}`.
 */
const REFERENCE = /^=\{\{\s*\$json((?:\.[A-Za-z_]\w*|\[(?:"[\w ./:#@-]+"|'[\w ./:#@-]+'|0|[1-9]\d{0,8})\])+)\s*\}\}$/;
const STEP = /\.([A-Za-z_]\w*)|\["([^"]+)"\]|\['([^']+)'\]|\[(\d+)\]/g;

/** Names that n8n refuses in expressions (n8n-workflow 2.41, `isSafeObjectProperty`). */
const GUARDED = new RegExp(
	'constructor|__|\\b(?:prototype|[gs]etPrototypeOf|getOwnPropertyDescriptors?|define(?:Property|Properties)|mainModule|' +
		'binding|_linkedBinding|_load|prepareStackTrace|caller|callee|arguments|getBuiltinModule|dlopen|execve|loadEnvFile)\\b',
);

/** Where the value of an item has to be asked of n8n. */
export const UNRESOLVED = Symbol('unresolved');

/** Resolves a parameter for an item, or gives {@link UNRESOLVED}. */
export type Resolve = (item: IDataObject) => unknown;

/**
 * How a parameter is resolved without n8n's engine of expressions, which takes some 0.2 ms for each expression of each
 * item: undefined where an expression in it is more than a field of the item.
 */
export function resolverOf(parameter: unknown): Resolve | undefined {
	if (typeof parameter === 'string' && parameter.startsWith('=')) {
		const way = wayOf(parameter);
		return way && ((item) => follow(item, way));
	}
	if (typeof parameter !== 'object' || parameter === null) return () => parameter;
	const members = Object.entries(parameter).map(([name, value]) => [name, resolverOf(value)] as const);
	if (members.some(([name, resolve]) => !resolve || name === '__proto__')) return undefined;
	return (item) => {
		const resolved: Record<string, unknown> | unknown[] = Array.isArray(parameter) ? [] : {};
		for (const [name, resolve] of members) {
			const value = resolve?.(item);
			if (value === UNRESOLVED) return UNRESOLVED;
			(resolved as Record<string, unknown>)[name] = value;
		}
		return resolved;
	};
}

/** The names that lead to the field that an expression consists of; undefined for any other expression. */
function wayOf(expression: string): readonly string[] | undefined {
	const [, way] = REFERENCE.exec(expression) ?? [];
	if (way === undefined || GUARDED.test(way)) return undefined;
	return [...way.matchAll(STEP)].map(([, name, double, single, index]) => name ?? double ?? single ?? index);
}

/** The field, where each step is a field of its own and the last one is no object: n8n may do more with those. */
function follow(item: IDataObject, way: readonly string[]): unknown {
	let value: unknown = item;
	for (const name of way) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return UNRESOLVED;
		value = (value as Record<string, unknown>)[name];
	}
	return value === null || ['string', 'number', 'boolean'].includes(typeof value) ? value : UNRESOLVED;
}
