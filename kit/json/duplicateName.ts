const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * The first name that an object of a text of JSON has twice; undefined where there is none. JSON.parse keeps the last
 * value and says nothing (RFC 8259, section 4). The text must be JSON.
 */
export function duplicateNameIn(json: string): string | undefined {
	/** The names of each object that is open; undefined for a list. */
	const open: Array<Set<string> | undefined> = [];
	let last = '';
	for (let at = 0; at < json.length; at++) {
		const code = json.charCodeAt(at);
		if (code === QUOTE) {
			const end = endOfString(json, at);
			last = json.slice(at, end + 1);
			at = end;
		} else if (code === COLON) {
			const names = open.at(-1);
			const name = last.includes('\\') ? (JSON.parse(last) as string) : last.slice(1, -1);
			if (names?.has(name)) return name;
			names?.add(name);
		} else if (code === OPEN_OBJECT) open.push(new Set());
		else if (code === OPEN_LIST) open.push(undefined);
		else if (code === CLOSE_OBJECT || code === CLOSE_LIST) open.pop();
	}
	return undefined;
}

/** Where the string that starts at `at` has its closing quote. */
function endOfString(json: string, at: number): number {
	let end = at + 1;
	while (end < json.length && json.charCodeAt(end) !== QUOTE) end += json.charCodeAt(end) === BACKSLASH ? 2 : 1;
	return end;
}
