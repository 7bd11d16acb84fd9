/** A request that is refused: the status and the body of the response. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly body: Record<string, unknown>,
	) {
		super(JSON.stringify(body));
	}
}

/** HTTP 400, the way IV words it [IBM: iv_api_line_limit]. */
export const badRequest = (message: string): Refusal => new Refusal(400, { error_message: message });

/** HTTP 404; its body is inferred from that of 400. */
export const notFound = (message: string): Refusal => new Refusal(404, { error_message: message });

/** HTTP 401 or 403 [IBM's types AuthenticationError and AccessForbiddenError]. */
export const denied = (status: 401 | 403, description: string): Refusal =>
	new Refusal(status, { error: status === 401 ? 'unauthorized' : 'access_denied', error_description: description });
