import { isSafeName, MAX_DEPTH, TEXT, type Document } from './document';
import { SterlingError } from './errors';
import { isXmlName } from './xmlNames';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Where the name of a tag ends. */
const NAME_END = /[\s/>=<"'&]|$/g;
const ATTRIBUTE = /\s+([^\s=/><"'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;

/** An element that is not closed yet. */
interface Open {
	name: string;
	document: Document;
	text: string;
	hasChildren: boolean;
}

/**
 * Reads an XML document. Values stay strings, entities other than the five of XML and character
 * references stay as they are, document types are refused, and attribute names carry no prefix unless
 * an element of that name stands beside them. Throws `badAnswer` for anything that is not well-formed
 * XML, and for elements nested deeper than {@link MAX_DEPTH}. Written for this one form of document: a
 * general parser with its own tree takes about ten times as long as JSON does.
 */
export function fromXml(xml: string): { root: string; document: Document } {
	const text = xml.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
	const open: Open[] = [];
	let root: Open | undefined;
	let at = 0;
	while (at < text.length) {
		const tag = text.indexOf('<', at);
		const end = tag === -1 ? text.length : tag;
		const parent = open[open.length - 1] as Open | undefined;
		if (end > at) {
			const content = text.slice(at, end);
			if (parent) parent.text += decode(content, text, at);
			else if (content.trim() !== '') throw malformed(text, at);
		}
		if (tag === -1) break;
		const kind = text[tag + 1];
		if (kind === '?') at = after(text, '?>', tag + 2);
		else if (kind === '!') {
			const start = tag + '<![CDATA['.length;
			if (text.startsWith('<!--', tag)) at = after(text, '-->', tag + 4);
			else if (parent && text.startsWith('<![CDATA[', tag)) {
				at = after(text, ']]>', start);
				parent.text += text.slice(start, at - 3);
			} else if (/^<!DOCTYPE/i.test(text.slice(tag, start))) {
				throw new SterlingError('badAnswer', 'XML with a document type is not accepted.');
			} else throw malformed(text, tag);
		} else if (kind === '/') {
			at = after(text, '>', tag);
			if (!parent || text.slice(tag + 2, at - 1).trimEnd() !== parent.name) throw malformed(text, tag);
			open.pop();
			close(parent, open[open.length - 1]);
		} else {
			if (root && !parent) throw malformed(text, tag);
			if (open.length >= MAX_DEPTH) {
				throw new SterlingError('badAnswer', `The XML is nested deeper than ${MAX_DEPTH} levels.`);
			}
			const element = start(text, tag);
			({ at } = element);
			root ??= element.opened;
			if (element.isEmpty) close(element.opened, parent);
			else open.push(element.opened);
		}
	}
	if (!root) throw new SterlingError('badAnswer', 'The XML holds no element.');
	if (open.length > 0) throw malformed(text, text.length);
	return { root: root.name, document: root.document };
}

/** Reads a start tag with its attributes. */
function start(text: string, tag: number): { opened: Open; at: number; isEmpty: boolean } {
	NAME_END.lastIndex = tag + 1;
	let at = NAME_END.exec(text)?.index ?? text.length;
	const name = text.slice(tag + 1, at);
	if (!isXmlName(name)) throw malformed(text, tag);
	const document: Document = {};
	for (;;) {
		ATTRIBUTE.lastIndex = at;
		const found = ATTRIBUTE.exec(text);
		if (!found) break;
		const [, attribute, double, single] = found;
		if (!isXmlName(attribute) || Object.hasOwn(document, attribute)) throw malformed(text, at);
		if (isSafeName(attribute)) {
			document[attribute] = decode((double ?? single).replace(/[\t\n]/g, ' '), text, at);
		}
		at = ATTRIBUTE.lastIndex;
	}
	TAG_END.lastIndex = at;
	const end = TAG_END.exec(text);
	if (!end) throw malformed(text, at);
	const opened: Open = { name, document, text: '', hasChildren: false };
	return { opened, at: TAG_END.lastIndex, isEmpty: end[1] === '/' };
}

/** Finishes an element and hands it to its parent: alone as an object, repeated as an array. */
function close({ name, document, text, hasChildren }: Open, parent: Open | undefined): void {
	if (isContent(text, hasChildren)) document[TEXT] = text;
	if (!parent) return;
	if (!isSafeName(name)) return;
	parent.hasChildren = true;
	const siblings = parent.document;
	const present = Object.hasOwn(siblings, name) ? siblings[name] : undefined;
	if (Array.isArray(present)) present.push(document);
	else if (typeof present === 'object') siblings[name] = [present, document];
	else {
		if (typeof present === 'string') siblings[`@${name}`] = present;
		siblings[name] = document;
	}
}

/**
 * Indentation is no content; a blank without a line break in an element of its own is (Sterling sends "
 * ").
 */
function isContent(text: string, hasChildren: boolean): boolean {
	if (text === '') return false;
	return text.trim() !== '' || (!hasChildren && !text.includes('\n'));
}

function decode(value: string, text: string, at: number): string {
	if (!value.includes('&')) return value;
	if (/&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[\w.:-]+);)/i.test(value)) throw malformed(text, at);
	return value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
		if (name) return ENTITIES[name as string] ?? whole;
		const point = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
		return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
	});
}

function after(text: string, mark: string, from: number): number {
	const found = text.indexOf(mark, from);
	if (found === -1) throw malformed(text, from);
	return found + mark.length;
}

/** Names the line only: the text may hold anything. */
function malformed(text: string, at: number): SterlingError {
	const line = text.slice(0, at).split('\n').length;
	return new SterlingError('badAnswer', `The text is not well-formed XML (line ${line}).`);
}
