import type { INodeProperties } from 'n8n-workflow';

type Values = Record<string, unknown>;

/**
 * Paths of locators that are stored as plain text. The node reads them all the same, but n8n's editor shows such a field
 * without its mode.
 */
export function plainLocators(properties: readonly INodeProperties[], values: Values, path = ''): string[] {
	return Object.entries(values).flatMap(([name, value]) => {
		const named = properties.filter((property) => property.name === name);
		return [...new Set(named.flatMap((property) => plainIn(property, value, path + name)))];
	});
}

function plainIn({ type, options = [] }: INodeProperties, value: unknown, path: string): string[] {
	if (type === 'resourceLocator') return typeof value === 'string' ? [path] : [];
	if (typeof value !== 'object' || value === null) return [];
	if (type === 'collection') return plainLocators(options as INodeProperties[], value as Values, `${path}.`);
	if (type !== 'fixedCollection') return [];
	return Object.entries(value).flatMap(([group, entries]) => {
		const option = options.find((each) => each.name === group) as { values: INodeProperties[] } | undefined;
		return [entries].flat().flatMap((entry) => plainLocators(option?.values ?? [], entry as Values, `${path}.`));
	});
}
