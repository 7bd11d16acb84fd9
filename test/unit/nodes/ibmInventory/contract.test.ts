import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { IbmInventoryApi } from '../../../../credentials/IbmInventoryApi.credentials';
import { IbmInventory } from '../../../../nodes/IbmInventory/IbmInventory.node';
import { IbmInventoryTrigger } from '../../../../nodes/IbmInventory/IbmInventoryTrigger.node';
import { RESOURCES } from '../../../../nodes/IbmInventory/operations';
import * as lists from '../../../../nodes/IbmInventory/pickers/lists';
import { contractOf } from '../../../support/contract';

const { description } = new IbmInventory();
const trigger = new IbmInventoryTrigger().description;

test('resources and operations are the public contract', () => {
	const names = RESOURCES.map(({ value, operations }) => [value, operations.map((operation) => operation.value)]);
	expect(Object.fromEntries(names)).toMatchSnapshot();
});

test.each([
	['node', description.properties],
	['trigger', trigger.properties],
	['credential', new IbmInventoryApi().properties],
])('names and values of the parameters of the %s are the public contract', (_what, properties) => {
	expect(contractOf(properties)).toMatchSnapshot();
});

/** Every property, with those inside of collections. */
function all(properties: INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => {
		const options = property.options ?? [];
		const inner =
			property.type === 'collection'
				? (options as INodeProperties[])
				: property.type === 'fixedCollection'
					? (options as INodePropertyCollection[]).flatMap(({ values }) => values)
					: [];
		return [property, ...all(inner)];
	});
}

test.each([
	['node', description.properties],
	['trigger', trigger.properties],
])('every parameter of the %s has a description, and typed ones an example', (_what, properties) => {
	const own = all(properties).filter(
		({ name, type }) => !['resource', 'operation'].includes(name) && type !== 'notice',
	);
	expect(
		own.filter((property) => !property.description && property.type !== 'collection').map(({ name }) => name),
	).toEqual([]);
	const typed = own.filter(({ type }) => type === 'string' || type === 'json');
	expect(typed.filter(({ placeholder }) => !placeholder?.startsWith('e.g. ')).map(({ name }) => name)).toEqual([]);
});

test('every write can be tried without effect', () => {
	const optionsOf = (resource: string, operation: string) =>
		description.properties.find(
			({ name, displayOptions }) =>
				name === 'options' &&
				displayOptions?.show?.resource?.includes(resource) &&
				displayOptions.show.operation?.includes(operation),
		);
	const without = RESOURCES.flatMap(({ value: resource, operations }) =>
		operations
			.filter(({ kind }) => kind === 'write')
			.filter(({ value }) => !all([optionsOf(resource, value)!]).some(({ name }) => name === 'dryRun'))
			.map(({ value }) => `${resource}:${value}`),
	);
	expect(without).toEqual([]);
});

test('every operation finds its work, and every write says what it sends', async () => {
	for (const { value, operations } of RESOURCES) {
		for (const operation of operations) {
			const work = await operation.work();
			expect({ name: `${value}:${operation.value}`, work }).toMatchObject({ work: expect.any(Object) });
			if (operation.kind === 'write') expect(work.call).toEqual(expect.any(Function));
		}
	}
});

test('pickers and operations are in alphabetical order', () => {
	for (const { operations } of RESOURCES) {
		const names = operations.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
	}
	const { methods } = new IbmInventory();
	expect([...Object.keys(methods.listSearch), ...Object.keys(methods.loadOptions)].sort()).toEqual(
		Object.keys(lists).sort(),
	);
});
