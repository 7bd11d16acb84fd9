/** Statuses by which a server or gateway refuses a request for what it is, before any work (RFC 9110, 6585). */
const BEFORE_WORK = new Set([
	400, 401, 402, 403, 404, 405, 407, 411, 413, 414, 415, 416, 417, 421, 422, 425, 426, 428, 429, 431, 451,
]);
/** Redirects that keep the request as it is. "See other" and "found" are also what a server says after the work. */
const MOVED = new Set([300, 305, 307, 308]);

/**
 * What an unsuccessful status proves about the work: `none` if it was not started. A server error proves nothing, not
 * even 503 with Retry-After: caches and gateways send that, too, when they lose the response of the server behind them.
 * @param isOwn whether the body is the service's own error document: its word counts for all of 4xx but 408
 */
export function effectOf(status: number, isOwn = false): 'none' | 'unknown' {
	const isRefusal = isOwn && status >= 400 && status < 500 && status !== 408;
	return isRefusal || BEFORE_WORK.has(status) || MOVED.has(status) ? 'none' : 'unknown';
}
