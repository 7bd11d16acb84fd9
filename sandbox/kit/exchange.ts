/** A request that has arrived whole. */
export interface Exchange {
	method: string;
	path: string;
	query: URLSearchParams;
	headers: Record<string, string | undefined>;
	body: string;
	/** The body unchanged, for what is no text. */
	bytes: Buffer;
	/** Number of the connection since the sandbox started. */
	connection: number;
	/** API or service that the path names. */
	api?: string;
	/** Stored template that the request names, for the log. */
	templateKey?: string;
	/** Login that was accepted. */
	user?: string;
}

/** What goes back. */
export interface Reply {
	status: number;
	headers: Record<string, string>;
	body: string | Buffer;
}

/** A page of HTML, as gateways and login pages answer. */
export function htmlReply(status: number, title: string, headers: Record<string, string> = {}): Reply {
	return {
		status,
		headers: { 'content-type': 'text/html; charset=UTF-8', ...headers },
		body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
	};
}
