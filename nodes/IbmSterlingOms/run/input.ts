import type { Document } from '../../../kit/xml/document';
import { childListOf } from '../../../clients/oms/identities';
import { contentOf } from '../fields/document';
import type { Field } from '../../../kit/n8n/fields/field';
import type { Parameters } from '../../../kit/n8n/parameters';
import { fitted } from '../../../kit/n8n/attributeKinds';
import { merge } from '../../../kit/n8n/merge';
import { setPath } from '../../../kit/n8n/path';
import { inField, refuse } from '../../../kit/n8n/refusal';
import { readUserDocument } from '../../../kit/n8n/userDocument';
import type { CustomOperation, Operation, RunContext } from '../operations/types';

type DocumentOperation = Exclude<Operation, CustomOperation>;

/**
 * The document of an operation for one item. What the curated fields say lies over what came as a whole document
 * or as additional attributes, and the identifying attributes lie over both.
 */
export async function buildInput(operation: DocumentOperation, context: RunContext): Promise<Document> {
	const curated = writtenBy(operation.fields ?? [], context.parameters);
	const { label, document } = given(operation, context);
	const both = inField(label, () => merge(document, curated, childListOf));
	const input = merge(withoutOtherName(both, operation, context), identify(operation, context));
	inField(context.parameters.label('clearAttributes'), () => {
		for (const path of toClear(context)) setPath(input, path, '');
	});
	return operation.build ? operation.build(input, context) : input;
}

/** What the fields say for one item. */
export function writtenBy(fields: readonly Field[], parameters: Parameters): Document {
	const document: Document = {};
	for (const { property, write } of fields) write?.(document, parameters.raw(property.name), parameters.values);
	return document;
}

/**
 * The identifying attributes of the document that an operation is about.
 * @throws Refusal where nothing is chosen
 */
export function identify({ identity }: Pick<Operation, 'identity'>, { parameters, defaults }: RunContext): Document {
	if (!identity) return {};
	const located = parameters.located(identity.parameter);
	if (located.value === '') {
		const label = parameters.label(identity.parameter);
		const why = parameters.isExpression(identity.parameter) ? ': its expression returns nothing' : '';
		refuse(`${label} is empty${why}`, 'Pick an entry from the list, type one, or check the expression.');
	}
	return identity.attributes(located, (name) => parameters.text(name), defaults);
}

/** What came as a whole document or as additional attributes, with the label of its field. */
function given(operation: DocumentOperation, { parameters }: RunContext): { label: string; document: Document } {
	const isWhole = parameters.choice('inputMode', 'fields') === 'document';
	const name = isWhole ? 'document' : 'additionalAttributes';
	const label = parameters.label(name);
	const document = inField(label, () => {
		const read = readUserDocument(parameters.raw(name), parameters.values);
		if (!read)
			return isWhole ? refuse('is empty', 'Give the document as JSON or XML, or set Input to Fields Below.') : {};
		const inList = operation.type === 'write' && operation.entry ? [operation.entry] : [];
		return fitted(contentOf(read, [rootOf(operation), ...inList]), parameters.values);
	});
	return { label, document };
}

/**
 * The document without what names it in the other way than the user chose: a key in a document that was read before
 * would win over the number that is chosen, and change another document.
 */
function withoutOtherName(document: Document, { identity }: Operation, { parameters }: RunContext): Document {
	if (!identity) return document;
	const { key, natural } = identity.entity;
	const { mode } = parameters.located(identity.parameter);
	const other = mode === 'list' || mode === 'key' ? natural[0] : key;
	const { [other]: _other, ...rest } = document;
	return rest;
}

/** Attributes to be emptied, as paths. */
export function toClear({ parameters }: RunContext): string[] {
	return parameters
		.text('clearAttributes')
		.split(',')
		.map((path) => path.trim())
		.filter((path) => path !== '');
}

/** Root element of the document that the operation sends. */
function rootOf(operation: DocumentOperation): string {
	return 'result' in operation ? operation.result.entity.inputRoot : operation.inputRoot;
}
