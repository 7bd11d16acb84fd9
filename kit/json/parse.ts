/**
 * Parses JSON.
 * @throws SyntaxError that says what is wrong but quotes nothing of the text: V8 shows a piece of it, which may hold a
 * secret
 */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch (error) {
		throw new SyntaxError((error as Error).message.split(/, "|, \.\.\."/)[0]);
	}
}

/** The value of a text that may be JSON; undefined if it is not. */
export function jsonIn(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
