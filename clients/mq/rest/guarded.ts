import type { Secrets } from '../../../kit/http/redact';
import type { BrowseOptions, Connection, Message } from '../connection';

/**
 * The same connection, whose errors show no secret: mqweb and gateways in front of it put what they like into a message,
 * the request included.
 */
export function guarded(connection: Connection, secrets: Secrets): Connection {
	async function* browse(queue: string, options?: BrowseOptions): AsyncIterable<Message> {
		const messages = connection.browse(queue, options)[Symbol.asyncIterator]();
		for (;;) {
			const { done, value } = await secrets.guard(async () => await messages.next());
			if (done) return;
			yield value;
		}
	}
	return {
		put: async (...given) => await secrets.guard(async () => await connection.put(...given)),
		get: async (...given) => await secrets.guard(async () => await connection.get(...given)),
		browse,
		commit: async () => await connection.commit(),
		backOut: async () => await connection.backOut(),
		inquire: async (queue) => await secrets.guard(async () => await connection.inquire(queue)),
		close: async () => await connection.close(),
	};
}
