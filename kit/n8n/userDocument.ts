import { duplicateNameIn } from '../json/duplicateName';
import { fromXml } from '../xml';
import { isSafeName, MAX_DEPTH, TEXT, type Document, type Value } from '../xml/document';
import { parseJson } from '../json/parse';
import { plainDecimal } from './fields/decimal';
import { textOf, type ValueContext } from './fields/value';
import { describeValue, inField, refuse } from './refusal';

/** A document that a user gave: the name of its root if it has one (XML), and its content. */
export interface UserDocument {
	root?: string;
	document: Document;
}

/** Names of elements and attributes (XML 1.0); a leading `@` marks an attribute beside an element of its name. */
const NAME = /^@?[\p{L}_][\p{L}\p{N}\p{M}_.:-]*$/u;
// A JSON string (left alone) or a number (quoted), so that long keys and amounts keep their digits
const TOKENS = /"[^"\\]*(?:\\[^][^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const ONE_OBJECT = 'Enter one object, such as { "Name": "value" }, or XML.';

/**
 * Reads a document that a user typed or mapped: JSON text, XML text, or an object of an expression. Undefined where
 * nothing is given. It is one object: what else JSON can say (a list, a text, a number, true, null) is refused, as is
 * a list or an object of JavaScript that no document can hold.
 * @throws Refusal with a sentence that names what was given
 */
export function readUserDocument(value: unknown, context: ValueContext): UserDocument | undefined {
	if (value === undefined || value === null) return undefined;
	if (typeof value !== 'string') return { document: wholeOf(value, context) };
	const text = value.replace(/^\uFEFF/, '').trim();
	if (text === '') return undefined;
	if (text.startsWith('<')) return parsed(() => fromXml(text));
	const json = parsed(() => parseJson(text));
	if (typeof json !== 'object' || json === null) notOne(json, typeof json === 'string');
	const twice = duplicateNameIn(text);
	if (twice !== undefined) refuse(`has ${describeValue(twice)} twice in one object`, 'JSON keeps the last of them.');
	return { document: wholeOf(JSON.parse(text.replace(TOKENS, quoted)), context) };
}

function parsed<T>(parse: () => T): T {
	try {
		return parse();
	} catch (error) {
		return refuse(`is neither valid JSON nor valid XML: ${(error as Error).message}`);
	}
}

function quoted(token: string): string {
	return token.startsWith('"') ? token : `"${plainDecimal(token) ?? token}"`;
}

function wholeOf(value: unknown, context: ValueContext): Document {
	const document = valueOf(value, context, 0);
	if (document === undefined || typeof document === 'string' || Array.isArray(document)) return notOne(value, false);
	return document;
}

function notOne(value: unknown, isText: boolean): never {
	const what = value === null ? 'null' : isText ? `the text ${describeValue(value)}` : describeValue(value);
	return refuse(`must be one document, got ${what}`, ONE_OBJECT);
}

/** Undefined members are left out, as JSON does. */
function valueOf(value: unknown, context: ValueContext, depth: number): Value | undefined {
	if (value === undefined) return undefined;
	if (value === null) return '';
	if (typeof value !== 'object') return textOf(value, context) ?? '';
	if (depth > MAX_DEPTH) refuse(`is nested deeper than ${MAX_DEPTH} levels, or within itself`);
	if (Array.isArray(value)) return listOf(value, context, depth);
	if (isPlain(value)) return elementOf(value, context, depth);
	return textOf(value, context);
}

function listOf(list: unknown[], context: ValueContext, depth: number): Value[] {
	return list.map((entry, i) =>
		inField(`entry ${i + 1}`, () => {
			const value = valueOf(entry, context, depth + 1);
			if (value !== undefined && typeof value !== 'string' && !Array.isArray(value)) return value;
			return refuse(`must be an object, got ${entry === null ? 'null' : describeValue(entry)}`);
		}),
	);
}

function elementOf(holder: object, context: ValueContext, depth: number): Document {
	const document: Document = {};
	for (const [name, member] of Object.entries(holder)) {
		if (!isSafeName(name)) continue;
		if (name !== TEXT && !NAME.test(name)) refuse(`"${name}" cannot be the name of an element or attribute`);
		const value = inField(name, () => valueOf(member, context, depth + 1));
		if (value !== undefined) document[name] = value;
	}
	return document;
}

/** Objects of JSON and of expressions; a date, a map or a buffer is something else. */
function isPlain(value: object): boolean {
	const prototype = Object.getPrototypeOf(value) as object | null;
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}
