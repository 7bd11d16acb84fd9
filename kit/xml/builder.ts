import { decode, hasIllegal, withoutIllegal } from './characters';
import { isSafeName, mayBeUnsafe, TEXT, type Document, type Value } from './document';

/** An element that is not closed yet. */
interface Open {
	name: string;
	document: Document;
	text: string;
	hasChildren: boolean;
	/** Names that an attribute and an element of it share. */
	clashes?: Set<string>;
}

/** Where an element is kept until its parent ends when an attribute has its name: no XML name starts like this. */
const besides = (name: string) => `\0${name}`;

/**
 * Makes a document of the tags and texts of an XML text as they come, in time that grows with their number alone. Names
 * that reach a prototype are dropped, and characters that XML cannot carry become U+FFFD. `failure` is thrown for what
 * fits no document; `source` is the whole text.
 */
export class DocumentBuilder {
	private readonly open: Open[] = [];
	private root?: Open;
	private readonly isDirty: boolean;
	/** Whether attributes have to be looked at one by one, which takes as long as the parser takes for them. */
	private readonly isUnusual: boolean;

	constructor(
		private readonly failure: Error,
		source: string,
	) {
		this.isDirty = hasIllegal(source);
		this.isUnusual = this.isDirty || source.includes('&') || mayBeUnsafe(source);
	}

	/** A start tag. `attributes`, not yet decoded, becomes the document of the element. */
	start(name: string, attributes: Record<string, string>): void {
		if (this.open.length === 0 && this.root) throw this.failure;
		if (this.isUnusual) this.clear(attributes);
		const element = { name, document: attributes, text: '', hasChildren: false };
		this.root ??= element;
		this.open.push(element);
	}

	/** The end of the element that was started last: alone under its name it becomes an object, repeated an array. */
	end(): void {
		const element = this.open.pop();
		if (!element) throw this.failure;
		const { name, text, hasChildren, clashes } = element;
		if (isContent(text, hasChildren)) element.document[TEXT] = text;
		if (clashes) element.document = apart(element.document, clashes);
		const parent = this.open[this.open.length - 1] as Open | undefined;
		if (parent && (!this.isUnusual || isSafeName(name))) adopt(parent, name, element.document);
	}

	/** Text with references. */
	text(text: string): void {
		this.append(text.includes('&') ? decode(this.clean(text)) : this.clean(text));
	}

	/** Text that stands for itself. */
	literal(text: string): void {
		this.append(this.clean(text));
	}

	/** The root element, once everything is closed. */
	finish(): { root: string; document: Document } {
		if (!this.root || this.open.length > 0) throw this.failure;
		return { root: this.root.name, document: this.root.document };
	}

	private clear(attributes: Record<string, string>): void {
		for (const attribute in attributes) {
			const value = attributes[attribute];
			if (!isSafeName(attribute)) Reflect.deleteProperty(attributes, attribute);
			else if (this.isDirty || value.includes('&')) attributes[attribute] = decode(this.clean(value));
		}
	}

	private append(text: string): void {
		const element = this.open[this.open.length - 1] as Open | undefined;
		if (element) element.text += text;
		else if (text.trim() !== '') throw this.failure;
	}

	private clean(text: string): string {
		return this.isDirty ? withoutIllegal(text) : text;
	}
}

function adopt(parent: Open, name: string, child: Document): void {
	parent.hasChildren = true;
	const { document } = parent;
	// What objects inherit under a safe name are functions, and those count as nothing here.
	const isAttribute = typeof document[name] === 'string';
	if (isAttribute) (parent.clashes ??= new Set()).add(name);
	const place = isAttribute ? besides(name) : name;
	const present = document[place] as Value | undefined;
	if (Array.isArray(present)) present.push(child);
	else document[place] = typeof present === 'object' ? [present, child] : child;
}

/** The document with these attributes under `@`, in their places, because elements have their names. */
function apart(document: Document, clashes: Set<string>): Document {
	const result: Document = {};
	for (const member of Object.keys(document)) {
		const name = clashes.has(member) ? `@${member}` : member.startsWith('\0') ? member.slice(1) : member;
		result[name] = document[member];
	}
	return result;
}

/** Indentation is no content; a blank without a line break in an element of its own is: some systems send " ". */
function isContent(text: string, hasChildren: boolean): boolean {
	if (text === '') return false;
	return text.trim() !== '' || (!hasChildren && !text.includes('\n'));
}
