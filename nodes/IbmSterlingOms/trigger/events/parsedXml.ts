import { TEXT, type Document, type Value } from '../../../../kit/xml/document';
import { isElement } from '../../../../kit/n8n/path';
import { templateOf } from '../../documents/shape';
import { KINDS } from '../kinds';

/**
 * Whether n8n has parsed XML into this: attributes are under `$`. Its Webhook node does so, with the names of the
 * elements in lower case, and its XML node where attributes are not merged.
 */
export function isParsedXml(value: Value): boolean {
	if (Array.isArray(value)) return value.some(isParsedXml);
	return isElement(value) && (isElement(value.$) || Object.values(value).some(isParsedXml));
}

/**
 * The document of parsed XML. Names of elements get Sterling's spelling where the trigger's items know them; others,
 * such as those of your own below Extn, stay as n8n wrote them.
 */
export function fromParsedXml(value: Value): Value {
	if (Array.isArray(value)) return value.map(fromParsedXml);
	if (!isElement(value)) return value;
	const { $: attributes, _: content, ...children } = value;
	const document: Document = isElement(attributes) ? { ...attributes } : {};
	if (content !== undefined) document[TEXT] = content;
	for (const [name, child] of Object.entries(children)) {
		const spelled = spelling(name);
		if (spelled in document) document[`@${spelled}`] = document[spelled];
		document[spelled] = fromParsedXml(child);
	}
	return document;
}

let spellings: Map<string, string> | undefined;

/** An element's name as Sterling spells it. */
function spelling(name: string): string {
	if (!spellings) {
		const known = Object.values(KINDS).flatMap(({ root, list, levels }) => [
			root,
			list,
			...Object.values(levels).flatMap((shape) => elementsIn(templateOf(shape))),
		]);
		spellings = new Map(known.map((each) => [each.toLowerCase(), each]));
	}
	return name === name.toLowerCase() ? (spellings.get(name) ?? name) : name;
}

function elementsIn(value: Value): string[] {
	if (!isElement(value)) return [];
	return Object.entries(value).flatMap(([name, child]) => (isElement(child) ? [name, ...elementsIn(child)] : []));
}
