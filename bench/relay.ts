import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

interface Relay {
	port: number;
	close(): Promise<void>;
}

/**
 * A TCP relay on a free port that makes the way to a local server longer: what is sent arrives half the round trip
 * (milliseconds) later, and opening a connection costs one round trip, as a TCP handshake does.
 */
export async function startRelay(targetPort: number, roundTripMs: number): Promise<Relay> {
	const sockets = new Set<Socket>();
	const keep = (socket: Socket) => {
		socket.setNoDelay(true);
		sockets.add(socket);
		socket.on('error', () => socket.destroy());
		socket.on('close', () => sockets.delete(socket));
	};
	const server = createServer((client) => {
		const target = connect(targetPort, '127.0.0.1');
		keep(client);
		keep(target);
		forward(client, target, roundTripMs / 2, roundTripMs);
		forward(target, client, roundTripMs / 2, 0);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Timers of one length run in order, so the pieces do, too. */
function forward(from: Socket, to: Socket, delayMs: number, firstMs: number): void {
	const openAt = performance.now() + firstMs;
	const later = (work: () => void) => {
		const wait = delayMs + Math.max(0, openAt - performance.now());
		if (wait === 0) work();
		else setTimeout(work, wait);
	};
	from.on('data', (piece) => later(() => to.writable && to.write(piece)));
	from.on('end', () => later(() => to.end()));
	from.on('close', () => later(() => to.destroy()));
}
