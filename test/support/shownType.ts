import type { INodeParameters, INodeType } from 'n8n-workflow';

const made = new WeakMap<INodeType, Map<string, INodeType>>();

/**
 * The node type with the parameters of the operation that a node is set to. n8n leaves those of all others out itself,
 * several times in a run, which takes longer than the rest of most runs.
 */
export function shownType(type: INodeType, { resource, operation }: INodeParameters): INodeType {
	if (typeof resource !== 'string' || typeof operation !== 'string') return type;
	const types = made.get(type) ?? new Map<string, INodeType>();
	made.set(type, types);
	const key = `${resource}:${operation}`;
	const known = types.get(key);
	if (known) return known;
	const { description } = type;
	const properties = description.properties.filter(
		({ displayOptions: { show } = {} }) =>
			(show?.resource?.includes(resource) ?? true) && (show?.operation?.includes(operation) ?? true),
	);
	const shown = Object.create(type, { description: { value: { ...description, properties } } }) as INodeType;
	types.set(key, shown);
	return shown;
}
