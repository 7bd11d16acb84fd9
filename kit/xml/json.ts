import { withoutIllegal } from './characters';
import { isSafeName, MAX_DEPTH, MAX_VALUES, ROWS, TEXT, type Document, type Value } from './document';
import { unreadable } from './unreadable';
import { ServiceError } from '../errors';
import { parseJson } from '../json/parse';

/** Thrown where a number comes up, so that the text is read once more with its numbers quoted. */
const NUMBER = Symbol('number');
/** Escapes by which a text can hold NUL or half a surrogate pair, which no system downstream can store. */
const POISON = /\\u(?:0000|d[89a-f])/i;
const [QUOTE, BACKSLASH, COMMA, MINUS] = [0x22, 0x5c, 0x2c, 0x2d];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Characters of a text that is parsed unseen: whatever it holds takes a moment and some megabytes. */
const SMALL = 256 * 1024;

/**
 * Reads JSON into the form of XML. Numbers keep their literal digits, booleans become "Y" and "N", null becomes
 * "". A bare array is under `#rows`, a bare scalar under `#text`. Depth and number of values are bounded, before
 * anything is built where a text is long.
 * @throws ServiceError `badAnswer` for anything that is not JSON, or beyond a bound
 */
export function fromJson(text: string): Document {
	const body = text.replace(/^\uFEFF/, '');
	if (body.length > SMALL) assertBounds(body);
	const value = readWhole(body, POISON.test(body) ? clean : asItIs);
	if (Array.isArray(value)) return { [ROWS]: value };
	return typeof value === 'string' ? { [TEXT]: value } : value;
}

/**
 * Plain JSON whose numbers come as texts with their digits: keys and amounts may have more than a number holds. The
 * bounds are those of {@link fromJson}.
 * @throws ServiceError `badAnswer` for anything that is not JSON, or beyond a bound
 */
export function parseWithDigits(text: string): unknown {
	const body = text.replace(/^\uFEFF/, '');
	assertBounds(body);
	// Checked before numbers are quoted: what is no JSON could become some.
	parse(body);
	return parse(withNumbersQuoted(body));
}

/** JSON made of XML has strings only, so the costly way is only taken where a number is found. */
function readWhole(body: string, string: (text: string) => string): Value {
	try {
		return read(parse(body), string);
	} catch (error) {
		if (error !== NUMBER) throw error;
	}
	return read(parse(withNumbersQuoted(body)), string);
}

const asItIs = (text: string) => text;
const clean = (text: string) => withoutIllegal(text);

function parse(body: string): unknown {
	try {
		return parseJson(body);
	} catch (error) {
		throw new ServiceError('badAnswer', `The text is not JSON: ${(error as Error).message}`);
	}
}

/** The place after the string that starts at `at`, or the end of the text. */
function afterString(body: string, at: number): number {
	for (let end = body.indexOf('"', at + 1); end !== -1; end = body.indexOf('"', end + 1)) {
		let before = end - 1;
		while (body.charCodeAt(before) === BACKSLASH) before--;
		// Each pair of backslashes is a backslash, so only an odd number of them escapes the quote.
		if ((end - before) % 2 === 1) return end + 1;
	}
	return body.length;
}

/** JSON.parse takes gigabytes and minutes for a text of brackets alone, so they are counted before. */
function assertBounds(body: string): void {
	let depth = 0;
	let values = 1;
	for (let at = 0; at < body.length;) {
		const code = body.charCodeAt(at);
		if (code === QUOTE) {
			at = afterString(body, at);
			continue;
		}
		at++;
		if (code === COMMA) values++;
		else if (code === OPEN_LIST || code === OPEN_OBJECT) {
			values++;
			assertDepth(++depth);
		} else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
		if (values > MAX_VALUES) throw unreadable(`The JSON has more than ${MAX_VALUES} values.`);
	}
}

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

/**
 * The text, which is JSON, with quotes around its numbers: long keys and amounts keep their digits. Node 20 has no access
 * to the source text of a parsed number.
 */
function withNumbersQuoted(body: string): string {
	const parts: string[] = [];
	let copied = 0;
	for (let at = 0; at < body.length;) {
		const code = body.charCodeAt(at);
		if (code === QUOTE) at = afterString(body, at);
		else if (code === MINUS || isDigit(code)) {
			const start = at;
			while (at < body.length && /[\d.eE+-]/.test(body[at])) at++;
			parts.push(body.slice(copied, start), '"', body.slice(start, at), '"');
			copied = at;
		} else at++;
	}
	return parts.join('') + body.slice(copied);
}

/** The outermost is the root, which counts as no level in XML either. */
function assertDepth(depth: number): void {
	if (depth > MAX_DEPTH + 1) throw unreadable(`The JSON is nested deeper than ${MAX_DEPTH} levels.`);
}

/** Turns what JSON.parse made into a document, in place. */
function read(value: unknown, string: (text: string) => string, depth = 1): Value {
	if (typeof value === 'string') return string(value);
	if (value === null || value === undefined) return '';
	if (typeof value === 'boolean') return value ? 'Y' : 'N';
	if (typeof value === 'number') throw NUMBER;
	assertDepth(depth);
	if (Array.isArray(value)) {
		for (let at = 0; at < value.length; at++) value[at] = read(value[at], string, depth + 1);
		return value as Value[];
	}
	const holder = value as Record<string, unknown>;
	// A list of the names of each row would cost more than the rest.
	for (const name in holder) {
		const member = holder[name];
		if (!isSafeName(name)) Reflect.deleteProperty(holder, name);
		else if (typeof member !== 'string' || string !== asItIs) holder[name] = read(member, string, depth + 1);
	}
	return holder as Document;
}
