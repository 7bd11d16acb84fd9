import { ServiceError } from '../errors';

/**
 * One in-memory form for XML and JSON, with the root element dropped.
 * Attributes are strings, elements are objects, repeated elements are arrays, text content is under
 * `#text`. Where an attribute and an element share a name, the attribute is kept as `@Name` and the
 * element as `Name`.
 */
export type Value = string | Document | Value[];
export interface Document {
	[name: string]: Value;
}

/** Deeper documents are refused, so that a hostile response cannot exhaust the stack. */
export const MAX_DEPTH = 100;
/** Most elements, attributes and list members of one text: each costs far more memory than its characters. */
export const MAX_VALUES = 4_000_000;
/** Member that holds the text content of an element. */
export const TEXT = '#text';
/** Member that holds the rows when a JSON response is a bare array (resource style lists, captured). */
export const ROWS = '#rows';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const A_FORBIDDEN = new RegExp([...FORBIDDEN].join('|'));

/** False for names that could reach an object's prototype; such members of a response are dropped. */
export function isSafeName(name: string): boolean {
	return !FORBIDDEN.has(name);
}

/** Whether a name that {@link isSafeName} refuses may be somewhere in a text. */
export function mayBeUnsafe(text: string): boolean {
	return A_FORBIDDEN.test(text);
}

/** Whether a value is an element: neither the text of an attribute nor a list of elements. */
export function isElement(value: unknown): value is Document {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Nothing, one or many as an array: JSON made of XML may hold a single list member as an object. */
export function asArray<T>(value: T | T[] | undefined): T[] {
	if (value === undefined) return [];
	return Array.isArray(value) ? value : [value];
}

/** Throws `invalidInput` where a document is nested deeper than {@link MAX_DEPTH}. */
export function assertDepth(depth: number): void {
	if (depth > MAX_DEPTH) {
		throw new ServiceError('invalidInput', `The document is nested deeper than ${MAX_DEPTH} levels.`);
	}
}

/** Whether an element without attributes and children is in it, such as the `Extn` of a template that asks for all. */
export function hasEmptyElement(value: Value): boolean {
	if (typeof value === 'string') return false;
	if (Array.isArray(value)) return value.some(hasEmptyElement);
	const members = Object.values(value);
	return members.length === 0 || members.some(hasEmptyElement);
}

/**
 * True where JSON without root has no place for a part of the document: an attribute and an element
 * under one name, or text content. Such documents travel as XML.
 */
export function needsXml(value: Value, depth = 0): boolean {
	assertDepth(depth);
	if (typeof value === 'string') return false;
	if (Array.isArray(value)) return value.some((member) => needsXml(member, depth + 1));
	for (const name in value) {
		const member = value[name];
		if (name.startsWith('@') || name === TEXT) return true;
		if (typeof member !== 'string' && needsXml(member, depth + 1)) return true;
	}
	return false;
}
