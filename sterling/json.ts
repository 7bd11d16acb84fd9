import { assertDepth, isSafeName, ROWS, TEXT, type Document, type Value } from './document';
import { SterlingError } from './errors';

// A JSON string (left alone) or a number (quoted), so that long keys and amounts keep their digits:
// Node 20 has no access to the source text of a parsed number.
const TOKENS = /"[^"\\]*(?:\\[^][^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Reads Sterling's JSON. Numbers keep their literal digits, booleans become "Y" and "N", null becomes
 * "". A bare array stands under `#rows`, a bare scalar under `#text`. Throws `badAnswer` for anything
 * that is not JSON.
 */
export function fromJson(text: string): Document {
	const body = text.replace(/^\uFEFF/, '');
	let parsed: unknown;
	try {
		parsed = JSON.parse(
			body.replace(TOKENS, (token) => (token.startsWith('"') ? token : `"${token}"`)),
		);
	} catch (error) {
		throw new SterlingError('badAnswer', `The text is not JSON: ${reason(error as Error)}`);
	}
	const value = read(parsed, 0);
	if (Array.isArray(value)) return { [ROWS]: value };
	return typeof value === 'string' ? { [TEXT]: value } : value;
}

function reason(error: Error): string {
	// V8 quotes a piece of the text after a comma; the piece may hold anything, so it is left out.
	return error.message.split(/, "|, \.\.\."/)[0];
}

function read(value: unknown, depth: number): Value {
	assertDepth(depth);
	if (value === null || value === undefined) return '';
	if (typeof value === 'boolean') return value ? 'Y' : 'N';
	if (typeof value !== 'object') return String(value);
	if (Array.isArray(value)) return value.map((member) => read(member, depth + 1));
	const document: Document = {};
	for (const [name, member] of Object.entries(value)) {
		if (isSafeName(name)) document[name] = read(member, depth + 1);
	}
	return document;
}
