import { duplicateNameIn } from '../../../../kit/json/duplicateName';
import { fromJson } from '../../../../kit/xml/json';
import { isElement, ROWS, type Document, type Value } from '../../../../kit/xml/document';
import { fromXml } from '../../../../kit/xml/read';
import { NotAnEvent } from './notAnEvent';
import { fromParsedXml, isParsedXml } from './parsedXml';

/** What a webhook of n8n receives: the JSON of an item of its Webhook node, and the item's files. */
export interface Received {
	body?: unknown;
	headers?: Record<string, unknown>;
	query?: Record<string, unknown>;
	/** Bytes in Base64 under `data`: the raw body, or one that n8n does not parse. They count more than `body`. */
	binary?: Record<string, { data?: string } | undefined>;
}

/** A document as it arrived, in the form of a response, and what it was written in. */
interface Content {
	value: Value;
	format: 'JSON' | 'XML';
}

/** One message: what was sent, and what its envelope says about it. */
export interface Message extends Content {
	type?: string;
	time?: string;
	id?: string;
}

/**
 * The messages of a call: one, or several of a batch. CloudEvents are opened (structured, batched or binary, with data
 * as JSON, XML, text or Base64). Values are normalised as those of a response are: numbers and flags become text.
 * @throws Error for a body that is empty or neither JSON nor XML, with what to do
 */
export function messagesOf(received: Received): Message[] {
	const { headers = {} } = received;
	const content = read(bodyOf(received));
	if (!content) throw empty(headers);
	const entries = Array.isArray(content.value) ? content.value : [content.value];
	return entries.map((value): Message => {
		if (!isElement(value) || value.specversion === undefined) {
			const about = { type: text(headers['ce-type']), time: text(headers['ce-time']), id: text(headers['ce-id']) };
			return { value, format: content.format, ...about };
		}
		const data = read(value.data ?? decoded(value.data_base64));
		if (!data) throw new Error('The CloudEvent has no document as its data.');
		return { ...data, type: text(value.type), time: text(value.time), id: text(value.id) };
	});
}

/**
 * Reads what may be text of JSON or XML, XML that n8n has parsed, or JSON that it has. Undefined where there is nothing.
 * @throws Error for text that is neither
 */
export function read(given: unknown): Content | undefined {
	if (typeof given === 'string') return readText(given.replace(/^\uFEFF/, '').trim());
	if (given === null || typeof given !== 'object' || Object.keys(given).length === 0) return undefined;
	// Numbers, flags and null get the form that they have in a response.
	const value = valueOf(fromJson(JSON.stringify(given)));
	return isParsedXml(value) ? { value: fromParsedXml(value), format: 'XML' } : { value, format: 'JSON' };
}

function readText(given: string): Content | undefined {
	if (given === '') return undefined;
	try {
		if (given.startsWith('<')) {
			const { root, document } = fromXml(given);
			return { value: { [root]: document }, format: 'XML' };
		}
		if (/^[[{]/.test(given)) return { value: valueOf(jsonIn(given)), format: 'JSON' };
		// JSON whose only value is a text, which may be that of the document.
		if (/^"[^]*"$/.test(given)) return readText(String(JSON.parse(given)).trim());
	} catch (error) {
		throw new Error(`The body cannot be read: ${(error as Error).message}`);
	}
	throw new NotAnEvent('The body is neither JSON nor XML', {
		webhook: ': configure Sterling to send JSON.',
		queue: '.',
	});
}

/** @throws Error for a name that an object has twice as well: which of the values counts, nobody has said */
function jsonIn(given: string): Document {
	const document = fromJson(given);
	const name = duplicateNameIn(given);
	if (name !== undefined) throw new Error(`an object of the JSON has the name "${name}" twice.`);
	return document;
}

function valueOf(document: Document): Value {
	return document[ROWS] ?? document;
}

function bodyOf({ body, binary = {}, headers = {} }: Received): unknown {
	const [file] = Object.values(binary).filter((one) => typeof one?.data === 'string' && one.data !== '');
	if (file) return textOf(Buffer.from(file.data!, 'base64'), String(headers['content-type'] ?? ''));
	const buffer = body as { type?: unknown; data?: unknown } | null | undefined;
	return buffer?.type === 'Buffer' && Array.isArray(buffer.data)
		? textOf(Buffer.from(buffer.data as number[]), String(headers['content-type'] ?? ''))
		: body;
}

/** The text of a body: by its byte order mark, the charset of its type, its XML declaration, or UTF-8. */
function textOf(bytes: Buffer, type: string): string {
	const start = bytes.subarray(0, 200).toString('latin1');
	const mark = start.startsWith('\xff\xfe') ? 'utf-16le' : start.startsWith('\xfe\xff') ? 'utf-16be' : undefined;
	const declared = /charset="?([\w-]+)/i.exec(type)?.[1] ?? /^<\?xml[^>]*encoding=["']([\w-]+)/.exec(start)?.[1];
	const charset = mark ?? declared ?? 'utf-8';
	return /^utf-?8$/i.test(charset) ? bytes.toString('utf8') : new TextDecoder(charset).decode(bytes);
}

function decoded(base64: Value | undefined): string {
	return typeof base64 === 'string' ? textOf(Buffer.from(base64, 'base64'), '') : '';
}

function empty(headers: Record<string, unknown>): Error {
	const type = text(headers['content-type']);
	const what = type === undefined ? 'The body is empty' : `The body is empty (content type ${type.slice(0, 80)})`;
	return new NotAnEvent(what, {
		webhook:
			". n8n's Webhook node parses JSON, XML and text; for other content types send application/json, or turn on its option Raw Body.",
		queue: '.',
	});
}

/** A text with something in it. */
export function text(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
