import type { Connectors } from './vendor/undici';

const MAX_KEPT = 64;

/**
 * The TLS alerts that servers sent after the handshake, by local port. With TLS 1.3 that is how a
 * server refuses a client certificate, and undici reports only a closed connection.
 */
export class Alerts {
	private readonly kept = new Map<number, Error>();

	/** The same connector, with an ear for alerts. */
	listening(connector: Connectors.connector): Connectors.connector {
		return (options, callback) =>
			connector(options, (error, socket) => {
				if (error) return callback(error, null);
				const port = socket.localPort;
				socket.on('error', (failure: Error & { code?: string }) => {
					if (port === undefined || !failure.code?.startsWith('ERR_SSL_')) return;
					if (this.kept.size >= MAX_KEPT) this.kept.clear();
					this.kept.set(port, failure);
				});
				callback(null, socket);
			});
	}

	/** The alert behind a failure of undici's, where there was one; else the failure. */
	behind(failure: unknown): unknown {
		const port = (failure as { socket?: { localPort?: number } } | undefined)?.socket?.localPort;
		const alert = port === undefined ? undefined : this.kept.get(port);
		if (alert && port !== undefined) this.kept.delete(port);
		return alert ?? failure;
	}
}
