import {
	asArray,
	assertDepth,
	isElement,
	isSafeName,
	MAX_DEPTH,
	TEXT,
	type Document,
	type Value,
} from './document';
import { SterlingError } from './errors';
import type * as Vendor from './vendor/xml';

const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.:-]*$/u;
// These are exactly the characters that XML 1.0 cannot carry
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;
const ESCAPES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\t': '&#9;',
	'\n': '&#10;',
	'\r': '&#13;',
};
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Writes a document as XML: strings become attributes, objects elements, arrays repeated elements,
 * `#text` the content. Throws `invalidInput` for names or characters that XML cannot carry.
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
		throw new SterlingError('invalidInput', `"@${name}" must hold a text: it stands for an attribute.`);
	}
	return ` ${name}="${escape(value, name)}"`;
}

function assertXmlName(name: string): void {
	if (NAME.test(name)) return;
	throw new SterlingError('invalidInput', `"${name}" cannot be the name of an XML element or attribute.`);
}

function escape(text: string, name: string): string {
	if (UNWRITABLE.test(text)) {
		throw new SterlingError(
			'invalidInput',
			`The value of "${name}" holds a control character that XML cannot carry.`,
		);
	}
	return text.replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character]);
}

/**
 * The parser is required on first use, because reading XML is synchronous and most flows never need it.
 */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
const vendor = () => require('./vendor/xml') as typeof Vendor;

type Node = Record<string, unknown>;
const ATTRIBUTES = ':@';
const CDATA = '#cdata';

/**
 * Reads an XML document. Values stay strings, entities other than the five of XML and character
 * references stay as they are, document types are refused, and attribute names carry no prefix unless
 * an element of that name stands beside them. Throws `badAnswer` for anything that is not well-formed
 * XML.
 */
export function fromXml(xml: string): { root: string; document: Document } {
	const { XMLParser, XMLValidator } = vendor();
	const text = xml.replace(/^\uFEFF/, '').trim();
	if (/<!DOCTYPE/i.test(text))
		throw new SterlingError('badAnswer', 'XML with a document type is not accepted.');
	const verdict = XMLValidator.validate(text);
	if (verdict !== true) {
		// The parser's own words quote the text, which may hold anything.
		throw new SterlingError('badAnswer', `The text is not well-formed XML (line ${verdict.err.line}).`);
	}
	let nodes: Node[];
	try {
		nodes = new XMLParser({
			preserveOrder: true,
			ignoreAttributes: false,
			attributeNamePrefix: '',
			parseTagValue: false,
			parseAttributeValue: false,
			trimValues: false,
			processEntities: false,
			ignoreDeclaration: true,
			ignorePiTags: true,
			cdataPropName: CDATA,
			maxNestedTags: MAX_DEPTH,
			// Paths of the tags as text are for callbacks, of which there are none.
			jPath: false,
			onDangerousProperty: (name) => name,
		}).parse(text) as Node[];
	} catch {
		throw new SterlingError(
			'badAnswer',
			'The XML is nested too deep or holds names that are not accepted.',
		);
	}
	const rootNode = nodes.find((node) => tagOf(node) !== TEXT);
	const root = rootNode && tagOf(rootNode);
	if (!rootNode || !root) throw new SterlingError('badAnswer', 'The XML holds no element.');
	return { root, document: read(rootNode, root) };
}

function tagOf(node: Node): string {
	for (const key in node) if (key !== ATTRIBUTES) return key;
	return TEXT;
}

function read(node: Node, tag: string): Document {
	const children: Record<string, Document[]> = Object.create(null) as Record<string, Document[]>;
	let text = '';
	for (const child of node[tag] as Node[]) {
		const name = tagOf(child);
		if (name === TEXT) text += decode(String(child[TEXT]));
		else if (name === CDATA) text += (child[CDATA] as Node[]).map((part) => String(part[TEXT])).join('');
		else if (isSafeName(name)) (children[name] ??= []).push(read(child, name));
	}
	const document: Document = {};
	const attributes = (node[ATTRIBUTES] ?? {}) as Record<string, string>;
	for (const name in attributes) {
		if (isSafeName(name)) document[name in children ? `@${name}` : name] = decode(attributes[name]);
	}
	const names = Object.keys(children);
	for (const name of names) document[name] = children[name].length === 1 ? children[name][0] : children[name];
	if (isContent(text, names.length > 0)) document[TEXT] = text;
	return document;
}

/**
 * Indentation is no content; a blank without a line break in an element of its own is (Sterling sends "
 * ").
 */
function isContent(text: string, hasChildren: boolean): boolean {
	if (text.trim() !== '') return true;
	return text !== '' && !hasChildren && !text.includes('\n');
}

function decode(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(
		/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
		(whole, decimal, hex, name) => {
			if (name) return ENTITIES[name as string] ?? whole;
			const point = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
			return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
		},
	);
}
