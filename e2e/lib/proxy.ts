import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { onCleanup } from './cleanup';

export interface Proxy {
	url: string;
	/** Hosts with their ports, one for each tunnel that was asked for. */
	asked: string[];
	close: () => Promise<void>;
}

/**
 * Starts an HTTP proxy on 127.0.0.1 that makes tunnels (CONNECT) and nothing else. With `port`, all of them lead to
 * that port of this machine, whatever host was asked for.
 */
export async function startProxy(port?: number): Promise<Proxy> {
	const asked: string[] = [];
	const sockets = new Set<Socket>();
	const keep = (socket: Socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
		// Either side may go away at any time; the other one is told by the end of its tunnel.
		socket.once('error', () => socket.destroy());
	};
	const server = createServer((_request, response) => response.writeHead(405).end());
	server.on('connect', ({ url = '' }, client: Socket, head) => {
		asked.push(url);
		keep(client);
		const { hostname, port: wanted } = new URL(`http://${url}`);
		const target = port === undefined ? connect(Number(wanted || 80), hostname) : connect(port, '127.0.0.1');
		keep(target);
		target.once('connect', () => {
			client.write('HTTP/1.1 200 Connection established\r\n\r\n');
			target.write(head);
			client.pipe(target).pipe(client);
		});
		target.once('close', () => client.destroy());
		client.once('close', () => target.destroy());
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const close = onCleanup(async () => {
		for (const socket of sockets) socket.destroy();
		await new Promise((closed) => server.close(closed));
	});
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close };
}
