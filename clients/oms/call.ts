import type { Recover } from '../../kit/http/retry';
import type { Document } from '../../kit/xml/document';

/** One call of an API or service of Sterling. */
export interface Call {
	/** Name of the API, or of the service where `isService` is set. */
	api: string;
	isService?: boolean;
	/** Root element of the input: the XML root, and the X-XAPI-Tag header for services with JSON. */
	root: string;
	input: Document;
	/** Decides what may be repeated after a fault. */
	kind: 'read' | 'write';
	/** Root element of the response; derived from the API's name where it is left out. */
	outputRoot?: string;
	/**
	 * Element of a row, for reads of a list: the response must be a list of these. Known by itself for the lists of
	 * documents; without it any document of Sterling's is a response.
	 */
	row?: string;
	/**
	 * Attributes that name the record, where the call is for one: a response that says something else of them is not the
	 * response to it.
	 */
	about?: Document;
	/**
	 * Inline output template without its root: wraps the call in getPage (reads) or multiApi (writes,
	 * services).
	 */
	template?: Document;
	/** Key of a template stored in Sterling (PLT_API_TEMPLATE). */
	templateKey?: string;
	/** Overrides the data format of the connection. */
	dataFormat?: 'json' | 'xml';
	/**
	 * For writes whose record can be named: finds what a write left behind whose response was lost. `duplicate` or
	 * `uncertain` thrown = there, and not (surely) of this write.
	 */
	recover?: Recover<Document>;
}

/** A successful response. */
export interface Answer {
	/** Root element as Sterling sent it; where JSON dropped it, as it follows from the name of the call or API. */
	root: string;
	/** List members are arrays, also single ones; empty if the response had no body. */
	document: Document;
	/** The response was 204, a blank body or <ApiSuccess/>; never for a read. */
	empty: boolean;
	/** No usable response came, and the record was found by its key instead. */
	lookedUp?: true;
	/** The server's clock (Date header of the response). */
	serverDate?: Date;
}

/** The exact request of a call, without sending it and without secrets. */
export interface PreparedRequest {
	method: string;
	/** Path and query without the login's token. */
	path: string;
	/** Secrets and the values of extra headers stand as '***'. */
	headers: Record<string, string>;
	/** The body as JSON, root element dropped. */
	json: unknown;
	/** The body as XML. */
	xml: string;
	/** The body exactly as it would be sent. */
	body: string;
}
