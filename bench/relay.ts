import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Relay {
	port: number;
	/** Switches the round trip on or off for connections that are opened from now on. */
	delay(isOn: boolean): void;
	close(): Promise<void>;
}

/**
 * A TCP relay on a free port that makes the way to a local server longer: what is sent arrives half the round trip
 * (milliseconds) later, and opening a connection costs one round trip, as a TCP handshake does.
 */
export async function startRelay(targetPort: number, roundTripMs: number): Promise<Relay> {
	const sockets = new Set<Socket>();
	let roundTrip = roundTripMs;
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
		forward(client, target, roundTrip / 2, roundTrip);
		forward(target, client, roundTrip / 2, 0);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		delay(isOn) {
			roundTrip = isOn ? roundTripMs : 0;
		},
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
