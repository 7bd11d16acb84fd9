import type { IExecuteFunctions } from 'n8n-workflow';

import type { Field } from './fields/field';

/**
 * One operation of a node, as data: what n8n shows for it (drop-downs, properties, documentation) is derived from it.
 * What a product needs beyond this to carry it out, the product adds.
 */
export interface CatalogueOperation {
	/** Stored in workflows: never renamed. */
	value: string;
	/** Title Case, for the operation drop-down. */
	name: string;
	/** Sentence case, for the node creator and AI tools. */
	action: string;
	description: string;
	/** What the node says before it runs where the operation cannot be undone, or does more than people expect. */
	warning?: string | readonly Warning[];
	/** Decides what is repeated after a fault: reads are, writes that may have arrived are not. */
	kind: 'read' | 'write';
	/** What names the document that the operation works on; shown first. */
	identity?: { parameter: string; fields: Field[] };
	/** The operation's own parameters, in the order of the editor. */
	fields?: Field[];
}

/** A warning that depends on what is filled in. */
interface Warning {
	message: string;
	/** JavaScript for n8n's expressions: `$parameter["decision"] === "reject"`. Always where left out. */
	when?: string;
}

export interface Resource<O extends CatalogueOperation = CatalogueOperation> {
	value: string;
	name: string;
	operations: readonly O[];
}

/** All fields of an operation in the order of the editor: first what names the document, then the rest. */
export function fieldsOf({ identity, fields }: CatalogueOperation): Field[] {
	return [...(identity?.fields ?? []), ...(fields ?? [])];
}

/**
 * The operation of these names.
 * @throws TypeError for a name that the catalogue does not have, such as one of a newer version
 */
export function operationNamed<O extends CatalogueOperation>(
	resources: ReadonlyArray<Resource<O>>,
	resource: string,
	operation: string,
): O {
	const found = resources.find(({ value }) => value === resource)?.operations.find(({ value }) => value === operation);
	if (!found) throw new TypeError(`This version of the node has no operation "${operation}" of "${resource}"`);
	return found;
}

/**
 * The operation that a node is set to.
 * @throws TypeError as {@link operationNamed} does
 */
export function operationOf<O extends CatalogueOperation>(
	node: Pick<IExecuteFunctions, 'getNodeParameter'>,
	resources: ReadonlyArray<Resource<O>>,
): O {
	const [resource, operation] = ['resource', 'operation'].map((name) => node.getNodeParameter(name, 0) as string);
	return operationNamed(resources, resource, operation);
}
