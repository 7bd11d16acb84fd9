import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

/** Names and option values of parameters, nested ones included: what saved workflows depend on. */
export function contractOf(properties: INodeProperties[]): Record<string, unknown> {
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
		case 'multiOptions':
			// Their order is what people see, and no part of the contract.
			return options.map((option) => (option as INodePropertyOptions).value).sort();
		case 'collection':
			return contractOf(options as INodeProperties[]);
		case 'fixedCollection':
			return Object.fromEntries(
				(options as INodePropertyCollection[]).map(({ name, values }) => [name, contractOf(values)]),
			);
		case 'resourceLocator':
			return property.modes?.map((mode) => mode.name).sort();
		default:
			return property.type;
	}
}

/** Defaults that say something, of parameters at every depth, by the way to them. */
export function defaultsOf(properties: readonly INodeProperties[], above = ''): Record<string, unknown> {
	const found: Record<string, unknown> = {};
	for (const property of properties) {
		const { displayOptions: { show } = {}, name, type, default: usual, options = [] } = property;
		const operations = show?.operation ? ` @ ${String(show.resource)}:${show.operation.join(',')}` : '';
		const path = `${above}${name}${above === '' ? operations : ''}`;
		if (type === 'collection') Object.assign(found, defaultsOf(options as INodeProperties[], `${path}.`));
		else if (type === 'fixedCollection')
			for (const { name: group, values } of options as INodePropertyCollection[])
				Object.assign(found, defaultsOf(values, `${path}.${group}.`));
		else if (usual !== '' && usual !== undefined) found[path] = usual;
	}
	return found;
}
