import type { Document } from '../../../sterling';
import { merge, setPath } from '../../shared/path';
import { readDocument } from '../fields/document';
import type { Operation, RunContext } from '../operations/types';

/**
 * The document of an operation for one item. What the curated fields say lies over what came as a whole document
 * or as additional attributes, and the identifying attributes lie over both.
 */
export async function buildInput(operation: Operation, context: RunContext): Promise<Document> {
	const { parameters } = context;
	const curated: Document = {};
	for (const field of operation.fields ?? []) {
		field.write?.(curated, parameters.raw(field.property.name), parameters.values);
	}
	const input = merge(merge(given(context), curated), identify(operation, context));
	for (const path of toClear(context)) setPath(input, path, '');
	return operation.build ? operation.build(input, context) : input;
}

/** The identifying attributes of the document that an operation is about. */
export function identify({ identity }: Operation, { parameters, defaults }: RunContext): Document {
	if (!identity) return {};
	const located = parameters.located(identity.parameter);
	if (located.value === '') throw new TypeError('Nothing is chosen: pick an entry from the list or type one');
	return identity.attributes(located, (name) => parameters.text(name), defaults);
}

function given({ parameters }: RunContext): Document {
	if (parameters.raw('inputMode') === 'document') {
		return readDocument(parameters.raw('document'), 'Document').document;
	}
	return readDocument(parameters.raw('additionalAttributes'), 'Additional Attributes').document;
}

function toClear({ parameters }: RunContext): string[] {
	return parameters
		.text('clearAttributes')
		.split(',')
		.map((path) => path.trim())
		.filter((path) => path !== '');
}
