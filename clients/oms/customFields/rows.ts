import { asArray, isElement, type Document, type Value } from '../../../kit/xml/document';

/** The elements of this name that are the rows of a list; empty if the document has none. */
export function rowsOf(document: Document, name: string): Document[] {
	return asArray<Value>(document[name]).filter(isElement);
}

/** The trimmed text of an attribute; empty where there is none. */
export function text(document: Document, name: string): string {
	const value = document[name];
	return typeof value === 'string' ? value.trim() : '';
}
