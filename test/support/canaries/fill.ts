import {
	NodeHelpers,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeTypeDescription,
	type NodeParameterValueType,
} from 'n8n-workflow';

import { choicesOf } from '../../../kit/n8n/fields/choice';

/** An operation of a node, and parameters with which it can be carried out. */
export interface Filled {
	name: string;
	parameters: INodeParameters;
}

/** Every operation of a node, its parameters filled in as their placeholders say. */
export function everyOperation(description: INodeTypeDescription): Filled[] {
	const choices = (name: string) => description.properties.filter((property) => property.name === name);
	return choices('operation').flatMap(({ displayOptions, options }) =>
		((displayOptions?.show?.resource ?? []) as string[]).flatMap((resource) =>
			(options as INodePropertyOptions[]).map(({ value: operation }) => ({
				name: `${resource}:${String(operation)}`,
				parameters: filled(description, { resource, operation }),
			})),
		),
	);
}

/** The parameters that n8n shows for a choice, each with its default or an example. */
export function filled(description: INodeTypeDescription, chosen: INodeParameters): INodeParameters {
	const values: INodeParameters = { ...chosen };
	for (const property of description.properties) {
		if (property.name in values || property.type === 'notice') continue;
		const isShown = NodeHelpers.displayParameter(values, property, { typeVersion: 1 }, description);
		if (isShown) values[property.name] = exampleOf(property);
	}
	return values;
}

function exampleOf(property: INodeProperties): NodeParameterValueType {
	const { type, default: usual, options = [], modes = [], required } = property;
	if (type === 'resourceLocator') {
		const { name: mode, placeholder } = modes.find((one) => one.type !== 'list')!;
		return { __rl: true, mode, value: example(placeholder) ?? '1' } as NodeParameterValueType;
	}
	if (type === 'multiOptions' && required) return [choicesOf(property).at(0)?.value ?? '1'];
	if (type === 'fixedCollection') {
		const [{ name, values }] = options as INodePropertyCollection[];
		const entry = Object.fromEntries(
			values
				.filter(({ type: inner }) => inner !== 'fixedCollection')
				.map((value) => [value.name, exampleOf({ ...value, required: true })]),
		);
		return { [name]: property.typeOptions?.multipleValues ? [entry] : entry } as NodeParameterValueType;
	}
	if (type === 'collection')
		return /update|change/i.test(property.displayName) ? firstText(options as INodeProperties[]) : {};
	// The default of a choice is one of its choices, also where it is empty.
	if (usual !== '' || !required || type === 'options') return usual;
	return type === 'number' ? 1 : (example(property.placeholder) ?? '1');
}

/** What an update changes. */
function firstText(options: INodeProperties[]): NodeParameterValueType {
	const field = options.find(({ type }) => type === 'string');
	return field ? { [field.name]: exampleOf({ ...field, required: true }) as string } : {};
}

/** The example of a placeholder: by the rule of the house it begins with "e.g.". */
const example = (placeholder: string | undefined) => placeholder?.replace(/^e\.g\.\s*/, '');
