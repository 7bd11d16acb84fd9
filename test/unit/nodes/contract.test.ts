import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { IbmSterlingOmsApi } from '../../../credentials/IbmSterlingOmsApi.credentials';
import { IbmSterlingOms } from '../../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import { RESOURCES } from '../../../nodes/IbmSterlingOms/operations';

/** Names and option values of parameters, nested ones included: what saved workflows depend on. */
function contractOf(properties: INodeProperties[]): Record<string, unknown> {
	const contract: Record<string, unknown> = {};
	for (const property of properties) {
		const shown = property.displayOptions?.show;
		const operations = shown?.operation ? ` @ ${shown.resource}:${shown.operation.join(',')}` : '';
		contract[`${property.name}${operations}`] = valuesOf(property);
	}
	return contract;
}

function valuesOf(property: INodeProperties): unknown {
	const options = (property.options ?? []) as Array<INodePropertyOptions | INodeProperties | INodePropertyCollection>;
	switch (property.type) {
		case 'options':
			return options.map((option) => (option as INodePropertyOptions).value);
		case 'collection':
			return contractOf(options as INodeProperties[]);
		case 'fixedCollection':
			return Object.fromEntries(
				(options as INodePropertyCollection[]).map(({ name, values }) => [name, contractOf(values)]),
			);
		case 'resourceLocator':
			return property.modes?.map((mode) => mode.name);
		default:
			return property.type;
	}
}

test('resources and operations are the public contract', () => {
	const names = RESOURCES.map(({ value, operations }) => [value, operations.map((operation) => operation.value)]);
	expect(Object.fromEntries(names)).toMatchSnapshot();
});

test('names and values of the node’s parameters are the public contract', () => {
	expect(contractOf(new IbmSterlingOms().description.properties)).toMatchSnapshot();
});

test('names and values of the credential’s parameters are the public contract', () => {
	expect(contractOf(new IbmSterlingOmsApi().properties)).toMatchSnapshot();
});
