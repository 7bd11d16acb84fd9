import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { IbmSterlingOmsTrigger } from '../../../../nodes/IbmSterlingOms/IbmSterlingOmsTrigger.node';
import { EVENTS } from '../../../../nodes/IbmSterlingOms/trigger/names';

const { description, methods } = new IbmSterlingOmsTrigger();

/** Names and option values, nested ones included: what saved workflows depend on. */
function contractOf(properties: INodeProperties[]): Record<string, unknown> {
	return Object.fromEntries(properties.map((property) => [property.name, valuesOf(property)]));
}

function valuesOf(property: INodeProperties): unknown {
	const options = property.options ?? [];
	switch (property.type) {
		case 'options':
		case 'multiOptions':
			return (options as INodePropertyOptions[]).map(({ value }) => value);
		case 'collection':
			return contractOf(options as INodeProperties[]);
		case 'fixedCollection':
			return Object.fromEntries(
				(options as INodePropertyCollection[]).map(({ name, values }) => [name, contractOf(values)]),
			);
		case 'resourceLocator':
			return property.modes?.map(({ name }) => name);
		default:
			return property.type;
	}
}

test('the events are the public contract', () => {
	expect(EVENTS).toEqual([
		'orderCreated',
		'orderUpdated',
		'orderCancelled',
		'orderReleased',
		'orderLineBackordered',
		'orderReleaseCreatedOrUpdated',
		'shipmentCreated',
		'shipmentUpdated',
		'returnCreated',
	]);
});

test('names and values of the parameters are the public contract', () => {
	expect(contractOf(description.properties)).toMatchSnapshot();
});

test('the node is a polling trigger and no tool', () => {
	expect(description).toMatchObject({
		name: 'ibmSterlingOmsTrigger',
		polling: true,
		group: ['trigger'],
		inputs: [],
	});
	expect(description.displayName).toMatch(/Trigger$/);
	expect(description).not.toHaveProperty('usableAsTool');
});

test('every list of a picker exists as a search method', () => {
	const wanted = new Set(JSON.stringify(description).match(/(?<="searchListMethod":")\w+/g));
	expect(wanted.size).toBeGreaterThan(0);
	expect([...wanted].filter((name) => !(name in methods.listSearch))).toEqual([]);
});
