import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

export interface TinyServer {
	origin: string;
	/** Connections that were opened, TLS handshakes included. */
	connections: () => number;
	close: () => Promise<void>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A server on a free port of this machine; TLS where options are given. */
export async function tinyServer(handler: Handler, tls?: ServerOptions): Promise<TinyServer> {
	const listener = (request: IncomingMessage, response: ServerResponse) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => handler(request, response, body));
	};
	const server = tls ? createTlsServer(tls, listener) : createServer(listener);
	let connections = 0;
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		connections++;
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
		connections: () => connections,
		close: async () => {
			sockets.forEach((socket) => socket.destroy());
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
