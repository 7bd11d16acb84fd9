import { isElement, isSafeName, type Document, type Value } from './document';

/**
 * Puts a value at a dotted path, making the elements on the way: `PriceInfo.Currency`.
 * An element that is there already keeps what the new one lacks; anything else is replaced.
 * @throws TypeError for a path through a list, which would lose its entries
 */
export function setPath(document: Document, path: string, value: Value): void {
	const names = path.split('.');
	const last = names.pop() as string;
	let parent = document;
	for (const name of names) parent = child(parent, name);
	assertSafe(last);
	const present = own(parent, last);
	parent[last] = isElement(present) && isElement(value) ? laidOver(present, value) : value;
}

function laidOver(under: Document, over: Document): Document {
	const both: Document = { ...under };
	for (const [name, value] of Object.entries(over)) {
		assertSafe(name);
		const present = own(both, name);
		both[name] = isElement(present) && isElement(value) ? laidOver(present, value) : value;
	}
	return both;
}

/** The value at a dotted path, or undefined; the first entry stands for a list on the way. */
export function getPath(document: Document, path: string): Value | undefined {
	// Most paths are a single name, and there is one to follow for each attribute of each row.
	if (!path.includes('.')) return own(document, path);
	return path.split('.').reduce<Value | undefined>((value, name) => {
		const element = Array.isArray(value) ? value[0] : value;
		return isElement(element) ? own(element, name) : undefined;
	}, document);
}

function own(element: Document, name: string): Value | undefined {
	return Object.hasOwn(element, name) ? element[name] : undefined;
}

function child(parent: Document, name: string): Document {
	assertSafe(name);
	const present = own(parent, name);
	if (isElement(present)) return present;
	if (Array.isArray(present)) throw new TypeError(`"${name}" is a list; a path cannot name an entry of it`);
	const made: Document = {};
	parent[name] = made;
	return made;
}

/** Checks a name before it becomes a member of an object. @throws Error for one that would reach the prototype */
export function assertSafe(name: string): void {
	if (!isSafeName(name)) throw new Error(`"${name}" is not a valid attribute or element name`);
}
