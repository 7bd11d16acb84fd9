/**
 * One HTTP request as the client wants it sent. Times in milliseconds, sizes in bytes of the decoded
 * body.
 */
export interface TransportRequest {
	method: string;
	url: string;
	headers: Record<string, string>;
	/** A text in UTF-8, or bytes. */
	body?: string | Buffer;
	timeoutMs: number;
	signal?: AbortSignal;
	maxResponseBytes: number;
}

/**
 * Whatever came back, redirects included: header names in lower case, the body decoded by its charset.
 */
export interface TransportResponse {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	body: string;
	/** The same as bytes, decompressed; a transport of a test may leave it out. */
	bytes?: Buffer;
	/** What was asked, with its query; `transmit` adds it. */
	url?: string;
}

/** Sends one request. Must not follow redirects or throw for an HTTP status. */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

/** A response header as one string, or undefined. */
export function headerOf(response: TransportResponse, name: string): string | undefined {
	const value = response.headers[name];
	return Array.isArray(value) ? value.join(', ') : value;
}
