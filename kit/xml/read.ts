import type { Document } from './document';
import { DocumentBuilder } from './builder';
import { hasIllegal } from './characters';
import { saxen } from './parsers';
import { scan } from './scan';
import { readStrictly } from './strict';
import { malformed, unreadable } from './unreadable';

const DECLARATION = /^<\?xml version="1\.[01]"( [a-z]+="[\w-]+")*\s*\?>$/;
/** The strict parser takes a second for so many characters; the quick one reads many times as much. */
const MAX_STRICT = 4_000_000;

/**
 * Reads an XML document. Values stay strings; entities other than the five of XML stay as they are; characters that XML
 * cannot carry, raw or by reference, become U+FFFD; attribute names carry no prefix unless an element of that name is
 * beside them. A scan bounds depth and number and refuses document types and bare `&` and `<` before a parser sees the
 * text. A quick parser reads what systems usually write; whatever it stumbles over goes to a strict one, which reads it
 * after all or says in which line it is broken.
 * @throws ServiceError `badAnswer` for anything that is not well-formed XML, or beyond a bound
 * @example fromXml('<Order OrderNo="1"><Note>a</Note></Order>') // { root: 'Order', document: { OrderNo: '1', Note: { '#text': 'a' } } }
 */
export function fromXml(xml: string): { root: string; document: Document } {
	const trimmed = xml.replace(/^\uFEFF/, '').trim();
	const text = trimmed.includes('\r') ? trimmed.replace(/\r\n?/g, '\n') : trimmed;
	const { isPlain } = scan(text);
	if (isPlain) {
		try {
			return readQuickly(text);
		} catch (error) {
			if (error !== STUMBLED) throw error;
		}
	}
	if (text.length > MAX_STRICT) {
		throw unreadable(`The XML is unusual or not well-formed, and longer than ${MAX_STRICT} characters.`);
	}
	return readStrictly(text);
}

/** Thrown by the quick parser for what the strict one has to decide. */
export const STUMBLED = malformed();

/** Reads the XML that systems usually write; throws {@link STUMBLED} for anything else, also where it is well-formed. */
export function readQuickly(text: string): { root: string; document: Document } {
	// White space to the parser, but not to XML
	if (text.includes('\f') || text.includes('\v')) stumble();
	const { Parser } = saxen();
	const builder = new DocumentBuilder(STUMBLED, hasIllegal(text));
	let isDeclared = !text.startsWith('<?');
	const declare = (instruction: string) => {
		if (isDeclared || !DECLARATION.test(instruction)) stumble();
		isDeclared = true;
	};
	new Parser()
		.on('openTag', (name, attributesOf) => builder.start(name, attributesOf()))
		.on('closeTag', () => builder.end())
		.on('text', (content) => builder.text(content))
		.on('cdata', (content) => builder.literal(content))
		.on('comment', () => undefined)
		.on('question', declare)
		.on('attention', stumble)
		.on('error', stumble)
		.on('warn', stumble)
		.parse(text);
	return builder.finish();
}

function stumble(): never {
	throw STUMBLED;
}
