import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Bytes that went over a connection, in their order. */
export interface Piece {
	fromClient: boolean;
	bytes: Buffer;
}

/** A relay between a client and a server that keeps what both say. */
export interface Relay {
	port: number;
	/** One list for each connection, in the order in which they were opened. */
	connections: Piece[][];
	close(): Promise<void>;
}

/** Starts a relay to a port of the loopback address. */
export async function startRelay(target: number): Promise<Relay> {
	const connections: Piece[][] = [];
	const sockets = new Set<Socket>();
	const server = createServer((client) => {
		const pieces: Piece[] = [];
		connections.push(pieces);
		const upstream = connect(target, '127.0.0.1');
		const pass = (from: Socket, to: Socket, fromClient: boolean) => {
			sockets.add(from);
			from.on('data', (bytes: Buffer) => {
				pieces.push({ fromClient, bytes });
				to.write(bytes);
			});
			from.on('end', () => to.end());
			from.on('error', () => to.destroy());
			from.on('close', () => sockets.delete(from));
		};
		pass(client, upstream, true);
		pass(upstream, client, false);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		connections,
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}
