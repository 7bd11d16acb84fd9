import type { Field, Row } from '../records';

/** Content of XML: texts and numbers are elements, members with `@` attributes, arrays repeated elements, null nothing. */
export interface Elements {
	[name: string]: Element;
}
export type Element = string | number | boolean | null | undefined | Elements | readonly Element[];

/** XML for a business object: a whole text, or its root with its content. */
export type XmlInput = string | { root: string; content: Elements };

/** The calls of e.net: /Query/Query, /Transaction/Post and so on. */
export type Method = 'query' | 'fetch' | 'browse' | 'post' | 'build' | 'add' | 'update' | 'delete';

export interface BusinessObjectCall {
	method: Method;
	/** Six letters, such as PORQRY. Fetch and Browse imply COMFCH and COMBRW. */
	object?: string;
	xmlIn: XmlInput;
	/** Parameters of Post and Setup; empty by default. */
	parameters?: XmlInput;
	/**
	 * Whether it changes nothing, so that it may be repeated: true for Query, Fetch, Browse and Build. Set it for a Post
	 * that only validates.
	 */
	isRead?: boolean;
	/** Whether the same call twice has the same effect as once, as for an update by key. */
	isKeyed?: boolean;
	/** Finds what a write left behind whose response was lost; undefined where there is nothing (yet). */
	recover?: () => Promise<Row | undefined>;
}

/** One error or warning of a response, by element. */
export interface Issue {
	/** The element as SYSPRO writes it, such as stockcode. */
	element: string;
	value: string | null;
	code: string | null;
	message: string;
	/** The number of the item in the document, where the response says it. */
	item: string | null;
}

/** What a business object responded. */
export interface Outcome {
	/** Name of the root element. */
	root: string;
	/** The response as JSON: elements as members, texts as they are, repeated elements as arrays. */
	document: Row;
	/** The XML unchanged. */
	xml: string;
	/** What SYSPRO only warned of; errors are thrown. */
	issues: Issue[];
	/** Counters such as ItemsProcessed, by their names in lower case. */
	counters: Record<string, number>;
	/** Keys of the items that were written, by SYSPRO's names. */
	keys: Array<Record<string, string>>;
	/** What {@link BusinessObjectCall.recover} found in place of a lost response. */
	recovered?: Row;
}

/** A request as it would be sent, without secrets. */
export interface PreparedCall {
	method: 'GET';
	url: string;
	/** Characters of the whole URL. */
	length: number;
	xmlIn: string;
	parameters?: string;
}

export type { Field };
