import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Element } from './element';

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	parseAttributeValue: false,
	parseTagValue: false,
	trimValues: false,
	ignoreDeclaration: true,
	ignorePiTags: true,
	htmlEntities: true,
});

type ParsedNode = Record<string, unknown> & { ':@'?: Record<string, string> };

function toElement(node: ParsedNode): Element | undefined {
	const name = Object.keys(node).find((key) => key !== ':@');
	if (name === undefined || name === '#text') return undefined;
	const children = (node[name] as ParsedNode[]).map(toElement).filter((child): child is Element => child !== undefined);
	return new Element(name, node[':@'], children);
}

/**
 * Reads an XML document. Text content is ignored: Sterling's documents carry attributes only.
 * @throws Error when the text is not one well-formed document, or declares a document type
 */
export function parseXml(text: string): Element {
	const body = text.replace(/^\uFEFF/, '').trim();
	if (body.includes('<!DOCTYPE')) throw new Error('A document type declaration is not allowed');
	const verdict = XMLValidator.validate(body);
	if (verdict !== true) throw new Error(verdict.err.msg);
	const roots = (parser.parse(body) as ParsedNode[])
		.map(toElement)
		.filter((element): element is Element => element !== undefined);
	if (roots.length !== 1) throw new Error('The document has no root element');
	return roots[0];
}

const escapes: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\n': '&#xA;',
	'\r': '&#xD;',
	'\t': '&#x9;',
};

function writeElement(element: Element, parts: string[]): void {
	parts.push('<', element.name);
	for (const [name, value] of Object.entries(element.attributes)) {
		parts.push(
			' ',
			name,
			'="',
			value.replace(/[&<>"\n\r\t]/g, (character) => escapes[character]),
			'"',
		);
	}
	if (element.children.length === 0) {
		parts.push('/>');
		return;
	}
	parts.push('>');
	for (const child of element.children) writeElement(child, parts);
	parts.push('</', element.name, '>');
}

/** The document as XML with a declaration, on one line as Sterling returns. */
export function writeXml(element: Element): string {
	const parts = ['<?xml version="1.0" encoding="UTF-8"?>'];
	writeElement(element, parts);
	return parts.join('');
}
