import { createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTls, type TlsOptions, type TLSSocket } from 'node:tls';

import type { Faults } from '../../kit/faults';
import type { QueueManager } from '../queueManager';
import { Conversation, type Client } from './conversation';

interface Parts {
	manager: QueueManager;
	faults: Faults;
	/** Gets each segment that clients send. */
	seen?: (segment: Buffer) => void;
}

/** The listener for clients of MQ, with TLS or without. */
export class MqListener {
	/** Everybody who has connected, the latest last. */
	readonly clients: Client[] = [];
	/** TLS handshakes that failed. */
	failedHandshakes = 0;
	private readonly server: Server;
	private readonly open = new Map<Socket, Conversation>();
	private readonly sockets = new Set<Socket>();

	constructor(
		private readonly parts: Parts,
		tls: TlsOptions | undefined,
	) {
		this.server = tls
			? createTls(tls, (socket) => this.greet(socket, socket))
			: createTcp((socket) => this.greet(socket));
		this.server.on('connection', (socket: Socket) => {
			this.sockets.add(socket);
			socket.on('error', () => undefined);
			socket.on('close', () => this.sockets.delete(socket));
		});
		this.server.on('tlsClientError', () => (this.failedHandshakes += 1));
	}

	/** Listens on the loopback address. @returns the port */
	async listen(port: number): Promise<number> {
		await new Promise<void>((resolve, reject) => {
			this.server.once('error', reject);
			this.server.listen(port, '127.0.0.1', () => resolve());
		});
		return (this.server.address() as AddressInfo).port;
	}

	/** How many clients are connected. */
	get connected(): number {
		return this.open.size;
	}

	/** Sends a heartbeat to each client that waits for a message. */
	beat(): void {
		for (const conversation of this.open.values()) conversation.beat();
	}

	/** Breaks every connection. */
	breakAll(): void {
		for (const socket of this.sockets) socket.destroy();
	}

	async close(): Promise<void> {
		const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
		this.breakAll();
		await closed;
	}

	private greet(socket: Socket, secure?: TLSSocket): void {
		socket.setNoDelay(true);
		const certificate = secure?.getPeerCertificate();
		const client: Client = {
			channel: '',
			user: '',
			application: '',
			serverName: secure && typeof secure.servername === 'string' ? secure.servername : '',
			certificate: String(certificate?.subject?.CN ?? ''),
			cipher: secure ? secure.getCipher().standardName : '',
			calls: [],
			heartbeats: 0,
		};
		this.clients.push(client);
		const connected = (channel: string) =>
			[...this.open.values()].filter(({ client: { channel: other } }) => other === channel).length;
		this.open.set(socket, new Conversation(socket, client, { ...this.parts, connected }));
		socket.on('close', () => this.open.delete(socket));
	}
}
