import type { Field } from '../../../kit/n8n/fields/field';

/** Labels that lead to the field of a path, the outermost first: a city may be in several addresses. */
export function wayToPath(fields: readonly Field[], path: string): string[] | undefined {
	for (const { property, path: own, fields: inner = [] } of fields) {
		if (own === path) return [property.displayName];
		const isInside = own === undefined || path.startsWith(`${own}.`);
		const way = isInside ? wayToPath(inner, own === undefined ? path : path.slice(own.length + 1)) : undefined;
		if (way) return [property.displayName, ...way];
	}
	return undefined;
}

/** Labels that lead to each field of an attribute or element, the outermost first. */
export function waysTo(fields: readonly Field[], name: string): string[][] {
	return fields.flatMap(({ property, path, fields: inner = [] }) => {
		const { displayName } = property;
		if (path?.split('.').at(-1) === name) return [[displayName]];
		return waysTo(inner, name).map((way) => [displayName, ...way]);
	});
}
