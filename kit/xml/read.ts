import type { Document } from './document';
import { DocumentBuilder, malformed } from './builder';
import { saxen } from './parsers';
import { readStrictly } from './strict';

const DECLARATION = /^<\?xml version="1\.[01]"( [a-z]+="[\w-]+")*\s*\?>$/;
const BARE_AMPERSAND = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{0,15});)/i;

/**
 * Reads an XML document. Values stay strings, entities other than the five of XML and character
 * references stay as they are, document types are refused, and attribute names carry no prefix unless
 * an element of that name stands beside them. Throws `badAnswer` for anything that is not well-formed
 * XML. A quick parser reads what Sterling writes; whatever it stumbles over goes to a strict one, which
 * reads it after all or says in which line it is broken.
 */
export function fromXml(xml: string): { root: string; document: Document } {
	const trimmed = xml.replace(/^\uFEFF/, '').trim();
	const text = trimmed.includes('\r') ? trimmed.replace(/\r\n?/g, '\n') : trimmed;
	try {
		return readQuickly(text);
	} catch {
		return readStrictly(text);
	}
}

/** Reads the XML that Sterling writes; throws `badAnswer` for anything else, also where it is well-formed. */
export function readQuickly(text: string): { root: string; document: Document } {
	// White space to the parser, but not to XML
	if (text.includes('\f') || text.includes('\v')) stumble();
	const { Parser } = saxen();
	const builder = new DocumentBuilder();
	let isDeclared = !text.startsWith('<?');
	const declare = (instruction: string) => {
		if (isDeclared || !DECLARATION.test(instruction)) stumble();
		isDeclared = true;
	};
	new Parser()
		.on('openTag', (name, attributesOf) => builder.start(name, attributesOf()))
		.on('closeTag', () => builder.end())
		.on('text', (content) => (BARE_AMPERSAND.test(content) ? stumble() : builder.text(content)))
		.on('cdata', (content) => builder.literal(content))
		.on('question', declare)
		.on('comment', stumble)
		.on('attention', stumble)
		.on('error', stumble)
		.on('warn', stumble)
		.parse(text);
	return builder.finish();
}

function stumble(): never {
	throw malformed();
}
