import { hasBareAmpersand } from './characters';
import { MAX_DEPTH, MAX_VALUES } from './document';
import { malformed, unreadable } from './unreadable';

const [TAB, LINE_FEED, CARRIAGE_RETURN, BLANK] = [0x09, 0x0a, 0x0d, 0x20];
const [QUOTE, APOSTROPHE, SLASH, LESS, EQUALS, GREATER] = [0x22, 0x27, 0x2f, 0x3c, 0x3d, 0x3e];
const [EXCLAMATION, QUESTION] = [0x21, 0x3f];
/** Names longer than this are no names of data. */
const MAX_NAME = 1_000;

/**
 * Walks through an XML text once, before the strict parser sees it, and refuses what could make a parser slow, large or wrong:
 * depth and number beyond the bounds, document types (in CDATA and comments they are text), constructs that do not end,
 * bare `&` and `<`, attributes without a value, control characters in tags. It leaves the rest of XML's grammar to the parser.
 * @throws ServiceError `badAnswer`
 */
export function scan(text: string): void {
	new Scanner(text).run();
}

class Scanner {
	/** Only grows, so that no shape of text can make the walk slow. */
	private at = 0;
	private depth = 0;
	private values = 0;

	constructor(private readonly text: string) {}

	run(): void {
		const { text } = this;
		for (let open = text.indexOf('<'); open !== -1; open = text.indexOf('<', this.at)) {
			this.characters(open);
			this.at = open;
			const code = text.charCodeAt(open + 1);
			if (code === EXCLAMATION) this.declaration();
			else if (code === QUESTION) this.at = this.after('?>', open + 2);
			else this.tag(code === SLASH);
		}
		this.characters(text.length);
	}

	private characters(end: number): void {
		const text = this.text.slice(this.at, end);
		if (text.includes('&') && hasBareAmpersand(text)) this.fail();
		if (text.includes(']]>')) this.fail();
	}

	/** A comment, a CDATA section, or what is refused. */
	private declaration(): void {
		const { text, at } = this;
		if (text.startsWith('<!--', at)) {
			const end = this.after('--', at + 4);
			if (text.charCodeAt(end) !== GREATER) this.fail();
			this.at = end + 1;
		} else if (text.startsWith('<![CDATA[', at)) this.at = this.after(']]>', at + 9);
		else if (/^<!DOCTYPE/i.test(text.slice(at, at + 9))) throw unreadable('XML with a document type is not accepted.');
		else this.fail();
	}

	private tag(isEnd: boolean): void {
		const { text } = this;
		const start = this.at + (isEnd ? 2 : 1);
		let values = 1;
		let equals = 1;
		let words = 0;
		let name = 0;
		for (let at = start; ; at++) {
			const code = text.charCodeAt(at);
			if (code === GREATER) {
				this.at = at + 1;
				break;
			}
			if (code === QUOTE || code === APOSTROPHE) {
				at = this.value(at, code === QUOTE ? '"' : "'");
				values++;
				name = 0;
				continue;
			}
			// Also the end of the text, which is no number
			if (!(code > BLANK)) {
				if (code !== BLANK && code !== LINE_FEED && code !== TAB && code !== CARRIAGE_RETURN) this.fail(at);
				name = 0;
				continue;
			}
			if (code === LESS || ++name > MAX_NAME) this.fail(at);
			if (code === EQUALS) equals++;
			// A word is the name of the element or of an attribute: each attribute has one, an equals sign and a value.
			else if (name === 1 && code !== SLASH) words++;
		}
		if (this.at === start + 1 || equals !== values || words !== values) this.fail();
		this.count(isEnd, values, text.charCodeAt(this.at - 2) === SLASH);
	}

	/** Checks an attribute's value. @returns the place of its closing quote */
	private value(at: number, quote: string): number {
		const end = this.text.indexOf(quote, at + 1);
		if (end === -1) this.fail(at);
		const value = this.text.slice(at + 1, end);
		if (value.includes('<') || (value.includes('&') && hasBareAmpersand(value))) this.fail(at);
		return end;
	}

	private count(isEnd: boolean, values: number, isEmpty: boolean): void {
		if (isEnd) {
			if (--this.depth < 0) this.fail();
			return;
		}
		// The outermost is the root, which counts as no level.
		if (this.depth > MAX_DEPTH) throw unreadable(`The XML is nested deeper than ${MAX_DEPTH} levels.`);
		if (!isEmpty) this.depth++;
		this.values += values;
		if (this.values > MAX_VALUES) throw unreadable(`The XML has more than ${MAX_VALUES} elements and attributes.`);
	}

	private after(what: string, from: number): number {
		const found = this.text.indexOf(what, from);
		return found === -1 ? this.fail() : found + what.length;
	}

	private fail(at = this.at): never {
		throw malformed(lineOf(this.text, at));
	}
}

/** The line of a place in a text, counted from 1. */
function lineOf(text: string, place: number): number {
	let line = 1;
	for (let at = text.indexOf('\n'); at !== -1 && at < place; at = text.indexOf('\n', at + 1)) line++;
	return line;
}
