import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { alphabetical } from '../../../kit/n8n/alphabetical';
import { ENTITIES } from '../../../clients/oms/entities';
import { asArray, isElement, type Document } from '../../../kit/xml/document';
import { refuse } from '../../../kit/n8n/refusal';
import type { UserDocument } from '../../../kit/n8n/userDocument';
import { names } from '../../../kit/n8n/fields/basic';
import { collection, showWhen, steering, type Field } from '../../../kit/n8n/fields/field';
import { customFields } from './customFields';
import type { Lines } from './lineSource';
import type { Use } from './use';

/** Roots of the documents that operations take; in JSON these distinguish a root from the first element of a document. */
const ROOTS = new Set([
	...(['customer', 'order', 'orderRelease', 'organization', 'shipment'] as const).flatMap((name) => {
		const { inputRoot, outputRoot } = ENTITIES[name];
		return [inputRoot, outputRoot];
	}),
	'ItemList',
	'Items',
	'Promise',
]);

/**
 * What is in the root element, which XML always has and JSON may have. `roots` are the elements around it,
 * outermost first; the outer ones may be missing: `<Item>` as well as `<ItemList><Item>`.
 * @throws ServiceError `invalidInput` for another root: Sterling would leave out what it does not know
 */
export function contentOf({ root, document }: UserDocument, roots: readonly string[]): Document {
	const wanted = roots[roots.length - 1];
	let content: Document = root === undefined ? document : { [root]: document };
	let reached = '';
	for (const name of roots) {
		const inner = onlyMember(content, name);
		if (inner) [content, reached] = [inner, name];
	}
	if (reached === wanted) return content;
	const [only, ...more] = Object.keys(document);
	const isRoot = more.length === 0 && typeof document[only] === 'object' && (only === wanted || ROOTS.has(only));
	if (root === undefined && !isRoot) return document;
	const other = root ?? (only === wanted ? `a list of ${only}` : only);
	return refuse(
		`must be one ${wanted} element, but is ${other}`,
		`This operation sends ${wanted}. Use the operation for that document, or change its root element.`,
	);
}

/** The element of that name where nothing stands beside it. */
export function onlyMember(document: Document, name: string): Document | undefined {
	const members = Object.keys(document).length === 1 ? asArray(document[name]) : [];
	return members.length === 1 && isElement(members[0]) ? members[0] : undefined;
}

/** Where the content of a document comes from: this form, data, or a document made elsewhere. */
const input = (choices: INodePropertyOptions[]): Field =>
	steering({
		displayName: 'Input',
		name: 'inputMode',
		type: 'options',
		noDataExpression: true,
		default: 'fields',
		options: alphabetical([BELOW, ...choices], ({ name }) => name),
		description: `Where the content comes from: ${choices.map(({ name }) => name).join(', ')}, or the fields below`,
	});

const BELOW: INodePropertyOptions = {
	name: 'Fields Below',
	value: 'fields',
	description: 'Fill in the fields of this node',
};

const WHOLE: INodePropertyOptions = {
	name: 'Whole Document',
	value: 'document',
	description: 'Send a JSON or XML document that was created elsewhere',
};

/** A document as JSON or XML, with what the place it is in says about it. */
export const documentField = (more: Partial<INodeProperties>): Field =>
	steering({
		displayName: 'Document',
		name: 'document',
		type: 'json',
		typeOptions: { rows: 8 },
		default: '',
		...more,
	});

const wholeDocument = (example: string): Field =>
	documentField({
		required: true,
		placeholder: example,
		displayOptions: { show: { inputMode: ['document'] } },
		description:
			'The document to send, as JSON or XML. In JSON, you can leave out the root element. The other fields of this node are added to it and take precedence.',
		hint: 'JSON, XML, or an expression that returns an object',
	});

/** What the curated fields lack; they win where both name the same attribute. */
export const additionalAttributes = (example: string): Field =>
	steering({
		displayName: 'Additional Attributes',
		name: 'additionalAttributes',
		type: 'json',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: `e.g. ${example}`,
		description:
			'Any other attributes of the document as JSON or XML, with Sterling’s own names. In JSON, you can leave out the root element. The other fields take precedence.',
	});

/** Attributes that are sent empty, since an empty field means "not given". */
const clearAttributes = (example: string): Field =>
	steering(
		names(
			'Attributes to Clear',
			'clearAttributes',
			'attributes to empty in Sterling. Other fields that you leave empty here stay as they are in Sterling.',
			example,
		),
	);

/** Of a kind of document, for what is typed in Sterling's own names. */
interface Examples {
	/** Attributes that have no field, as JSON. */
	attributes: string;
	/** Attributes that can be emptied, by their paths. */
	clear: string;
	description?: string;
}

/** Everything of a document that is rarely filled in: behind one menu, and the custom fields. */
export const additionalFields = (
	use: Use,
	fields: Field[],
	{ attributes, clear, description = 'Everything else that the document can have' }: Examples,
): Field[] => [
	collection(
		'Additional Fields',
		'additionalFields',
		'Add Field',
		[...fields, additionalAttributes(attributes), ...(use === 'update' ? [clearAttributes(clear)] : [])],
		description,
	),
	...customFields(use),
];

/**
 * Curated content of a document, or the document as a whole. `lines` can come from data. Fields beside the content count
 * in all cases, so a switch belongs into the content: its "no" would win over what the document says.
 */
export function documentInput(example: string, content: Field[], { choices, fields }: Lines = NO_LINES): Field[] {
	return [
		input([...choices, WHOLE]),
		wholeDocument(example),
		...fields,
		...showWhen({ inputMode: ['fields', ...choices.map(({ value }) => value)] }, ...content),
	];
}

const NO_LINES: Lines = { choices: [], fields: [] };

/** Lines of an operation that takes no whole document. */
export const linesInput = ({ choices, fields }: Lines): Field[] => [input(choices), ...fields];
