import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';

import { startSandbox, type Sandbox } from '../../../sandbox';
import { SterlingClient, type Connection } from '../../../clients/oms';
import { closeAllPools } from '../../../kit/http/pools';
import { REAL_CLOCKWORK } from '../../../kit/http/retry';
import { connectionTo } from '../../support/connection';
import { secrets, watchTokens } from '../../support/watch';
import { isTooSlow, MAX_BYTES, TIMEOUT_MS, type Parts, type Trouble } from './faults';

/** Orders that the reads of the matrix find, and the page size that makes three pages of them. */
export const ORDERS = 7;
export const PAGE_SIZE = 3;

/** The server of the matrix, with what wrong connections are made of. */
export class Stage {
	private readonly realSleep = REAL_CLOCKWORK.sleep;

	private constructor(
		readonly sandbox: Sandbox,
		private readonly parts: Parts,
		private readonly closePlain: () => void,
	) {
		// The trigger makes its own client, which must not wait between attempts either.
		REAL_CLOCKWORK.sleep = async () => await Promise.resolve();
	}

	static async open(): Promise<Stage> {
		const sandbox = await startSandbox({ mutualTls: true, withoutOrders: true });
		// Times of the machine would decide what a poll sees.
		sandbox.clock.freeze();
		watchTokens(sandbox);
		sandbox.store.createOrders(ORDERS);
		const plain = createHttpServer((_request, response) => response.end('{}'));
		await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
		const foreign = sandbox.foreignAuthority();
		const parts: Parts = {
			good: connectionTo(sandbox, { maxInFlight: 4, maxResponseBytes: MAX_BYTES }),
			expired: sandbox.expiredClientCertificate(),
			foreign: { ...foreign.clientCertificate, ca: foreign.ca },
			plainOrigin: `http://127.0.0.1:${(plain.address() as AddressInfo).port}`,
			deadOrigin: `https://127.0.0.1:${await freePort()}`,
		};
		secrets.addCredential({ ...parts.good, privateKey: sandbox.clientCertificate.key });
		return new Stage(sandbox, parts, () => plain.close());
	}

	/** The connection of a trouble: the good one, with what is wrong about it. */
	connectionFor(trouble: Trouble, dataFormat: 'json' | 'xml'): Connection {
		const bounds = isTooSlow(trouble) ? { timeoutMs: TIMEOUT_MS } : {};
		return { ...this.parts.good, ...bounds, dataFormat, ...trouble.connection?.(this.parts) };
	}

	/** A client whose clock moves when it waits, though no time passes. */
	clientFor(connection: Connection): SterlingClient {
		let waited = 0;
		const sleep = async (ms: number) => {
			waited += ms;
		};
		return new SterlingClient(connection, { sleep, random: () => 0.5, now: () => Date.now() + waited });
	}

	/** Puts the faults in force; those of the work spare logins. */
	strike({ faults = [], login = [], clockHours = 0 }: Trouble): void {
		const { sandbox } = this;
		for (const fault of login) sandbox.faults.add({ ...fault, api: 'login' });
		for (const fault of faults) sandbox.faults.add({ api: WORK_APIS, ...fault });
		if (clockHours) sandbox.clock.advance(clockHours * 3_600_000);
	}

	clear({ clockHours = 0 }: Trouble): void {
		this.sandbox.faults.clear();
		if (clockHours) this.sandbox.clock.advance(-clockHours * 3_600_000);
	}

	async close(): Promise<void> {
		REAL_CLOCKWORK.sleep = this.realSleep;
		await closeAllPools();
		this.closePlain();
		await this.sandbox.close();
	}
}

const WORK_APIS = ['getOrderList', 'getPage', 'createOrder'];

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
