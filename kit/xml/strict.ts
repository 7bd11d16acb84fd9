import { MAX_DEPTH, TEXT, type Document } from './document';
import { ServiceError } from '../errors';
import { DocumentBuilder, malformed } from './builder';
import { fastXmlParser } from './parsers';

type Node = Record<string, unknown>;
const ATTRIBUTES = ':@';
const CDATA = '#cdata';

/** Reads XML after checking it as a whole, or throws `badAnswer` with the line that is broken. */
export function readStrictly(text: string): { root: string; document: Document } {
	const { XMLParser, XMLValidator } = fastXmlParser();
	if (/<!DOCTYPE/i.test(text)) {
		throw new ServiceError('badAnswer', 'XML with a document type is not accepted.');
	}
	// The validator overlooks what stands after the last tag.
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
			maxNestedTags: MAX_DEPTH,
			// Paths of the tags as text are for callbacks, of which there are none.
			jPath: false,
			onDangerousProperty: (name) => name,
		}).parse(text) as Node[];
	} catch {
		throw new ServiceError('badAnswer', 'The XML is nested too deep or holds names that are not accepted.');
	}
	const builder = new DocumentBuilder();
	for (const node of nodes) tell(node, builder);
	return builder.finish();
}

/** Tells a builder of a node and all below it. */
function tell(node: Node, builder: DocumentBuilder): void {
	const name = nameOf(node);
	if (name === TEXT) return builder.text(String(node[TEXT]));
	if (name === CDATA) {
		for (const part of node[CDATA] as Node[]) builder.literal(String(part[TEXT]));
		return;
	}
	builder.start(name, { ...(node[ATTRIBUTES] as Record<string, string> | undefined) });
	for (const child of node[name] as Node[]) tell(child, builder);
	builder.end();
}

function nameOf(node: Node): string {
	for (const name in node) if (name !== ATTRIBUTES) return name;
	return TEXT;
}
