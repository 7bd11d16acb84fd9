import type { Document } from '../../../kit/xml/document';
import { readContent } from '../fields/document';
import type { Field } from '../../../kit/n8n/fields/field';
import type { Parameters } from '../../../kit/n8n/parameters';
import { merge, setPath } from '../../../kit/n8n/path';
import type { CustomOperation, Operation, RunContext } from '../operations/types';

type DocumentOperation = Exclude<Operation, CustomOperation>;

/**
 * The document of an operation for one item. What the curated fields say lies over what came as a whole document
 * or as additional attributes, and the identifying attributes lie over both.
 */
export async function buildInput(operation: DocumentOperation, context: RunContext): Promise<Document> {
	const curated = writtenBy(operation.fields ?? [], context.parameters);
	const input = merge(merge(given(operation, context), curated), identify(operation, context));
	for (const path of toClear(context)) setPath(input, path, '');
	return operation.build ? operation.build(input, context) : input;
}

/** What the fields say for one item. */
export function writtenBy(fields: readonly Field[], parameters: Parameters): Document {
	const document: Document = {};
	for (const { property, write } of fields) write?.(document, parameters.raw(property.name), parameters.values);
	return document;
}

/** The identifying attributes of the document that an operation is about. */
export function identify({ identity }: Operation, { parameters, defaults }: RunContext): Document {
	if (!identity) return {};
	const located = parameters.located(identity.parameter);
	if (located.value === '') throw new TypeError('Nothing is chosen: pick an entry from the list or type one');
	return identity.attributes(located, (name) => parameters.text(name), defaults);
}

function given(operation: DocumentOperation, { parameters }: RunContext): Document {
	const isWhole = parameters.raw('inputMode') === 'document';
	const [name, label] = isWhole ? ['document', 'Document'] : ['additionalAttributes', 'Additional Attributes'];
	const inList = operation.type === 'write' && operation.entry ? [operation.entry] : [];
	return readContent(parameters.raw(name), label, [operation.root, ...inList]);
}

function toClear({ parameters }: RunContext): string[] {
	return parameters
		.text('clearAttributes')
		.split(',')
		.map((path) => path.trim())
		.filter((path) => path !== '');
}
