import type { INodeProperties } from 'n8n-workflow';

import { IbmSterlingOms } from '../../../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import { fieldsOf } from '../../../../kit/n8n/catalogue';
import { RESOURCES } from '../../../../nodes/IbmSterlingOms/operations';
import { listSearch } from '../../../../nodes/IbmSterlingOms/pickers';

const { description } = new IbmSterlingOms();
const OPERATIONS = RESOURCES.flatMap(({ value, operations }) =>
	operations.map((operation) => ({ resource: value, operation, label: `${value}:${operation.value}` })),
);

const shownFor = (resource: string, operation: string) =>
	description.properties.filter((property) => {
		const show = property.displayOptions?.show;
		return show?.resource?.includes(resource) && show.operation?.includes(operation);
	});

test.each(OPERATIONS)('$label shows exactly its own fields, in its own order', ({ resource, operation }) => {
	const shown = shownFor(resource, operation.value).map((property) => property.name);
	expect(shown).toEqual(fieldsOf(operation).map((field) => field.property.name));
});

test.each(OPERATIONS)('$label has no two parameters of one name that could show at once', ({ operation }) => {
	const names = fieldsOf(operation).map(
		({ property }) => `${property.name} ${JSON.stringify(property.displayOptions)}`,
	);
	expect(new Set(names).size).toBe(names.length);
});

test('options are in alphabetical order, as n8n shows them', () => {
	const unsorted = allProperties(description.properties)
		.filter((property) => property.type === 'options' && property.name !== 'operation')
		.filter((property) => {
			const names = (property.options as Array<{ name: string }>).map((option) => option.name);
			return names.join() !== [...names].sort((a, b) => a.localeCompare(b, 'en')).join();
		})
		.map((property) => property.name);
	expect(unsorted).toEqual([]);
});

test('every list of a locator exists as a search method', () => {
	const methods = allProperties(description.properties).flatMap((property) =>
		(property.modes ?? []).map((mode) => mode.typeOptions?.searchListMethod).filter((name) => name !== undefined),
	);
	expect(methods.length).toBeGreaterThan(0);
	expect(methods.filter((name) => !(name in listSearch))).toEqual([]);
});

test('every displayOptions value exists in the parameter it looks at', () => {
	const byName = new Map<string, Set<unknown>>();
	for (const property of description.properties) {
		const values = byName.get(property.name) ?? new Set<unknown>();
		for (const option of property.options ?? []) values.add('value' in option ? option.value : undefined);
		for (const mode of property.modes ?? []) values.add(mode.name);
		if (property.type === 'boolean') [true, false].forEach((value) => values.add(value));
		byName.set(property.name, values);
	}
	const dangling = description.properties.flatMap(({ name, displayOptions }) =>
		Object.entries({ ...displayOptions?.show, ...displayOptions?.hide }).flatMap(([other, values]) => {
			const known = byName.get(other.replace(/^\//, '').replace(/\.mode$/, ''));
			return (values ?? []).filter((value) => !known?.has(value)).map((value) => `${name}: ${other}=${String(value)}`);
		}),
	);
	expect(dangling).toEqual([]);
});

test('the node is offered to AI agents', () => {
	expect(description.usableAsTool).toBe(true);
});

function allProperties(properties: INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => {
		const inner = (property.options ?? []).flatMap((option) => {
			if ('values' in option) return option.values;
			return 'type' in option ? [option] : [];
		});
		return [property, ...allProperties(inner)];
	});
}
