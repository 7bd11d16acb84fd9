import { MAX_DEPTH, TEXT, type Document } from './document';
import { DocumentBuilder } from './builder';
import { fastXmlParser } from './parsers';
import { malformed, unreadable } from './unreadable';

type Node = Record<string, unknown>;
const ATTRIBUTES = ':@';
const CDATA = '#cdata';

/**
 * Reads XML, which has passed the scan, after checking it as a whole.
 * @throws ServiceError `badAnswer` with the line that is broken
 */
export function readStrictly(text: string): { root: string; document: Document } {
	const { XMLParser, XMLValidator } = fastXmlParser();
	// The validator overlooks what comes after the last tag.
	if (!text.endsWith('>')) throw malformed();
	const verdict = XMLValidator.validate(text);
	if (verdict !== true) throw malformed(verdict.err.line);
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
			maxNestedTags: MAX_DEPTH + 1,
			// Paths of the tags as text are for callbacks, of which there are none.
			jPath: false,
			onDangerousProperty: (name) => name,
		}).parse(text) as Node[];
	} catch {
		throw unreadable('The XML contains names that are not accepted.');
	}
	const builder = new DocumentBuilder(malformed(), text);
	for (const node of nodes) hand(node, builder);
	return builder.finish();
}

/** Hands a node and all below it to a builder. */
function hand(node: Node, builder: DocumentBuilder): void {
	const name = nameOf(node);
	if (name === TEXT) return builder.text(String(node[TEXT]));
	if (name === CDATA) {
		for (const part of node[CDATA] as Node[]) builder.literal(String(part[TEXT]));
		return;
	}
	builder.start(name, { ...(node[ATTRIBUTES] as Record<string, string> | undefined) });
	for (const child of node[name] as Node[]) hand(child, builder);
	builder.end();
}

function nameOf(node: Node): string {
	for (const name in node) if (name !== ATTRIBUTES) return name;
	return TEXT;
}
