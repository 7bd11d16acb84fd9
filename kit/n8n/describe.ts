import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { fieldsOf, type Resource } from './catalogue';

/** The node's parameters, derived from its catalogue; `initial` is the resource that a fresh node shows. Pure. */
export function describe(resources: readonly Resource[], initial: string): INodeProperties[] {
	return [
		resourceProperty(resources, initial),
		...resources.map(operationProperty),
		...resources.flatMap(resourceFields),
	];
}

function resourceProperty(resources: readonly Resource[], initial: string): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })),
		default: initial,
	};
}

function operationProperty({ value, operations }: Resource): INodeProperties {
	const options: INodePropertyOptions[] = operations.map((operation) => ({
		name: operation.name,
		value: operation.value,
		action: operation.action,
		description: operation.description,
	}));
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options,
		default: (operations.find(({ value: name, kind }) => name === 'getMany' && kind === 'read') ?? operations[0]).value,
	};
}

/**
 * The parameters of one resource. The whole description goes to every browser, so a property that several
 * operations share is there once, shown for all of them.
 */
function resourceFields({ value: resource, operations }: Resource): INodeProperties[] {
	const shared = new Map<string, Shared>();
	const sequences = operations.map((operation) =>
		fieldsOf(operation).map(({ property }) => {
			const text = JSON.stringify(property);
			const entry = shared.get(text) ?? { property, operations: [], before: [] };
			shared.set(text, entry);
			entry.operations.push(operation.value);
			return entry;
		}),
	);
	for (const sequence of sequences) sequence.slice(1).forEach((entry, i) => entry.before.push(sequence[i]));
	return inEditorOrder([...shared.values()]).map(({ property, operations: shownFor }) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { resource: [resource], operation: shownFor, ...property.displayOptions?.show },
		},
	}));
}

interface Shared {
	property: INodeProperties;
	/** Operations that it is shown for. */
	operations: string[];
	/** What stands directly before it in one of them. */
	before: Shared[];
}

/** Topological order: within each operation the fields keep their sequence. */
function inEditorOrder(shared: Shared[]): Shared[] {
	const ordered = new Set<Shared>();
	const visit = (entry: Shared, path: Shared[]) => {
		if (ordered.has(entry) || path.includes(entry)) return;
		entry.before.forEach((earlier) => visit(earlier, [...path, entry]));
		ordered.add(entry);
	};
	shared.forEach((entry) => visit(entry, []));
	return [...ordered];
}
