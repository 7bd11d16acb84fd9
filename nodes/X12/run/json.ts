/**
 * What a JSON parameter holds: n8n gives text that was typed, and the value of an expression as it is.
 * @throws TypeError when text is no JSON
 */
function parsed(value: unknown, name: string): unknown {
	if (typeof value !== 'string') return value;
	if (value.trim() === '') return undefined;
	try {
		return JSON.parse(value) as unknown;
	} catch (error) {
		throw new TypeError(`${name} is not valid JSON: ${(error as Error).message}`);
	}
}

/** @throws TypeError when the value is no object */
export function objectOf(value: unknown, name: string): Record<string, unknown> {
	const found = parsed(value, name);
	if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found as Record<string, unknown>;
	throw new TypeError(`${name} must be an object`);
}

/** @throws TypeError when the value is no list of objects */
export function objectsOf(value: unknown, name: string): Array<Record<string, unknown>> {
	const found = parsed(value, name);
	if (!Array.isArray(found)) throw new TypeError(`${name} must be a list of objects`);
	return found.map((one, index) => objectOf(one, `${name}, entry ${index + 1},`));
}
