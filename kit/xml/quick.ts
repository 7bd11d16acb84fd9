import { DocumentBuilder } from './builder';
import { hasBareAmpersand } from './characters';
import { MAX_DEPTH, MAX_VALUES, type Document } from './document';
import { malformed } from './unreadable';
import { UsualElements, type UsualElement } from './usual';

const DECLARATION = /<\?xml version="1\.[01]"(?: [a-z]+="[\w-]+")*\s*\?>/y;
const START = /<([A-Za-z_][\w.:-]{0,99})(?=[ \t\n/>])/y;
const ATTRIBUTE = /[ \t\n]+([A-Za-z_][\w.:-]{0,99})=(?:"([^"<]*)"|'([^'<]*)')/y;
const START_END = /[ \t\n]*(\/?)>/y;
const END_END = /[ \t\n]*>/y;
const BLANKS = /^[ \t\n]*$/;
const [SLASH, GREATER, EXCLAMATION] = [0x2f, 0x3e, 0x21];
/** Most names of elements and attributes: data has far fewer, and each is kept while the text is read. */
const MAX_NAMES = 20_000;

/** Thrown by the quick reader for what the scan and the strict parser have to decide. */
export const STUMBLED = malformed();

/**
 * Reads the XML that systems usually write, in one walk: names are ASCII, and line ends are line feeds.
 * @throws STUMBLED for anything else, also where it is well-formed, and beyond a bound
 */
export function readQuickly(text: string): { root: string; document: Document } {
	return new QuickReader(text).run();
}

class QuickReader {
	/** Only grows, so that no shape of text can make the walk slow. */
	private at = 0;
	private tags = 0;
	private values = 0;
	private readonly open: UsualElement[] = [];
	private readonly usual = new UsualElements();
	private readonly builder: DocumentBuilder;
	/** Whether there is an `&` anywhere. */
	private readonly hasReferences: boolean;

	constructor(private readonly text: string) {
		this.builder = new DocumentBuilder(STUMBLED, text);
		this.hasReferences = text.includes('&');
	}

	run(): { root: string; document: Document } {
		const { text } = this;
		if (text.startsWith('<?')) this.take(DECLARATION);
		for (let open = text.indexOf('<', this.at); open !== -1; open = text.indexOf('<', this.at)) {
			if (open > this.at) this.content(open);
			this.at = open;
			const code = text.charCodeAt(open + 1);
			if (code === SLASH) this.endTag();
			else if (code === EXCLAMATION) this.section();
			else this.startTag();
		}
		if (this.at < text.length) this.content(text.length);
		return this.builder.finish();
	}

	private content(end: number): void {
		const content = this.text.slice(this.at, end);
		if (this.open.length > 0 ? content.includes(']]>') : !BLANKS.test(content)) stumble();
		this.builder.text(this.checked(content));
	}

	/** A comment or a CDATA section. */
	private section(): void {
		const { text, at } = this;
		if (text.startsWith('<!--', at)) {
			this.at = this.after('--', at + 4) + 1;
			if (text.charCodeAt(this.at - 1) !== GREATER) stumble();
		} else if (text.startsWith('<![CDATA[', at) && this.open.length > 0) {
			this.at = this.after(']]>', at + 9);
			this.builder.literal(text.slice(at + 9, this.at - 3));
		} else stumble();
	}

	private startTag(): void {
		if (this.open.length > MAX_DEPTH) stumble();
		const element = this.usual.expectedAt(this.text, this.at) ?? this.usual.named((this.find(START) ?? stumble())[1]);
		this.at += element.start.length;
		this.builder.start(element.name, this.attributes(element));
		this.open.push(element);
		if (this.isEmptyTag()) this.close();
		if (this.values > MAX_VALUES || this.usual.names > MAX_NAMES) stumble();
	}

	/** The attributes from here on: those that are expected, or whatever is there. */
	private attributes(element: UsualElement): Record<string, string> {
		const { text } = this;
		const attributes: Record<string, string> = {};
		const tag = ++this.tags;
		this.values++;
		let attribute = element.head;
		for (;;) {
			const { next } = attribute;
			let value: string;
			if (next !== undefined && text.startsWith(next.start, this.at)) {
				attribute = next;
				value = this.quoted(this.at + next.start.length);
			} else {
				const found = this.isTagEnd() ? undefined : this.find(ATTRIBUTE);
				if (!found) return attributes;
				this.at = ATTRIBUTE.lastIndex;
				attribute = element.attribute(found[1], attribute);
				value = found[2] ?? found[3];
			}
			if (attribute.tag === tag) stumble();
			attribute.tag = tag;
			attributes[attribute.name] = this.checked(value);
			this.values++;
		}
	}

	/** The value that starts here and ends at a double quote. */
	private quoted(start: number): string {
		const end = this.text.indexOf('"', start);
		if (end === -1) stumble();
		const value = this.text.slice(start, end);
		if (value.includes('<')) stumble();
		this.at = end + 1;
		return value;
	}

	private isTagEnd(): boolean {
		const code = this.text.charCodeAt(this.at);
		return code === GREATER || code === SLASH;
	}

	/** Takes the end of a start tag. @returns whether it ends the element, too */
	private isEmptyTag(): boolean {
		if (this.text.charCodeAt(this.at) !== GREATER) return this.take(START_END)[1] !== '';
		this.at++;
		return false;
	}

	private endTag(): void {
		const { text } = this;
		const element = this.open.at(-1);
		if (!element || !text.startsWith(element.end, this.at)) stumble();
		this.at += element.end.length;
		if (text.charCodeAt(this.at) === GREATER) this.at++;
		else this.take(END_END);
		this.close();
	}

	private close(): void {
		this.open.pop();
		this.builder.end();
	}

	private checked(text: string): string {
		if (this.hasReferences && text.includes('&') && hasBareAmpersand(text)) stumble();
		return text;
	}

	/** What a sticky expression finds here. */
	private find(expression: RegExp): RegExpExecArray | undefined {
		expression.lastIndex = this.at;
		return expression.exec(this.text) ?? undefined;
	}

	private take(expression: RegExp): RegExpExecArray {
		const found = this.find(expression) ?? stumble();
		this.at = expression.lastIndex;
		return found;
	}

	private after(what: string, from: number): number {
		const found = this.text.indexOf(what, from);
		return found === -1 ? stumble() : found + what.length;
	}
}

function stumble(): never {
	throw STUMBLED;
}
