import type { INodeProperties } from 'n8n-workflow';

import { IbmInventory } from '../../../../nodes/IbmInventory/IbmInventory.node';
import { RESOURCES } from '../../../../nodes/IbmInventory/operations';

const { description } = new IbmInventory();

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
			.filter(({ value }) => {
				const options = (optionsOf(resource, value)?.options ?? []) as INodeProperties[];
				return !options.some(({ name }) => name === 'dryRun');
			})
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

test('operations are in alphabetical order', () => {
	for (const { operations } of RESOURCES) {
		const names = operations.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
	}
});
