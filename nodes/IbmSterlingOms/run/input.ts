import type { Document } from '../../../kit/xml/document';
import { childListOf } from '../../../clients/oms/identities';
import { contentOf } from '../fields/document';
import type { Field } from '../../../kit/n8n/fields/field';
import { checkGiven } from '../../../kit/n8n/fields/check';
import { writtenBy } from '../../../kit/n8n/written';
import { fitted } from '../../../kit/n8n/attributeKinds';
import { merge } from '../../../kit/n8n/merge';
import type { Parameters } from '../../../kit/n8n/parameters';
import { setPath } from '../../../kit/xml/path';
import { inField, refuse } from '../../../kit/n8n/refusal';
import { readUserDocument } from '../../../kit/n8n/userDocument';
import type { CustomOperation, Operation, RunContext } from '../operation';
import { isCompletedElsewhere } from './completion';
import { inputItem, linesFromItems } from './lines/fromItems';
import { checkNames } from './documentNames';
import { linesFromList } from './lines/fromList';
import { agreed, checkSameChoices } from './lines/header';

type DocumentOperation = Exclude<Operation, CustomOperation>;

/**
 * The document of an operation for one item, or for the items that make one document together. What the curated fields
 * say lies over what came as a whole document or as additional attributes, and the identifying attributes lie over both.
 */
export async function buildInput(
	operation: DocumentOperation,
	context: RunContext,
	group: readonly RunContext[] = [context],
): Promise<Document> {
	const { fields = [] } = operation;
	const isOne = group.length === 1;
	if (!isOne) checkSameChoices(operation, group);
	const statements = group.map((row) => inRow(row, group, () => headerOf(operation, row)));
	const header = isOne ? statements[0] : agreed(statements, group, fields);
	const lines = linesOf(operation, header, context, group);
	const both = lines ? merge(header, lines, childListOf) : header;
	const input = underChosenName(both, operation, context);
	inField(context.parameters.label(CLEAR), () => {
		for (const path of toClear(context)) setPath(input, path, '');
	});
	return operation.build ? operation.build(input, context) : input;
}

/** What the fields say of an item, and what came as a document beside them. */
function headerOf(operation: DocumentOperation, context: RunContext): Document {
	const { fields = [] } = operation;
	const { label, document } = given(operation, context);
	const parameters = heldTo(document, context.parameters);
	const isGiven = Object.keys(document).length > 0;
	if (isGiven && !parameters.values.isUnchecked) inField(label, () => checkGiven(fields, document));
	const curated = writtenBy(fields, parameters);
	return isGiven ? inField(label, () => merge(document, curated, childListOf)) : curated;
}

/** The parameters; where something else completes the document, they take what this node would not send otherwise. */
function heldTo(document: Document, parameters: Parameters): Parameters {
	return isCompletedElsewhere(document, parameters) ? parameters.with({ isUnchecked: true }) : parameters;
}

function inRow<T>(row: RunContext, group: readonly RunContext[], work: () => T): T {
	return group.length === 1 ? work() : inField(inputItem(row), work);
}

/** The lines that come from data; undefined where they are entered below. */
function linesOf(
	operation: DocumentOperation,
	header: Document,
	context: RunContext,
	group: readonly RunContext[],
): Document | undefined {
	const { parameters } = context;
	const line = operation.lines?.field;
	const from = parameters.choice('inputMode', 'fields');
	if (!line || !['list', 'items'].includes(from)) return undefined;
	const held = (row: RunContext): RunContext => ({ ...row, parameters: heldTo(header, row.parameters) });
	const lines = from === 'items' ? linesFromItems(line, group.map(held)) : linesFromList(line, held(context));
	const document: Document = {};
	if (lines.length > 0) setPath(document, line.path, lines);
	return document;
}

type Named = Pick<Operation, 'fields' | 'names'>;

/** The fields that can say what names the document where no identity does; the same list each time. */
export function naming(operation: Named): readonly Field[] {
	const known = NAMING.get(operation);
	if (known) return known;
	const { fields = [], names = [] } = operation;
	const writesName = ({ path, fields: inner = [] }: Field): boolean =>
		path === undefined ? inner.some(writesName) : names.includes(path);
	const found = fields.filter(writesName);
	NAMING.set(operation, found);
	return found;
}

const NAMING = new WeakMap<Named, readonly Field[]>();

/**
 * The identifying attributes of the document that an operation is about.
 * @throws Refusal where nothing is chosen
 */
export function identify({ identity }: Pick<Operation, 'identity'>, { parameters, defaults }: RunContext): Document {
	if (!identity) return {};
	const located = parameters.located(identity.parameter);
	if (located.value === '') parameters.refuseEmpty(identity.parameter, 'Pick an entry from the list, or type one.');
	return identity.attributes(located, (name) => parameters.text(name), defaults);
}

/** What came as a whole document or as additional attributes, with the label of its field. */
function given(operation: DocumentOperation, { parameters }: RunContext): { label: string; document: Document } {
	const isWhole = parameters.choice('inputMode', 'fields') === 'document';
	const name = isWhole ? 'document' : ADDITIONAL;
	const label = parameters.label(name);
	const document = parameters.field(name, (value) => {
		const read = readUserDocument(value, parameters.values);
		if (!read)
			return isWhole ? refuse('is empty', 'Provide the document as JSON or XML, or set Input to Fields Below.') : {};
		const inList = operation.type === 'write' && operation.entry ? [operation.entry] : [];
		const content = contentOf(read, [rootOf(operation), ...inList]);
		checkNames(content);
		return fitted(content, parameters.values);
	});
	return { label, document };
}

/**
 * The document with what identifies it, and without what names it in the other way than the user chose: a key in a
 * document that was read before would win over the number that is chosen, and change another document.
 */
function underChosenName(document: Document, operation: Operation, context: RunContext): Document {
	const { identity } = operation;
	if (!identity) return document;
	const { key, natural } = identity.entity;
	const { mode } = context.parameters.located(identity.parameter);
	const other = mode === 'list' || mode === 'key' ? natural[0] : key;
	const { [other]: _other, ...rest } = document;
	return merge(rest, identify(operation, context));
}

const ADDITIONAL = 'additionalFields.additionalAttributes';
const CLEAR = 'additionalFields.clearAttributes';

/** Attributes to be emptied, as paths. */
export const toClear = ({ parameters }: RunContext): readonly string[] => parameters.names(CLEAR);

/** Root element of the document that the operation sends. */
function rootOf(operation: DocumentOperation): string {
	return 'inputRoot' in operation ? operation.inputRoot : operation.result.entity.inputRoot;
}
