import { fromJson, fromXml, type Document } from '../../../sterling';
import { isElement } from '../../shared/path';
import { showWhen, steering, type Field } from './field';

/**
 * A document that the user typed or mapped, as JSON text, XML text or an object of an expression.
 * JSON has no root element, as on Sterling's wire; the root of an XML text is given back beside the document.
 * @throws TypeError with a sentence for the user when it is neither.
 */
export function readDocument(value: unknown, label: string): { root?: string; document: Document } {
	if (value === undefined || value === null) return { document: {} };
	if (isElement(value)) return { document: fromJson(JSON.stringify(value)) };
	const text = String(value).trim();
	if (text === '') return { document: {} };
	try {
		return text.startsWith('<') ? fromXml(text) : { document: fromJson(text) };
	} catch (error) {
		throw new TypeError(`${label} is neither valid JSON nor valid XML: ${(error as Error).message}`);
	}
}

/** Choice between the curated fields and a document made elsewhere. */
const inputMode = (): Field =>
	steering({
		displayName: 'Input',
		name: 'inputMode',
		type: 'options',
		noDataExpression: true,
		default: 'fields',
		options: [
			{ name: 'Fields Below', value: 'fields', description: 'Fill in the fields of this node' },
			{
				name: 'Whole Document',
				value: 'document',
				description: 'Send a JSON or XML document that was made elsewhere',
			},
		],
	});

const wholeDocument = (example: string): Field =>
	steering({
		displayName: 'Document',
		name: 'document',
		type: 'string',
		typeOptions: { rows: 8 },
		default: '',
		required: true,
		placeholder: example,
		displayOptions: { show: { inputMode: ['document'] } },
		description:
			'JSON (without the root element) or XML (with it). The other fields are added to it, and win where both name the same attribute.',
	});

/** What the curated fields lack; they win where both name the same attribute. */
const additionalAttributes = (): Field =>
	steering({
		displayName: 'Additional Attributes',
		name: 'additionalAttributes',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. {"SearchCriteria1": "web", "References": {"Reference": [{"Name": "Cart", "Value": "7"}]}}',
		description:
			'Anything else of the document as JSON (without the root element) or XML (with it). The fields above win where both name the same attribute.',
	});

/** Attributes that are sent empty, since an empty field means "not given". */
const clearAttributes = (): Field =>
	steering({
		displayName: 'Attributes to Clear',
		name: 'clearAttributes',
		type: 'string',
		default: '',
		placeholder: 'e.g. CustomerPONo, Extn.ExtnGiftText',
		description: 'Comma-separated attributes to empty in Sterling. Fields left empty above stay as they are there.',
	});

/**
 * Curated content of a new document, or the document as a whole. Fields beside it count in both cases, so a switch
 * belongs into the content: its "no" would win over what the document says.
 */
export function documentInput(example: string, content: Field[]): Field[] {
	return [
		inputMode(),
		wholeDocument(example),
		...showWhen({ inputMode: ['fields'] }, ...content, additionalAttributes()),
	];
}

/** The same for a change, which can empty attributes as well. */
export function changeInput(example: string, content: Field[]): Field[] {
	return [...documentInput(example, content), ...showWhen({ inputMode: ['fields'] }, clearAttributes())];
}
