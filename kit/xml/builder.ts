import { isSafeName, MAX_DEPTH, TEXT, type Document } from './document';
import { ServiceError } from '../errors';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An element that is not closed yet. */
interface Open {
	name: string;
	document: Document;
	text: string;
	hasChildren: boolean;
}

/** Makes a document of the tags and texts of an XML text as they come. Names that reach a prototype are dropped. */
export class DocumentBuilder {
	private readonly open: Open[] = [];
	private root?: Open;

	/** A start tag. `attributes` becomes the document of the element. Throws `badAnswer` for too great a depth. */
	start(name: string, attributes: Record<string, string>): void {
		if (this.open.length > MAX_DEPTH) {
			throw new ServiceError('badAnswer', `The XML is nested deeper than ${MAX_DEPTH} levels.`);
		}
		if (this.open.length === 0 && this.root) throw malformed();
		for (const attribute in attributes) {
			const value = attributes[attribute];
			if (!isSafeName(attribute)) Reflect.deleteProperty(attributes, attribute);
			else if (value.includes('&')) attributes[attribute] = decode(value);
		}
		const element = { name, document: attributes, text: '', hasChildren: false };
		this.root ??= element;
		this.open.push(element);
	}

	/** The end of the element that was started last: alone it is an object, repeated an array. */
	end(): void {
		const element = this.open.pop();
		if (!element) throw malformed();
		const { name, document, text, hasChildren } = element;
		if (isContent(text, hasChildren)) document[TEXT] = text;
		const parent = this.open[this.open.length - 1] as Open | undefined;
		if (!parent || !isSafeName(name)) return;
		parent.hasChildren = true;
		// What objects inherit under a safe name are functions, and those count as nothing here.
		const present = parent.document[name] as Document[string] | undefined;
		if (Array.isArray(present)) present.push(document);
		else if (typeof present === 'object') parent.document[name] = [present, document];
		else {
			if (typeof present === 'string') parent.document = asAttribute(parent.document, name);
			parent.document[name] = document;
		}
	}

	/** Text with entities. */
	text(text: string): void {
		this.literal(text.includes('&') ? decode(text) : text);
	}

	/** Text that stands for itself. */
	literal(text: string): void {
		const element = this.open[this.open.length - 1] as Open | undefined;
		if (element) element.text += text;
		else if (text.trim() !== '') throw malformed();
	}

	/** The root element, once everything is closed. */
	finish(): { root: string; document: Document } {
		if (!this.root || this.open.length > 0) throw malformed();
		return { root: this.root.name, document: this.root.document };
	}
}

/** The document with an attribute under `@`, in its place, because an element has its name. */
function asAttribute(document: Document, name: string): Document {
	return Object.fromEntries(
		Object.entries(document).map(([member, value]) => [member === name ? `@${name}` : member, value]),
	);
}

/** Tells the line where it is known, and never the text, which may hold anything. */
export function malformed(line?: number): ServiceError {
	const where = line === undefined ? '' : ` (line ${line})`;
	return new ServiceError('badAnswer', `The text is not well-formed XML${where}.`);
}

/** Indentation is no content; a blank without a line break in an element of its own is (Sterling sends " "). */
function isContent(text: string, hasChildren: boolean): boolean {
	if (text === '') return false;
	return text.trim() !== '' || (!hasChildren && !text.includes('\n'));
}

/** Entities other than the five of XML and character references stay as they are. */
function decode(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
		if (name) return ENTITIES[name as string] ?? whole;
		const point = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
		return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
	});
}
