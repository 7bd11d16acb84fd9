import { assertDepth, isSafeName, ROWS, TEXT, type Document, type Value } from './document';
import { ServiceError } from '../errors';

// A JSON string (left alone) or a number (quoted), so that long keys and amounts keep their digits:
// Node 20 has no access to the source text of a parsed number.
const TOKENS = /"[^"\\]*(?:\\[^][^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Thrown where a number comes up, so that the text is read once more with its numbers quoted. */
const NUMBER = Symbol('number');

/**
 * Reads Sterling's JSON. Numbers keep their literal digits, booleans become "Y" and "N", null becomes
 * "". A bare array stands under `#rows`, a bare scalar under `#text`. Throws `badAnswer` for anything
 * that is not JSON.
 */
export function fromJson(text: string): Document {
	const body = text.replace(/^\uFEFF/, '');
	const value = readWhole(body);
	if (Array.isArray(value)) return { [ROWS]: value };
	return typeof value === 'string' ? { [TEXT]: value } : value;
}

/** Sterling writes all attributes as strings, so the costly way is only gone where a number is found. */
function readWhole(body: string): Value {
	try {
		return read(parse(body), 0);
	} catch (error) {
		if (error !== NUMBER) throw error;
	}
	return read(parse(body.replace(TOKENS, (token) => (token.startsWith('"') ? token : `"${token}"`))), 0);
}

function parse(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch (error) {
		throw new ServiceError('badAnswer', `The text is not JSON: ${reason(error as Error)}`);
	}
}

function reason(error: Error): string {
	// V8 quotes a piece of the text after a comma; the piece may hold anything, so it is left out.
	return error.message.split(/, "|, \.\.\."/)[0];
}

/** Turns what JSON.parse made into a document, in place. */
function read(value: unknown, depth: number): Value {
	if (typeof value === 'string') return value;
	if (value === null || value === undefined) return '';
	if (typeof value === 'boolean') return value ? 'Y' : 'N';
	if (typeof value === 'number') throw NUMBER;
	assertDepth(depth);
	const holder = value as Record<string, unknown>;
	for (const name of Object.keys(holder)) {
		const member = holder[name];
		if (!isSafeName(name)) Reflect.deleteProperty(holder, name);
		else if (typeof member !== 'string') holder[name] = read(member, depth + 1);
	}
	return value as Value;
}
