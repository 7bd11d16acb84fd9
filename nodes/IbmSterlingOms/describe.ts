import { isDeepStrictEqual } from 'node:util';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Field } from './fields/field';
import type { Operation, Resource } from './operations/types';

/** The node's parameters, derived from the catalogue. Pure. */
export function describe(resources: readonly Resource[]): INodeProperties[] {
	return [
		resourceProperty(resources),
		...resources.map(operationProperty),
		...resources.flatMap(resourceFields),
	];
}

/** All fields of an operation in the order of the editor: first what names the document, then the rest. */
export function fieldsOf(operation: Operation): Field[] {
	return [...(operation.identity?.fields ?? []), ...(operation.fields ?? [])];
}

function resourceProperty(resources: readonly Resource[]): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })),
		default: 'order',
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
		default: (operations.find((operation) => operation.value === 'getMany') ?? operations[0]).value,
	};
}

/**
 * The parameters of one resource. The whole description goes to every browser, so a property that several
 * operations share stands there once, shown for all of them.
 */
function resourceFields({ value: resource, operations }: Resource): INodeProperties[] {
	const shared: Shared[] = [];
	for (const operation of operations) {
		for (const { property } of fieldsOf(operation)) {
			const same = find(shared, property);
			if (same) same.operations.push(operation.value);
			else shared.push({ property, operations: [operation.value] });
		}
	}
	return inEditorOrder(operations, shared).map(({ property, operations: shownFor }) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { resource: [resource], operation: shownFor, ...property.displayOptions?.show },
		},
	}));
}

interface Shared {
	property: INodeProperties;
	operations: string[];
}

function find(shared: Shared[], property: INodeProperties): Shared | undefined {
	return shared.find((entry) => isDeepStrictEqual(entry.property, property));
}

/** Topological order: within each operation the fields keep their sequence. */
function inEditorOrder(operations: readonly Operation[], shared: Shared[]): Shared[] {
	const before = new Map<Shared, Shared[]>(shared.map((entry) => [entry, []]));
	for (const operation of operations) {
		const sequence = fieldsOf(operation).map(({ property }) => find(shared, property) as Shared);
		sequence.slice(1).forEach((entry, i) => before.get(entry)?.push(sequence[i]));
	}
	const ordered = new Set<Shared>();
	const visit = (entry: Shared, path: Shared[]) => {
		if (ordered.has(entry) || path.includes(entry)) return;
		before.get(entry)?.forEach((earlier) => visit(earlier, [...path, entry]));
		ordered.add(entry);
	};
	shared.forEach((entry) => visit(entry, []));
	return [...ordered];
}
