import {
	NodeHelpers,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeTypeDescription,
	type NodeParameterValueType,
} from 'n8n-workflow';

import { filled } from './fill';

/** A field of a form that holds one value, at any depth. */
export interface Leaf {
	property: INodeProperties;
	/** What the editor calls it, with what is around it. */
	path: string;
	/** The parameters with this expression in the field. */
	filledWith(expression: string): INodeParameters;
}

const STEERING = ['resource', 'operation'];

/** Every field that an operation can show: those of its `parameters`, and those that another choice or switch brings. */
export function leavesOf(description: INodeTypeDescription, parameters: INodeParameters): Leaf[] {
	const found = new Map<string, Leaf>();
	const variants = variantsOf(description, parameters);
	for (const variant of variants) {
		// n8n asks for all that a choice could bring where an expression makes it, and drops what it does not bring.
		const full = Object.assign({}, ...variants, variant) as INodeParameters;
		const wrap = (inside: INodeParameters) => merged(full, inside);
		for (const leaf of leavesIn(shown(description, variant), [], wrap))
			found.set(leaf.path, found.get(leaf.path) ?? leaf);
	}
	return [...found.values()];
}

const shown = ({ properties, ...description }: INodeTypeDescription, values: INodeParameters): INodeProperties[] =>
	properties.filter(
		(property) =>
			!STEERING.includes(property.name) &&
			NodeHelpers.displayParameter(values, property, { typeVersion: 1 }, { ...description, properties }),
	);

/** The parameters, and what they become with each other choice. What that brings is filled in. */
function variantsOf(description: INodeTypeDescription, parameters: INodeParameters): INodeParameters[] {
	const others = shown(description, parameters).flatMap(({ type, name, options = [] }) => {
		const choices =
			type === 'boolean'
				? [true, false]
				: type === 'options'
					? (options as INodePropertyOptions[]).map(({ value }) => value)
					: [];
		return choices
			.filter((choice) => choice !== parameters[name])
			.map((choice) => filled(description, { ...parameters, [name]: choice }));
	});
	return [parameters, ...others];
}

type Wrap = (inside: INodeParameters) => INodeParameters;

function leavesIn(properties: readonly INodeProperties[], labels: readonly string[], wrap: Wrap): Leaf[] {
	return properties.flatMap((property): Leaf[] => {
		const { type, name, displayName, options = [] } = property;
		const around = [...labels, displayName];
		if (type === 'notice') return [];
		if (type === 'collection')
			return leavesIn(options as INodeProperties[], around, (inside) => wrap({ [name]: inside }));
		if (type === 'fixedCollection') {
			const [{ name: key, displayName: entry, values }] = options as INodePropertyCollection[];
			// The other values of an entry are as in its example, so that only one is wrong.
			const entryOf = (inside: INodeParameters) => ({ ...exampleOf(values), ...inside });
			return leavesIn(values, [...around, `${entry} 1`], (inside) => wrap({ [name]: { [key]: [entryOf(inside)] } }));
		}
		return [
			{
				property,
				path: around.join(' → '),
				filledWith: (expression) => wrap({ [name]: expressionFor(property, expression) }),
			},
		];
	});
}

const exampleOf = (values: readonly INodeProperties[]): INodeParameters =>
	Object.fromEntries(values.map(({ name, type, default: usual }) => [name, type === 'string' ? 'x' : usual]));

function expressionFor({ type, modes = [] }: INodeProperties, expression: string): NodeParameterValueType {
	if (type !== 'resourceLocator') return expression;
	return { __rl: true, mode: modes.find((mode) => mode.type !== 'list')!.name, value: expression };
}

/** The values with others in their place; those of a collection join what is in it. */
function merged(values: INodeParameters, inside: INodeParameters): INodeParameters {
	const isGroup = (value: unknown): value is INodeParameters =>
		typeof value === 'object' && value !== null && !Array.isArray(value) && !('__rl' in value);
	const joined = Object.entries(inside).map(([name, value]) => {
		const present = values[name];
		return [name, isGroup(present) && isGroup(value) ? merged(present, value) : value];
	});
	return { ...values, ...(Object.fromEntries(joined) as INodeParameters) };
}
