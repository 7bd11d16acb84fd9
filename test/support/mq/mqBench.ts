import type { Connection, ConnectionSettings, ConnectOptions } from '../../../clients/mq/connection';
import { builtInTransport } from '../../../clients/mq/builtIn';
import { startMq, type MqOptions, type MqSandbox } from '../../../sandbox/mq';

/** An emulated queue manager for the tests of a file, and connections to it that are closed after each test. */
export class MqBench {
	sandbox!: MqSandbox;
	private readonly open = new Set<Connection>();

	/** Starts the sandbox before the tests of the file and stops it afterwards. Queues are empty at each test. */
	static forFile(options: MqOptions = {}): MqBench {
		const bench = new MqBench();
		beforeAll(async () => {
			bench.sandbox = await startMq({ plainHttp: true, withoutMessages: true, ...options });
		});
		afterEach(async () => {
			await bench.closeAll();
			const { manager, faults } = bench.sandbox;
			faults.clear();
			for (const queue of manager.queues.values()) queue.clear();
		});
		afterAll(async () => await bench.sandbox.close());
		return bench;
	}

	/** Settings that the sandbox accepts. */
	settings(more: Partial<ConnectionSettings> = {}): ConnectionSettings {
		const { sandbox } = this;
		const { certificate, key } = sandbox.isTls ? sandbox.clientCertificate : { certificate: '', key: '' };
		return {
			address: sandbox.address,
			queueManager: sandbox.manager.name,
			channel: sandbox.channel,
			cipherSpec: sandbox.isTls ? 'ANY_TLS12_OR_HIGHER' : '',
			user: 'app',
			password: 'App-Password-1',
			...(sandbox.isTls ? { certificate, privateKey: key, certificateAuthorities: sandbox.ca } : {}),
			...more,
		};
	}

	async connect(more: Partial<ConnectionSettings> = {}, options: ConnectOptions = {}): Promise<Connection> {
		const connection = await builtInTransport.connect(this.settings(more), options);
		this.open.add(connection);
		return connection;
	}

	/** Texts on a queue that are committed, in order. */
	texts(queue: string): string[] {
		return this.sandbox.manager
			.queue(queue)
			.visible()
			.map(({ data }) => data.toString());
	}

	async closeAll(): Promise<void> {
		await Promise.all([...this.open].map(async (connection) => await connection.close()));
		this.open.clear();
	}
}
