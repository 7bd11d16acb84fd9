import { cut } from '../errors';
import { isElement, TEXT, type Document, type Value } from '../xml/document';

/** What a gateway, firewall or framework in front of a system says in its own form. */
export interface Said {
	/** Its sentences, joined; undefined where it says nothing. */
	text?: string;
	code?: string;
	/** Identifiers that its operators ask for: support, trace or request IDs. */
	ids: Record<string, string>;
}

const SENTENCES =
	/^(?:title|message|msg|detail|details|description|reason|text|cause|fault_?string|error|error_?message|error_?description|http_?message|more_?information|more_?info|explanation)$/i;
const CODES = /^(?:code|error_?code|fault_?code|http_?code|status_?code)$/i;
const IDS =
	/^(?:x-)?(?:amzn-|global-)?(?:support|trace|request|correlation|transaction|incident|event|reference|activity|instance)[_-]?(?:id|number)$/i;
const STACKS = /stack|backtrace/i;
const MAX_DEPTH = 6;
const MAX_SENTENCES = 4;

/**
 * Reads what a body says that is not the system's own error form: `{"message"}`, `{"error":{}}`, problem details
 * (RFC 9457), OAuth errors, SOAP faults, pages of HTML and plain text. Sentences in the order in which they stand, no
 * stack. `document` is the body where it is JSON or XML.
 */
export function saidBy(body: string, document?: Document): Said {
	if (document) return saidIn(document);
	return /^\s*</.test(body) ? ofPage(body) : { text: sentence(body), ids: idsIn(body) };
}

function saidIn(document: Document): Said {
	const sentences: string[] = [];
	const ids: Record<string, string> = {};
	let code: string | undefined;
	const visit = (value: Value, name: string, depth: number): void => {
		if (depth > MAX_DEPTH || sentences.length >= MAX_SENTENCES || STACKS.test(name)) return;
		if (Array.isArray(value)) value.slice(0, 20).forEach((entry) => visit(entry, name, depth + 1));
		else if (isElement(value)) {
			for (const [member, inner] of Object.entries(value)) {
				// The text of an element is a sentence of that element's name.
				visit(inner, member === TEXT ? name : bare(member), depth + 1);
			}
		} else if (CODES.test(name)) code ??= sentence(value);
		else if (IDS.test(name)) ids[name] = cut(value.trim(), 200);
		else if (SENTENCES.test(name) || /^(?:errors|#rows|#text)$/.test(name)) {
			const text = sentence(value);
			if (text && !sentences.includes(text)) sentences.push(text);
		}
	};
	visit(document, '', 0);
	return { text: sentences.length > 0 ? sentences.map(ended).join(' ').trim() : undefined, code, ids };
}

function bare(name: string): string {
	return name.replace(/^@?(?:[\w.-]+:)?/, '');
}

const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

function sentence(text: string): string | undefined {
	// Fixed bounds first: the patterns below see no more than that, whatever came.
	const flat = text.slice(0, 4000).replace(/\s+/g, ' ').trim();
	return flat === '' ? undefined : cut(flat, 300);
}

/** Characters of a page that are looked at. */
const MOST_OF_PAGE = 20_000;

/** The title and the visible words of a page; a page of a firewall has its support ID among them. */
function ofPage(page: string): Said {
	const start = page.slice(0, MOST_OF_PAGE);
	const title = sentence(plainWords(/<title[^>]{0,200}>([^<]{0,500})/i.exec(start)?.[1] ?? ''));
	const visible = visibleWords(start);
	const ids = idsIn(visible);
	const heading = Object.keys(ids).length > 0 ? sentence(visible) : undefined;
	const text = [title, heading].filter((one): one is string => one !== undefined);
	return { text: text.length > 0 ? text.map(ended).join(' ') : undefined, ids };
}

/** The words of the beginning of a page in one line, with its title: some servers give the reason there alone. */
export const wordsOfPage = (page: string): string =>
	plainWords(page.slice(0, MOST_OF_PAGE).replace(/<(script|style)\b[^]*?(?:<\/\1>|$)/gi, ' '));

const visibleWords = (page: string): string =>
	plainWords(page.replace(/<(script|style|title)\b[^]*?(?:<\/\1>|$)/gi, ' '));

function plainWords(html: string): string {
	return html
		.replace(/<[^<>]{0,2000}>/g, ' ')
		.replace(/&(?:nbsp|#160);/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

function idsIn(text: string): Record<string, string> {
	const found =
		/\b(support|reference|incident|request|event)[ _-]?(?:id|number|#) ?(?:is)? ?[:#=]? ?([\w.:-]{4,80})/i.exec(
			text.slice(0, 20_000),
		);
	return found ? { [`${found[1].toLowerCase()} ID`]: found[2].replace(/[.:]$/, '') } : {};
}
