import { hasIllegal } from './characters';
import { asArray, assertDepth, isElement, TEXT, type Document, type Value } from './document';
import { ServiceError } from '../errors';

const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.:-]*$/u;
const ESCAPES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\t': '&#9;',
	'\n': '&#10;',
	'\r': '&#13;',
};

/**
 * Writes a document as XML: strings become attributes, objects elements, arrays repeated elements,
 * `#text` the content.
 * @throws ServiceError `invalidInput` for names or characters that XML cannot carry
 * @example toXml('Order', { OrderNo: '1', Line: [{ No: '1' }] }) // '<Order OrderNo="1"><Line No="1"/></Order>'
 */
export function toXml(root: string, document: Document): string {
	return element(root, document, 0);
}

function element(name: string, value: Document, depth: number): string {
	assertDepth(depth);
	assertXmlName(name);
	let attributes = '';
	let content = '';
	for (const [member, memberValue] of Object.entries(value)) {
		if (member === TEXT) content += escape(asArray(memberValue).join(''), TEXT);
		else if (member.startsWith('@')) attributes += attribute(member.slice(1), memberValue);
		else if (typeof memberValue === 'string') attributes += attribute(member, memberValue);
		else content += elements(member, memberValue, depth + 1);
	}
	return content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}

function elements(name: string, value: Value, depth: number): string {
	assertDepth(depth);
	if (Array.isArray(value)) return value.map((member) => elements(name, member, depth + 1)).join('');
	return element(name, isElement(value) ? value : { [TEXT]: value }, depth);
}

function attribute(name: string, value: Value): string {
	assertXmlName(name);
	if (typeof value !== 'string') {
		throw new ServiceError('invalidInput', `"@${name}" must be a text: it is an attribute.`);
	}
	return ` ${name}="${escape(value, name)}"`;
}

function assertXmlName(name: string): void {
	if (NAME.test(name)) return;
	throw new ServiceError('invalidInput', `"${name}" cannot be the name of an XML element or attribute.`);
}

function escape(text: string, name: string): string {
	if (hasIllegal(text)) {
		throw new ServiceError(
			'invalidInput',
			`The value of "${name}" contains a control character that XML does not allow.`,
		);
	}
	return text.replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character]);
}
