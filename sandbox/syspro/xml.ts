import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element that came in: its text, its attributes and its children by name. */
export interface Element {
	name: string;
	text: string;
	attributes: Record<string, string>;
	children: Element[];
}

type Node = Record<string, unknown> & { ':@'?: Record<string, string> };

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	parseTagValue: false,
	parseAttributeValue: false,
	trimValues: false,
	ignoreDeclaration: true,
	htmlEntities: true,
});

/** Reads XML; undefined for what is none. */
export function parseXml(text: string): Element | undefined {
	if (XMLValidator.validate(text) !== true) return undefined;
	const nodes = (parser.parse(text) as Node[]).map(elementOf).filter((each): each is Element => each !== undefined);
	return nodes[0];
}

function elementOf(node: Node): Element | undefined {
	const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
	if (name === undefined) return undefined;
	const inner = node[name] as Node[];
	const children = inner.map(elementOf).filter((each): each is Element => each !== undefined);
	const text = inner.map((each) => (each['#text'] === undefined ? '' : String(each['#text']))).join('');
	return { name, text, attributes: node[':@'] ?? {}, children };
}

/** Elements of a name, at the end of a path. */
export function all(element: Element | undefined, ...path: string[]): Element[] {
	let found = element ? [element] : [];
	for (const name of path) found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
	return found;
}

/** The text of the first element of a path; empty where there is none. */
export function textOf(element: Element | undefined, ...path: string[]): string {
	return all(element, ...path)[0]?.text ?? '';
}

/** Whether an element of a path was sent, empty or not. */
export const has = (element: Element | undefined, ...path: string[]): boolean => all(element, ...path).length > 0;

/** What goes out: texts, children by name, or a list of equal names. */
export type Content = string | { [name: string]: Content | Content[] };

const ATTRIBUTES =
	"Language='05' Language2='EN' CssStyle='' DecFormat='1' DateFormat='01' Role='01' Version='8.0.000' OperatorPrimaryRole='   '";

/** A response as e.net writes it: declared as Windows-1252, with its attributes in single quotes, a blank at its end. */
export function document(root: string, content: Content): string {
	return `<?xml version="1.0" encoding="Windows-1252"?>\n<${root} ${ATTRIBUTES}>\n${inside(content)}</${root}>\n `;
}

function inside(content: Content): string {
	if (typeof content === 'string') return escaped(content);
	return Object.entries(content)
		.flatMap(([name, value]) => [value].flat().map((each) => element(name, each)))
		.join('');
}

function element(name: string, content: Content): string {
	if (content === '') return `<${name}/>\n`;
	const isText = typeof content === 'string';
	return `<${name}>${isText ? '' : '\n'}${inside(content)}</${name}>\n`;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
