import type { ServiceResponse } from './response';
import type { Query } from './address';
import type { Row } from './values';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One call of a REST service. */
export interface ServiceCall {
	/** Name in the path: `tradingpartners`. */
	service: string;
	method: Method;
	key?: string;
	/** Called as `{service}/{key}/actions/{action}`. */
	action?: string;
	query?: Query;
	/** A record, a text that is sent as it is, or bytes with their media type. */
	body?: Row | string | { contentType: string; bytes: Buffer };
	/** What stands for the body in a dry run, where it is long. */
	shownBody?: Row;
	/** Format of the body and of the response; JSON by default. */
	format?: 'json' | 'xml';
	/** Replaces the `Accept` of the format, as some actions want it. */
	accept?: string;
	headers?: Record<string, string>;
	/**
	 * Reads are repeated on passing faults, and so are keyed writes, which come to the same when they are done twice. Any
	 * other write that may have been carried out is looked up by `recover`, or ends as uncertain.
	 */
	kind: 'read' | 'keyedWrite' | 'write';
	/** A list may be empty in the form of an error. */
	isList?: boolean;
	/** A body of any media type is content. */
	takesBytes?: boolean;
	/**
	 * Whether content can be the response; by default anything but mere words. Other content is foreign: a read is sent
	 * again, a write is looked up.
	 */
	expects?: (content: unknown) => boolean;
	/** Finds what a write left behind whose response was lost; undefined where it is not (yet) there. */
	recover?: (elapsed: () => number) => Promise<Row | undefined>;
}

/** A response, with the record that was found where the response itself was lost. */
export interface CallResult extends ServiceResponse {
	recovered?: Row;
}

/** The exact request of a call, without sending it and without secrets. */
export interface PreparedRequest {
	method: string;
	/** Path and query. */
	path: string;
	/** Secrets and the values of extra headers are '***'. */
	headers: Record<string, string>;
	/** The record, the text, or a description of bytes. */
	body?: unknown;
	/** The request that goes before it, where it takes two. */
	before?: PreparedRequest;
}
