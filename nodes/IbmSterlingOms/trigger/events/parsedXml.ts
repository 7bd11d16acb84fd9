import { isElement, isSafeName, TEXT, type Document, type Value } from '../../../../kit/xml/document';

/**
 * Whether n8n has parsed XML into this: attributes are under `$`. Its XML node does so where attributes are not merged,
 * and its Webhook node, which also writes the names of elements in lower case.
 */
export function isParsedXml(value: Value): boolean {
	if (Array.isArray(value)) return value.some(isParsedXml);
	return isElement(value) && (isElement(value.$) || Object.values(value).some(isParsedXml));
}

/**
 * The document of parsed XML.
 * @throws Error where n8n has changed the names of elements: what they were can only be guessed
 */
export function fromParsedXml(value: Value): Value {
	const names = elementsIn(value);
	if (names.length > 0 && !names.some((name) => /[A-Z]/.test(name))) throw lowered(names[0]);
	return documentOf(value);
}

function documentOf(value: Value): Value {
	if (Array.isArray(value)) return value.map(documentOf);
	if (!isElement(value)) return value;
	const { $: attributes, _: content, ...children } = value;
	const document: Document = isElement(attributes) ? { ...attributes } : {};
	if (content !== undefined) document[TEXT] = content;
	for (const [name, child] of Object.entries(children).filter(([one]) => isSafeName(one))) {
		if (Object.hasOwn(document, name)) document[`@${name}`] = document[name];
		document[name] = documentOf(child);
	}
	return document;
}

function elementsIn(value: Value): string[] {
	if (Array.isArray(value)) return value.flatMap(elementsIn);
	if (!isElement(value)) return [];
	const { $: _attributes, _: _content, ...children } = value;
	return Object.entries(children).flatMap(([name, child]) => [name, ...elementsIn(child)]);
}

function lowered(name: string): Error {
	return new Error(
		`n8n has parsed the XML and written the names of its elements in lower case (${name.slice(0, 80)}), so they are lost: turn on the option Raw Body of the Webhook node, or send JSON.`,
	);
}
