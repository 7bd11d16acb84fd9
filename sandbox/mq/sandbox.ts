import type { TlsOptions } from 'node:tls';

import type { ClientCertificate } from '../kit/certificates';
import { Clock } from '../kit/clock';
import { Faults } from '../kit/faults';
import { host } from '../kit/host';
import { Identity } from '../kit/identity';
import type { RequestLog } from '../kit/requestLog';
import { areas } from './areas';
import { CHANNEL, defaultBehaviour, users, type MqBehaviour, type MqOptions, type MqUser } from './options';
import { QueueManager } from './queueManager';
import { RestApi } from './rest';
import { seed } from './seed';
import type { Client } from './wire/conversation';
import { MqListener } from './wire/listener';

/** A running emulation of a queue manager, with its MQ REST server. */
export interface MqSandbox {
	/** Address for clients of MQ: `127.0.0.1(1414)`. */
	address: string;
	port: number;
	/** Address of the MQ REST server, such as https://127.0.0.1:9443. */
	url: string;
	controlUrl: string;
	channel: string;
	/** Whether clients have to use TLS. */
	isTls: boolean;
	/** Certificate of the authority that signed the server's and the client's certificates, as PEM. */
	readonly ca: string;
	/** A certificate that the server accepts. */
	readonly clientCertificate: ClientCertificate;
	users: readonly MqUser[];
	manager: QueueManager;
	/** May be changed while the sandbox runs. */
	behaviour: MqBehaviour;
	clock: Clock;
	/** By the name of a call (`MQGET`) or of a request of MQ REST (`putMessage`); `status` is the reason code. */
	faults: Faults;
	log: RequestLog;
	/** Everybody who has connected, the latest last. */
	clients: readonly Client[];
	/** How many clients are connected. */
	readonly connected: number;
	/** Each segment that clients have sent, while `records` is set. */
	recorded: Buffer[];
	records: boolean;
	/** Sends a heartbeat to each client that waits. */
	beat(): void;
	/** Breaks every connection of clients of MQ. */
	breakConnections(): void;
	close(): Promise<void>;
}

/**
 * Starts an emulated queue manager on the loopback address: queues in memory, clients over TCP or TLS without sharing
 * conversations (SHARECNV(0)), and MQ REST on the same queues. `close()` leaves nothing open.
 */
export async function startMq(options: MqOptions = {}): Promise<MqSandbox> {
	const clock = new Clock(options.machineClock);
	const behaviour: MqBehaviour = structuredClone({ ...defaultBehaviour, ...options.behaviour });
	const manager = new QueueManager(options.queueManager ?? 'OM_QMGR', clock, behaviour);
	seed(manager, options.withoutMessages !== true);

	const faults = new Faults(options.randomSeed ?? 1);
	const identity = new Identity();
	const ofClients = (): TlsOptions | undefined => {
		if (!options.tls) return undefined;
		return { ...identity.server(options), ...(typeof options.tls === 'string' ? { ciphers: options.tls } : {}) };
	};

	const running = { records: false, recorded: [] as Buffer[] };
	const seen = (segment: Buffer) => {
		if (running.records) running.recorded.push(Buffer.from(segment));
	};
	const listener = new MqListener({ manager, faults, seen }, ofClients());
	const application = new RestApi(manager, users);
	const port = await listener.listen(options.port ?? 0);
	const rest = await host(
		{ application, clock, behaviour, areas: areas(manager, listener), faults, identity },
		{ ...options, port: options.restPort },
	).catch(async (error: unknown) => {
		await listener.close();
		throw error;
	});
	return {
		get records() {
			return running.records;
		},
		set records(isOn) {
			running.records = isOn;
		},
		recorded: running.recorded,
		address: `127.0.0.1(${port})`,
		port,
		url: rest.url,
		controlUrl: rest.controlUrl,
		channel: CHANNEL,
		isTls: Boolean(options.tls),
		get ca() {
			return identity.ca;
		},
		get clientCertificate() {
			return identity.clientCertificate;
		},
		users,
		manager,
		behaviour,
		clock,
		faults,
		log: rest.log,
		clients: listener.clients,
		get connected() {
			return listener.connected;
		},
		beat: () => listener.beat(),
		breakConnections: () => listener.breakAll(),
		close: async () => {
			await Promise.all([listener.close(), rest.close()]);
		},
	};
}
